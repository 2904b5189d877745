"""BEIR-style retrieval sets: a folder with queries.jsonl and qrels/*.tsv (Thakur et al. 2021)."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from rag.errors import BadInput
from rag.evaluation.gold import Located, make_question, numbered_lines
from rag.language.detection import detect
from rag.wording.words import N_

QUERIES = "queries.jsonl"
_PREFERRED_SPLITS = ("test", "dev", "train")


def is_beir(folder: Path) -> bool:
    return (folder / QUERIES).is_file() and (folder / "qrels").is_dir()


def read_beir(folder: Path) -> Iterator[Located]:
    """Judged queries of the test split, or else dev or train. Grades above 0 count as relevant. Raises BadInput."""
    relevant = _relevant(_qrels_file(folder))
    for where, line in numbered_lines(folder / QUERIES):
        try:
            row = json.loads(line)
            name, text = str(row["_id"]), row["text"]
        except (ValueError, KeyError, TypeError) as error:
            raise BadInput(N_("%(where)s: is not a BEIR query; it needs `_id` and `text`"), where=where) from error
        if name in relevant:
            fields = {"id": name, "question": text, "language": detect(str(text)), "kind": "retrieval"}
            yield where, make_question({**fields, "outcomes": ["answered"], "documents": relevant[name]}, where)


def _qrels_file(folder: Path) -> Path:
    for split in _PREFERRED_SPLITS:
        path = folder / "qrels" / f"{split}.tsv"
        if path.is_file():
            return path
    raise BadInput(N_("%(folder)s: holds no test.tsv, dev.tsv or train.tsv"), folder=folder / "qrels")


def _relevant(path: Path) -> dict[str, list[str]]:
    documents: dict[str, list[str]] = {}
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for number, row in enumerate(csv.reader(lines, delimiter="\t"), start=1):
            if number == 1 or not row:
                continue  # the first line names the columns
            try:
                query, document, grade = row[0], row[1], float(row[2])
            except (IndexError, ValueError) as error:
                raise BadInput(
                    N_("%(path)s, line %(number)s: needs query-id, corpus-id and score"), path=path, number=number
                ) from error
            if grade > 0:
                documents.setdefault(query, []).append(document)
    return documents
