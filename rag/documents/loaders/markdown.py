"""Markdown with optional front matter (title, publisher, date, place, price ...), read as the page it makes."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from itertools import accumulate, count
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from rag.documents.cleaning import Block, RawPage
from rag.documents.divisions import parted
from rag.documents.loaders import front_matter
from rag.documents.loaders.fields import as_language, date_of, first_string
from rag.documents.loaders.html import fragment
from rag.documents.loaders.reading import decode

_BREAKS = frozenset(("softbreak", "hardbreak"))
_STRIKE = "~~"
_MANY_STRIKES, _OFTEN = 100, 0.2  # marks, and share of the rows of tables
_NOTE = re.compile(r"^ {0,3}\[\^([\w*-]{1,20})\]:[ \t]*", re.MULTILINE)
_NOTE_MARK = re.compile(r"\[\^([\w*-]{1,20})\]")
_SHORTCODE = re.compile(r"\{\{[<%][^\n]{0,400}?[%>]\}\}")  # what a site generator puts a box or a picture in place of
# What gives its class or name to what it stands behind: '{: .shadow width="400" }', "## Biaya {#biaya}".
_ATTRIBUTES = re.compile(
    r"\{:{1,2}[ \t]?[\w.#/][^{}\n]{0,400}\}|(?m:(?<=\S)[ \t]{1,9}\{#[\w:.-]{1,100}(?:[ \t]+[^{}\n]{0,300})?\}[ \t]*$)"
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def parse(data: bytes, path: Path) -> RawPage:
    """Blocks and front matter. Raises UnreadableDocument when the front matter cannot be read."""
    fields, text = front_matter.read(decode(data, path).replace("\r\n", "\n").replace("\r", "\n"), path)
    text = text.replace(_STRIKE, "") if _takes_rules_for_strikes(text) else text
    text = _with_raised_marks(_ATTRIBUTES.sub("", _SHORTCODE.sub("", text)))
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    body = reader.renderer.render(list(map(_readable, reader.parse(text))), reader.options, {})
    heading, rest = _parted(body)
    blocks, left_out = fragment(f"<div>{heading}{_labelled(front_matter.shown(fields))}{rest}</div>", path)
    published, notices = date_of(fields, "date", "published", "tanggal")
    return RawPage(
        blocks,
        title=first_string(fields, "title", "judul") or _first_heading(blocks),
        publisher=first_string(fields, "publisher", "penerbit", "site_name", "source"),
        published=published,
        url=first_string(fields, "url", "canonical", "link"),
        language=as_language(first_string(fields, "language", "lang", "bahasa")),
        based_on=_based_on(fields.get("based_on")),
        left_out=left_out,
        notices=notices,
    )


def _with_raised_marks(text: str) -> str:
    """The marks of notes as a page shows them: "[^1]" raised, and again before the note itself."""
    marks = {match[1] for match in _NOTE.finditer(text)}
    if not marks:
        return text
    text = _NOTE.sub(r"<sup>\1</sup> ", text)
    return _NOTE_MARK.sub(lambda match: f"<sup>{match[1]}</sup>" if match[1] in marks else match[0], text)


def _parted(body: str) -> tuple[str, str]:
    """The heading that a page begins with, if it does, and what comes below it."""
    before, mark, below = body.partition("</h1>")
    return (before + mark, below) if mark and body.startswith("<h1>") else ("", body)


def _labelled(fields: Sequence[tuple[str, str]]) -> str:
    """As the paragraphs of a page that say so above its text."""
    return "".join(f"<p>{escape(name)}: {escape(value)}</p>" for name, value in fields)


def _takes_rules_for_strikes(text: str) -> bool:
    """Whether a converter took the lines of printed tables for struck-out words: nobody strikes out every fifth row."""
    rows = [line for line in text.split("\n") if line.lstrip().startswith("|")]
    struck = [row for row in rows if _STRIKE in row]
    return sum(row.count(_STRIKE) for row in struck) >= _MANY_STRIKES and len(struck) >= _OFTEN * len(rows)


def _based_on(value: object) -> tuple[str, ...]:
    entries = value if isinstance(value, list) else [value] if value else []
    return tuple(shown for entry in entries if (shown := _display(entry)))


def _display(entry: object) -> str:
    if isinstance(entry, Mapping):
        parts = (entry.get(name) for name in ("publisher", "title", "date"))
        return ", ".join(filter(None, map(_display, parts)))
    return " ".join(str(entry).split()) if isinstance(entry, str | int | float | date) else ""


def _first_heading(blocks: Sequence[Block]) -> str | None:
    return blocks[0].text if blocks and blocks[0].level == 1 else None


def _with_lines(token: Token) -> Token:
    """A paragraph in which a division, an ayat or an item begins a line of its own; other lines run on."""
    children = token.children or []
    lines = [""]
    for child in children:
        if child.type in _BREAKS:
            lines.append("")
        else:
            lines[-1] += child.content
    ends = set(accumulate(len(run) for run in parted(lines)))
    breaks = count(1)
    return token.copy(
        children=[
            child.copy(type="hardbreak", tag="br")
            if child.type in _BREAKS and (next(breaks) in ends or child.type == "hardbreak")
            else child
            for child in children
        ]
    )


def _without_comments(token: Token) -> Token:
    """A comment that is never closed ends with its block."""
    return token.copy(content=_COMMENT.sub(" ", token.content))


def _readable(token: Token) -> Token:
    match token.type:
        case "inline":
            return _with_lines(token)
        case "html_block":
            return _without_comments(token)
    return token
