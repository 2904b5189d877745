"""What was said in each chat, in memory only and for minutes, under keys that do not tell who it was."""

import asyncio
import hashlib
import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from rag.schemas import TurnIn

KEPT_TURNS = 5
KEPT_CHARS = 1500
_MOST_CHATS = 5000


@dataclass(slots=True)
class Chat:
    """One sender; `lock` lets one message at a time be answered, in their order."""

    seen: float
    turns: tuple[TurnIn, ...] = ()
    warned: bool = False  # that it asks too often; said once
    paused: bool = False  # was told that messages are not answered for now
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    def remember(self, question: str, answer: str) -> None:
        turn = TurnIn(question=question[:KEPT_CHARS], answer=answer[:KEPT_CHARS])
        self.turns = (*self.turns, turn)[-KEPT_TURNS:]


class Conversations:
    """Chats by key; one that was silent for `lasting_s` begins anew, and beyond `chats` the oldest are forgotten."""

    def __init__(self, lasting_s: float, chats: int = _MOST_CHATS, clock: Callable[[], float] = monotonic) -> None:
        self._lasting_s, self._most, self._clock = lasting_s, chats, clock
        self._chats: OrderedDict[str, Chat] = OrderedDict()
        self._secret = secrets.token_bytes(32)

    def key(self, channel: str, sender: str) -> str:
        """Neither a telephone number nor an account can be had from it."""
        return hashlib.blake2b(f"{channel}:{sender}".encode(), key=self._secret, digest_size=16).hexdigest()

    def of(self, key: str) -> Chat:
        """The chat as it stands; chats that are over are dropped here."""
        now = self._clock()
        while self._chats and now - next(iter(self._chats.values())).seen > self._lasting_s:
            self._chats.popitem(last=False)
        chat = self._chats.pop(key, None) or Chat(now)
        chat.seen = now
        self._chats[key] = chat
        if len(self._chats) > self._most:
            self._chats.popitem(last=False)
        return chat

    def __len__(self) -> int:
        return len(self._chats)
