"""SQuAD-style questions: the nested JSON of SQuAD 1.1 and 2.0, and flat rows as JSON Lines."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rag.errors import BadInput
from rag.evaluation.gold import GoldQuestion, Located, make_question, numbered_lines
from rag.language.detection import detect
from rag.wording.words import N_

_IDS = ("id", "qid")
_DOCUMENTS = ("document_id", "passage_id", "docid", "context_id")


def is_squad_row(row: object) -> bool:
    """Whether a JSON Lines row asks a question with `answers` or `answer`, as flat SQuAD exports do."""
    return isinstance(row, Mapping) and "question" in row and bool({"answers", "answer"} & set(row))


def read_squad(path: Path) -> Iterator[Located]:
    """Nested SQuAD. The document of a question is its paragraph's `document_id`, or unknown. Raises BadInput."""
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
        paragraphs = [paragraph for article in data["data"] for paragraph in article["paragraphs"]]
        rows = [
            {**row, "document_id": paragraph.get("document_id")} for paragraph in paragraphs for row in paragraph["qas"]
        ]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadInput(
            N_("%(path)s: is not SQuAD-style JSON (`data`, in it `paragraphs`, in them `qas`)"), path=path
        ) from error
    for number, row in enumerate(rows, start=1):
        where = f"{path}, question {number}"
        yield where, _question(row, where)


def read_squad_lines(path: Path) -> Iterator[Located]:
    """Flat rows: id or qid, question, answers, and a document or passage id where known. Raises BadInput."""
    for where, line in numbered_lines(path):
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise BadInput(
                N_("%(where)s: is not JSON (%(msg)s at column %(colno)s)"),
                where=where,
                msg=error.msg,
                colno=error.colno,
            ) from error
        if not is_squad_row(row):
            raise BadInput(N_("%(where)s: has no `question` with `answers`"), where=where)
        yield where, _question(row, where)


def _question(row: Mapping[str, Any], where: str) -> GoldQuestion:
    question, answers = row.get("question"), _answers(row, where)
    if not isinstance(question, str):
        raise BadInput(N_("%(where)s: has no `question`"), where=where)
    answerable = bool(row.get("answerable", answers)) and not row.get("is_impossible", False)
    document = _first(row, _DOCUMENTS)
    fields: dict[str, Any] = {
        "id": str(_first(row, _IDS) or where),
        "question": question,
        "language": detect(question),
        "kind": "answerable" if answerable else "unanswerable",
        "outcomes": ["answered"] if answerable else ["not_found", "declined"],
    }
    if answerable:
        fields |= {"expected": [answers] if answers else [], "documents": [str(document)] if document else []}
    return make_question(fields, where)


def _answers(row: Mapping[str, Any], where: str) -> list[str]:
    """The distinct answer texts; SQuAD nests them as {"text": ...}, the Hugging Face export as {"text": [...]}.

    Raises BadInput.
    """
    given = row.get("answers", row.get("answer"))
    if isinstance(given, Mapping):
        given = given.get("text", [])
    if isinstance(given, str):
        given = [given]
    if not isinstance(given, list | None):
        raise BadInput(N_("%(where)s: `answers` is no list"), where=where)
    texts = [answer.get("text") if isinstance(answer, Mapping) else answer for answer in given or []]
    if not all(isinstance(text, str | int | float) for text in texts):
        raise BadInput(N_("%(where)s: an answer has no text"), where=where)
    return list(dict.fromkeys(str(text) for text in texts if str(text).strip()))


def _first(row: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return next((row[name] for name in names if row.get(name) is not None), None)
