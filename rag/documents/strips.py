"""A strip of a PDF page as a picture: `-m rag.documents.strips FILE PAGE BOTTOM TOP` writes a PNG to its output.

Run as a process of its own: the file is a stranger's, and pdfium is not safe for threads.
"""

import resource
import struct
import sys
import zlib
from typing import Any

import pypdfium2

_DPI = 150
_MOST_PIXELS = 2_000_000
_MEMORY = 1_000_000_000  # bytes
_MARGIN = 0.6  # of the height of the line, above and below: scans are askew


def drawn(path: str, page: int, bottom: float, top: float) -> bytes:
    """PNG of the page from edge to edge; points, y growing upwards. Raises PdfiumError."""
    document = pypdfium2.PdfDocument(path)
    try:
        return _strip(document[page - 1], bottom, top)
    finally:
        document.close()


def _strip(page: Any, bottom: float, top: float) -> bytes:
    width, height = page.get_size()
    margin = _MARGIN * (top - bottom)
    below, above = max(0.0, bottom - margin), max(0.0, height - top - margin)
    area = width * max(1.0, height - below - above)
    scale = min(_DPI / 72, (_MOST_PIXELS / area) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True, crop=(0, below, 0, above))
    rows = memoryview(bitmap.buffer)
    lines = (bytes(rows[at * bitmap.stride : at * bitmap.stride + bitmap.width]) for at in range(bitmap.height))
    return png(bitmap.width, bitmap.height, b"".join(b"\0" + line for line in lines))


def png(width: int, height: int, rows: bytes) -> bytes:
    """Shades of grey of a byte each; every row begins with the byte 0, which says that it is not filtered."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(name, data) for name, data in parts)


def _part(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
    sys.stdout.buffer.write(drawn(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), float(sys.argv[4])))
