"""What a page's own program writes into it in the browser: no reader of the file knows where, so it is only told."""

import re
from collections.abc import Iterator

_SCRIPT = re.compile(r"<script\b(?P<how>[^<>]*)>(?P<code>.*?)(?:</script\b|\Z)", re.IGNORECASE | re.DOTALL)
_NO_PROGRAM = re.compile(
    r"\bsrc\s*=|\btype\s*=\s*[\"']?(?!module|(?:text|application)/javascript)[\w/+-]", re.IGNORECASE
)
_TEXT = re.compile(r"'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"|`(?:[^`\\]|\\.)*`", re.DOTALL)
_MARKUP = re.compile(r"<[^<>]*>|\$\{[^{}]*\}|\\.")
_WORD = re.compile(r"[^\W_]{2,}(?:-[^\W_]+)*[.,:;!?)]*")
_SENTENCE = 4  # words, nearly all of letters, in which a program tells somebody something
_FEWEST = 20  # words: what a program says of its own working is less
_SHARE = 0.3  # of the words of the page; nine hundredths were the most in 178 pages that programs do not make


def shown_by_programs(source: str, page: int) -> int:
    """How many words the programs of a page of `page` words hold to be read; 0 where that is little of it."""
    said = sum(map(_words, _texts(source)))
    return said if said >= max(_FEWEST, _SHARE * page) else 0


def _texts(source: str) -> Iterator[str]:
    for script in _SCRIPT.finditer(source):
        if not _NO_PROGRAM.search(script["how"]):
            yield from (found[0][1:-1] for found in _TEXT.finditer(script["code"]))


def _words(text: str) -> int:
    said = _MARKUP.sub(" ", text).split()
    words = sum(_WORD.fullmatch(word) is not None for word in said)
    return words if words >= _SENTENCE and words >= 0.7 * len(said) else 0
