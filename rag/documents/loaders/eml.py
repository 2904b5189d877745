"""E-mail messages (.eml) with their attachments, and web pages saved as one file (.mht)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import getaddresses
from pathlib import Path

from rag.documents.cleaning import Block, RawCell, RawPage, RawTable
from rag.documents.loaders import html, plain
from rag.documents.loaders.reading import decode
from rag.documents.loaders.sheets.day_formats import show_day
from rag.errors import UnreadableDocument
from rag.types import BlockKind, Language
from rag.wording.words import N_

_JAKARTA = timezone(timedelta(hours=7))
_PEOPLE = (("from", "Dari"), ("to", "Kepada"), ("cc", "Tembusan"))
_SHOWN_DAY = "dddd, d mmmm yyyy hh:mm"
_MAX_ATTACHMENTS = 100
_MAX_NAME = 120  # characters


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a message."""

    name: str
    data: bytes


def parse(data: bytes, path: Path) -> RawPage:
    """Subject, sender, receivers, day and text of a message. Raises UnreadableDocument when it is none."""
    message = _message(data)
    sent = _sent(message)
    subject = _header(message, "subject")
    if not subject and sent is None and not _header(message, "from"):
        raise UnreadableDocument(str(path), N_("it is no e-mail message inside; save it from the mail program again"))
    names = [attachment.name for attachment in attachments(data)]
    people = getaddresses([_header(message, "from")])
    return RawPage(
        (Block("", item=True, kind=BlockKind.TABLE, table=_head(message, sent, subject, names)), *_body(message, path)),
        title=subject or None,
        publisher=(people[0][0] or people[0][1]) if people else None,
        published=sent.astimezone(_JAKARTA).date() if sent is not None else None,
    )


def parse_page(data: bytes, path: Path) -> RawPage:
    """The page in a file that holds it with its pictures. Raises UnreadableDocument when it holds none."""
    page = next((part for part in _message(data).walk() if part.get_content_type() == "text/html"), None)
    if page is None:
        raise UnreadableDocument(str(path), N_("it holds no web page; open it in a browser and save it as .html"))
    return html.parse(_text(page, path).encode(), path)


def attachments(data: bytes) -> list[Attachment]:
    """The files that came with a message, each under a name of its own; pictures set into its text are none."""
    found: dict[str, Attachment] = {}
    for part in _message(data).iter_attachments():
        if not isinstance(part, EmailMessage) or len(found) == _MAX_ATTACHMENTS:
            break
        if part.get_content_disposition() == "inline" and part.get_content_maintype() == "image":
            continue
        name = _name(part)
        name = f"{len(found) + 1}-{name}" if name in found else name
        found[name] = Attachment(name, _content(part))
    return list(found.values())


def _name(part: EmailMessage) -> str:
    usual = "pesan.eml" if part.get_content_type() == "message/rfc822" else "lampiran"
    # Whoever sends a message may call a file "../../x".
    name = Path((part.get_filename() or "").replace("\\", "/")).name[-_MAX_NAME:]
    return name if name.strip(".") else usual


def _content(part: EmailMessage) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload(0)
        return bytes(inner) if isinstance(inner, EmailMessage) else b""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _message(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=policy.default)
    if not isinstance(message, EmailMessage):
        raise TypeError("the default policy makes messages of this class")
    return message


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name, "")).split())
    except Exception:  # the standard library's parser of headers stumbles over some that no program should write
        return ""


def _sent(message: EmailMessage) -> datetime | None:
    try:
        sent = getattr(message.get("date"), "datetime", None)
    except Exception:  # as above
        return None
    return sent if isinstance(sent, datetime) else None


def _head(message: EmailMessage, sent: datetime | None, subject: str, names: list[str]) -> RawTable:
    rows = [(label, _header(message, name)) for name, label in _PEOPLE]
    rows.append(("Tanggal", show_day(sent, _SHOWN_DAY, Language.INDONESIAN) if sent is not None else ""))
    rows += [("Perihal", subject), ("Lampiran", ", ".join(names))]
    return RawTable(tuple((RawCell(label, header=True), RawCell(said)) for label, said in rows if said), header_rows=0)


def _body(message: EmailMessage, path: Path) -> Iterator[Block]:
    """The text as it was written; the page beside it where that holds tables, or where there is no text."""
    text, page = (message.get_body(preferencelist=(kind,)) for kind in ("plain", "html"))
    written = _text(text, path) if text is not None else ""
    shown = _text(page, path) if page is not None else ""
    if shown and (not written.strip() or "<th" in shown.lower()):
        yield from html.parse(shown.encode(), path).blocks
    else:
        yield from plain.typed_blocks(written)


def _text(part: MIMEPart, path: Path) -> str:
    try:
        return str(part.get_content())
    except (LookupError, UnicodeError):  # an encoding that is none
        content = part.get_payload(decode=True)
        return decode(content, path) if isinstance(content, bytes) else ""
