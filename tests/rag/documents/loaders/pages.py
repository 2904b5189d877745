"""Tiny PDF files for tests, written by hand: lines of Helvetica at given places, rules, fields of forms."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

Placed = tuple[float, float, str]  # x and y in points from the lower left, text
Rule = tuple[float, float, float, float]  # from x, y to x, y


@dataclass(frozen=True, slots=True)
class Words:
    """A line set in another size, direction (degrees, counterclockwise) or weight."""

    x: float
    y: float
    text: str
    size: float = 11
    degrees: float = 0
    bold: bool = False
    unseen: bool = False  # as the words that a scanner recognised lie over its picture


@dataclass(frozen=True, slots=True)
class Filled:
    """A white area over what is written before it, or only its edge."""

    left: float
    bottom: float
    right: float
    top: float
    edge: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: a text, or a box that is ticked or not."""

    x: float
    y: float
    value: str | bool


# A grey square as large as a page, as a scanner leaves it.
_PICTURE = "q 600 0 0 800 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n"
_FONTS = (
    b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
)


def pdf_of(
    pages: Sequence[Sequence[Placed | Words | Filled]],
    size: int = 11,
    scanned: Collection[int] = (),
    rules: Mapping[int, Sequence[Rule]] | None = None,
    fields: Sequence[Field] = (),
    rotate: int = 0,
) -> bytes:
    """`scanned`: numbers, from 1, of pages over a picture; `rules`: by number of the page; `fields`: of the first."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", *_FONTS]
    kids = []
    for number, page in enumerate(pages, start=1):
        stream = _PICTURE if number in scanned else ""
        stream += "".join(f"{x} {y} m {to_x} {to_y} l S\n" for x, y, to_x, to_y in (rules or {}).get(number, ()))
        stream += "".join(_drawn(each) if isinstance(each, Filled) else _shown(_words(each, size)) for each in page)
        data = stream.encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%sendstream" % (len(data), data))
        kids.append(b"%d 0 R" % (len(objects) + 1))
        annotations = b""
        if fields and number == 1:
            first = len(objects) + 2
            annotations = b" /Annots [%s]" % b" ".join(b"%d 0 R" % (first + at) for at in range(len(fields)))
            objects[0] = b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [%s] >> >>" % annotations[10:-1]
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Rotate %d /Contents %d 0 R%s"
            b" /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>" % (rotate, len(objects), annotations)
        )
        objects += map(_field, range(len(fields)), fields) if annotations else []
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    return assembled(objects)


def lines_from(top: float, texts: Sequence[str], x: float = 70, step: float = 14) -> list[Placed]:
    return [(x, top - step * number, text) for number, text in enumerate(texts)]


def rows_from(top: float, rows: Sequence[Sequence[str]], xs: Sequence[float], step: float = 16) -> list[Placed]:
    """The cells of rows, each column at its x; no word for an empty cell."""
    return [
        (x, top - step * number, cell)
        for number, row in enumerate(rows)
        for x, cell in zip(xs, row, strict=True)
        if cell
    ]


def grid(xs: Sequence[float], ys: Sequence[float]) -> list[Rule]:
    """The lines of a table with all its rules."""
    level = [(min(xs), y, max(xs), y) for y in ys]
    return level + [(x, min(ys), x, max(ys)) for x in xs]


def _words(each: Placed | Words, size: int) -> Words:
    return each if isinstance(each, Words) else Words(*each, size=size)


def _drawn(area: Filled) -> str:
    sides = f"{area.right - area.left} {area.top - area.bottom}"
    return f"q 1 1 1 rg {area.left} {area.bottom} {sides} re {'S' if area.edge else 'f'} Q\n"


def _shown(words: Words) -> str:
    turn = math.radians(words.degrees)
    matrix = " ".join(f"{each:.5f}" for each in (math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn)))
    font = "F2" if words.bold else "F1"
    mode = "3 Tr " if words.unseen else ""
    return f"BT {mode}/{font} {words.size} Tf {matrix} {words.x} {words.y} Tm ({_escaped(words.text)}) Tj ET\n"


def _field(number: int, field: Field) -> bytes:
    head = b"<< /Type /Annot /Subtype /Widget /T (f%d) /Rect [%g %g %g %g]" % (
        number, field.x, field.y, field.x + (12 if isinstance(field.value, bool) else 200), field.y + 14
    )  # fmt: skip
    if isinstance(field.value, bool):
        state = b"/Yes" if field.value else b"/Off"
        return head + b" /FT /Btn /V %s /AS %s /AP << /N << /Yes null /Off null >> >> >>" % (state, state)
    return head + b" /FT /Tx /V (%s) >>" % _escaped(field.value).encode("cp1252")


def assembled(objects: Sequence[bytes]) -> bytes:
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
