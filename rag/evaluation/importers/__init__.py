"""Gold questions from other people's formats, recognised by what the file looks like."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from rag.errors import BadInput
from rag.evaluation.gold import GoldQuestion, Located, load_gold, numbered_lines, unique
from rag.evaluation.importers.beir import is_beir, read_beir
from rag.evaluation.importers.squad import is_squad_row, read_squad, read_squad_lines
from rag.evaluation.importers.table import read_csv, read_xlsx
from rag.wording.words import N_

_READERS = {".json": read_squad, ".csv": read_csv, ".xlsx": read_xlsx}


def read_questions(paths: Iterable[Path]) -> tuple[GoldQuestion, ...]:
    """All questions of gold, SQuAD-style, BEIR-style, CSV and XLSX files and of folders. Raises BadInput."""
    return unique(located for path in paths for located in _read(path))


def _read(path: Path) -> Iterator[Located]:
    if path.is_dir():
        return read_beir(path) if is_beir(path) else _read_folder(path)
    if not path.is_file():
        raise BadInput(N_("%(path)s: there is no such gold file or folder"), path=path)
    if path.suffix.lower() in _READERS:
        return _READERS[path.suffix.lower()](path)
    return read_squad_lines(path) if _holds_squad_rows(path) else load_gold(path)


def _read_folder(folder: Path) -> Iterator[Located]:
    for path in sorted(folder.glob("*.jsonl")):
        yield from _read(path)


def _holds_squad_rows(path: Path) -> bool:
    for _, line in numbered_lines(path):
        try:
            return is_squad_row(json.loads(line))
        except json.JSONDecodeError:
            return False  # the gold loader names the line and says what is wrong with it
    return False
