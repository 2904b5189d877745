from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text

from rag.types import (
    Answer,
    Citation,
    Excerpt,
    Framing,
    Language,
    Objection,
    Outcome,
    Place,
    Question,
    Sentence,
    Timings,
    Unsearched,
    Value,
)
from tests.web.fakes import declined, differing, not_quite, several, taiwan
from web.records.answers import MOST_CHARS, conversation, keep, kept, masked, note_follow_ups
from web.records.database import Database
from web.records.failures import RecordsUnavailable

QUESTION = Question("Berapa ke Taiwan?", Language.INDONESIAN)
RICH = Citation(
    1,
    "perda.pdf",
    "Perda",
    "Desa: Sukajadi; Padi: 412",
    0,
    25,
    published=date(2026, 2, 12),
    page=3,
    based_on=("Kantor, Judul, 2026-01-01",),
    language=Language.ENGLISH,
    table=Excerpt("Panen", ("Desa", "Padi"), (("Sukajadi", "412"),), 1, (0, 1)),
    confidence=0.75,
    doubtful=("412",),
    place=Place(("Pasal 7", "(2)"), ("Pasal I",)),
)
WHOLE = Answer(
    "Berapa?",
    Language.ENGLISH,
    Outcome.ANSWERED,
    Value("412", "412 tons", "ton"),
    (Sentence(Framing.QUOTE, (RICH,), (Value("412"),), part="berapa"),),
    (RICH,),
    understood_as="Berapa padi?",
    confidence=0.5,
    short_confidence=0.25,
    timings_ms=Timings(1.5, 2.0, 3.0, 6.5),
    index_version="v1",
    objections=(Objection("office", ("Dinas",)),),
    unsearched=Unsearched.FILTERS,
)


@pytest.mark.parametrize("make", [taiwan, differing, several, not_quite, declined, lambda _: WHOLE])
def test_an_answer_is_the_same_when_it_is_read_again(database: Database, make) -> None:
    answer = make(QUESTION)
    with database.writing() as session:
        answer_id = keep(session, answer, None, 10)
    with database.reading() as session:
        found = kept(session, str(answer_id))
    assert found is not None
    assert (found.answer, found.follow_ups) == (answer, None)


def test_a_conversation_is_what_came_before_an_answer_as_far_as_it_is_there(database: Database) -> None:
    with database.writing() as session:
        first = keep(session, taiwan(QUESTION), None, 2)
        second = keep(session, taiwan(QUESTION), first, 2)
        third = keep(session, taiwan(QUESTION), second, 2)
        assert [one.id for one in conversation(session, str(third), 9)] == [second, third]
        assert [one.id for one in conversation(session, str(third), 1)] == [third]
        assert conversation(session, str(first), 9) == ()


def test_what_never_was_an_answer_comes_before_none(database: Database) -> None:
    with database.writing() as session:
        answer_id = keep(session, taiwan(QUESTION), "0" * 32, 10)
        found = kept(session, str(answer_id))
    assert found is not None
    assert found.previous is None


def test_an_answer_of_enormous_length_is_not_kept(database: Database) -> None:
    long = replace(taiwan(QUESTION), question="a " * MOST_CHARS)
    with database.writing() as session:
        assert keep(session, long, None, 10) is None


def test_an_answer_of_a_release_that_differs_too_much_is_gone(database: Database) -> None:
    with database.writing() as session:
        answer_id = str(keep(session, taiwan(QUESTION), None, 10))
        session.execute(text("UPDATE answers SET content = '{}'"))
    with database.reading() as session:
        assert kept(session, answer_id) is None


def test_further_questions_are_kept_with_their_answer(database: Database) -> None:
    with database.writing() as session:
        answer_id = str(keep(session, taiwan(QUESTION), None, 10))
        note_follow_ups(session, answer_id, ("Apa?",))
        note_follow_ups(session, "0" * 32, ("Apa?",))
    with database.reading() as session:
        found = kept(session, answer_id)
    assert found is not None
    assert found.follow_ups == ("Apa?",)


def test_all_that_comes_from_the_question_is_masked_and_no_quote_is() -> None:
    telephone = "0812-3456-7890"
    quote = replace(RICH, quote=f"Hubungi {telephone}")
    sentence = Sentence(Framing.QUOTE, (quote,), part=telephone)
    answer = replace(
        WHOLE,
        question=telephone,
        understood_as=telephone,
        sentences=(sentence,),
        citations=(quote,),
        unanswered=(telephone,),
        unnamed=(telephone,),
        objections=(Objection("names", (telephone,)),),
    )
    assert masked(answer) == replace(
        answer,
        question="[telepon]",
        understood_as="[telepon]",
        sentences=(replace(sentence, part="[telepon]"),),
        unanswered=("[telepon]",),
        unnamed=("[telepon]",),
        objections=(Objection("names", ("[telepon]",)),),
    )


def test_after_a_failure_what_can_be_done_without_is_not_waited_for(database: Database) -> None:
    def fail() -> None:
        with database.writing_if_it_can():
            raise RecordsUnavailable("away")

    with pytest.raises(RecordsUnavailable, match="away"):
        fail()
    with pytest.raises(RecordsUnavailable, match="failed a moment ago"), database.writing_if_it_can():
        pass
    with database.writing():
        pass
