"""Examples from the public sets: IDK-MRC, FacQA, XQuAD and the machine-translated SQuAD of `xlang`."""

import hashlib
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import bm25s

from rag.training.reader.examples import Example
from rag.training.reader.synthetic.english import in_english
from rag.types import Language

_NEAREST = 8


def training_examples(data: Path, draw: random.Random) -> list[Example]:
    """Everything the reader is trained on except what templates write; `data` holds a folder for each set."""
    idk, facqa = list(idk_mrc(data, "train")), list(news(data, "train"))
    english = [e for e, title in xquad(data) if not held_back(title)]
    crossed = [e for e, title in xlang(data) if not held_back(title)]
    answerable = [e for e in idk if e.answerable]
    return [
        *idk, *facqa, *english, *crossed,
        *near_misses(draw.sample(answerable, min(1500, len(answerable))), _passages(idk), draw),
        *near_misses(draw.sample(facqa, min(1300, len(facqa))), _passages(facqa), draw),
        *near_misses(draw.sample(english, min(260, len(english))), _passages(english), draw),
        *near_misses(crossed, _passages(crossed), draw),
        *translated([*idk, *facqa], 850, 500, draw),
    ]  # fmt: skip


def idk_mrc(data: Path, split: str) -> Iterator[Example]:
    """Questions over Wikipedia passages, nearly half of them not answered there."""
    texts = {row["passage_id"]: row["text"] for row in _rows(data / "idk_mrc/corpus.jsonl")}
    for row in _rows(data / f"idk_mrc/queries.{split}.jsonl"):
        answer = row["answers"][0] if row["answerable"] else None
        yield from _example(f"idk:{row['qid']}", row["question"], texts[row["passage_id"]], answer)


def news(data: Path, split: str) -> Iterator[Example]:
    """FacQA; the few answers that are put together from several places are left out."""
    for row in _rows(data / f"facqa/unified.{split}.jsonl"):
        yield from _example(f"facqa:{row['qid']}", row["question"], row["passage"], row["answer"])


def xquad(data: Path) -> Iterator[tuple[Example, str]]:
    """English questions over English passages, with the title of the article."""
    for row in _rows(data / "xquad_en/questions.jsonl"):
        start, end = row["answer_start"], row["answer_start"] + len(row["answer"])
        example = Example(f"xquad:{row['qid']}", row["question"], row["passage"], start, end, Language.ENGLISH)
        yield example, row["title"]


def xlang(data: Path) -> Iterator[tuple[Example, str]]:
    """English questions over Indonesian passages where the translated answer stands in the passage, with the title."""
    texts = {row["passage_id"]: row["text"] for row in _rows(data / "xlang/corpus_id.jsonl")}
    for row in _rows(data / "xlang/split_dev.jsonl"):
        passage = texts[row["passage_id"]]
        for answer in row["answers_id"]:
            # Only the Indonesian question shares words with the sentence of the answer.
            if (span := locate(row["question_id"], passage, answer)) is not None:
                yield Example(f"xlang:{row['qid']}", row["question_en"], passage, *span, Language.ENGLISH), row["title"]
                break


def held_back(title: str) -> bool:
    """Whether an article of XQuAD and `xlang` is kept for measuring; about half are, by the hash of the title."""
    return hashlib.sha256(title.encode()).digest()[0] % 2 == 1


def translated(examples: Sequence[Example], answered: int, unanswered: int, draw: random.Random) -> list[Example]:
    """English questions by rule over the same Indonesian passages."""
    found = [
        replace(e, id=f"en:{e.id}", question=english, language=Language.ENGLISH)
        for e in examples
        if (english := in_english(e.question)) is not None
    ]
    yes, no = [e for e in found if e.answerable], [e for e in found if not e.answerable]
    return draw.sample(yes, min(answered, len(yes))) + draw.sample(no, min(unanswered, len(no)))


def near_misses(examples: Sequence[Example], passages: Sequence[str], draw: random.Random) -> list[Example]:
    """The question of each example over one of the lexically nearest passages without its answer."""
    index = bm25s.BM25()
    index.index([_words(text) for text in passages], show_progress=False)
    rows, _ = index.retrieve(
        [_words(e.question) for e in examples], k=min(_NEAREST, len(passages)), show_progress=False, n_threads=1
    )
    missed = []
    for example, near in zip(examples, rows, strict=True):
        answer = example.answer.lower()
        without = [passages[i] for i in near if passages[i] != example.passage and answer not in passages[i].lower()][
            :4
        ]
        if without:
            other = draw.choice(without)
            above = other.find("\n") + 1 if example.above else 0  # passages below a title are among their like
            missed.append(replace(example, id=f"near:{example.id}", passage=other, start=-1, end=-1, above=above))
    return missed


def locate(question: str, passage: str, answer: str) -> tuple[int, int] | None:
    """The occurrence of the answer whose neighbourhood shares most words with the question, whole words first."""
    text, wanted = (passage, answer) if answer in passage else (passage.lower(), answer.lower())
    if not answer or len(text) != len(passage):
        return None
    asked, best = set(_words(question)), None
    for match in re.finditer(re.escape(wanted), text):
        start, end = match.span()
        whole = not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
        shared = len(asked & set(_words(passage[max(0, start - 120) : end + 120])))
        if best is None or (whole, shared) > best[0]:
            best = ((whole, shared), (start, end))
    return best[1] if best else None


def _example(name: str, question: str, passage: str, answer: str | None) -> Iterator[Example]:
    span = (-1, -1) if answer is None else locate(question, passage, answer)
    if span is not None:
        yield Example(name, question, passage, *span)


def _passages(examples: Sequence[Example]) -> list[str]:
    return sorted({e.passage for e in examples})


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)
