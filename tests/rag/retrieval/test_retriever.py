from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from rag.index.lexical import LexicalIndex, build
from rag.models.query_adapter import QueryAdapter
from rag.questions.understanding import Query, read
from rag.retrieval.retriever import Retriever
from rag.types import Filters, Hit, Language, Method, Passage, Question


class DirectedEncoder:
    """Sends every question to the vector it was given."""

    name, dimension, fingerprint = "directed", 2, "f"

    def __init__(self, x: float, y: float) -> None:
        self._vector = np.array([[x, y]], np.float32)
        self.prompts: dict[str, str] = {}

    def encode_queries(self, texts: Sequence[str]) -> np.ndarray:
        self.asked = list(texts)
        return np.repeat(self._vector, len(texts), axis=0)

    encode_passages = encode_queries

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(text.split()) for text in texts]


class PlainStore:
    def __init__(self, vectors: np.ndarray) -> None:
        self._vectors = vectors

    def __len__(self) -> int:
        return len(self._vectors)

    def search(self, vector: np.ndarray, limit: int, rows: np.ndarray | None = None) -> tuple[np.ndarray, np.ndarray]:
        allowed = np.arange(len(self._vectors)) if rows is None else rows
        scores = self._vectors[allowed] @ vector
        order = np.argsort(-scores, kind="stable")[:limit]
        return allowed[order], scores[order]

    def vectors(self, rows: np.ndarray) -> np.ndarray:
        return self._vectors[rows]


@dataclass
class PlainVersion:
    store: PlainStore
    lexical: LexicalIndex
    passages: Sequence[Passage]
    name: str = "v1"
    matching: Callable[[Filters], np.ndarray | None] = field(default=lambda filters: None)

    def rows_matching(self, filters: Filters) -> np.ndarray | None:
        return self.matching(filters)


def version(folder: Path, texts: Sequence[str], degrees: Sequence[float], **more: object) -> PlainVersion:
    build(texts, folder)
    angles = np.radians(degrees)
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    passages = [Passage(f"p{i}", "d", 0, len(text), text, "t") for i, text in enumerate(texts)]
    return PlainVersion(PlainStore(vectors), LexicalIndex.open(folder), passages, **more)  # type: ignore[arg-type]


def asked(text: str, language: Language, filters: Filters | None = None) -> Query:
    return read(Question(text, language, filters=filters or Filters()))


def found(evidence: object) -> list[str]:
    return [hit.passage.id for hit in evidence.hits]  # type: ignore[attr-defined]


TEXTS = ["harga gabah naik", "pelatihan kerja di Jepang", "kunjungan gubernur"]


def test_a_passage_both_sides_like_comes_first(tmp_path: Path) -> None:
    index = version(tmp_path, TEXTS, [40, 20, 60])
    evidence = Retriever(DirectedEncoder(1, 0)).retrieve(asked("pelatihan apa?", Language.INDONESIAN), index, 3)
    assert found(evidence) == ["p1", "p0", "p2"]
    assert evidence.hits[0].found_by == (Method.DENSE, Method.LEXICAL)
    assert evidence.hits[1].found_by == (Method.DENSE,)


def test_a_rare_word_outweighs_a_slight_lead_of_the_dense_side(tmp_path: Path) -> None:
    index = version(tmp_path, TEXTS, [20, 21, 80])
    question = asked("pelatihan kerja Jepang", Language.INDONESIAN)
    assert found(Retriever(DirectedEncoder(1, 0)).retrieve(question, index, 1)) == ["p1"]


def test_similarity_is_the_plain_cosine(tmp_path: Path) -> None:
    index = version(tmp_path, TEXTS, [60, 0, 90])
    evidence = Retriever(DirectedEncoder(1, 0)).retrieve(asked("gabah", Language.INDONESIAN), index, 3)
    cosines = {hit.passage.id: hit.similarity for hit in evidence.hits}
    assert cosines == {"p0": pytest.approx(0.5), "p1": pytest.approx(1.0), "p2": pytest.approx(0.0, abs=1e-6)}


def test_an_english_question_finds_indonesian_words(tmp_path: Path) -> None:
    index = version(tmp_path, TEXTS, [20, 21, 80])
    question = asked("What training for farmers?", Language.ENGLISH)
    assert found(Retriever(DirectedEncoder(1, 0)).retrieve(question, index, 1)) == ["p1"]


def test_a_question_without_words_to_search_for_is_answered_by_the_dense_side(tmp_path: Path) -> None:
    index = version(tmp_path, TEXTS, [40, 20, 60])
    evidence = Retriever(DirectedEncoder(1, 0)).retrieve(asked("apa itu?", Language.INDONESIAN), index, 3)
    assert found(evidence) == ["p1", "p0", "p2"]
    assert {hit.found_by for hit in evidence.hits} == {(Method.DENSE,)}


def test_only_passages_that_pass_the_filters_are_found(tmp_path: Path) -> None:
    def only_last_two(filters: Filters) -> np.ndarray | None:
        return np.array([1, 2]) if filters.publisher == "BPS" else None

    index = version(tmp_path, TEXTS, [0, 20, 60], matching=only_last_two)
    question = asked("harga gabah", Language.INDONESIAN, filters=Filters(publisher="BPS"))
    assert found(Retriever(DirectedEncoder(1, 0)).retrieve(question, index, 3)) == ["p1", "p2"]


def test_filters_that_nothing_passes_give_no_hits(tmp_path: Path) -> None:
    index = version(tmp_path, TEXTS, [0, 20, 60], matching=lambda filters: np.array([], np.int64))
    evidence = Retriever(DirectedEncoder(1, 0)).retrieve(asked("gabah", Language.INDONESIAN), index, 3)
    assert evidence.hits == ()


def test_the_encoder_is_given_the_standard_spelling(tmp_path: Path) -> None:
    encoder = DirectedEncoder(1, 0)
    Retriever(encoder).retrieve(asked("brp org?", Language.INDONESIAN), version(tmp_path, TEXTS, [0, 20, 60]), 1)
    assert encoder.asked == ["berapa orang?"]


class LastFirst:
    def rerank(self, question: str, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
        return hits[::-1]


def test_a_reranker_sees_more_hits_than_are_asked_for_and_has_the_last_word(tmp_path: Path) -> None:
    index = version(tmp_path, TEXTS, [40, 20, 60])
    retriever = Retriever(DirectedEncoder(1, 0), LastFirst())
    assert found(retriever.retrieve(asked("pelatihan apa?", Language.INDONESIAN), index, 1)) == ["p2"]


def test_an_adapter_moves_what_is_found_and_not_how_similar_it_is(tmp_path: Path) -> None:
    index = version(tmp_path, TEXTS, [0, 20, 60])
    swapping = QueryAdapter("f", np.array([[1, 0]], np.float32), np.array([[-1], [1]], np.float32), np.zeros(2))
    question = asked("apa itu?", Language.INDONESIAN)
    plain = Retriever(DirectedEncoder(1, 0)).retrieve(question, index, 3)
    moved = Retriever(DirectedEncoder(1, 0), adapter=swapping).retrieve(question, index, 3)
    assert found(plain) != found(moved)
    assert found(moved)[0] == "p2"
    similar = {hit.passage.id: hit.similarity for hit in plain.hits}
    assert {hit.passage.id: hit.similarity for hit in moved.hits} == pytest.approx(similar)
    assert np.array_equal(moved.vector, plain.vector)
