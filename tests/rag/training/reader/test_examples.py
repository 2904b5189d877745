"""Where training examples come from."""

import random

import pytest

from rag.training.reader.examples import Example
from rag.training.reader.noise import everyday
from rag.training.reader.public import held_back, locate, near_misses
from rag.training.reader.synthetic import FAMILIES, generate
from rag.training.reader.synthetic.draft import read_marks
from rag.training.reader.synthetic.english import in_english


def test_marks_become_offsets_in_the_plain_text() -> None:
    text, spans = read_marks("Ada [[n|3 ton]] kopi di [[p|Riau]].")
    assert text == "Ada 3 ton kopi di Riau."
    assert {key: text[a:b] for key, (a, b) in spans.items()} == {"n": "3 ton", "p": "Riau"}


def test_an_abbreviation_at_the_end_brings_its_own_full_stop() -> None:
    assert read_marks("Kata [[p|Budi, M.Si.]].")[0] == "Kata Budi, M.Si."


@pytest.mark.parametrize("family", FAMILIES)
def test_every_fact_a_template_asks_for_stands_in_its_passage(family: str) -> None:
    for seed in range(40):
        draft = FAMILIES[family](random.Random(seed))
        text, spans = read_marks(draft.marked)
        assert "[[" not in text
        assert "]]" not in text
        assert {asked.key for asked in draft.questions} - {None} <= set(spans)


def test_the_same_seed_writes_the_same_examples() -> None:
    first = list(generate(5, 0.02))
    assert first == list(generate(5, 0.02))
    assert {e.answerable for e in first} == {True, False}
    assert all(e.answer == e.answer.strip() for e in first)


def test_of_two_occurrences_the_one_near_the_words_of_the_question_counts() -> None:
    passage = "Pada 1945 perang usai. " + "x " * 100 + "Universitas itu berdiri pada 1945 di Medan."
    start, end = locate("Kapan universitas itu berdiri?", passage, "1945") or (0, 0)
    assert (start, passage[start:end]) == (passage.rindex("1945"), "1945")


def test_a_whole_word_beats_a_part_of_one() -> None:
    passage = "Jawara menang. Jawa menang."
    assert locate("menang?", passage, "Jawa") == (15, 19)


def test_an_answer_that_is_not_there_has_no_place() -> None:
    assert locate("Siapa?", "Tidak ada.", "Budi") is None


def test_a_near_miss_never_holds_the_answer() -> None:
    example = Example("a", "Kapan kampus berdiri?", "Kampus berdiri 1950.", 15, 19)
    passages = [example.passage, "Kampus lain berdiri 1950 juga.", "Kampus itu luas."]
    (missed,) = near_misses([example], passages, random.Random(1))
    assert (missed.passage, missed.answerable) == ("Kampus itu luas.", False)


def test_everyday_spelling_never_changes_with_the_same_draw_and_does_change_the_text() -> None:
    question = "Berapakah jumlah pekerja yang berangkat dengan pesawat?"
    typed = {everyday(question, random.Random(seed)) for seed in range(20)}
    assert typed == {everyday(question, random.Random(seed)) for seed in range(20)}
    assert any("yg" in one for one in typed)
    assert len(typed) > 10


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [
        ("Siapakah yang mendirikan PSSI?", "Who founded PSSI?"),
        ("Kapan Sukarno lahir ?", "When was Sukarno born?"),
        ("Berapa luas Kabupaten Bantul?", "What is the area of Bantul regency?"),
        ("Kapan orang yang mendirikan PSSI lahir?", None),
        ("Bagaimana cara membuat tempe?", None),
    ],
)
def test_only_whole_plain_questions_are_put_into_english(indonesian: str, english: str | None) -> None:
    assert in_english(indonesian) == english


def test_about_half_of_the_articles_are_held_back() -> None:
    held = sum(held_back(f"article {number}") for number in range(200))
    assert 70 < held < 130
