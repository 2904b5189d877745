"""Bytes and text from files that may be too large, empty, binary or in an old encoding."""

import codecs
import re
from pathlib import Path

from charset_normalizer import from_bytes

from rag.errors import UnreadableDocument
from rag.wording.words import N_

EMPTY = N_("the file is empty; remove it or put the document's text in it")
NOT_OPENED = N_("the file cannot be opened (%(error)s); check it")

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 65_536  # bytes looked at to guess an encoding
_MAX_CONTROLS = 0.005
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)


def read_bytes(path: Path, max_bytes: int) -> bytes:
    """The whole file. Raises UnreadableDocument when it is missing, empty, forbidden or larger than `max_bytes`."""
    try:
        size = path.stat().st_size
        if size > max_bytes:
            raise UnreadableDocument(
                str(path),
                N_("the file is %(size)s MB, more than the limit of %(limit)s MB; split it, or raise RAG_MAX_FILE_MB"),
                size=round(size / 1e6, 1),
                limit=round(max_bytes / 1e6, 1),
            )
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(str(path), NOT_OPENED, error=error.strerror) from error
    if not data.strip():
        raise UnreadableDocument(str(path), EMPTY)
    return data


def decode(data: bytes, path: Path) -> str:
    """Text in whatever encoding it came: a byte order mark, UTF-8, what HTML declares, then the best guess."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    sample = data[:_SAMPLE]
    if b"\0" in sample and (wide := _wide_encoding(sample)):
        return data.decode(wide, errors="replace")
    if len(_CONTROLS.findall(sample)) > _MAX_CONTROLS * len(sample) + 1:
        message = N_("this is not text but binary data; save the document as text, PDF or Word")
        raise UnreadableDocument(str(path), message)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _mended(data) or data.decode(_guess(data), errors="replace")


def _mended(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes; None when most of what is not ASCII is broken."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    return text if 10 * broken <= sum(character > "\x7f" for character in text) else None


def _wide_encoding(sample: bytes) -> str | None:
    """UTF-16 without a mark shows as zeros in every other byte."""
    half = max(1, len(sample) // 2)
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.05 else None


def _guess(data: bytes) -> str:
    declared = _DECLARED.search(data[:2048])
    if declared:
        try:
            return codecs.lookup(declared[1].decode("ascii")).name
        except LookupError:
            pass
    # Mostly ASCII with a few quotes and dashes is what Windows writes; guessing among 99 code pages does worse.
    if sum(byte > 127 for byte in data[:_SAMPLE]) < 0.05 * len(data[:_SAMPLE]):
        return "cp1252"
    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding if best else "cp1252"
