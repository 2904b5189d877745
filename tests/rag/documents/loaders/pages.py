"""Tiny PDF files for tests, written by hand: lines of Helvetica at given places."""

from collections.abc import Collection, Sequence

Placed = tuple[float, float, str]  # x and y in points from the lower left, text


# A grey square as large as a page, as a scanner leaves it.
_PICTURE = "q 600 0 0 800 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n"


def pdf_of(pages: Sequence[Sequence[Placed]], size: int = 11, scanned: Collection[int] = ()) -> bytes:
    """`scanned`: numbers, from 1, of the pages that lie over a picture."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    kids = []
    for number, page in enumerate(pages, start=1):
        stream = _PICTURE if number in scanned else ""
        stream += "".join(f"BT /F1 {size} Tf {x} {y} Td ({_escaped(text)}) Tj ET\n" for x, y, text in page)
        data = stream.encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%sendstream" % (len(data), data))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    return _assembled(objects)


def lines_from(top: float, texts: Sequence[str], x: float = 70, step: float = 14) -> list[Placed]:
    return [(x, top - step * number, text) for number, text in enumerate(texts)]


def _assembled(objects: Sequence[bytes]) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
