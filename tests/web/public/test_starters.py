from rag.errors import IndexMissing
from rag.types import Answer, Language, Question
from rag.wording.words import words_of
from tests.web.fakes import FakePipeline, taiwan
from tests.web.public.test_follow_ups import SECTOR, Sectioned
from web.public.starters import Starters, usual_questions

INDONESIAN = usual_questions(words_of(Language.INDONESIAN))


class Answering(Sectioned):
    """Also answers the second of the usual questions, and knows one document."""

    def _look_up(self, question: Question) -> Answer:
        return taiwan(question) if question.text == INDONESIAN[1] else super()._look_up(question)


def looked(pipeline: FakePipeline) -> Starters:
    starters = Starters(pipeline)
    starters._begun = "v1"
    starters.look("v1")
    return starters


def test_whoever_asks_goes_first() -> None:
    busy, asked = [True, True, False], list[int]()

    class Noting(Answering):
        def answer(self, question: Question) -> Answer:
            asked.append(len(busy))
            return super().answer(question)

    starters = Starters(Noting(), lambda: busy.pop(0) if busy else False)
    starters.look("v1")
    assert asked[0] == 0


def test_only_questions_that_are_answered_are_shown_the_usual_ones_first() -> None:
    pipeline = Answering()
    starters = looked(pipeline)
    found = starters.of("v1", Language.INDONESIAN)
    assert found[0] == INDONESIAN[1]
    assert set(found) - set(INDONESIAN) <= {SECTOR}
    assert starters.of("v1", Language.ENGLISH) == ()


def test_another_version_has_none_until_they_were_looked_for() -> None:
    starters = looked(Answering())
    assert starters.of("v2", Language.INDONESIAN) == ()
    assert starters.of(None, Language.INDONESIAN) == ()


def test_what_was_found_for_an_older_version_is_dropped() -> None:
    starters = looked(Answering())
    starters._begun, starters._found = "v2", {}
    starters.look("v1")
    assert starters.of("v2", Language.INDONESIAN) == ()


def test_an_index_that_goes_meanwhile_leaves_none() -> None:
    assert looked(FakePipeline(fail=IndexMissing("gone"))).of("v1", Language.INDONESIAN) == ()
