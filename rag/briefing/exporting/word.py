"""A sheet as a Word document: A4, styles, page numbers as fields, and footnotes that Word knows as such."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt, RGBColor

from rag.briefing.exporting.widths import shares
from rag.briefing.exporting.word_footnotes import Footnotes
from rag.briefing.writing.sheet import Grid, Heading, Line, Sheet
from rag.errors import BadInput
from rag.wording.words import N_

_A4 = (Mm(210), Mm(297))
_MARGIN = Mm(25)
_INK, _GREY = RGBColor(0x1B, 0x2A, 0x38), RGBColor(0x55, 0x55, 0x55)
_LOCALES = {"id": "id-ID", "en": "en-GB"}
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def word(sheet: Sheet, letterhead: Path | None = None) -> bytes:
    """`letterhead`: a .docx whose page, header, footer and styles are used. Raises BadInput where it is none."""
    document = _opened(letterhead)
    _add_styles(document, sheet.language)
    if letterhead is None:
        _make_a4(document)
    notes = Footnotes(document, sheet.notes)
    document.add_paragraph(_clean(sheet.title), style="Title")
    for fact in sheet.facts:
        document.add_paragraph(_clean(fact), style="Subtitle")
    for block in sheet.blocks:
        _add(document, block, notes)
    notes.attach()
    _number_pages(document, sheet.page)
    document.core_properties.title, document.core_properties.language = _clean(sheet.title), _LOCALES[sheet.language]
    document.core_properties.author = "Tanya Lampung"
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _opened(letterhead: Path | None) -> Any:
    if letterhead is None:
        return docx.Document()
    try:
        return docx.Document(str(letterhead))
    except (PackageNotFoundError, OSError, KeyError, ValueError) as error:
        raise BadInput(
            N_("%(letterhead)s is no Word file that can be a letterhead: save it as .docx in Word"),
            letterhead=letterhead,
        ) from error


def _make_a4(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = _A4
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    for name, points in (("Normal", 10.5), ("Title", 20), ("Subtitle", 9), ("Heading 1", 13), ("Caption", 9.5)):
        font = document.styles[name].font
        font.size, font.italic = Pt(points), False
        font.color.rgb = _GREY if name == "Subtitle" else _INK
    document.styles["Subtitle"].paragraph_format.space_after = Pt(2)


def _add_styles(document: Any, language: str) -> None:
    """Those that the letterhead lacks, and the language, which the spelling check goes by."""
    known = {style.name for style in document.styles}
    for name in ("Title", "Subtitle", "Heading 1", "List Bullet", "Caption"):
        if name not in known:
            document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).font.bold = name != "List Bullet"
    if "Table Grid" not in known:
        document.styles.add_style("Table Grid", WD_STYLE_TYPE.TABLE)
    for name, kind in (("footnote text", WD_STYLE_TYPE.PARAGRAPH), ("footnote reference", WD_STYLE_TYPE.CHARACTER)):
        if name not in known:
            font = document.styles.add_style(name, kind).font
            font.superscript = True if kind is WD_STYLE_TYPE.CHARACTER else None
            if kind is WD_STYLE_TYPE.PARAGRAPH:
                font.size, document.styles[name].paragraph_format.space_after = Pt(8.5), Pt(1)
    spoken = document.styles["Normal"].element.get_or_add_rPr().find(qn("w:lang"))
    if spoken is None:
        spoken = OxmlElement("w:lang")
        document.styles["Normal"].element.get_or_add_rPr().append(spoken)
    spoken.set(qn("w:val"), _LOCALES[language])


def _add(document: Any, block: Heading | Line | Grid, notes: Footnotes) -> None:
    if isinstance(block, Heading):
        document.add_heading(_clean(block.text), level=1)
    elif isinstance(block, Line):
        _fill(document.add_paragraph(style="List Bullet" if block.item else "Normal"), block, notes)
    else:
        _add_table(document, block, notes)


def _add_table(document: Any, grid: Grid, notes: Footnotes) -> None:
    if grid.caption is not None:
        caption = document.add_paragraph(style="Caption")
        caption.paragraph_format.keep_with_next = True
        _fill(caption, grid.caption, notes)
    table = document.add_table(rows=0, cols=len(grid.rows[0]), style="Table Grid")
    table.autofit = False
    page = document.sections[-1]
    whole = page.page_width - page.left_margin - page.right_margin
    for column, share in zip(table.columns, shares(grid), strict=True):
        column.width = int(whole * share)
    if grid.columns:
        head = table.add_row()
        for cell, name in zip(head.cells, grid.columns, strict=True):
            cell.paragraphs[0].add_run(_clean(name)).bold = True
        head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in grid.rows:
        added = table.add_row()
        added._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, line in zip(added.cells, row, strict=True):
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
            _fill(cell.paragraphs[0], line, notes)
    document.add_paragraph()  # tables that touch become one


def _fill(paragraph: Any, line: Line, notes: Footnotes) -> None:
    if line.lead:
        apart = "\n" if "\n" in line.text else " "
        paragraph.add_run(f"{_clean(line.lead)}{apart}").italic = True
    paragraph.add_run(_clean(line.text))
    if line.mark:
        paragraph.add_run(f" {_clean(line.mark)}").italic = True
    for number in line.notes:
        notes.refer(paragraph, number)


def _number_pages(document: Any, label: str) -> None:
    """ "Page 1 / 3" below every page, unless the letterhead has numbers of its own."""
    for number, section in enumerate(document.sections):
        footer = section.footer
        if footer.is_linked_to_previous and number:
            continue
        if any("PAGE" in (node.text or "") for node in footer._element.iter(qn("w:instrText"))):
            continue
        last = footer.paragraphs[-1] if footer.paragraphs else footer.add_paragraph()
        paragraph = footer.add_paragraph() if last.text.strip() else last
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(f"{_clean(label)} ")
        _add_field(paragraph, "PAGE")
        paragraph.add_run(" / ")
        _add_field(paragraph, "NUMPAGES")


def _add_field(paragraph: Any, instruction: str) -> None:
    """A field as Word writes it: begin, what is counted, what is shown until it is, end."""
    for kind in ("begin", "instruction", "separate", "shown", "end"):
        run = paragraph.add_run()
        if kind == "shown":
            run.text = "1"
        elif kind == "instruction":
            node = OxmlElement("w:instrText")
            node.set(qn("xml:space"), "preserve")
            node.text = f" {instruction} "
            run._r.append(node)
        else:
            node = OxmlElement("w:fldChar")
            node.set(qn("w:fldCharType"), kind)
            run._r.append(node)


def _clean(text: str) -> str:
    """Without what no XML file may hold; one break where paragraphs of a quote part."""
    return _NOT_IN_XML.sub("\ufffd", re.sub(r"\n{2,}", "\n", text))
