"""Ends of parts as browsers see them: `</header>` ends a header, whatever is still open in it.

libxml2 passes over such an end where a `<div>` in it was never closed, and then all of the page stands in its menu.
"""

import re

_PARTS = frozenset(("header", "nav", "footer", "aside", "main", "article", "section"))
_DEEPEST = 255  # libxml2 reads no deeper
_BOUNDS = frozenset(("table", "td", "th", "caption", "object", "template"))  # no end reaches out of these
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<raw>script|style|textarea|title|xmp)\b.*?(?:</(?P=raw)\s*>|\Z)"
    rf"|<(?P<end>/?)(?P<name>div|{'|'.join(sorted(_PARTS | _BOUNDS))})(?=[\s/>])(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+>",
    re.IGNORECASE | re.DOTALL,
)


def with_parts_closed(source: str) -> str:
    """The page with what is open in a part closed where the part ends; a page without such a place as it is."""
    open_tags: list[str] = []
    pieces: list[str] = []
    done = 0
    for tag in _TAG.finditer(source):
        name = (tag["name"] or "").lower()
        if not tag["end"]:
            open_tags += [name] if name else []
            if len(open_tags) > _DEEPEST:
                return source
            continue
        within = _within(open_tags, name)
        if within is None:
            continue
        if name in _PARTS and "div" in within:
            pieces += [source[done : tag.start()], *(f"</{each}>" for each in reversed(within))]
            done = tag.start()
        del open_tags[len(open_tags) - len(within) - 1 :]
    return "".join((*pieces, source[done:])) if pieces else source


def _within(open_tags: list[str], name: str) -> list[str] | None:
    """What is open in the innermost open element of that name; None where its end closes nothing."""
    for at in range(len(open_tags) - 1, -1, -1):
        if open_tags[at] == name:
            return open_tags[at + 1 :]
        if open_tags[at] in _BOUNDS and name not in _BOUNDS:
            return None
    return None
