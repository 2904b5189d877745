"""Text recognition (OCR) of pages that are pictures, by the program `tesseract`, if a person has installed it."""

import csv
import io
import os
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2

from rag.documents.loaders.pdf.doubtful import is_doubtful, with_misfits
from rag.documents.loaders.pdf.fragments import Fragment
from rag.documents.loaders.pdf.opening import Read, letters_of
from rag.documents.loaders.pdf.page import arranged
from rag.documents.loaders.pdf.rules import Drawn
from rag.documents.loaders.pdf.words import Word
from rag.errors import UnreadableDocument
from rag.types import Doubt
from rag.wording.words import N_

_NOISE = 0.2  # confidence of what is no word at all
_DPI = 300
_MOST_PIXELS = 30_000_000  # of one page; larger ones are drawn smaller
_LANGUAGES = ("ind", "eng")
_MIN_LETTERS = 20  # of a page on which text was recognised
_NO_PROGRAM = N_(
    "it needs text recognition (RAG_OCR), and tesseract cannot be run; install it with its languages (Debian: apt "
    "install tesseract-ocr tesseract-ocr-ind), or set RAG_OCR=false"
)
_NO_INDONESIAN = N_(
    "it needs text recognition (RAG_OCR), and tesseract lacks Indonesian; install it with its languages (Debian: apt "
    "install tesseract-ocr tesseract-ocr-ind), or set RAG_OCR=false"
)


def recognised(data: bytes, path: Path, pages: Sequence[Read]) -> list[Read]:
    """The pages, those that could not be read with what is recognised in their pictures.

    Raises UnreadableDocument when the program or a language is missing.
    """
    if not any(each.unread for each in pages):
        return list(pages)
    languages = _languages(path)
    document = pypdfium2.PdfDocument(data)
    try:
        return [_seen(document, number, each, languages) if each.unread else each for number, each in enumerate(pages)]
    finally:
        document.close()


def _seen(document: Any, number: int, read: Read, languages: str) -> Read:
    page = document[number]
    try:
        scale = _scale(page)
        table = _tesseract(["stdin", "stdout", "-l", languages, "tsv"], _picture(page, scale))
        words = _words(table, scale, page.get_height(), number + 1)
        found = with_misfits(arranged(words, Drawn()), words, number + 1)
    finally:
        page.close()
    if letters_of(found) < _MIN_LETTERS:
        return read
    return replace(read, page=replace(found, marks=read.page.marks), unread=None, recognised=True)


def _scale(page: Any) -> float:
    """Pixels a point."""
    wanted: float = _DPI / 72
    area: float = page.get_width() * page.get_height() * wanted * wanted
    return wanted if area <= _MOST_PIXELS else wanted * (_MOST_PIXELS / area) ** 0.5


def _picture(page: Any, scale: float) -> bytes:
    """The page in shades of grey as a portable grey map, which needs no library to write."""
    bitmap = page.render(scale=scale, grayscale=True)
    rows = memoryview(bitmap.buffer)
    lines = (bytes(rows[at * bitmap.stride : at * bitmap.stride + bitmap.width]) for at in range(bitmap.height))
    return b"P5\n%d %d\n255\n" % (bitmap.width, bitmap.height) + b"".join(lines)


def _words(table: str, scale: float, height: float, page: int) -> list[Word]:
    """The words of tesseract's table, in points of the page, y growing upwards."""
    words: list[Word] = []
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text, confidence = (row["text"] or "").strip(), float(row["conf"]) / 100
        if not text or confidence < _NOISE:
            continue
        left, top, wide, high = (int(row[name]) / scale for name in ("left", "top", "width", "height"))
        box = (left, height - top - high, left + wide, height - top)
        doubtful = (Doubt(text, page, box[1], box[3]),) if is_doubtful(text, confidence) else ()
        words.append(Word(Fragment(text, *box, confidence=confidence, doubtful=doubtful), 0))
    return words


def _languages(path: Path) -> str:
    """Indonesian and English as far as they are there. Raises UnreadableDocument without Indonesian or the program."""
    try:
        known = _tesseract(["--list-langs"]).split()
    except OSError as error:
        raise UnreadableDocument(str(path), _NO_PROGRAM) from error
    if _LANGUAGES[0] not in known:
        raise UnreadableDocument(str(path), _NO_INDONESIAN)
    return "+".join(language for language in _LANGUAGES if language in known)


def _tesseract(arguments: Sequence[str], picture: bytes = b"") -> str:
    done = subprocess.run(  # noqa: S603 - a fixed program; what a stranger wrote is only its input
        ["tesseract", *arguments],  # noqa: S607 - wherever the system keeps it
        input=picture,
        capture_output=True,
        check=False,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # its threads wait for each other more than they help
    )
    return done.stdout.decode("utf-8", errors="replace")
