"""Pairs made out of sentences."""

import json
import random
from pathlib import Path

import numpy as np

from rag.training.entailment.changes import stock
from rag.training.entailment.pairs import Pair
from rag.training.entailment.sources import Sentences, inferred, mixed, nearest, respun, translated, twisted
from rag.types import Language

SENTENCE = "Harga beras di pasar Melati naik menjadi Rp14.500 pada Senin, sedangkan harga gula turun."
FOUND = stock([SENTENCE])


def draw() -> random.Random:
    return random.Random(5)


def test_the_nearest_sentences_come_in_the_order_of_the_text() -> None:
    texts = ("Satu.", "Dua.", "Tiga.", "Empat.")
    vectors = np.array([[0.5], [0.1], [0.9], [0.7]])
    assert nearest(Sentences(texts, vectors), np.array([1.0])) == "Satu. Tiga. Empat."


def test_a_sentence_too_long_to_fit_beside_the_nearest_is_left_out() -> None:
    sentences = Sentences(("Dekat.", "x" * 400), np.array([[0.9], [0.8]]))
    assert nearest(sentences, np.array([1.0])) == "Dekat."


def test_what_is_changed_on_both_sides_is_true_and_on_one_side_false() -> None:
    pairs = list(twisted([SENTENCE] * 8, FOUND, draw()))
    false = [pair for pair in pairs if not pair.supported]
    assert {pair.quote == pair.statement for pair in false} == {False}
    assert all(pair.changed for pair in false)
    assert any(pair.supported and pair.quote != SENTENCE for pair in pairs)


def test_only_true_statements_are_made_false() -> None:
    true = Pair(SENTENCE, "Gula lebih murah pada 14 Mei.", True, Language.INDONESIAN)
    false = Pair(SENTENCE, "Gula lebih mahal.", False, Language.INDONESIAN)
    (made,) = respun([true, false], FOUND, draw())
    assert not made.supported
    assert made.quote == SENTENCE
    assert made.statement != true.statement


def test_a_sentence_stands_over_its_translation(tmp_path: Path) -> None:
    row = {
        "id": "Harga beras di pasar itu naik lagi pada hari Senin.",
        "en": "The price of rice rose again on Monday, they say.",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    pairs = list(translated(tmp_path, FOUND, draw()))
    assert {pairs[0].quote, pairs[0].statement} == {row["id"], row["en"]}
    assert pairs[0].supported
    assert all(not pair.supported for pair in pairs[1:])


def test_groups_are_taken_as_often_as_told() -> None:
    pair = Pair("a", "b", True, Language.ENGLISH)
    assert len(mixed([([pair] * 10, 2.5), ([pair] * 10, 0.1)], draw())) == 26


def test_what_does_not_follow_is_false_and_pairs_without_a_verdict_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    rows = [{"premise": "Ten boats left.", "hypothesis": f"{label}.", "label": label} for label in "enc-"]
    (tmp_path / "en" / "set.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    found = [(pair.statement, pair.supported, pair.changed, pair.language) for pair in inferred(tmp_path)]
    assert found == [
        ("e.", True, (), Language.ENGLISH),
        ("n.", False, None, Language.ENGLISH),
        ("c.", False, None, Language.ENGLISH),
    ]
