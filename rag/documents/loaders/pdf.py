"""PDF with a text layer: pages kept, running heads dropped, wrapped lines joined into paragraphs."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2

from rag.documents.cleaning import Block, RawPage, tidy
from rag.documents.loaders.paragraphs import Line, blocks_of, division
from rag.documents.loaders.pdf_layout import Fragment, lines
from rag.errors import UnreadableDocument
from rag.language.dates import parse_date

_EDGE_LINES = 4  # lines at the top and at the bottom of a page among which running heads are sought
_MIN_LETTERS = 8  # letters a page of text has at the very least, on average
_PAGE_NUMBER = re.compile(
    r"[-–—~.\s|]*(?:(?:halaman|hal\.?|page)\s*)?\d{1,4}(?:\s*(?:/|dari|of)\s*\d{1,4})?[-–—~.\s|]*", re.IGNORECASE
)
_FORM_NUMBER = re.compile(r"SK\s*N[o0]\.?\s*\d[\dOIl]*\s*[A-Z]?")  # stamped on the forms of the state secretariat
_DOTS = re.compile(r"\s*(?:(?:\.\s*){2,}|…)$")
_HEAD_OF_LAW = re.compile(
    r"(?:UNDANG ?- ?UNDANG|PERATURAN|KEPUTUSAN|INSTRUKSI|SURAT EDARAN|QANUN|MAKLUMAT|NOTA KESEPAHAMAN)\b.{10,400}?"
    r"(?=\s*(?:DENGAN RAHMAT|(?i:PRESIDEN REP)|GUBERNUR [A-Z]+,|(?:BUPATI|WALI ?KOTA|MENTERI) [A-Z ]+,|Menimbang|$))"
)
_PROMULGATED = re.compile(r"(?i:diundangkan\s+di\s+\w+\s*[,]?\s+pada\s+tanggal)\s+(\d{1,2}\s+\w+\s+\d{4})")
_TITLE_WORDS = 40
_BREAKS = frozenset({0x02, 0xFFFE})  # what pdfium writes for a hyphen at the end of a line
_BREAK = "\ufffe"


def parse(data: bytes, path: Path) -> RawPage:
    """Blocks with page breaks. Raises UnreadableDocument when encrypted, damaged or scanned without text."""
    pages, unread = _pages(data, path)
    if sum(map(_letters, pages)) < _MIN_LETTERS * max(1, len(pages)):
        raise UnreadableDocument(
            str(path), "its pages are pictures without text; run text recognition (OCR) on it and add the result"
        )
    running = _running_heads(pages)
    blocks = blocks_of(_without_catchwords([_without_edges(page, running) for page in pages]))
    text = "\n".join(block.text for block in blocks)
    return RawPage(blocks, title=_title(blocks), published=_promulgated(text), paged=True, unread_pages=unread)


def _pages(data: bytes, path: Path) -> tuple[list[list[Line]], tuple[int, ...]]:
    """The lines of every page, and the numbers of the pages that are a picture without text."""
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
        pages: list[list[Line]] = []
        unread: list[int] = []
        for number in range(len(document)):
            page = document[number]
            pages.append(_lines(page))
            # A page left blank on purpose holds no picture.
            if _letters(pages[-1]) < _MIN_LETTERS and _has_picture(page):
                unread.append(number + 1)
        return pages, tuple(unread)
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocument(str(path), "a page of the PDF is damaged; open and save it again") from error
    finally:
        document.close()


def _lines(page: Any) -> list[Line]:
    ordered = lines(_words(page.get_textpage()), page.get_width())
    named = ((tidy(each.text), each) for each in ordered)
    return [Line(text, each.left, each.right, each.bottom, each.height) for text, each in named if text]


def _letters(page: Sequence[Line]) -> int:
    return sum(character.isalpha() for line in page for character in line.text)


def _has_picture(page: Any) -> bool:
    return any(True for _ in page.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,)))


def _words(text: Any) -> list[Fragment]:
    """Words with their boxes, in points."""
    words: list[Fragment] = []
    letters, boxes = "", list[tuple[float, float, float, float]]()
    for index, character in enumerate(_characters(text)):
        if character.isspace():
            words += _word(letters, boxes)
            letters, boxes = "", []
            continue
        letters += character
        boxes.append(text.get_charbox(index))
        if character == _BREAK:  # what follows stands on the next line
            words += _word(letters.replace(_BREAK, "-"), boxes)
            letters, boxes = "", []
    words += _word(letters, boxes)
    return words


def _characters(text: Any) -> list[str]:
    codes = (pypdfium2.raw.FPDFText_GetUnicode(text, index) for index in range(text.count_chars()))
    return [_BREAK if code in _BREAKS else chr(code) if code else " " for code in codes]


def _word(letters: str, boxes: Sequence[tuple[float, float, float, float]]) -> list[Fragment]:
    if not letters:
        return []
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return [Fragment(letters, min(lefts), min(bottoms), max(rights), max(tops))]


def _running_heads(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Lines, figures aside, that stand at the edge of at least two pages and 40 % of all."""
    seen = Counter(shape for page in pages for shape in {_shape(line.text) for line in _edges(page)})
    return frozenset(shape for shape, count in seen.items() if count >= max(2, 0.4 * len(pages)))


