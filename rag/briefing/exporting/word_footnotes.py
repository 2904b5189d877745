"""Footnotes of a Word document, which python-docx does not write: their part, its relations, the references."""

from collections.abc import Sequence
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from lxml import etree

from rag.briefing.writing.sheet import Note

_SEPARATORS = (("separator", -1, "w:separator"), ("continuationSeparator", 0, "w:continuationSeparator"))
_BEFORE_NOTES = ("w:endnotePr", "w:compat", "w:docVars", "w:rsids", "w:themeFontLang", "w:clrSchemeMapping")


class Footnotes:
    """The notes of one document; the first reference to a note sets it, later ones point to that reference."""

    def __init__(self, document: Any, notes: Sequence[Note]) -> None:
        self._document = document
        self._part, self._root = _part_of(document)
        used = [int(note.get(qn("w:id"))) for note in self._root]
        self._first = max(used, default=0) + 1  # a letterhead may have notes of its own
        self._notes = {note.number: note for note in notes}
        self._set: set[int] = set()

    def refer(self, paragraph: Any, number: int) -> None:
        """Puts the mark of a note at the end of a paragraph."""
        if number in self._set:
            paragraph._p.append(self._repeated(number))
            return
        self._set.add(number)
        self._root.append(self._note(self._notes[number]))
        mark = _mark()
        node = OxmlElement("w:footnoteReference")
        node.set(qn("w:id"), str(self._id(number)))
        mark.append(node)
        paragraph._p.extend(
            [_bookmark("w:bookmarkStart", self._id(number)), mark, _bookmark("w:bookmarkEnd", self._id(number))]
        )

    def attach(self) -> None:
        """Writes the part; nothing may be added after that."""
        self._part._blob = etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)
        _declare(self._document.settings.element)

    def _id(self, number: int) -> int:
        return self._first + number - 1

    def _repeated(self, number: int) -> Any:
        """A field that shows the number of a note set before."""
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), f" NOTEREF {_name(self._id(number))} \\f \\h ")
        shown = _mark()
        shown.append(_text(str(number)))
        field.append(shown)
        return field

    def _note(self, note: Note) -> Any:
        footnote = OxmlElement("w:footnote")
        footnote.set(qn("w:id"), str(self._id(note.number)))
        paragraph = OxmlElement("w:p")
        properties, style = OxmlElement("w:pPr"), OxmlElement("w:pStyle")
        style.set(qn("w:val"), _style_id(self._document, "footnote text"))
        properties.append(style)
        mark = _mark()
        mark.append(OxmlElement("w:footnoteRef"))
        paragraph.extend([properties, mark, _run(f" {note.text}")])
        if note.link:
            paragraph.extend([_run(" "), self._link(note.link)])
        footnote.append(paragraph)
        return footnote

    def _link(self, address: str) -> Any:
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        link.append(_run(address))
        return link


def _part_of(document: Any) -> tuple[Part, Any]:
    """The part with the notes of a letterhead, or a new one with the lines that stand above notes."""
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            return relation.target_part, parse_xml(relation.target_part.blob)
    name, package = PackURI("/word/footnotes.xml"), document.part.package
    part = Part(name, CONTENT_TYPE.WML_FOOTNOTES, b"", package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><{tag}/></w:r></w:p></w:footnote>'
        for kind, number, tag in _SEPARATORS
    )
    return part, parse_xml(f"<w:footnotes {nsdecls('w', 'r')}>{lines}</w:footnotes>")


def _declare(settings: Any) -> None:
    """Names the lines above notes in the settings, where the schema wants them."""
    if settings.find(qn("w:footnotePr")) is not None:
        return
    declared = OxmlElement("w:footnotePr")
    for _, number, _ in _SEPARATORS:
        line = OxmlElement("w:footnote")
        line.set(qn("w:id"), str(number))
        declared.append(line)
    following = next((node for node in settings if node.tag in {qn(tag) for tag in _BEFORE_NOTES}), None)
    if following is None:
        settings.append(declared)
    else:
        following.addprevious(declared)


def _style_id(document: Any, name: str) -> str:
    return str(document.styles[name].style_id)


def _mark() -> Any:
    run, properties, raised = OxmlElement("w:r"), OxmlElement("w:rPr"), OxmlElement("w:vertAlign")
    raised.set(qn("w:val"), "superscript")
    properties.append(raised)
    run.append(properties)
    return run


def _run(text: str) -> Any:
    run = OxmlElement("w:r")
    run.append(_text(text))
    return run


def _text(text: str) -> Any:
    node = OxmlElement("w:t")
    node.set(qn("xml:space"), "preserve")
    node.text = text
    return node


def _bookmark(tag: str, note: int) -> Any:
    mark = OxmlElement(tag)
    mark.set(qn("w:id"), str(1000 + note))
    if tag == "w:bookmarkStart":
        mark.set(qn("w:name"), _name(note))
    return mark


def _name(note: int) -> str:
    return f"_RefNote{note}"
