"""What a page says of itself: title, publisher, date, address and language, from its tags and its JSON-LD."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rag.documents.loaders.fields import as_date, as_language, first_string
from rag.types import Language

_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_PUBLISHERS = ("og:site_name", "application-name", "dc.publisher", "publisher")
_DATES = (
    *("article:published_time", "og:published_time", "datepublished", "dc.date", "dcterms.created", "dc.date.issued"),
    *("publishdate", "publish_date", "pubdate", "date", "sailthru.date", "parsely-pub-date"),
)
_DATED_TYPES = ("article", "posting", "webpage", "report", "event", "creativework")
_SEPARATORS = re.compile(r"\s[|–—»·-]\s")
# What editors, templates and servers put where nobody wrote a title.
_NO_TITLE = re.compile(
    r"(?:untitled|new|blank)?[ -]?(?:document|page|dokumen|halaman)?[ -]?\d*|untitled|home ?page|home|index|beranda"
    r"|halaman (?:utama|depan)|tanpa judul|(?:[\w-]+\.)+[a-z]{2,}",
    re.IGNORECASE,
)
_TITLE_WORDS = 30
_SITE_WORDS = 8
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Metadata:
    """None where the page is silent."""

    title: str | None
    publisher: str | None
    published: date | None
    url: str | None
    language: Language | None


def metadata_of(tree: Any, scripts: list[str]) -> Metadata:
    """`scripts` are the texts of the page's JSON-LD."""
    tags, data = dict(_meta_tags(tree)), [entry for script in scripts for entry in _entries(script)]
    title, site = _title_and_site(tree)
    return Metadata(
        title=first_string(tags, *_TITLES) or _headline(data) or title,
        publisher=first_string(tags, *_PUBLISHERS) or _publisher(data) or site,
        published=next((day for value in _dates(tree, tags, data) if (day := as_date(value))), None),
        url=_address(tree, tags),
        language=as_language(tree.get("lang") or tree.get(_XML_LANGUAGE)),
    )


def _meta_tags(tree: Any) -> Iterator[tuple[str, str]]:
    for tag in reversed(list(tree.iter("meta"))):  # the first of a name counts
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        if name and tag.get("content"):
            yield name.lower(), tag.get("content")


def _entries(script: str) -> Iterator[Mapping[str, Any]]:
    """The objects of a JSON-LD script, those in its graph too; a broken script says nothing."""
    try:
        held = json.loads(script)
    except (ValueError, RecursionError):
        return
    for entry in held if isinstance(held, list) else [held]:
        if isinstance(entry, dict):
            yield entry
            graph = entry.get("@graph")
            yield from (each for each in (graph if isinstance(graph, list) else []) if isinstance(each, dict))


def _headline(data: list[Mapping[str, Any]]) -> str | None:
    return next((name for entry in data if (name := first_string(entry, "headline"))), None)


def _publisher(data: list[Mapping[str, Any]]) -> str | None:
    named = (entry.get("publisher") for entry in data)
    return next((name for each in named if isinstance(each, dict) and (name := first_string(each, "name"))), None)


def _title_and_site(tree: Any) -> tuple[str | None, str | None]:
    """The page's name, and what its title says beside it: "Syarat Paspor | Dinas Contoh"."""
    title = " ".join((tree.findtext(".//title") or "").split())
    title = "" if _NO_TITLE.fullmatch(title) else title
    texts = (" ".join(element.text_content().split()) for element in tree.iter("h1"))
    heads = [head for head in texts if head and not head.endswith(":")]  # which only announces what comes next
    named = next((head for head in heads if head.lower() in title.lower()), None)
    if named is None:
        parts = [part.strip() for part in _SEPARATORS.split(title) if part.strip()]
        only = heads[0] if len(heads) == 1 and len(heads[0].split()) <= _TITLE_WORDS else None
        return only or (parts[0] if parts else None), parts[-1] if len(parts) > 1 else None
    at = title.lower().index(named.lower())
    site = (title[:at] + title[at + len(named) :]).strip(" |-–—»:·")
    return named, site if 0 < len(site.split()) <= _SITE_WORDS else None


def _dates(tree: Any, tags: Mapping[str, str], data: list[Mapping[str, Any]]) -> Iterator[object]:
    for entry in data:
        if any(kind in str(entry.get("@type", "")).lower() for kind in _DATED_TYPES):
            yield entry.get("datePublished")
    yield from (tags[name] for name in _DATES if name in tags)
    for element in tree.xpath(
        "//time[@datetime][@pubdate or @itemprop='datePublished' or contains(@class, 'published')]"
    ):
        yield element.get("datetime")
    yield from (element.get("content") for element in tree.xpath("//*[@itemprop='datePublished'][@content]"))
    # Right behind the headline, and the only time of the page: when that was published, not when something takes place.
    if len(tree.xpath("//time")) == 1:
        yield from tree.xpath("//h1/following-sibling::*[1]/descendant-or-self::time[not(ancestor::p)]/@datetime")


def _address(tree: Any, tags: Mapping[str, str]) -> str | None:
    links = tree.xpath("//link[@rel='canonical']/@href")
    address = (links[0] if links else "") or tags.get("og:url", "")
    return address.strip() if address.strip().startswith(("http://", "https://")) else None
