"""What is drawn where a font gives a letter that nobody writes: two letters cast in one, and bullets.

A program that prints a PDF names the joined letters that have no character of their own by their number in the font:
in Calibri, "informaƟon" is "information". Older ones take them from the private use area, as they take bullets.
"""

import re
from collections.abc import Sequence

# By their number in Calibri; what is read so only where Latin letters go on.
_JOINED = {"Ɵ": "ti", "Ʃ": "tt", "Ō": "ft", "ƫ": "tti", "ƞ": "tf", "Ț": "ffi"}
_PRIVATE = {
    **{"\uf001": "fi", "\uf002": "fl"},
    **dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf076\uf06c\uf06e\uf075", "•"),
    **{"\uf0fc": "✓", "\uf0fe": "☑", "\uf0e0": "→"},
}
_ODD = re.compile(f"[{''.join((*_JOINED, *_PRIVATE))}]")


def spelled(letters: Sequence[str]) -> Sequence[str]:
    """The characters of a page, as many as there were, each as the letters that it shows."""
    if not _ODD.search("".join(letters)):
        return letters
    around = ["", *letters, ""]
    return [_spelled(*around[at : at + 3]) for at in range(len(letters))]


def _spelled(before: str, letter: str, after: str) -> str:
    if letter not in _JOINED:
        return _PRIVATE.get(letter, letter)
    begins = letter == "Ɵ" and _is_small(after)
    goes_on = _is_small(before) or (_is_latin(before) and _is_small(after)) or before in _JOINED
    return _JOINED[letter] if begins or goes_on else letter


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalpha()


def _is_small(letter: str) -> bool:
    return _is_latin(letter) and letter.islower()
