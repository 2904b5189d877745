"""Messages in, messages out, without any messenger."""

import asyncio
from datetime import UTC, datetime

from rag.errors import IndexMissing
from rag.settings import Settings
from rag.types import Answer
from tests.web.conftest import Clock
from tests.web.fakes import FakePipeline
from web.channels.answering import Correspondent, Message, Parts
from web.protection.gate import Gate
from web.protection.limits import Limits
from web.records.switching import Off, State, Switch


class Talk:
    """One sender, who writes again and again."""

    def __init__(self, pipeline: FakePipeline | None = None, **settings: object) -> None:
        self.pipeline = pipeline or FakePipeline()
        self.heard: list[Answer] = []
        self.state = State()
        self.limits = Limits(in_total=1000)
        self.correspondent = Correspondent(Settings(_env_file=None, **settings), clock=lambda: 0.0)

    def say(self, *texts: str | None, sender: str = "7") -> list[tuple[str, ...]]:
        async def all_of_them() -> list[tuple[str, ...]]:
            parts = Parts(self.pipeline, Gate(2, 1), self.heard.append, self.limits, self.switches)
            return [await self.correspondent.replies(Message("telegram", sender, text), parts) for text in texts]

        return asyncio.run(all_of_them())

    async def switches(self) -> State:
        return self.state


def test_while_channels_are_off_each_sender_is_told_once_in_both_languages() -> None:
    talk = Talk()
    talk.state = State({Switch.CHANNELS: Off("flood", "ani", datetime(2026, 3, 1, tzinfo=UTC))})
    (first,), *rest = talk.say("Berapa orang ke Taiwan?", "Halo?", None)
    assert first.startswith("Untuk sementara")
    assert "Please write again later." in first
    assert rest == [(), ()]
    assert len(talk.say("Halo?", sender="8")[0]) == 1
    assert talk.pipeline.questions == []
    talk.state = State()
    assert talk.say("Berapa orang ke Taiwan?")[0][0].startswith("4.584 orang")


def test_an_answer_is_told_in_the_language_of_the_question_and_counted() -> None:
    talk = Talk()
    ((told,),) = talk.say("How many people went to Taiwan?")
    assert told.startswith("4,584 people")
    assert "Sources:" in told
    assert [answer.question for answer in talk.heard] == ["How many people went to Taiwan?"]


def test_a_follow_up_knows_what_was_said_until_a_new_conversation() -> None:
    talk = Talk()
    _, (told,), (anew,), (after,) = talk.say("Berapa orang ke Taiwan?", "Sejak kapan?", "/baru", "Sejak kapan?")
    assert told.startswith("4.584 orang")
    assert "percakapan baru" in anew
    assert not after.startswith("4.584")
    assert talk.pipeline.questions[-1].history == ()


def test_a_link_to_the_bot_a_command_with_its_name_and_one_that_is_not_there_are_no_questions() -> None:
    talk = Talk()
    said = talk.say("/start poster-7", "/help@tanya_bot", "/stop")
    assert all("/new" in text for (text,) in said)
    assert "percakapan baru" in talk.say("/baru@tanya_bot")[0][0]
    assert talk.pipeline.questions == []
    talk.say("/ktp berapa lama?")
    assert [question.text for question in talk.pipeline.questions] == ["/ktp berapa lama?"]


def test_another_sender_hears_nothing_of_it() -> None:
    talk = Talk()
    talk.say("Berapa orang ke Taiwan?")
    talk.say("Sejak kapan?", sender="8")
    assert talk.pipeline.questions[-1].history == ()


def test_who_writes_too_often_is_told_once_and_not_answered(clock: Clock) -> None:
    talk = Talk(channel_messages_per_minute=2)
    replies = talk.say(*["Berapa orang ke Taiwan?"] * 4)
    assert [len(each) for each in replies] == [1, 1, 1, 0]
    assert "wait 50 seconds" in replies[2][0]
    assert len(talk.pipeline.questions) == 2


def test_greeting_and_what_is_no_text_are_told_in_both_languages() -> None:
    talk = Talk()
    (start,), (picture,), (broken,) = talk.say("/start", None, "\ud800")
    assert "Please send no personal data" in start
    assert "data pribadi" in start
    assert "reads text only" in picture
    assert broken == picture
    assert talk.pipeline.questions == []


def test_a_failure_is_told_without_its_details() -> None:
    ((told,),) = Talk(FakePipeline(fail=IndexMissing("/srv/secret/index"))).say("Berapa orang ke Taiwan?")
    assert "/srv" not in told
    assert told
