"""Word files written as raw XML, as they come from people's word processors."""

import io
import zipfile
from collections.abc import Iterable

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {"document": "document.main", "styles": "styles", "numbering": "numbering", "footnotes": "footnotes"}
_STYLES = {"Heading1": "heading 1", "Heading2": "heading 2", "Title": "Title", "Caption": "caption"}


def word(body: str, *, numbering: str = "", footnotes: str = "") -> bytes:
    """`numbering` and `footnotes`: what stands inside those parts, if the file has them."""
    parts = {"document": f"<w:body>{body}<w:sectPr/></w:body>", "styles": _styles()}
    if numbering:
        parts["numbering"] = numbering
    if footnotes:
        parts["footnotes"] = footnotes
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", _content_types(parts))
        file.writestr("_rels/.rels", _relations([("officeDocument", "word/document.xml")]))
        others = [(name, f"{name}.xml") for name in parts if name != "document"]
        file.writestr("word/_rels/document.xml.rels", _relations(others))
        for name, xml in parts.items():
            file.writestr(f"word/{name}.xml", f"{_XML}<w:{name} {_NAMES}>{xml}</w:{name}>")
    return buffer.getvalue()


def run(text: str, properties: str = "") -> str:
    """A run; `properties`: "<w:strike/>", "<w:vanish/>" ..."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str, style: str = "", *, list_level: int | None = None, list_id: int = 1) -> str:
    """A paragraph of runs, or of plain text."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if list_level is not None:
        properties += f'<w:numPr><w:ilvl w:val="{list_level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    inside = content if content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def text_of(*texts: str) -> str:
    """A paragraph for each."""
    return "".join(map(p, texts))


def cell(text: str, *, columns: int = 1, merge: str = "", bold: bool = False) -> str:
    """`merge`: "restart" where a cell over several rows begins, "continue" below."""
    properties = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    properties += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(run(text, '<w:b/>' if bold else ''))}</w:tc>"


def row(*cells: str, header: bool = False) -> str:
    """Cells as XML, or as plain text."""
    properties = "<w:tblHeader/>" if header else ""
    inside = "".join(one if one.startswith("<") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def table(*rows: str, columns: int) -> str:
    grid = '<w:gridCol w:w="2000"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def levels(*shown: tuple[str, str], restart: int = 1, going_on: int | None = None) -> str:
    """A numbering with a list for each number up to `restart`; `shown`: format and text of each level.

    `going_on`: the level that counts through, whatever stands above it.
    """
    inside = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        + ('<w:lvlRestart w:val="0"/>' if level == going_on else "")
        + "</w:lvl>"
        for level, (form, text) in enumerate(shown)
    )
    abstract = f'<w:abstractNum w:abstractNumId="0">{inside}</w:abstractNum>'
    first = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    again = (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number in range(2, restart + 1)
    )
    return abstract + first + "".join(again)


def text_box(inside: str) -> str:
    """A paragraph that anchors a box, with the older drawing beside it that says the same again."""
    content = f"<w:txbxContent>{inside}</w:txbxContent>"
    shape = f"<wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp>"
    kind = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    drawing = (
        '<w:drawing><wp:inline><wp:extent cx="2000000" cy="900000"/><wp:docPr id="1" name="Kotak 1"/>'
        f'<a:graphic><a:graphicData uri="{kind}">{shape}</a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
    older = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    choice = f'<mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{older}</mc:Fallback>'
    return f"<w:p><w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r></w:p>"


def footnote(number: int, text: str) -> str:
    return f'<w:footnote w:id="{number}">{p(text)}</w:footnote>'


def footnote_mark(number: int) -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def tick(*, ticked: bool) -> str:
    """A box of a form, as a content control."""
    state = f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/></w14:checkbox>'
    sign = "☒" if ticked else "☐"
    return f"<w:sdt><w:sdtPr>{state}</w:sdtPr><w:sdtContent>{run(sign)}</w:sdtContent></w:sdt>"


def _styles() -> str:
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in {"Normal": "Normal", **_STYLES}.items()
    )


def _content_types(parts: Iterable[str]) -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{_PARTS[name]}+xml"/>' for name in parts
    )
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{relations}"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{overrides}</Types>"
    )


def _relations(targets: Iterable[tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{_R}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{_XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
