"""Words for a PDF: fonts that are embedded, and markup in which every character has a glyph where one is known."""

import re
from functools import cache
from importlib.resources import as_file, files
from xml.sax.saxutils import escape

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from rag.briefing.writing.sheet import Line

REGULAR, BOLD, OTHER = "Jakarta", "Jakarta-Bold", "DejaVu"
_FILES = {
    REGULAR: "plus-jakarta-sans-regular.ttf",
    BOLD: "plus-jakarta-sans-bold.ttf",
    OTHER: "dejavu-sans-subset.ttf",  # for what the house's font lacks: ≥, ₂, other alphabets
}
_SAFE_LINK = re.compile(r"https?://[^\s\"<>]+")


@cache
def register_fonts() -> None:
    """Once for a process: reportlab keeps its fonts in a table of its own."""
    folder = files("rag.briefing.exporting").joinpath("fonts")
    for name, file in _FILES.items():
        with as_file(folder.joinpath(file)) as path:
            pdfmetrics.registerFont(TTFont(name, str(path)))
    for bold, italic in ((0, 0), (0, 1), (1, 0), (1, 1)):
        addMapping(REGULAR, bold, italic, BOLD if bold else REGULAR)


def marked_up(line: Line) -> str:
    """As reportlab's paragraphs read it: the lead in grey, numbers of notes raised."""
    apart = "<br/>" if "\n" in line.text else " "
    lead = f'<font color="#555555">{plain(line.lead)}</font>{apart}' if line.lead else ""
    mark = f' <font color="#555555">{plain(line.mark)}</font>' if line.mark else ""
    return f"{lead}{plain(line.text)}{mark}{' '.join(map(raised, line.notes))}"


def raised(number: int) -> str:
    """The number of a note."""
    return f'<super size="65%">{number}</super>'


def plain(text: str) -> str:
    """Escaped; breaks of lines kept, characters that the house's font lacks in the other one."""
    broken = re.sub(r"\n+", "\n", text)
    return "<br/>".join(_with_glyphs(line) for line in broken.split("\n"))


def linked(address: str) -> str:
    """An address that opens, if it is one of the web."""
    if _SAFE_LINK.fullmatch(address) is None:
        return plain(address)
    safe = escape(address, {'"': "&quot;"})
    return f'<a href="{safe}" color="#1a4f8b">{plain(address)}</a>'


def _with_glyphs(text: str) -> str:
    return _lacking().sub(lambda run: f'<font name="{OTHER}">{run[0]}</font>', escape(text))


@cache
def _lacking() -> re.Pattern[str]:
    """Runs of characters that are not in the house's font."""
    known = "".join(re.escape(chr(code)) for code in sorted(pdfmetrics.getFont(REGULAR).face.charToGlyph))
    return re.compile(f"[^{known}\\s]+")
