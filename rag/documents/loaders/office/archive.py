"""Office files are ZIP archives of XML: opened with care, and read part by part."""

import io
import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from rag.errors import Reason, UnreadableDocument
from rag.wording.words import N_

_MAX_EXPANSION = 200  # times its packed size; real documents stay far below
_SMALL = 16 * 1024 * 1024  # bytes; what unpacks to less is no bomb however well it was packed
_MAX_UNPACKED = 512 * 1024 * 1024  # bytes
MAX_TREE = 64 * 1024 * 1024  # bytes of XML: as a tree they take ten times the memory; a long book has 10 MB
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_PARSED = (".xml", ".rels")
# Word, Excel and PowerPoint can also save under the names that the ISO standard gave to the same elements.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/presentationml/main", b"presentationml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"drawingml/2006/"),
)
_ISO = b"http://purl.oclc.org/ooxml/"
_USUAL = b"http://schemas.openxmlformats.org/"
_HEAD = 4096  # bytes of a part within which it declares its names


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: `kind` ends the name of its type ("styles"), `target` is a name in the archive."""

    kind: str
    target: str


def open_archive(data: bytes, path: Path, what: str, main: str, max_parsed: int) -> zipfile.ZipFile:
    """The archive of a file that is `what`, a msgid, and holds parts whose names begin with `main`.

    Raises UnreadableDocument for what is damaged, another kind of file, or unpacks to more than a real document;
    the sizes that an archive declares bind: zipfile reads no more than that of an entry.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise damaged(path, what) from error
    entries = archive.infolist()
    if not any(entry.filename.startswith(main) for entry in entries):
        raise UnreadableDocument(
            str(path), N_("it is no %(what)s inside; open it and save it again as one"), what=Reason(what)
        )
    if any(entry.flag_bits & 1 for entry in entries):
        message = N_("the %(what)s is protected by a password; save an open copy")
        raise UnreadableDocument(str(path), message, what=Reason(what))
    if any(entry.compress_type not in _METHODS for entry in entries):
        raise damaged(path, what)
    unpacked = sum(entry.file_size for entry in entries)
    parsed = sum(entry.file_size for entry in entries if entry.filename.lower().endswith(_PARSED))
    if parsed > max_parsed or unpacked > min(_MAX_UNPACKED, max(_MAX_EXPANSION * len(data), _SMALL)):
        raise UnreadableDocument(str(path), N_("it unpacks to a size no real document has; it was not opened"))
    return archive


def main_part(archive: zipfile.ZipFile, usual: str) -> str:
    """The name of the part that the others hang on; `usual` where the archive does not say."""
    known = relations(archive, "").values()
    return next((each.target for each in known if each.kind == "officeDocument"), usual)


def damaged(path: Path, what: str) -> UnreadableDocument:
    """The error for a file that its own program could perhaps mend."""
    return UnreadableDocument(str(path), N_("the %(what)s is damaged; open and save it again"), what=Reason(what))


def read_part(archive: zipfile.ZipFile, name: str) -> Any | None:
    """The root element of a part; None when the archive has no such part. Raises XMLSyntaxError, BadZipFile."""
    try:
        data = archive.read(name)
    except KeyError:
        return None
    # A declared entity can grow without end: none is filled in.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    return etree.fromstring(_usual_names(data), parser)


def with_usual_names(archive: zipfile.ZipFile, main: str, data: bytes) -> bytes:
    """The archive as a program can read it that does not know the names of the ISO standard; `data`: as it is."""
    if _usual_names(archive.read(main)) == archive.read(main):
        return data
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as renamed:
        for entry in archive.infolist():
            held = archive.read(entry)
            renamed.writestr(entry.filename, _usual_names(held) if entry.filename.endswith(_PARSED) else held)
    return buffer.getvalue()


def _usual_names(data: bytes) -> bytes:
    if _ISO in data[:_HEAD]:
        for strict, usual in _STRICT:
            data = data.replace(strict, _USUAL + usual)
    return data


def relations(archive: zipfile.ZipFile, name: str) -> Mapping[str, Relation]:
    """What the part `name` refers to within the archive, by the id it uses."""
    folder, base = posixpath.split(name)
    root = read_part(archive, posixpath.join(folder, "_rels", f"{base}.rels"))
    return {
        each.get("Id", ""): Relation(
            each.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/"),
        )
        for each in (() if root is None else root)
        if each.get("TargetMode") != "External"
    }
