"""What an earlier turn of a conversation is worth to a follow-up: one that found nothing lends it nothing."""

import re

from rag.language.text import words
from rag.questions.leaning import asks_something
from rag.types import Turn

_MARK = re.compile(r"\[\d+\]")
_NO = frozenset("tidak tak belum not no cannot couldn't can't don't doesn't didn't nothing".split())
_FINDING = frozenset(
    """menemukan ditemukan temukan memuat dimuat menyebut menyebutkan disebut disebutkan mencantumkan jawaban
    informasi keterangan find found contain contains mention mentions mentioned say information answer""".split()
)
_NEAR = 3  # words between "not" and "find"


def found_something(turn: Turn) -> bool:
    """Whether the turn was answered; so is one whose answer is not at hand, and one that cites a source."""
    if _MARK.search(turn.answer) or not turn.answer.strip():
        return True
    if "?" not in turn.question and not asks_something(turn.question):
        return False  # "Wah, pagi sekali!", and a polite reply
    said = words(turn.answer)
    return not any(word in _NO and _FINDING & {*said[row + 1 : row + 2 + _NEAR]} for row, word in enumerate(said))
