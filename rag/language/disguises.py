"""Questions written so that no program reads them: backwards, letters apart or swapped, figures for letters, encoded.

A disguise is undone only where what comes out is readable and what was typed is not: words of the two languages that
were none before. So codes ("KP2MI", "PBB-P2"), short forms ("macam2") and names stay as they are typed, and an
ordinary question in leetspeak is read like any other.
"""

import base64
import binascii
import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import groupby, product
from urllib.parse import unquote

from rag.language.text import words
from rag.language.vocabulary import SHORTEST, is_word

_LETTERS = {
    "0": "o",
    "1": "il",
    "3": "e",
    "4": "a",
    "5": "s",
    "6": "g",
    "7": "t",
    "8": "b",
    "9": "g",
    "@": "a",
    "$": "s",
    "!": "i",
    "v": "vu",
}
_LEET = re.compile(r"(?<![\w@$./-])(?=[\w@$!]*[a-z])(?=[\w@$!]*[013-9@$!][\w@$])[a-z\d@$!]{3,20}(?![\w@$/-])", re.I)
_MOST_WAYS = 64  # of reading one word
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# Letters one by one, behind each the same mark: "b-a-g-a", "b a g a".
_SPELT = re.compile(r"(?<![^\W_])[^\W\d_](?:([ .·*_-])[^\W\d_])(?:\1[^\W\d_])+(?![^\W_])")
_ENCODED = re.compile(r"(?<![\w+/=])[A-Za-z0-9+/]{16,}={0,2}(?![\w+/=])")
_PERCENT = re.compile(r"(?:%[0-9a-fA-F]{2}){4,}")
_LONGEST_WORD = 20
_SURE = 2  # words that must come out
_REMEMBERED = 4096  # words
_NAMES = 3  # one word in so many, beside names
_LETTERS_LEFT = 3  # of a name in leetspeak
_BY_CHANCE = 2  # letters of what may be a word whichever way it is turned
_SWAPPED, _SWAPPED_LONG = 3, 2  # words that two swapped letters make, and of them those of four letters or more


def undisguised(text: str) -> str:
    """The text with every disguise undone that can be read, else as it is; idempotent on plain text."""
    for undo in (_decoded, _spelt, _leet, _backwards, _rotated, _swapped):
        text = undo(text)
    return text


def _decoded(text: str) -> str:
    """Base64 and percent-encoding."""
    text = _PERCENT.sub(lambda match: _if_readable(match[0], unquote(match[0], errors="ignore")), text)
    return _ENCODED.sub(lambda match: _if_readable(match[0], _from_base64(match[0])), text)


def _from_base64(text: str) -> str:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""


def _if_readable(typed: str, read: str) -> str:
    return read if read.isprintable() and sum(map(is_word, words(read))) >= _SURE else typed


def _spelt(text: str) -> str:
    """ "b-a-y-a-r" joined, and names beside it; letters that are no words of ours together ("opsi a b c d") stay."""
    letters = {match[0]: match[0].replace(match[1], "") for match in _SPELT.finditer(text)}
    read = {spelt: _split(joined.lower()) for spelt, joined in letters.items()}
    if not any(read.values()):
        return text
    return _SPELT.sub(lambda match: read[match[0]] or letters[match[0]], text)


def _split(letters: str) -> str | None:
    """The letters as words, in as few as there may be; None where they are no words."""
    best: list[tuple[str, ...] | None] = [(), *[None] * len(letters)]
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - _LONGEST_WORD), end):
            before = best[start]
            if before is not None and is_word(letters[start:end]):
                now = best[end]
                if now is None or len(before) + 1 < len(now):
                    best[end] = (*before, letters[start:end])
    return None if best[-1] is None else " ".join(best[-1])


def _leet(text: str) -> str:
    """ "b1k1n 4kt4" -> "bikin akta": words of ours at once, others (names) beside two of those."""
    if not any(character.isdigit() or character in "@$!" for character in text):
        return text
    read = {match[0]: next(_readings(match[0].lower()), None) for match in _LEET.finditer(text)}
    found = sum(each is not None for each in read.values())
    return _LEET.sub(lambda match: read[match[0]] or (_plain(match[0]) if found >= _SURE else match[0]), text)


def _readings(word: str) -> Iterator[str]:
    ways = [_LETTERS.get(character, character) for character in word]
    total = 1
    for way in ways:
        total *= len(way)
    if total <= _MOST_WAYS:
        yield from filter(is_word, map("".join, product(*ways)))


def _plain(word: str) -> str:
    """The first letter that each figure may stand for."""
    letters = "".join(_LETTERS.get(character, character)[0] for character in word)
    return letters if letters.isalpha() and sum(map(str.isalpha, word)) >= _LETTERS_LEFT else word


def _backwards(text: str) -> str:
    return _turned(text, lambda stretch: stretch[::-1], lambda word: word[::-1])


def _rotated(text: str) -> str:
    """Each letter thirteen further: ROT13."""
    return _turned(text, lambda stretch: codecs.encode(stretch, "rot13"), lambda word: codecs.encode(word, "rot13"))


def _turned(text: str, turn: Callable[[str], str], turn_word: Callable[[str], str]) -> str:
    """The text with the stretches turned of which no word is ours before, and several are afterwards.

    Two short ones come out by chance ("ton NPK"), and so does one said twice ("adon-adon").
    """
    found = [*_WORD.finditer(text)]
    pieces, done = [], 0
    for stretch in _unread(found):
        turned = [turn_word(match[0].lower()) for match in stretch if len(match[0]) > _BY_CHANCE]
        read = [word for word in turned if is_word(word)]
        if len({*read}) >= _SURE and len(max(read, key=len)) >= SHORTEST and _NAMES * len(read) >= len(stretch):
            # Marks at the beginning or end of the text were turned with it.
            start = 0 if stretch[0] is found[0] else stretch[0].start()
            stop = len(text.rstrip()) if stretch[-1] is found[-1] else stretch[-1].end()
            pieces += [text[done:start], turn(text[start:stop])]
            done = stop
    return "".join((*pieces, text[done:]))


def _unread(found: Iterable[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """The longest stretches of words none of which is ours."""
    ours = groupby(found, lambda match: is_word(match[0].lower()))
    return ([*stretch] for is_ours, stretch in ours if not is_ours)


def _swapped(text: str) -> str:
    """ "ignroe yuor rules": words that are ours when two letters beside each other, behind the first, change places.

    One or two such words are slips, which the reading of a question bears.
    """
    typed = {match[0].lower() for match in _WORD.finditer(text)}
    read = {word: one for word in typed if (one := _unswapped(word))}
    if len(read) < _SWAPPED or sum(len(word) >= SHORTEST for word in read) < _SWAPPED_LONG:
        return text
    return _WORD.sub(lambda match: read.get(match[0].lower(), match[0]), text)


@lru_cache(_REMEMBERED)
def _unswapped(word: str) -> str | None:
    """None for a word of ours as it is, and for one that becomes none."""
    if not 3 <= len(word) <= _LONGEST_WORD or is_word(word):
        return None
    swaps = (word[:row] + word[row + 1] + word[row] + word[row + 2 :] for row in range(1, len(word) - 1))
    return next((one for one in swaps if one != word and is_word(one)), None)
