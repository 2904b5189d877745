"""Messages in, messages out: the same for every channel."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import monotonic

from pydantic import ValidationError

from rag.errors import RagError
from rag.schemas import AskRequest
from rag.settings import Settings
from rag.types import Answer, Language
from rag.wording.prose import text_of
from rag.wording.words import N_, words_of
from web.channels.conversations import Chat, Conversations
from web.channels.telling import messages
from web.ports import AnswerSource
from web.protection.gate import Gate, in_thread
from web.protection.limits import Allowance, Limits, Refused
from web.protection.problems import MESSAGES, Problem, problem_of, told
from web.records.switching import State, Switch

log = logging.getLogger(__name__)

LONGEST = 4000  # Telegram and WhatsApp both take 4096
_START = frozenset({"/start", "/help", "/bantuan"})
_ANEW = frozenset({"/baru", "/new"})
_WELCOME = N_(
    "Ask about what the documents of this service say, in Indonesian or in English; every answer names its sources. "
    "Please send no personal data. What you ask is kept without your name and number; /new begins a new conversation."
)
_FORGOTTEN = N_("This is a new conversation: what was said before is forgotten.")
_ONLY_TEXT = N_("This service reads text only. Please write your question.")
_SLOWER = N_("You have sent many messages. Please wait %(seconds)s seconds, then ask again.")
_PAUSED = N_("This service does not answer messages for now. Please write again later.")


async def all_on() -> State:
    """Where nothing can be switched off."""
    return State()


@dataclass(frozen=True, slots=True)
class Parts:
    """What answers; `answered` is told of every answer that somebody was given, `switches` says what is off, `limits`
    counts."""

    pipeline: AnswerSource
    gate: Gate
    answered: Callable[[Answer], None]
    limits: Limits
    switches: Callable[[], Awaitable[State]] = all_on


@dataclass(frozen=True, slots=True)
class Message:
    """What somebody sent; `text` is None for a picture, a voice or anything else that is no text."""

    channel: str
    sender: str
    text: str | None


class Correspondent:
    """Answers messages; it knows senders by keys only, and logs nothing of them."""

    def __init__(self, settings: Settings, clock: Callable[[], float] = monotonic) -> None:
        self._settings = settings
        self._chats = Conversations(settings.channel_minutes * 60, clock=clock)

    async def replies(self, message: Message, parts: Parts) -> tuple[str, ...]:
        """What is sent back, in this order; () where nothing is."""
        key = self._chats.key(message.channel, message.sender)
        chat = self._chats.of(key)
        if Switch.CHANNELS in (await parts.switches()).off:
            return self._paused(chat)
        chat.paused = False
        refused = await parts.limits.take(Allowance(f"sender:{key}", self._settings.channel_messages_per_minute))
        if refused:
            return self._slower(chat, refused)
        chat.warned = False
        if message.text is None:
            return _both(_ONLY_TEXT)
        command, alone = _command(message.text), len(message.text.split()) == 1
        if command in _ANEW and alone:
            chat.turns = ()
            return _both(_FORGOTTEN)
        if command in _START or (command and alone):  # also one that there is not
            return _both(_WELCOME)
        async with chat.lock:
            return await self._answer(chat, message.text.strip(), parts)

    def _paused(self, chat: Chat) -> tuple[str, ...]:
        """Said once, in both languages."""
        first, chat.paused = not chat.paused, True
        return _both(_PAUSED) if first else ()

    def _slower(self, chat: Chat, refused: Refused) -> tuple[str, ...]:
        """Said once, so that a flood is not answered by another."""
        first, chat.warned = not chat.warned, True
        if not first:
            return ()
        return _both(MESSAGES["busy"]) if refused.by_all else _both(_SLOWER, seconds=refused.wait_s)

    async def _answer(self, chat: Chat, text: str, parts: Parts) -> tuple[str, ...]:
        try:
            question = AskRequest(question=text, history=list(chat.turns)).to_question()
        except ValidationError:  # longer than any question, or no Unicode
            return _both(_ONLY_TEXT)
        words = words_of(question.language)
        try:
            async with parts.gate.place():
                answer = await in_thread(parts.pipeline.answer, question)
        except Problem as problem:
            return (told(problem, words),)
        except RagError as error:
            log.warning("a message could not be answered: %s", error)
            return (told(problem_of(error), words),)
        parts.answered(answer)
        chat.remember(text, text_of(answer))
        return messages(answer, LONGEST, self._settings.site_url)


def _command(text: str) -> str | None:
    """ "/start" of "/start poster-7", as links to a bot send it, and of "/start@our_bot"; None for a question."""
    first, *_ = text.split() or ("",)
    return first.casefold().partition("@")[0] if first.startswith("/") and len(first) > 1 else None


def _both(text: str, **values: object) -> tuple[str, ...]:
    """In Indonesian and in English, where nothing tells which one it is to be."""
    return ("\n\n".join(words_of(each).gettext(text, **values) for each in (Language.INDONESIAN, Language.ENGLISH)),)
