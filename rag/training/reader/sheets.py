"""Questions over passages that lie near each other, of published pages: what tells an answer from what looks like one.

`python -m rag.training.reader.sheets INDEX FOLDER --count 300` writes sheets: each a passage of the index, the ones
beside it in its document, and the nearest of other documents. People then write questions beside each sheet, in a file
of the same name that ends in `.asked`, a line for each:

    3? id | question that passage 3 answers, and no other of the sheet | answer, an exact piece of it | words around it
    5! en | question that no passage of the sheet answers; 5 comes nearest

The last field only where the answer occurs twice in the passage; `ev` for `id` where it is in everyday spelling. So one
may teach the reader with documents of one's own, which stay where they are: only weights come of it.
"""

import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from rag.documents.chunking import title_above
from rag.index.versions import LiveIndex, OpenVersion
from rag.models.encoders.base import Encoder
from rag.models.reader.vocabulary import below
from rag.training.reader.examples import Example
from rag.training.reader.written import span_of
from rag.types import Language

_HEAD = re.compile(r"^## (\d+)$", re.MULTILINE)
_ASKED = re.compile(r"(\d+)([?!]) (id|en|ev) \| (.+)")
_FIELDS = " | "
_BESIDE, _NEAR = 3, 4  # passages of the same document and of others on a sheet
_FROM_ONE = 2  # passages that one other document gives to a sheet
_LOOKED_AT = 40  # nearest passages among which others are looked for
_SHORTEST = 60  # characters of a passage that one can ask about
_OTHERS = 2  # passages that do not answer, over which an answered question is asked as well


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage as the reader is shown it, below title and headings; these are its first `above` characters."""

    text: str
    above: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the row of the passage that answers it or comes nearest, and where: (-1, -1) for no answer."""

    id: str
    question: str
    row: int
    start: int
    end: int
    language: Language
    spelled: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """Passages near each other, and questions that one of them answers, or none."""

    name: str
    passages: tuple[Shown, ...]
    questions: tuple[Asked, ...]


def sheets(folder: Path) -> tuple[Sheet, ...]:
    """All sheets that have questions, in order. Raises ValueError with file and line for what is no question."""
    return tuple(_read(path) for path in sorted(folder.rglob("*.asked")))


Ordered = Callable[[Sheet], Sequence[Sequence[int]]]  # for each question of a sheet, all its rows, nearest first


def examples(
    found: Iterable[Sheet], draw: random.Random, others: int = _OTHERS, nearest: Ordered | None = None
) -> Iterator[Example]:
    """Each question over its passage and over at most `others` of its sheet that do not answer.

    A question without an answer is asked of one other passage, so that there are not more of these than of answers.
    They are drawn, or with `nearest` those that lie nearest to the question.
    """
    for sheet in found:
        order = (
            nearest(sheet) if nearest else [draw.sample(range(n := len(sheet.passages)), n) for _ in sheet.questions]
        )
        for asked, rows in zip(sheet.questions, order, strict=True):
            yield _over(sheet, asked, asked.row)
            apart = [row for row in rows if row != asked.row and not _says(sheet.passages[row], sheet, asked)]
            for row in apart[: others if asked.start >= 0 else 1]:
                yield _over(sheet, asked, row)


def nearest_by(encoder: Encoder) -> Ordered:
    """As retrieval sees it: what lies near a question is what the reader will be shown, and what misleads it."""

    def ordered(sheet: Sheet) -> Sequence[Sequence[int]]:
        if not sheet.questions:
            return []
        passages = encoder.encode_passages([one.text for one in sheet.passages])
        asked = encoder.encode_queries([one.question for one in sheet.questions])
        return [np.argsort(-row, kind="stable").tolist() for row in asked @ passages.T]

    return ordered


def _over(sheet: Sheet, asked: Asked, row: int) -> Example:
    passage, name = sheet.passages[row], f"{asked.id}:{row}"
    start, end = (asked.start, asked.end) if row == asked.row else (-1, -1)
    return Example(name, asked.question, passage.text, start, end, asked.language, asked.spelled, passage.above)


def _says(passage: Shown, sheet: Sheet, asked: Asked) -> bool:
    """Whether the words of the answer stand in another passage, too, which then may answer as well."""
    answer = sheet.passages[asked.row].text[asked.start : asked.end] if asked.start >= 0 else ""
    return bool(answer) and answer.lower() in passage.text.lower()


