"""What is remembered of a chat, and for how long."""

from web.channels.conversations import KEPT_TURNS, Conversations


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_the_key_of_a_sender_is_the_same_here_and_tells_nothing_elsewhere() -> None:
    one, other = Conversations(60), Conversations(60)
    key = one.key("whatsapp", "628111222333")
    assert key == one.key("whatsapp", "628111222333") != one.key("telegram", "628111222333")
    assert key != other.key("whatsapp", "628111222333")
    assert "8111" not in key


def test_a_chat_that_was_silent_for_long_begins_anew() -> None:
    clock = Clock()
    chats = Conversations(60, clock=clock)
    chats.of("a").remember("q", "a")
    clock.now = 60
    assert len(chats.of("a").turns) == 1
    clock.now = 121
    assert chats.of("a").turns == ()


def test_only_the_newest_turns_and_chats_are_held() -> None:
    chats = Conversations(60, chats=2)
    for number in range(KEPT_TURNS + 1):
        chats.of("a").remember(f"q{number}", "x" * 9000)
    turns = chats.of("a").turns
    assert [turn.question for turn in turns] == [f"q{number}" for number in range(1, KEPT_TURNS + 1)]
    assert len(turns[0].answer) == 1500
    chats.of("b")
    chats.of("c")
    assert len(chats) == 2
    assert chats.of("a").turns == ()
