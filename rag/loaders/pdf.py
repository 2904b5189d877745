"""PDF with a text layer: pages kept, running heads dropped, wrapped lines joined into paragraphs."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2

from rag.cleaning import Block, RawPage, tidy
from rag.dates import parse_date
from rag.errors import UnreadableDocument
from rag.loaders.paragraphs import Line, blocks_of
from rag.loaders.pdf_layout import Fragment, lines

_EDGE_LINES = 4  # lines at the top and at the bottom of a page among which running heads are sought
_MIN_LETTERS = 8  # letters a page of text has at the very least, on average
_PAGE_NUMBER = re.compile(
    r"[-–—~.\s|]*(?:(?:halaman|hal\.?|page)\s*)?\d{1,4}(?:\s*(?:/|dari|of)\s*\d{1,4})?[-–—~.\s|]*", re.IGNORECASE
)
_FORM_NUMBER = re.compile(r"SK\s*N[o0]\.?\s*\d[\dOIl]*\s*[A-Z]?")  # stamped on the forms of the state secretariat
_CATCHWORD = re.compile(r"(?P<word>\S.{0,40}?)\s*(?:(?:\.\s*){2,}|…|\s[.,])$")
_HEAD_OF_LAW = re.compile(
    r"(?:UNDANG-UNDANG|PERATURAN|KEPUTUSAN|INSTRUKSI|SURAT EDARAN|QANUN|MAKLUMAT|NOTA KESEPAHAMAN)\b[^a-z]{10,400}?"
    r"(?=\s*(?:DENGAN RAHMAT|PRESIDEN REP|GUBERNUR [A-Z]+,|MENTERI [A-Z ]+,|Menimbang|KAMI,|$))"
)
_PROMULGATED = re.compile(r"[Dd]iundangkan\s+di\s+\w+\s*[,]?\s+pada\s+tanggal\s+(.{6,30})")
_TITLE_WORDS = 40


def parse(data: bytes, path: Path) -> RawPage:
    """Blocks with page breaks. Raises UnreadableDocument when encrypted, damaged or scanned without text."""
    pages = _pages(data, path)
    letters = sum(character.isalpha() for page in pages for line in page for character in line.text)
    if letters < _MIN_LETTERS * max(1, len(pages)):
        raise UnreadableDocument(
            str(path), "its pages are pictures without text; run text recognition (OCR) on it and add the result"
        )
    blocks = blocks_of([_stripped(page, following, running) for page, following, running in _with_context(pages)])
    text = "\n".join(block.text for block in blocks)
    return RawPage(blocks, title=_title(blocks), published=_promulgated(text), paged=True)


def _pages(data: bytes, path: Path) -> list[list[Line]]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = (
            "the PDF is protected by a password; save an open copy"
            if "password" in str(error).lower() or "security" in str(error).lower()
            else "the PDF is damaged; open and save it again"
        )
        raise UnreadableDocument(str(path), reason) from error
    try:
        return [_lines(document[number]) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocument(str(path), "a page of the PDF is damaged; open and save it again") from error
    finally:
        document.close()


def _lines(page: Any) -> list[Line]:
    text = page.get_textpage()
    fragments = []
    for index in range(text.count_rects()):
        box = text.get_rect(index)
        # pdfium writes a hyphen at the end of a line as a control character.
        words = text.get_text_bounded(*_inside(box)).replace("\x02", "-").replace("\ufffe", "-")
        words = words.replace("\r", " ").replace("\n", " ")
        if words.strip():
            fragments.append(Fragment(words, *box))
    return [
        Line(tidy(each.text), each.left, each.right, each.bottom, each.height)
        for each in lines(fragments, page.get_width())
    ]


def _inside(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """The box without its rim: pdfium takes every character that it touches, those of the neighbours too."""
    left, bottom, right, top = box
    across, up = min(0.6, (right - left) / 4), (top - bottom) / 4
    return left + across, bottom + up, right - across, top - up


def _with_context(pages: Sequence[list[Line]]) -> Iterable[tuple[list[Line], list[Line], frozenset[str]]]:
    running = _running_heads(pages)
    return [(page, pages[index + 1] if index + 1 < len(pages) else [], running) for index, page in enumerate(pages)]


def _running_heads(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Lines, figures aside, that stand at the edge of at least two pages and 40 % of all."""
    seen = Counter(shape for page in pages for shape in {_shape(line.text) for line in _edges(page)})
    return frozenset(shape for shape, count in seen.items() if count >= max(2, 0.4 * len(pages)))


def _edges(page: Sequence[Line]) -> list[Line]:
    return [*page[:_EDGE_LINES], *page[max(_EDGE_LINES, len(page) - _EDGE_LINES) :]]


def _shape(text: str) -> str:
    return re.sub(r"[\W\d_]+", " ", text.lower()).strip() or "#"


def _stripped(page: Sequence[Line], following: Sequence[Line], running: frozenset[str]) -> list[Line]:
    edges = {id(line) for line in _edges(page)}
    kept = [line for line in page if id(line) not in edges or not _is_edge_matter(line.text, running)]
    if kept and following and _is_catchword(kept[-1].text, following):
        kept.pop()
    return kept


def _is_edge_matter(text: str, running: frozenset[str]) -> bool:
    if _PAGE_NUMBER.fullmatch(text) or _FORM_NUMBER.fullmatch(text):
        return True
    return (
        _shape(text) in running
        and _shape(text) != "#"
        and not re.match(r"(?:pasal|bab|bagian|\()", text, re.IGNORECASE)
    )


def _is_catchword(text: str, following: Sequence[Line]) -> bool:
    """The first word of the next page, set at the foot of this one: "Pasal 3 . . ."."""
    match = _CATCHWORD.fullmatch(text)
    if match is None or len(text.split()) > 9:
        return False
    word = _shape(match["word"])[:12]
    dotted = re.search(r"(?:\.\s*){2,}$|…$", text) is not None
    return dotted or any(_shape(line.text).startswith(word) for line in following[:_EDGE_LINES])


def _title(blocks: Sequence[Block]) -> str | None:
    """The name of a law as it stands at its head, or the first heading of the first page."""
    opening = " ".join(block.text.replace("\f", " ") for block in blocks[:12])
    law = _HEAD_OF_LAW.search(opening)
    if law and "TENTANG" in law[0]:
        return " ".join(law[0].split()).rstrip(" ,")
    first = next((block for block in blocks[:6] if block.level), None)
    if first is not None and len(first.text.split()) <= _TITLE_WORDS:
        return first.text.replace("\f", " ")
    return None


def _promulgated(text: str) -> date | None:
    """The day a law was published in the gazette; the day it was signed is another."""
    match = _PROMULGATED.search(" ".join(text.split()))
    return parse_date(match[1]) if match else None
