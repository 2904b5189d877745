"""The newest documents as an Atom feed (RFC 4287), for readers of feeds and for other sites."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from lxml import etree
from starlette.responses import Response

from rag.types import DocumentFacts, Language
from rag.wording.words import Words, words_of
from web.protection.gate import in_thread
from web.public.addresses import document_href, site_of
from web.public.conditional import conditional
from web.public.listing import MOST_CHARS
from web.services import ServicesNow, allowed

MOST = 50  # documents
PATH = "/feed.xml"
_ATOM = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

router = APIRouter(dependencies=[Depends(allowed)])


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself; `address` is its own, `site` where the site begins, `built_at` of the index."""

    site: str
    address: str
    words: Words
    publisher: str
    built_at: str | None


@router.get(PATH, response_class=Response)
async def feed(
    request: Request,
    services: ServicesNow,
    lang: Annotated[Language, Query(description="of the feed's own title")] = Language.INDONESIAN,
    publisher: Annotated[str, Query(max_length=MOST_CHARS)] = "",
) -> Response:
    """The newest documents that have a date, as Atom."""
    status = await in_thread(services.pipeline.status)
    found = await in_thread(services.pipeline.documents, "", publisher or None, 0, MOST)
    site = site_of(request, services.settings)
    asked = {"lang": lang.value} if "lang" in request.query_params else {}
    query = urlencode(asked | ({"publisher": publisher} if publisher else {}))
    about = Feed(site, f"{site}{PATH}{'?' if query else ''}{query}", words_of(lang), publisher, status.built_at)
    return conditional(request, written(about, found.documents), "application/atom+xml", status.built_at)


def written(feed: Feed, documents: Sequence[DocumentFacts]) -> bytes:
    """The feed in UTF-8; documents without a date are left out, for every entry must say when it is from."""
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    root.set(_LANG, feed.words.language.value)
    title = feed.words.gettext("Tanya Lampung: new documents")
    _add(root, "id", feed.address)
    _add(root, "title", f"{title} – {feed.publisher}" if feed.publisher else title)
    dated = [document for document in documents if document.published]
    _add(root, "updated", _moment(feed.built_at) or next(map(_day, dated), "1970-01-01T00:00:00Z"))
    _add(_add(root, "author"), "name", feed.words.gettext("Tanya Lampung"))
    _add(root, "link", rel="self", type="application/atom+xml", href=feed.address)
    _add(root, "link", rel="alternate", type="text/html", href=f"{feed.site}/documents")
    for document in dated:
        _add_entry(root, document, feed.site)
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _add_entry(root: etree._Element, document: DocumentFacts, site: str) -> None:
    """Its address is its id too: it stays the same as long as the document is here."""
    entry = _add(root, "entry")
    entry.set(_LANG, document.language.value)
    address = site + document_href(document.id)
    _add(entry, "id", address)
    _add(entry, "title", document.title)
    _add(entry, "updated", _day(document))
    _add(entry, "published", _day(document))
    if document.publisher:
        _add(_add(entry, "author"), "name", document.publisher)
    _add(entry, "link", rel="alternate", type="text/html", href=address)


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    child = etree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    # Titles come from files, and may hold what XML cannot.
    child.text = None if text is None else _NOT_XML.sub("", text)
    return child


def _day(document: DocumentFacts) -> str:
    return f"{document.published}T00:00:00Z"


def _moment(iso: str | None) -> str | None:
    """As RFC 3339 has it, with the seconds' fraction left out; None for what is no moment."""
    try:
        return datetime.fromisoformat(iso or "").astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        return None
