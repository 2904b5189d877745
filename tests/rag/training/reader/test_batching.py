"""Examples as batches."""

import random

from tokenizers import Tokenizer

from rag.training.reader.batching import Features, batches, features, sentences_around
from rag.training.reader.examples import Example


def test_the_marked_tokens_spell_the_answer(tokenizer: Tokenizer) -> None:
    passage = "Rapat digelar di Kota Padang pada 4 Mei 2020."
    start = passage.index("Kota Padang")
    found = features(Example("a", "Di mana?", passage, start, start + 11), tokenizer, (), random.Random(1))
    assert found is not None
    assert tokenizer.decode(list(found.ids[found.start : found.end + 1])) == "Kota Padang"


def test_no_answer_points_at_the_first_token(tokenizer: Tokenizer) -> None:
    found = features(Example("a", "Siapa?", "Tidak ada.", -1, -1), tokenizer, (), random.Random(1))
    assert found is not None
    assert (found.start, found.end) == (0, 0)


def test_an_answer_beyond_the_last_token_is_left_out(tokenizer: Tokenizer) -> None:
    passage = "kata " * 210 + "Padang"  # shorter than what is always cut, longer than the window with its question
    question = "di mana " * 120
    assert features(Example("a", question, passage, 1050, 1056), tokenizer, (), random.Random(1)) is None


def test_a_cut_keeps_the_answer_and_its_offsets() -> None:
    passage = "Awal sekali. " * 30 + "Ketua adalah Budi. " + "Akhir sekali. " * 30
    start = passage.index("Budi")
    cut, a, b = sentences_around(Example("a", "Siapa?", passage, start, start + 4), 100, random.Random(3))
    assert cut[a:b] == "Budi"
    assert len(cut) <= 100


def test_title_and_headings_stay_above_a_passage_that_is_cut(tokenizer: Tokenizer) -> None:
    head = "Jadwal Bus › Koridor 2\n"
    passage = head + "Awal sekali begitu saja. " * 30 + "Tarifnya Rp4.000. " + "Akhir sekali begitu saja. " * 30
    start = passage.index("Rp4.000")
    one = Example("a", "Berapa tarif koridor 2?", passage, start, start + 7, spelled=True, above=len(head))
    for seed in range(12):  # cut to one of three sizes, or read whole
        found = features(one, tokenizer, (), random.Random(seed))
        assert found is None or (
            tokenizer.decode(list(found.ids[found.first :])).startswith("passage: Jadwal Bus › Koridor 2")
            and tokenizer.decode(list(found.ids[found.start : found.end + 1])) == "Rp4.000"
        )


def test_pairs_of_one_question_meet_in_one_batch() -> None:
    found = [Features((0,) * (50 + size), 0, 0, 2, asked) for size, asked in ((1, "a"), (9, "b"), (20, "a"), (30, "b"))]
    made = list(batches(found, 160, random.Random(1)))
    assert sorted(batch.ids.shape for batch in made) == [(2, 70), (2, 80)]


def test_batches_hold_every_example_once_within_the_budget_of_tokens() -> None:
    found = [Features((0,) * length, 0, 0, 2, "") for length in (9, 3, 4, 8, 2, 7)]
    made = list(batches(found, 16, random.Random(1)))
    assert sorted(int(row.sum()) for batch in made for row in batch.mask) == [2, 3, 4, 7, 8, 9]
    assert all(batch.ids.size <= 16 for batch in made)


def test_spans_may_lie_on_no_answer_and_on_the_passage_but_not_on_its_end_mark() -> None:
    (batch,) = batches([Features((0, 5, 2, 2, 6, 7, 2), 4, 5, 4, "")], 16, random.Random(1))
    assert batch.allowed.tolist() == [[True, False, False, False, True, True, False]]
