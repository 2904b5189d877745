"""Small Word files for tests, put together from the XML of their parts."""

import io
import zipfile
from collections.abc import Mapping

_NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMES.items())
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ROOTS = {
    "styles": "w:styles",
    "numbering": "w:numbering",
    "footnotes": "w:footnotes",
    "endnotes": "w:endnotes",
    "settings": "w:settings",
    "header": "w:hdr",
    "footer": "w:ftr",
    "chart": "c:chartSpace",
    "diagramData": "dgm:dataModel",
}


def word(body: str, main: str = "word/document.xml", title: str = "", **parts: str) -> bytes:
    """A file with `body` and further parts by the last word of their relation's type; each has its name as id."""
    held = {main: f"<w:document {_DECLARED}><w:body>{body}</w:body></w:document>"}
    held["_rels/.rels"] = _relations({"officeDocument": main})
    held[f"word/_rels/{main.rpartition('/')[2]}.rels"] = _relations({kind: f"{kind}.xml" for kind in parts})
    for kind, xml in parts.items():
        held[f"word/{kind}.xml"] = f"<{_ROOTS[kind]} {_DECLARED}>{xml}</{_ROOTS[kind]}>"
    if title:
        properties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
        named = f'<dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">{title}</dc:title>'
        held["docProps/core.xml"] = f'<p:coreProperties xmlns:p="{properties}">{named}</p:coreProperties>'
    return archive(held)


def _relations(targets: Mapping[str, str]) -> str:
    made = "".join(
        f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for kind, target in targets.items()
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{made}</Relationships>'


def archive(held: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in held.items():
            file.writestr(name, content)
    return buffer.getvalue()


def p(*content: str, style: str = "", numbered: str = "", level: int = 0, extra: str = "") -> str:
    """A paragraph of runs; bare texts become runs."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbered:
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbered}"/></w:numPr>'
    runs = "".join(each if each.startswith("<") else r(each) for each in content)
    return f"<w:p><w:pPr>{properties}{extra}</w:pPr>{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run; tabs and line breaks in `text` become Word's own."""
    shown = text.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    shown = shown.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{shown}</w:t></w:r>'


def bold(text: str) -> str:
    return r(text, "<w:b/>")


def table(*rows: str, look: str = "") -> str:
    return f"<w:tbl><w:tblPr>{look}</w:tblPr>{''.join(rows)}</w:tbl>"


def tr(*cells: str, properties: str = "") -> str:
    """A row; bare texts become cells of one paragraph."""
    held = "".join(each if each.startswith("<w:tc>") else tc(p(each)) for each in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{held}</w:tr>"


def tc(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def styled(style_id: str, name: str, properties: str = "", of: str = "paragraph") -> str:
    return f'<w:style w:type="{of}" w:styleId="{style_id}"><w:name w:val="{name}"/>{properties}</w:style>'


def levels(*texts: str, formats: str = "decimal", name: str = "1", extra: str = "") -> str:
    """A list definition with the texts of its levels, and a list with the same id that uses it."""
    made = "".join(
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for number, (text, style) in enumerate(zip(texts, formats.split(), strict=False))
    )
    return f'<w:abstractNum w:abstractNumId="{name}">{made}{extra}</w:abstractNum>'


def num(name: str, of: str = "1", extra: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{extra}</w:num>'


def field(instruction: str, result: str) -> str:
    """A complex field: begin, instruction, separator, result, end."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
