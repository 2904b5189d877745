"""When not to answer: questions that are none, and evidence that does not carry an answer."""

import re

from rag.language.detection import foreign
from rag.language.disguises import undisguised
from rag.language.distress import speaks_of_own_death
from rag.language.spelling import standardise
from rag.language.text import words
from rag.questions.orders import gives_orders
from rag.types import Refusal

_SMALL_TALK = frozenset(
    """halo hallo hai hei hey hi hello hola pagi siang sore malam selamat permisi assalamualaikum assalamu alaikum
    salam tes test testing coba cek ping p woy woi oi min admin kak bang gan sis bro makasih terima kasih trims
    thanks thank you thx ok oke okay sip siap mantap good morning afternoon evening night bye dadah apa kabar how
    are you gimana kabarnya lagi what's up sup wkwk wkwkwk haha hehe hmm ya yes no tidak kamu semua everyone there
    dunia world nih dong deh sih""".split()
)
_GREETING_LENGTH = 6
# Elsewhere these words ask: "banyak tidak?", "how much?".
_MUCH_THANKS = re.compile(r"\b(terima ?kasih|makasih|thanks|thank you),? (?:banyak|so much|very much|a lot)\b", re.I)


def refusal(text: str, longest: int, disguises: bool = True) -> Refusal | None:
    """Why `text` is declined unread; None for a question one can look for.

    `longest` is in characters; `disguises`: whether one is undone before it is judged.
    """
    if len(text) > longest:
        return Refusal.TOO_LONG
    if not any(character.isalpha() or character.isdigit() for character in text):
        return Refusal.EMPTY
    text = undisguised(text) if disguises else text
    if speaks_of_own_death(standardise(text)):
        return Refusal.DISTRESS
    if gives_orders(text):
        return Refusal.ORDERS
    if foreign(text):
        return Refusal.FOREIGN_LANGUAGE
    return Refusal.SMALL_TALK if _is_small_talk(text) else None


def _is_small_talk(text: str) -> bool:
    tokens = words(_MUCH_THANKS.sub(r"\1", text))
    if not any(len(token) > 1 for token in tokens):
        return True
    return len(tokens) <= _GREETING_LENGTH and all(token in _SMALL_TALK for token in tokens)