def _read(path: Path) -> Sheet:
    passages = tuple(_passages(path.with_suffix(".txt").read_text(encoding="utf-8")))
    questions = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                questions.append(_question(f"sheet:{path.stem}:{number}", line.strip(), passages))
            except ValueError as error:
                raise ValueError(f"{path.name}, line {number}: {error}") from error
    return Sheet(path.stem, passages, tuple(questions))


def _passages(text: str) -> Iterator[Shown]:
    parts = _HEAD.split(text)[1:]
    for number, (told, body) in enumerate(zip(parts[::2], parts[1::2], strict=True), 1):
        if int(told) != number:
            raise ValueError(f"passage {number} is numbered {told}")
        above, passage = body.removeprefix("\n").split("\n", 1)
        shown = below(above.strip(), (), passage.strip())
        yield Shown(shown, len(shown) - len(passage.strip()))


def _question(name: str, line: str, passages: Sequence[Shown]) -> Asked:
    found = _ASKED.fullmatch(line)
    if found is None or not 1 <= int(found[1]) <= len(passages):
        raise ValueError("no question of the form '3? id | question | answer' or '3! id | question'")
    row, fields = int(found[1]) - 1, [field.strip() for field in found[4].split(_FIELDS)]
    start, end = -1, -1
    if found[2] == "?":
        above = passages[row].above
        start, end = (at + above for at in span_of(passages[row].text[above:], fields[1:]))
    language = Language.ENGLISH if found[3] == "en" else Language.INDONESIAN
    return Asked(name, fields[0], row, start, end, language, found[3] == "ev")


def main(
    index: Annotated[Path, typer.Argument(help="Index of the documents.", exists=True)],
    folder: Annotated[Path, typer.Argument(help="Where the sheets go.")],
    count: Annotated[int, typer.Option(min=1, help="How many sheets.")] = 300,
    seed: Annotated[int, typer.Option(help="Shapes which passages are drawn.")] = 7,
) -> None:
    """Writes sheets of passages near each other, each around another document while there are any."""
    version = LiveIndex(index).current()
    folder.mkdir(parents=True, exist_ok=True)
    for number, rows in enumerate(_drawn(version, count, random.Random(seed)), 1):  # noqa: S311 - sampling
        (folder / f"sheet-{number:04}.txt").write_text(_written(version, rows), encoding="utf-8")


def _drawn(version: OpenVersion, count: int, draw: random.Random) -> Iterator[list[int]]:
    """Rows of each sheet in random order: documents take turns, none of their passages is twice in the middle."""
    documents: dict[str, list[int]] = {}
    for row, passage in enumerate(version.passages):
        if len(passage.text) >= _SHORTEST:
            documents.setdefault(passage.document_id, []).append(row)
    left = {name: draw.sample(rows, len(rows)) for name, rows in documents.items()}
    while count and left:
        for name in draw.sample(sorted(left), min(count, len(left))):
            count -= 1
            rows = _around(version, left[name].pop(), documents)
            left = left if left[name] else {other: rest for other, rest in left.items() if other != name}
            yield draw.sample(rows, len(rows))


def _around(version: OpenVersion, row: int, documents: dict[str, list[int]]) -> list[int]:
    """A passage, those beside it in its document, and the nearest of other documents."""
    document = version.passages[row].document_id
    beside = sorted((other for other in documents[document] if other != row), key=lambda other: abs(other - row))
    rows, given = [row, *beside[:_BESIDE]], dict[str, int]()
    (vector,) = version.store.vectors(np.array([row]))
    for near in version.store.search(vector, _LOOKED_AT)[0].tolist():
        other = version.passages[near].document_id
        if other != document and near in documents.get(other, ()) and given.get(other, 0) < _FROM_ONE:
            given[other] = given.get(other, 0) + 1
            rows.append(near)
        if sum(given.values()) == _NEAR:
            break
    return rows


def _written(version: OpenVersion, rows: Sequence[int]) -> str:
    parts = []
    for number, row in enumerate(rows, 1):
        passage = version.passages[row]
        above = below(title_above(passage), passage.headings, "").strip()
        parts.append(f"## {number}\n{above}\n{passage.text}\n")
    return "\n".join(parts)


if __name__ == "__main__":
    typer.run(main)
