"""Markdown with optional YAML front matter (title, publisher, date, url, language, based_on)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from rag.documents.cleaning import Block, RawPage
from rag.documents.divisions import parted
from rag.documents.loaders.fields import as_date, as_language, first_string
from rag.documents.loaders.reading import decode
from rag.documents.tables import table_of
from rag.errors import UnreadableDocument

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def parse(data: bytes, path: Path) -> RawPage:
    """Blocks and front matter. Raises UnreadableDocument when the front matter is no YAML mapping."""
    text = decode(data, path).replace("\r\n", "\n").replace("\r", "\n")
    matter = _FRONT_MATTER.match(text)
    fields = _front_matter(matter[1], path) if matter else {}
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text[matter.end() :] if matter else text)
    blocks = tuple(_blocks(tokens))
    return RawPage(
        blocks,
        title=first_string(fields, "title", "judul") or _first_heading(blocks),
        publisher=first_string(fields, "publisher", "penerbit", "site_name", "source"),
        published=as_date(fields.get("date") or fields.get("published") or fields.get("tanggal")),
        url=first_string(fields, "url", "canonical", "link"),
        language=as_language(first_string(fields, "language", "lang", "bahasa")),
        based_on=_based_on(fields.get("based_on")),
    )


def _front_matter(source: str, path: Path) -> Mapping[str, Any]:
    try:
        fields = yaml.safe_load(source)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        where = f" at line {line + 2}" if line is not None else ""
        raise UnreadableDocument(
            str(path), f"its front matter is not valid YAML{where}; put values with a colon in quotes"
        ) from error
    if fields is None:
        return {}
    if not isinstance(fields, dict):
        raise UnreadableDocument(str(path), "its front matter must be lines of 'name: value'")
    return fields


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


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    lists: list[int | None] = []  # next number of each open list, None for bullets
    marker, level = "", 0
    rows: list[list[str]] = []
    for token in tokens:
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
                yield Block(_TAG.sub(" ", _COMMENT.sub(" ", token.content)))


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
