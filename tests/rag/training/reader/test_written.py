"""Passages written by hand."""

import random
from pathlib import Path

import pytest

from rag.training.reader.written import beside, questions_of, read, titled, written
from rag.types import Language

ONE = """# news | Panen
Desa Suka memanen 12 ton padi.

Desa Maju memanen 9 ton padi.
? id | Berapa hasil Desa Maju? | 9 ton
? en | Which village harvested more? | Desa Suka
? ev | apa yg dipanen desa maju? | padi | 9 ton padi
! en | What was the price?
+ en | Desa Suka brought in 12 tons.
- id | Desa Maju memanen lebih banyak. | reversed
"""
SEEDS = Path(__file__).parents[4] / "seeds" / "reading"


def put(folder: Path, text: str) -> Path:
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_passage_is_read_with_its_questions_and_statements(tmp_path: Path) -> None:
    (found,) = read(put(tmp_path, ONE))
    assert (found.name, found.kind, found.title) == ("written:a:0", "news", "Panen")
    assert found.passage == "Desa Suka memanen 12 ton padi.\n\nDesa Maju memanen 9 ton padi."
    assert [(q.answer, q.language, q.spelled) for q in found.questions] == [
        ("9 ton", Language.INDONESIAN, False),
        ("Desa Suka", Language.ENGLISH, False),
        ("padi", Language.INDONESIAN, True),
        ("", Language.ENGLISH, False),
    ]
    assert [(c.supported, c.language, c.kind) for c in found.claims] == [
        (True, Language.ENGLISH, ""),
        (False, Language.INDONESIAN, "reversed"),
    ]


def test_a_title_stands_above_the_passage_and_moves_the_answer(tmp_path: Path) -> None:
    (found,) = read(put(tmp_path, ONE))
    again = list(titled(found))
    assert again[0].passage.startswith("Panen\nDesa Suka")
    assert [question.answer for question in again] == [question.answer for question in found.questions]
    assert again[3].start == -1
    assert len({question.id for question in [*again, *found.questions]}) == 8


def test_of_an_answer_that_stands_twice_the_words_around_it_choose(tmp_path: Path) -> None:
    (found,) = read(put(tmp_path, ONE))
    third = found.questions[2]
    assert third.passage[: third.start].count("padi") == 1


def test_every_eighth_passage_is_held_back(tmp_path: Path) -> None:
    put(tmp_path, ONE * 17)
    passages = written(tmp_path)
    assert [number for number, one in enumerate(passages) if one.held_back] == [7, 15]
    trained, kept = questions_of(passages, held_back=False), questions_of(passages, held_back=True)
    assert (len(trained), len(kept)) == (15 * 4, 2 * 4)
    assert len({question.id for question in trained + kept}) == 17 * 4


SECTIONS = """# table | Tarif Pasar | Kios
Sewa: Rp90.000
? id | Berapa sewa kios? | Rp90.000
! id | Berapa sewa gudang?

# table | Tarif Pasar | Los › Lantai 2
Sewa: Rp30.000
? en | What is the rent of a stall upstairs? | Rp30.000

"""


def test_a_section_stands_below_title_and_headings(tmp_path: Path) -> None:
    _, upstairs = read(put(tmp_path, SECTIONS))
    (again,) = titled(upstairs)
    assert upstairs.headings == ("Los", "Lantai 2")
    assert again.passage == "Tarif Pasar › Los › Lantai 2\nSewa: Rp30.000"
    assert (again.answer, again.passage[: again.above]) == ("Rp30.000", "Tarif Pasar › Los › Lantai 2\n")


def test_what_a_section_answers_is_asked_of_the_section_beside_it_in_vain(tmp_path: Path) -> None:
    found = list(beside(list(read(put(tmp_path, SECTIONS))), random.Random(1)))
    assert [(one.question, one.passage.split("\n")[0], one.answerable) for one in found] == [
        ("Berapa sewa kios?", "Tarif Pasar › Los › Lantai 2", False),
        ("What is the rent of a stall upstairs?", "Tarif Pasar › Kios", False),
    ]


def test_passages_without_headings_are_not_beside_each_other(tmp_path: Path) -> None:
    assert list(beside(list(read(put(tmp_path, ONE * 2))), random.Random(1))) == []


def test_parts_without_headings_are_not_asked_for_what_they_say_as_well(tmp_path: Path) -> None:
    parts = """# real | Pasar Suka | -
Pasar Suka dibuka pukul 06.00 oleh Wati.
? id | Pukul berapa pasar dibuka? | 06.00
? id | Siapa yang membuka pasar? | Wati

# real | Pasar Suka | -
Wati memimpin 12 pedagang.
! en | When does the market open?
"""
    passages = list(read(put(tmp_path, parts)))
    assert [one.headings for one in passages] == [(), ()]
    (asked,) = beside(passages, random.Random(1))
    assert (asked.question, asked.answerable) == ("Pukul berapa pasar dibuka?", False)
    assert asked.passage == "Pasar Suka\nWati memimpin 12 pedagang."


def test_sections_of_one_document_are_held_back_together(tmp_path: Path) -> None:
    documents = [SECTIONS.replace("Tarif Pasar", f"Tarif Pasar {number}") for number in range(9)]
    passages = list(read(put(tmp_path, "".join(documents))))
    assert [one.title for one in passages if one.held_back] == ["Tarif Pasar 7"] * 2


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("| 9 ton\n", "| 10 ton\n", "10 ton"),
        ("| padi | 9 ton padi\n", "| padi\n", "one place"),
        ("| 9 ton\n", "\n", "no answer"),
        ("| reversed\n", "\n", "what is wrong"),
    ],
)
def test_a_bad_passage_is_named_with_its_line(tmp_path: Path, before: str, after: str, said: str) -> None:
    path = put(tmp_path, ONE + ONE.replace(before, after))
    with pytest.raises(ValueError, match=rf"a\.txt, passage at line 11: .*{said}"):
        list(read(path))


def test_what_is_shipped_can_be_read_and_holds_both_languages_of_everything() -> None:
    passages = written(SEEDS)
    questions = [question for one in passages for question in one.questions]
    claims = [claim for one in passages for claim in one.claims]
    assert len({(q.language, q.spelled, q.answerable) for q in questions}) == 6
    assert len({(c.language, c.supported) for c in claims}) == 4
    assert any(one.kind == "statute" and one.held_back for one in passages)
