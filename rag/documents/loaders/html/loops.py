"""Rows of a template that stand in its code as a list, written out as the program would: once for each entry.

Only what is certain: a list of texts and numbers, a loop over it, and what the loop prints of an entry. A loop with a
condition in it is left alone.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from rag.documents.loaders.html.php_values import NotLiteral, Value, lists_in, literal

_MOST = 500  # entries of a list
_LONGEST = 500_000  # characters that a page may become
_MARK = re.compile(
    r"@(?P<open>foreach|forelse)\s*\((?P<head>(?:[^()\n]|\([^()\n]*\))*)\)|@(?P<close>endforeach|endforelse)\b"
    r"|<\?php\s+foreach\s*\((?P<php>(?:[^()]|\([^()]*\))*?)\)\s*:\s*\?>|<\?php\s+(?P<end>endforeach)\s*;?\s*\?>"
)
_HEAD = re.compile(
    r"\s*(?P<over>.+?)\s+as\s+(?:\$(?P<key>\w+)\s*=>\s*)?(?:\$(?P<one>\w+)|\[(?P<many>[\s\w$,]+)\])\s*", re.DOTALL
)
_CONDITION = re.compile(
    r"@(?:if|unless|switch|isset|empty|continue|break|php)\b|<\?php(?!\s+(?:echo|foreach|endforeach)\b)"
)
_PRINTED = re.compile(
    r"\{\{(?!--)(?P<safe>[^{}\n]*)\}\}|\{!!(?P<raw>[^\n]*?)!!\}|<\?(?:=|php\s+echo\b)(?P<php>[^?]*?);?\s*\?>"
)
_PATH = re.compile(r"\$(?P<name>\w+)(?P<keys>(?:\[(?:\d+|'[^'\\]*'|\"[^\"\\$]*\")\])*)(?:\s*\+\s*(?P<more>\d{1,4}))?")
_KEY = re.compile(r"\[(?:(\d+)|'([^']*)'|\"([^\"]*)\")\]")
_COUNTER, _NUMBER = "$loop->iteration", "0"  # no variable is called so

Names = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class _Loop:
    """A loop of a page: where it stands, its head and what it repeats."""

    start: int
    end: int
    head: str
    body: str


def with_loops_written_out(source: str) -> str:
    """The page with loops over lists of its own written out; as it is where there are none."""
    if "foreach" not in source and "@forelse" not in source:
        return source
    written = _written(source, lists_in(source))
    return written if len(written) <= _LONGEST + len(source) else source


def _written(text: str, names: Names) -> str:
    pieces, done = [], 0
    for loop in _loops(text):
        pieces += [text[done : loop.start], _repeated(loop, text, names)]
        done = loop.end
    return "".join((*pieces, text[done:]))


def _loops(text: str) -> Iterator[_Loop]:
    """The outermost loops that end."""
    begun: list[re.Match[str]] = []
    for mark in _MARK.finditer(text):
        if mark["open"] or mark["php"]:
            begun.append(mark)
        elif begun:
            first = begun.pop()
            if not begun:
                head = first["head"] if first["open"] else first["php"]
                yield _Loop(first.start(), mark.end(), head, text[first.end() : mark.start()])


def _repeated(loop: _Loop, text: str, names: Names) -> str:
    """What a loop shows; the loop itself where that is not certain."""
    whole = text[loop.start : loop.end]
    head = _HEAD.fullmatch(loop.head)
    try:
        over = _over(head["over"], names) if head else None
    except NotLiteral:
        over = None
    if head is None or not isinstance(over, dict) or len(over) > _MOST or _CONDITION.search(loop.body):
        return whole
    shown: list[str] = []
    for number, (key, value) in enumerate(over.items(), start=1):
        own: dict[str, Value] = {**names, _NUMBER: number}
        if head["key"]:
            own[head["key"]] = key
        if head["one"]:
            own[head["one"]] = value
        elif isinstance(value, dict):
            own |= dict(zip(re.findall(r"\w+", head["many"]), value.values(), strict=False))
        shown.append(_printed(_written(loop.body, own), own))
        if sum(map(len, shown)) > _LONGEST:
            return whole
    return "".join(shown)


def _over(expression: str, names: Names) -> Value:
    path = _PATH.fullmatch(expression)
    return _at(path, names) if path else literal(expression)


def _printed(body: str, names: Names) -> str:
    def show(mark: re.Match[str]) -> str:
        expression = next(each for each in (mark["safe"], mark["raw"], mark["php"]) if each is not None).strip()
        try:
            value = _at(_PATH.fullmatch(expression.replace(_COUNTER, f"${_NUMBER}")), names)
        except NotLiteral:
            return mark[0]
        if isinstance(value, dict):
            return mark[0]
        said = "" if value is None or value is False else "1" if value is True else str(value)
        return escape(said) if mark["safe"] is not None else said

    return _PRINTED.sub(show, body)


def _at(path: re.Match[str] | None, names: Names) -> Value:
    """What stands at "$row['harga']" or "$number + 1". Raises NotLiteral where that is not known."""
    if path is None or path["name"] not in names:
        raise NotLiteral
    value = names[path["name"]]
    for number, one, other in _KEY.findall(path["keys"]):
        key = int(number) if number else one or other
        if not isinstance(value, dict) or key not in value:
            raise NotLiteral
        value = value[key]
    if not path["more"]:
        return value
    if not isinstance(value, int):
        raise NotLiteral
    return value + int(path["more"])
