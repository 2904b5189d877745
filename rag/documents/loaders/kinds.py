"""What a file is by what it holds, whatever its name says, and what to do about those that are not read."""

import io
import re
import zipfile

from rag.wording.words import N_

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an OLE container
_ZIP = b"PK\x03\x04"
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|table|head|body)\b", re.I | re.S
)
LOCKED = ".locked"
_SAMPLE = 1024  # bytes
# Names of streams in an OLE container, which its directory holds as UTF-16; the first one found decides.
_STREAMS = (
    ("EncryptedPackage", LOCKED),
    ("WordDocument", ".doc"),
    ("PowerPoint Document", ".ppt"),
    ("Workbook", ".xls"),
    ("Book", ".xls"),
    ("__substg1.0_", ".msg"),
)
_FOLDERS = (("xl/workbook.bin", ".xlsb"), ("word/", ".docx"), ("xl/", ".xlsx"), ("ppt/", ".pptx"))
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_OPEN_KINDS = {"text": ".odt", "text-template": ".odt", "spreadsheet": ".ods", "presentation": ".odp"}

ADVICE = {
    ".doc": N_("it is in the old .doc format; open it in Word or LibreOffice and save it as .docx"),
    ".xls": N_("it is in the old .xls format; open it in Excel or LibreOffice and save it as .xlsx"),
    ".xlsb": N_("it is a binary workbook; open it in Excel or LibreOffice and save it as .xlsx"),
    ".ppt": N_("it is in the old .ppt format; open it in PowerPoint or LibreOffice and save it as .pptx"),
    ".rtf": N_("files in Rich Text Format are not read; open it in Word or LibreOffice and save it as .docx"),
    ".ods": N_("it is an OpenDocument spreadsheet; open it in LibreOffice and save it as .xlsx"),
    ".odp": N_("it is an OpenDocument presentation; open it in LibreOffice and save it as .pptx"),
    ".msg": N_("it is a message in Outlook's own format; save it as .eml"),
    LOCKED: N_("it is protected by a password; open it and save a copy without one"),
}


def kind_of(suffix: str, data: bytes) -> str:
    """The suffix that the content deserves; the given one where the content does not tell."""
    head = data[:_SAMPLE].lstrip()
    if head.startswith(b"%PDF-"):
        return ".pdf"
    if head.startswith(b"{\\rtf"):
        return ".rtf"
    if data.startswith(_OLD_OFFICE):
        return _kind_of_container(data) or (LOCKED if suffix not in ADVICE else suffix)
    if data.startswith(_ZIP):
        return _kind_of_archive(data) or suffix
    # Programs on the web export pages under the names of office files.
    if suffix in (".doc", ".xls") and _HTML.match(head):
        return ".html"
    if suffix in (".doc", ".xls", ".html", ".htm") and head[:13].lower() == b"mime-version:":
        return ".mht"
    return suffix


def _kind_of_container(data: bytes) -> str | None:
    return next((kind for name, kind in _STREAMS if name.encode("utf-16-le") in data), None)


def _kind_of_archive(data: bytes) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if "content.xml" in names:
                return _kind_of_open_document(archive) or ".odt"
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError):
        return None
    return next((kind for folder, kind in _FOLDERS if any(name.startswith(folder) for name in names)), None)


def _kind_of_open_document(archive: zipfile.ZipFile) -> str | None:
    if "mimetype" not in archive.namelist() or archive.getinfo("mimetype").file_size > _SAMPLE:
        return None
    said = archive.read("mimetype").decode("ascii", "replace").strip()
    return _OPEN_KINDS.get(said.removeprefix(_OPEN_DOCUMENT)) if said.startswith(_OPEN_DOCUMENT) else None