def _edges(page: Sequence[Line]) -> list[Line]:
    return [*page[:_EDGE_LINES], *page[max(_EDGE_LINES, len(page) - _EDGE_LINES) :]]


def _shape(text: str) -> str:
    numbered = re.sub(r"(?<![\d.,])\d{1,4}(?![.,]?\d)", " ", text.lower())
    return re.sub(r"[\W_]+", " ", numbered).strip() or "#"


def _without_edges(page: Sequence[Line], running: frozenset[str]) -> list[Line]:
    edges = {id(line) for line in _edges(page)}
    return [line for line in page if id(line) not in edges or not _is_edge_matter(line.text, running)]


def _is_edge_matter(text: str, running: frozenset[str]) -> bool:
    if _PAGE_NUMBER.fullmatch(text) or _FORM_NUMBER.fullmatch(text):
        return True
    return (
        _shape(text) in running
        and _shape(text) != "#"
        and not re.match(r"(?:pasal|bab|bagian|\()", text, re.IGNORECASE)
    )


def _without_catchwords(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """Without the first words of the next page at the foot of this one: "Pasal 3 . . ."."""
    return [
        page[:-1] if page and _is_catchword(page[-1].text, following[0].text if following else "") else page
        for page, following in zip(pages, [*pages[1:], []], strict=True)
    ]


def _is_catchword(text: str, following: str) -> bool:
    if len(text.split()) > 9:
        return False
    dotted = _DOTS.search(text)
    said = re.sub(r"\W+", "", text[: dotted.start()] if dotted else text).lower()
    coming = re.sub(r"\W+", "", following).lower()
    return (dotted is not None and len(said) < 40) or (len(said) >= 4 and coming.startswith(said))


def _title(blocks: Sequence[Block]) -> str | None:
    """The name of a law as it stands at its head, or the first heading of the first page."""
    opening = " ".join(block.text.replace("\f", " ") for block in blocks[:12])
    law = _HEAD_OF_LAW.search(opening)
    if law and "TENTANG" in law[0] and not law[0].endswith("TENTANG"):
        return " ".join(law[0].split()).rstrip(" ,")
    first = next((block for block in blocks[:6] if block.level and not division(block.text)), None)
    if first is not None and len(first.text.split()) <= _TITLE_WORDS:
        return first.text.replace("\f", " ")
    return None


def _promulgated(text: str) -> date | None:
    """The day a law was published in the gazette; the day it was signed is another."""
    match = _PROMULGATED.search(" ".join(text.split()))
    return parse_date(match[1]) if match else None
