"""RSS, Atom and sitemaps: the addresses that they list. Entities are not resolved, and nothing is loaded."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin

from lxml import etree

from rag.errors import LibraryProblem
from rag.library.watching.records import Item
from rag.wording.words import N_

MOST_BYTES = 20_000_000
_MOST_ITEMS = 50_000
_GZIP = b"\x1f\x8b"
_NO_LIST = N_("it is no list of addresses: neither RSS nor Atom nor a sitemap")
_TOO_LARGE = N_("unpacked, it is larger than the limit of %(limit)s MB")


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list holds: documents, and further lists where it is one of sitemaps."""

    items: tuple[Item, ...] = ()
    lists: tuple[str, ...] = ()


def read_list(content: bytes, address: str) -> Listed:
    """Addresses are joined to that of the list. Raises LibraryProblem for what is no list."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(_unpacked(content), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise LibraryProblem(_NO_LIST) from error
    name = _name(root)
    if name == "sitemapindex":
        return Listed(lists=tuple(item.place for item in _items(_of_sitemap(root), address)))
    if name == "urlset":
        newest_first = sorted(_items(_of_sitemap(root), address), key=lambda item: item.stamp, reverse=True)
        return Listed(tuple(newest_first))
    if name in ("rss", "RDF"):
        return Listed(_items(_of_rss(root), address))
    if name == "feed":
        return Listed(_items(_of_atom(root), address))
    raise LibraryProblem(_NO_LIST)


def _unpacked(content: bytes) -> bytes:
    if not content.startswith(_GZIP):
        return content
    unpacking = zlib.decompressobj(31)
    try:
        data = unpacking.decompress(content, MOST_BYTES)
    except zlib.error as error:
        raise LibraryProblem(_NO_LIST) from error
    if unpacking.unconsumed_tail:
        raise LibraryProblem(_TOO_LARGE, limit=MOST_BYTES // 1_000_000)
    return data


def _items(found: Iterator[tuple[str, str]], address: str) -> tuple[Item, ...]:
    """Each address once, those of the web only."""
    items: dict[str, Item] = {}
    for place, stamp in found:
        try:
            whole = urldefrag(urljoin(address, place.strip())).url
        except ValueError:
            continue
        if whole.startswith(("http://", "https://")) and len(whole) <= 2000:
            items.setdefault(whole, Item(whole, stamp.strip()[:100]))
        if len(items) == _MOST_ITEMS:
            break
    return tuple(items.values())


def _of_sitemap(root: etree._Element) -> Iterator[tuple[str, str]]:
    for entry in root:
        yield _text(entry, "loc"), _text(entry, "lastmod")


def _of_rss(root: etree._Element) -> Iterator[tuple[str, str]]:
    """A date of publication is no stamp: it stays when the page changes."""
    for entry in root.iter("{*}item"):
        guid = next((child for child in entry if _name(child) == "guid"), None)
        lasting = guid is not None and guid.get("isPermaLink", "true") == "true"
        yield _text(entry, "link") or (_text(entry, "guid") if lasting else ""), ""


def _of_atom(root: etree._Element) -> Iterator[tuple[str, str]]:
    for entry in root.iter("{*}entry"):
        links = [child for child in entry if _name(child) == "link" and child.get("rel", "alternate") == "alternate"]
        if links:
            yield links[0].get("href", ""), _text(entry, "updated")


def _text(entry: etree._Element, name: str) -> str:
    return next((child.text or "" for child in entry if _name(child) == name), "")


def _name(element: etree._Element) -> str:
    """Without its namespace; "" for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
