"""Passages written by hand."""

from pathlib import Path

import pytest

from rag.training.reader.written import questions_of, read, titled, written
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
