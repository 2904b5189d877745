"""HTML: the main text by trafilatura, all that is visible where a page is too plain for it; metadata from its tags."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from rag.documents.cleaning import Block, RawCell, RawPage, RawTable, tidy
from rag.documents.loaders.fields import as_date, as_language
from rag.documents.loaders.plain import blocks as lines_as_blocks
from rag.documents.loaders.reading import decode
from rag.errors import UnreadableDocument
from rag.types import BlockKind

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_INLINE = frozenset(
    (
        *(
            "a",
            "abbr",
            "b",
            "bdi",
            "big",
            "cite",
            "code",
            "del",
            "dfn",
            "em",
            "font",
            "hi",
            "i",
            "ins",
            "kbd",
            "mark",
            "q",
        ),
        *("ref", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    )
)
_DROPPED = (
    "script",
    "style",
    "noscript",
    "template",
    "nav",
    "aside",
    "footer",
    "form",
    "button",
    "select",
    "iframe",
    "svg",
    "object",
)
_ROOTS = ("//*[@itemprop='articleBody']", "//article", "//main", "//*[@role='main']")
_MAX_SPAN = 50
# Where the page marks its own main part, losing more than this of it is worse than a stray line.
_RECALL_OF_ROOT = 0.8
_RECALL_OF_BODY = 0.3


def parse(data: bytes, path: Path) -> RawPage:
    """Blocks and metadata of a page. Raises UnreadableDocument when nothing in it can be read."""
    source = decode(data, path)
    tree = _tree(source, path)
    extracted = trafilatura.bare_extraction(
        source,
        include_comments=False,
        favor_recall=True,
        with_metadata=True,
        # Without this htmldate takes any date it finds in the story for the date of publication.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    fields: dict[str, Any] = extracted.as_dict() if extracted is not None else {}
    return RawPage(
        _best_blocks(extracted, tree),
        title=_blank_to_none(fields.get("title")),
        publisher=_blank_to_none(fields.get("sitename")),
        published=as_date(fields.get("date")),
        url=_blank_to_none(fields.get("url")),
        language=as_language(language),
        web=True,
    )


def _tree(source: str, path: Path) -> Any:
    try:
        # Bytes, because lxml refuses text that declares its own encoding.
        tree = lxml_html.document_fromstring(source.encode(), parser=lxml_html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument(str(path), "no page can be read from this HTML; open and save it again") from error
    etree.strip_elements(tree, etree.Comment, *_DROPPED, with_tail=False)
    return tree


def _best_blocks(extracted: Any, tree: Any) -> tuple[Block, ...]:
    root, marked = _root(tree)
    visible = tuple(_flow(root))
    if extracted is None or extracted.body is None:
        return visible
    main = tuple(_flow(extracted.body))
    flattened = len(main) <= 1 <= len(visible)  # its last resort is one paragraph of everything
    enough = _RECALL_OF_ROOT if marked else _RECALL_OF_BODY
    return visible if flattened or _size(main) < enough * _size(visible) else main


def _root(tree: Any) -> tuple[Any, bool]:
    """The part that the page itself marks as its content, when one part clearly is."""
    whole = len(tree.text_content().split())
    for expression in _ROOTS:
        found = tree.xpath(expression)
        if found:
            largest = max(found, key=lambda element: len(element.text_content()))
            if len(largest.text_content().split()) > 0.3 * whole:
                return largest, True
    body = tree.find("body")
    return (tree if body is None else body), False


def _flow(element: Any) -> Iterator[Block]:
    """Blocks of an element of HTML or of trafilatura's own XML."""
    loose = [_squeeze(element.text)]
    number = 0
    for child in element:
        if child.tag in _INLINE:
            loose.append(_inline_text(child))
        elif child.tag in {"br", "lb"}:
            loose.append("\n")
        else:
            yield from _flush(loose)
            number += child.tag in {"li", "item"}
            yield from _block(child, _marker(element, number))
        loose.append(_squeeze(child.tail))
    yield from _flush(loose)


def _block(element: Any, marker: str) -> Iterator[Block]:
    if element.tag in _HEADINGS or element.tag == "head":
        level = _HEADINGS.get(element.tag) or _HEADINGS.get(element.get("rend", ""), 2)
        yield Block(_inline_text(element), level)
    elif element.tag in {"li", "item"}:
        for position, block in enumerate(_flow(element)):
            yield Block((marker if position == 0 else "") + block.text, block.level, item=True)
    elif element.tag == "table":
        yield from _table(element)
    elif isinstance(element.tag, str):
        yield from _flow(element)


def _table(table: Any) -> Iterator[Block]:
    rows = [row for row in table.iter("tr", "row") if next(row.iterancestors("table")) is table]
    cells = [tuple(map(_cell, row.iterchildren("td", "th", "cell"))) for row in rows]
    if max(map(len, cells), default=0) < 2 or table.find(".//table") is not None:
        for cell in table.iter("td", "th", "cell"):  # a table for layout
            if next(cell.iterancestors("table")) is table:
                yield from _flow(cell)
        return
    caption = table.find("caption")
    raw = RawTable(tuple(cells), _inline_text(caption) if caption is not None else "")
    yield Block("", item=True, kind=BlockKind.TABLE, table=raw)


def _cell(cell: Any) -> RawCell:
    head = cell.tag == "th" or cell.get("role") == "head" or cell.getparent().getparent().tag == "thead"
    return RawCell(_inline_text(cell), _span(cell, "colspan"), _span(cell, "rowspan"), head)


def _span(cell: Any, name: str) -> int:
    value = cell.get(name, "1").strip()
    # Python refuses to read a number of thousands of digits.
    return min(_MAX_SPAN, max(1, int(value[:4]))) if value.isdecimal() else 1


def _marker(parent: Any, number: int) -> str:
    if parent.tag not in {"ul", "ol", "menu", "list"}:
        return ""
    return f"{number}. " if "ol" in (parent.tag, parent.get("rend")) else "- "


def _flush(loose: list[str]) -> Iterator[Block]:
    text = "".join(loose)
    loose.clear()
    yield from lines_as_blocks(tidy(text))


def _inline_text(element: Any) -> str:
    """Text of an element on one line; what is not inline stands apart from its neighbours."""
    return _squeeze("".join(_texts(element)))


def _texts(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        apart = "" if child.tag in _INLINE else " "
        yield apart
        yield from _texts(child) if isinstance(child.tag, str) else ()
        yield apart + (child.tail or "")


def _squeeze(text: str | None) -> str:
    """Line ends of the source are blanks in HTML; blanks at the ends part words and stay."""
    if not text:
        return ""
    inner = " ".join(text.split())
    return (" " if text[0].isspace() else "") + inner + (" " if text[-1].isspace() and inner else "")


def _size(blocks: tuple[Block, ...]) -> int:
    return sum(len(block.text.split()) for block in blocks)


def _blank_to_none(value: object) -> str | None:
    return " ".join(str(value).split()) or None if value else None
