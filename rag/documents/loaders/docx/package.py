"""The parts of a Word document that text is read from."""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rag.documents.loaders.docx.names import W, number_of, value_of
from rag.documents.loaders.docx.numbering import Lists, read_lists
from rag.documents.loaders.docx.styles import Styles, read_styles
from rag.documents.loaders.office.archive import MAX_TREE, Relation, main_part, open_archive, read_part, relations
from rag.wording.words import N_

WHAT = N_("Word document")
_MAIN = "word/document.xml"
_DUBLIN_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_NO_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass(frozen=True, slots=True)
class Notes:
    """Foot- or endnotes: their elements by id, and how they are numbered."""

    by_id: Mapping[str, Any]
    format: str
    start: int


@dataclass(frozen=True, slots=True)
class Package:
    """What an open document holds."""

    archive: zipfile.ZipFile
    body: Any
    relations: Mapping[str, Relation]
    styles: Styles
    lists: Lists
    footnotes: Notes
    endnotes: Notes
    title: str

    def part(self, relation_id: str) -> Any | None:
        """The root element of what the document refers to by an id."""
        relation = self.relations.get(relation_id)
        return None if relation is None else read_part(self.archive, relation.target)


def open_package(data: bytes, path: Path) -> Package:
    """Raises UnreadableDocument for what is no Word document; XMLSyntaxError or BadZipFile for a damaged part."""
    archive = open_archive(data, path, WHAT, "word/", MAX_TREE)
    main = main_part(archive, _MAIN)
    known = relations(archive, main)
    parts = {each.kind: each.target for each in known.values()}
    styles = read_styles(_optional(archive, parts.get("styles")))
    settings = _optional(archive, parts.get("settings"))
    root = read_part(archive, main)
    body = None if root is None else root.find(W + "body")
    return Package(
        archive,
        () if body is None else body,
        known,
        styles,
        read_lists(_optional(archive, parts.get("numbering")), styles),
        _notes(_optional(archive, parts.get("footnotes")), "footnote", "decimal", settings),
        _notes(_optional(archive, parts.get("endnotes")), "endnote", "lowerRoman", settings),
        _property_title(archive),
    )


def _optional(archive: zipfile.ZipFile, name: str | None) -> Any | None:
    return None if name is None else read_part(archive, name)


def _notes(root: Any | None, kind: str, style: str, settings: Any | None) -> Notes:
    found = () if root is None else root.iterfind(W + kind)
    by_id = {each.get(W + "id", ""): each for each in found if each.get(W + "type") not in _NO_NOTES}
    properties = None if settings is None else settings.find(f"{W}{kind}Pr")
    return Notes(by_id, value_of(properties, "numFmt") or style, number_of(properties, "numStart", 1) or 1)


def _property_title(archive: zipfile.ZipFile) -> str:
    root = read_part(archive, "docProps/core.xml")
    return "" if root is None else " ".join((root.findtext(_DUBLIN_TITLE) or "").split())
