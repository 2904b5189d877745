"""PDF files written by hand: text at given places and angles, pictures, turned pages, fields of a form."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 600, 800
_DIGIT = 0.556  # width of a figure of Helvetica, in ems


@dataclass(frozen=True, slots=True)
class Text:
    """`x`, `y` in points from the lower left; `angle` in degrees, anticlockwise."""

    x: float
    y: float
    text: str
    size: float = 11
    angle: float = 0


@dataclass(frozen=True, slots=True)
class Field:
    """A text field of a form at a place, filled in."""

    name: str
    value: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Page:
    """`picture`: (x, y, width, height) of grey pictures; `turned`: how far viewers turn the page, clockwise."""

    texts: Sequence[Text]
    pictures: Sequence[tuple[int, int, int, int]] = ()
    rules: Sequence[tuple[float, float, float, float]] = ()
    fields: Sequence[Field] = ()
    turned: int = 0


def pdf(*pages: Page) -> bytes:
    """The file; the objects are catalogue, pages, font, form, then those of each page."""
    objects = [b"", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids, fields = [], []
    for page in pages:
        own = [_add(objects, _field(one, objects)) for one in page.fields]
        content = _add(objects, _stream(_content(page)))
        kids.append(_add(objects, _page(page, content, own)))
        fields += own
    form = b" /AcroForm << /Fields [%s] /DA (/F1 11 Tf 0 g) >>" % _references(fields) if fields else b""
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R%s >>" % form
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), _references(kids))
    return _assembled(objects)


def lines(top: float, *texts: str, x: float = 70, step: float = 15, size: float = 11) -> list[Text]:
    """One below the other."""
    return [Text(x, top - step * number, text, size) for number, text in enumerate(texts)]


def grid(top: float, columns: Sequence[float], *rows: str, step: float = 18) -> list[Text]:
    """Rows of "a | b | c"; the first column begins at its place, figures in the others end there, words begin there."""
    placed = []
    for number, row in enumerate(rows):
        for place, text in zip(columns, (cell.strip() for cell in row.split("|")), strict=True):
            width = _DIGIT * 11 * len(text) if place != columns[0] and text[:1].isdigit() else 0
            placed += [Text(place - width, top - step * number, text)] if text else []
    return placed


def without_map(text: str) -> str:
    """What is read of letters whose font says nothing about their meaning: their numbers in the font."""
    return "".join(chr(ord(letter) - 29) for letter in text)


def _add(objects: list[bytes], body: bytes) -> int:
    objects.append(body)
    return len(objects)


def _content(page: Page) -> bytes:
    drawn = [f"q {w} 0 0 {h} {x} {y} cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q" for x, y, w, h in page.pictures]
    drawn += [f"{x1} {y1} m {x2} {y2} l S" for x1, y1, x2, y2 in page.rules]
    return "\n".join([*drawn, *map(_shown, page.texts)]).encode("cp1252")


def _shown(text: Text) -> str:
    cosine, sine = math.cos(math.radians(text.angle)), math.sin(math.radians(text.angle))
    matrix = f"{cosine:.4f} {sine:.4f} {-sine:.4f} {cosine:.4f} {text.x} {text.y}"
    return f"BT /F1 {text.size} Tf {matrix} Tm ({_escaped(text.text)}) Tj ET"


def _page(page: Page, content: int, fields: Sequence[int]) -> bytes:
    notes = b" /Annots [%s]" % _references(fields) if fields else b""
    return (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Rotate %d /Contents %d 0 R"
        b" /Resources << /Font << /F1 3 0 R >> >>%s >>" % (WIDTH, HEIGHT, page.turned, content, notes)
    )


def _field(field: Field, objects: list[bytes]) -> bytes:
    shown = f"/Tx BMC q BT /F1 11 Tf 2 4 Td ({_escaped(field.value)}) Tj ET Q EMC".encode("cp1252")
    form = b" /Type /XObject /Subtype /Form /BBox [0 0 200 16] /Resources << /Font << /F1 3 0 R >> >>"
    look = _add(objects, _stream(shown, form))
    box = f"{field.x} {field.y - 4} {field.x + 200} {field.y + 12}"
    names = f"/T ({_escaped(field.name)}) /V ({_escaped(field.value)}) /Rect [{box}]".encode("cp1252")
    return b"<< /Type /Annot /Subtype /Widget /FT /Tx /F 4 /DA (/F1 11 Tf 0 g) %s /AP << /N %d 0 R >> >>" % (
        names,
        look,
    )


def _stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(data), more, data)


def _references(numbers: Sequence[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)


def _escaped(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return "".join(letter if letter >= " " else f"\\{ord(letter):03o}" for letter in plain)


def _assembled(objects: Sequence[bytes]) -> bytes:
    out, offsets = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return (
        out
        + head
        + table
        + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (
            len(objects) + 1,
            len(out),
        )
    )
