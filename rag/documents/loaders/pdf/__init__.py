"""PDF with a text layer: lines, columns, tables and notes from where the words stand; running heads kept apart."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from rag.documents.blocks import Block, RawPage, RawTable
from rag.documents.loaders.paragraphs import Line, Sheet, blocks_of
from rag.documents.loaders.pdf import notes, running
from rag.documents.loaders.pdf.captions import Item
from rag.documents.loaders.pdf.doubtful import misfits
from rag.documents.loaders.pdf.joining import joined
from rag.documents.loaders.pdf.opening import Read, Unread, letters_of, read_pages
from rag.documents.loaders.pdf.profiles import with_profiles
from rag.documents.loaders.pdf.recognising import recognised
from rag.documents.loaders.pdf.statutes import promulgated, title_of
from rag.documents.loaders.pdf.unreadable import is_stamp
from rag.errors import UnreadableDocument
from rag.types import BlockKind, Doubt, LeftOut, Notice, NoticeKind, Omission
from rag.wording.words import N_

_MIN_LETTERS = 8  # a document has, on average a page
_FEW_LETTERS = 40  # on a page that is a picture: what matters stands in the picture
_PICTURES = N_("its pages are pictures without text; run text recognition (OCR) on it and add the result")
_GARBLED = N_(
    "its letters cannot be read, since its fonts do not say which letters they draw;"
    " save it again from the program it was written with, or run text recognition (OCR) on it"
)


def parse(data: bytes, path: Path, recognise: bool = False) -> RawPage:
    """Blocks with page breaks. Raises UnreadableDocument when encrypted, damaged, scanned or without letters.

    `recognise`: what is a picture is read by text recognition.
    """
    pages, stamps = _without_stamps(read_pages(data, path))
    pages = recognised(data, path, pages) if recognise else pages
    _refuse_unread(pages, path)
    found = running.parted([each.page.items for each in pages])
    written = [notes.parted(each.items) for each in found]
    leaves = joined([items for items, _ in written])
    pieces = with_profiles([list(map(_piece, leaf.items)) for leaf in leaves])
    sheets = [
        Sheet(page, (*foot, *_running_heads(each)), leaf.begun)
        for page, leaf, (_, foot), each in zip(pieces, leaves, written, found, strict=True)
    ]
    blocks = blocks_of(sheets)
    return RawPage(
        blocks,
        title=title_of(blocks) or _running_title(found),
        published=promulgated(blocks),
        paged=True,
        unread_pages=tuple(number for number, each in enumerate(pages, start=1) if each.unread),
        left_out=(*stamps, *_left_out(pages, found)),
        notices=tuple(_notices(pages)),
    )


def _without_stamps(pages: Sequence[Read]) -> tuple[list[Read], list[LeftOut]]:
    """Pages without what a scanner or a signature printed on their pictures; little else makes one unread."""
    seen = Counter(text for each in pages if each.pictured for text in set(map(_words_of, each.page.items)))
    kept: list[Read] = []
    stamps: list[LeftOut] = []
    for number, each in enumerate(pages, start=1):
        texts = [_words_of(item) for item in each.page.items]
        stamped = [each.pictured and (seen[text] > 1 or is_stamp(text)) for text in texts]
        own = tuple(item for item, is_one in zip(each.page.items, stamped, strict=True) if not is_one)
        if any(stamped):
            words = " ".join(text for text, is_one in zip(texts, stamped, strict=True) if is_one)
            stamps.append(LeftOut(words, Omission.STAMP, number))
        page = replace(each.page, items=own)
        unread = Unread.PICTURE if each.pictured and letters_of(page) < _FEW_LETTERS else each.unread
        kept.append(replace(each, page=page, unread=unread))
    return kept, stamps


def _words_of(item: Item) -> str:
    return item.text if isinstance(item, Line) else " ".join(cell.text for row in item.rows for cell in row)


def _refuse_unread(pages: Sequence[Read], path: Path) -> None:
    if pages and all(each.unread for each in pages):
        garbled = any(each.unread is Unread.GARBLED for each in pages)
        raise UnreadableDocument(str(path), _GARBLED if garbled else _PICTURES)
    if sum(letters_of(each.page) for each in pages) < _MIN_LETTERS * max(1, len(pages)):
        raise UnreadableDocument(str(path), _PICTURES)


def _piece(item: Item) -> Line | Block:
    if isinstance(item, Line):
        return item
    table = RawTable(item.rows, item.caption, item.header_rows, item.pages)
    known = {doubt.word for doubt in item.doubtful}
    odd = () if item.confidence is None else dict.fromkeys(text for text in misfits(item.rows) if text not in known)
    doubtful = (*item.doubtful, *map(Doubt, odd))
    return Block("", item=True, kind=BlockKind.TABLE, table=table, confidence=item.confidence, doubtful=doubtful)


def _running_heads(page: running.Parted) -> list[Block]:
    return [Block(line.text, kind=BlockKind.RUNNING_HEAD) for line in page.running]


def _running_title(pages: Sequence[running.Parted]) -> str | None:
    """What stands at the head of most pages, where pages have names of their own."""
    heads = Counter(line.text for page in pages for line in page.running[:1] if any(map(str.isalpha, line.text)))
    text, count = max(heads.items(), key=lambda one: one[1], default=("", 0))
    return text if 2 * count > len(pages) else None


def _left_out(pages: Sequence[Read], found: Sequence[running.Parted]) -> Iterator[LeftOut]:
    for number, (each, parted) in enumerate(zip(pages, found, strict=True), start=1):
        yield from (LeftOut(mark, Omission.ASLANT, number) for mark in each.page.marks)
        if each.page.covered:
            yield LeftOut(each.page.covered, Omission.HIDDEN, number)
        raised = " ".join(item.marks for item in each.page.items if item.marks)
        if raised:
            yield LeftOut(raised, Omission.NOTE_MARK, number)
        if parted.catchword:
            yield LeftOut(parted.catchword, Omission.CATCHWORD, number)


def _notices(pages: Sequence[Read]) -> Iterator[Notice]:
    seen = tuple(number for number, each in enumerate(pages, start=1) if each.recognised)
    if seen:
        yield Notice(NoticeKind.RECOGNISED_PAGES, seen)
    garbled = tuple(number for number, each in enumerate(pages, start=1) if each.unread is Unread.GARBLED)
    if garbled:
        yield Notice(NoticeKind.GARBLED_PAGES, garbled)
