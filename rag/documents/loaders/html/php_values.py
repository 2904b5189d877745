"""Lists that a template writes out in its code: texts, numbers and lists of these, and nothing that is computed."""

import re
from collections.abc import Iterator, Mapping

Value = str | int | float | bool | None | dict["str | int", "Value"]
"""A list is a dict by position, as in PHP."""

_CODE = re.compile(r"@php\b(?![ \t]*\().{0,20000}?@endphp\b|<\?php\b.*?(?:\?>|\Z)", re.DOTALL)
_ASSIGNED = re.compile(r"\$(\w+)\s*=\s*(?=\[|array\s*\()")
_BLANK = re.compile(r"(?:\s+|//[^\n]*|#(?!\[)[^\n]*|/\*.*?\*/)+", re.DOTALL)
_TEXT = re.compile(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\$]|\\.)*)\"", re.DOTALL)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?![\w.])")
_WORD = re.compile(r"(?:true|false|null)\b", re.IGNORECASE)
_OPEN = re.compile(r"\[|array\s*\(", re.IGNORECASE)
_WORDS: Mapping[str, Value] = {"true": True, "false": False, "null": None}
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\n"}
_DEEPEST = 6


class NotLiteral(Exception):
    """Something is computed, called or read from elsewhere."""


def lists_in(source: str) -> dict[str, Value]:
    """The lists written out in the code of a page, by the names of their variables; none that is changed anywhere."""
    found = (each for block in _CODE.finditer(source) for each in _assigned(block[0]))
    return {name: value for name, value in found if not _is_changed(name, source)}


def literal(text: str) -> Value:
    """The value that is all of `text`. Raises NotLiteral."""
    value, end = _value(text, 0, 0)
    if text[_blank(text, end) :]:
        raise NotLiteral
    return value


def _assigned(code: str) -> Iterator[tuple[str, Value]]:
    for match in _ASSIGNED.finditer(code):
        try:
            value, end = _value(code, match.end(), 0)
        except NotLiteral:
            continue
        if code[_blank(code, end) :][:1] == ";":
            yield match[1], value


def _is_changed(name: str, source: str) -> bool:
    own = rf"\${name}\b"
    written = re.findall(rf"{own}\s*(?:\[[^\]]*\]\s*)*(?:=(?![=>])|\+\+|--|[.+*/-]=|\?\?=)", source)
    passed = re.search(rf"&\s*{own}|(?:sort|shuffle|push|pop|shift|splice|walk|extract)\w*\(\s*{own}", source)
    return len(written) != 1 or passed is not None


def _blank(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _value(text: str, at: int, depth: int) -> tuple[Value, int]:
    at = _blank(text, at)
    if match := _TEXT.match(text, at):
        escapes = _ESCAPES if match[1] is None else {}
        said = match[1] if match[1] is not None else match[2]
        return _ESCAPED.sub(lambda each: escapes.get(each[1], each[1]), said), match.end()
    if match := _NUMBER.match(text, at):
        return (float(match[0]) if "." in match[0] else int(match[0][:18])), match.end()
    if match := _WORD.match(text, at):
        return _WORDS[match[0].lower()], match.end()
    if (match := _OPEN.match(text, at)) and depth < _DEEPEST:
        return _list(text, match.end(), "]" if match[0] == "[" else ")", depth)
    raise NotLiteral


def _list(text: str, at: int, close: str, depth: int) -> tuple[Value, int]:
    found: dict[str | int, Value] = {}
    position = 0
    while True:
        at = _blank(text, at)
        if text[at : at + 1] == close:
            return found, at + 1
        value, at = _value(text, at, depth + 1)
        at = _blank(text, at)
        key: Value = position
        if text[at : at + 2] == "=>":
            key = value
            value, at = _value(text, at + 2, depth + 1)
            at = _blank(text, at)
        if not isinstance(key, str | int) or text[at : at + 1] not in (",", close):
            raise NotLiteral
        found[key] = value
        position = max(position, key + 1) if isinstance(key, int) else position
        at += text[at : at + 1] == ","
