"""Markdown with optional front matter (title, publisher, date, url, language, based_on)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from rag.documents.cleaning import Block, RawPage
from rag.documents.divisions import parted
from rag.documents.loaders import front_matter
from rag.documents.loaders.fields import as_language, date_of, first_string
from rag.documents.loaders.html import fragment
from rag.documents.loaders.reading import decode
from rag.documents.tables import table_of
from rag.types import LeftOut

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def parse(data: bytes, path: Path) -> RawPage:
    """Blocks and front matter. Raises UnreadableDocument when the front matter cannot be read."""
    fields, text = front_matter.read(decode(data, path).replace("\r\n", "\n").replace("\r", "\n"), path)
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    left_out: list[LeftOut] = []
    blocks = tuple(_blocks(tokens, path, left_out))
    published, notices = date_of(fields, "date", "published", "tanggal")
    return RawPage(
        blocks,
        title=first_string(fields, "title", "judul") or _first_heading(blocks),
        publisher=first_string(fields, "publisher", "penerbit", "site_name", "source"),
        published=published,
        url=first_string(fields, "url", "canonical", "link"),
        language=as_language(first_string(fields, "language", "lang", "bahasa")),
        based_on=_based_on(fields.get("based_on")),
        left_out=tuple(left_out),
        notices=notices,
    )


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


def _blocks(tokens: Sequence[Token], path: Path, left_out: list[LeftOut]) -> Iterator[Block]:
    """Blocks in order; what of their HTML is not read goes to `left_out`."""
    lists: list[int | None] = []  # next number of each open list, None for bullets
    marker, level = "", 0
    rows: list[list[str]] = []
    for token in _whole_markup(tokens):
        match token.type:
            case "heading_open":
                level = int(token.tag[1])
            case "heading_close":
                level = 0
            case "bullet_list_open":
                lists.append(None)
            case "ordered_list_open":
                lists.append(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                marker = _marker(lists)
            case "table_open":
                rows = []
            case "tr_open":
                rows.append([])
            case "th_open" | "td_open":
                rows[-1].append("")
            case "table_close":
                yield table_of(rows, header_rows=1)
                rows = []
            case "inline" if rows:
                rows[-1][-1] = _text(token.children or [])
            case "inline":
                for run in parted(_lines(token.children or [])):
                    yield Block(marker + " ".join(run), level, item=bool(lists))
                    marker = ""
            case "fence" | "code_block":
                yield Block(token.content)
            case "html_block":
                read, unread = fragment(f"<div>{_COMMENT.sub(' ', token.content)}</div>", path)
                left_out += unread
                yield from read


def _whole_markup(tokens: Sequence[Token]) -> Iterator[Token]:
    """Blocks of HTML that only blank lines part, as within a long table, are one."""
    for is_markup, run in groupby(tokens, key=lambda token: token.type == "html_block"):
        if is_markup:
            first, *others = run
            yield first.copy(content="".join(token.content for token in (first, *others)))
        else:
            yield from run


def _marker(lists: list[int | None]) -> str:
    number = lists[-1]
    if number is None:
        return "- "
    lists[-1] = number + 1
    return f"{number}. "


def _lines(children: Sequence[Token]) -> list[str]:
    """The lines of a paragraph as they stand in the file."""
    lines = [""]
    for child in children:
        if child.type in {"softbreak", "hardbreak"}:
            lines.append("")
        else:
            lines[-1] += _inline(child)
    return lines


def _text(children: Sequence[Token]) -> str:
    return "".join(_inline(child) for child in children)


def _inline(token: Token) -> str:
    if token.type in {"text", "code_inline"}:
        return token.content
    if token.type == "html_inline" and token.content.lower().startswith("<br"):
        return " "
    return " " if token.type in {"softbreak", "hardbreak"} else ""
