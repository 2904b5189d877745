"""The questions of each public set and the corpus they are put to.

Sets without unanswerable questions get some: every second question once more, with all that answers it out of reach.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rag.training.reader.public import held_back
from rag.types import Language
from tests.benchmarks.spelling import in_everyday_spelling

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, its right answers, and the documents that hold them.

    `unreachable`: those documents, and every passage with one of the answers in it, are not to be found.
    """

    id: str
    text: str
    language: Language
    answers: tuple[str, ...]
    documents: frozenset[str]
    unreachable: bool = False

    @property
    def answerable(self) -> bool:
        return bool(self.answers) and not self.unreachable

    @property
    def ranks(self) -> bool:
        """Whether there is a passage that ought to come first."""
        return bool(self.documents) and not self.unreachable


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions over one corpus; `spans`: their answers are known, not only the documents that hold them."""

    title: str
    corpus: str
    read: Callable[[Path], Iterator[Asked]]
    spans: bool = True

    def questions(self, data: Path, every: int = 1) -> tuple[Asked, ...]:
        """Every `every`-th question, and unanswerable ones. Raises OSError when a file is missing."""
        asked = tuple(self.read(data))[::every]
        if self.spans and all(one.answerable for one in asked):
            asked += tuple(replace(one, id=f"{one.id} out of reach", unreachable=True) for one in asked[::2])
        return asked


def corpus_file(name: str, data: Path, folder: Path) -> Path:
    """The JSON Lines to index: the set's own file, or one written into `folder` from the passages of its questions."""
    if name in _CORPORA:
        return data / _CORPORA[name]
    rows = [{"id": key, "text": text} for text, key in _passage_ids(_PASSAGES[name], data).items()]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def _wikipedia(data: Path) -> Iterator[Asked]:
    for row in _rows(data / "idk_mrc/queries.valid.jsonl"):
        documents = frozenset({row["passage_id"]} if row["answerable"] else ())
        yield Asked(row["qid"], row["question"], Language.INDONESIAN, tuple(row["answers"]), documents)


def _typed_in_haste(data: Path) -> Iterator[Asked]:
    for asked in _wikipedia(data):
        yield replace(asked, text=in_everyday_spelling(asked.text))


def _news(data: Path) -> Iterator[Asked]:
    ids = _passage_ids(_PASSAGES["facqa"], data)
    for row in _rows(data / "facqa/unified.valid.jsonl"):
        documents = frozenset({ids[row["passage"]]})
        yield Asked(row["qid"], row["question"], Language.INDONESIAN, (row["answer"],), documents)


def _crossed(data: Path) -> Iterator[Asked]:
    for row in _rows(data / "xlang/split_dev.jsonl"):
        if held_back(row["title"]):
            documents = frozenset({row["passage_id"]})
            yield Asked(row["qid"], row["question_en"], Language.ENGLISH, tuple(row["answers_id"]), documents)


def _crossed_seen(data: Path) -> Iterator[Asked]:
    for row in _rows(data / "xlang/split_dev.jsonl"):
        if not held_back(row["title"]):
            yield Asked(row["qid"], row["question_en"], Language.ENGLISH, (), frozenset({row["passage_id"]}))


def _translated(data: Path) -> Iterator[Asked]:
    for row in _rows(data / "xlang/split_dev.jsonl"):
        yield Asked(row["qid"], row["question_id"], Language.INDONESIAN, (), frozenset({row["passage_id"]}))


def _english(data: Path) -> Iterator[Asked]:
    ids = _passage_ids(_PASSAGES["xquad_en"], data)
    for row in _rows(data / "xquad_en/questions.jsonl"):
        if held_back(row["title"]):
            documents = frozenset({ids[row["passage"]]})
            yield Asked(row["qid"], row["question"], Language.ENGLISH, (row["answer"],), documents)


def _judged(data: Path) -> Iterator[Asked]:
    """Ten candidates were judged for each question without saying which of them answers: any of them is a find."""
    for row in _rows(data / "nomiracl/split_dev.jsonl"):
        if row["subset"] == "relevant":
            yield Asked(row["query_id"], row["query"], Language.INDONESIAN, (), frozenset(row["docids"]))


def _passage_ids(files: Sequence[str], data: Path) -> dict[str, str]:
    texts = dict.fromkeys(row["passage"] for name in files for row in _rows(data / name))
    return {text: f"passage-{number:04}" for number, text in enumerate(texts)}


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


_CORPORA = {
    "idk_mrc": "idk_mrc/corpus.jsonl",
    "xlang": "xlang/corpus_id.jsonl",
    "nomiracl": "nomiracl/corpus.jsonl",
}
_PASSAGES = {
    "facqa": tuple(f"facqa/unified.{split}.jsonl" for split in ("valid", "train", "test")),
    "xquad_en": ("xquad_en/questions.jsonl",),
}
SETS = {
    "wikipedia": QuestionSet("Wikipedia (IDK-MRC valid)", "idk_mrc", _wikipedia),
    "everyday": QuestionSet("the same, everyday spelling", "idk_mrc", _typed_in_haste),
    "news": QuestionSet("news (FacQA valid)", "facqa", _news),
    "english": QuestionSet("English (XQuAD, held back)", "xquad_en", _english),
    "crossed": QuestionSet("English over Indonesian (xlang, held back)", "xlang", _crossed),
    "crossed-seen": QuestionSet("English over Indonesian (xlang, trained on)", "xlang", _crossed_seen, spans=False),
    "translated": QuestionSet("Indonesian (xlang)", "xlang", _translated, spans=False),
    "nomiracl": QuestionSet("NoMIRACL dev, any judged candidate", "nomiracl", _judged, spans=False),
}
