"""An answer as messages: the prose of the page, its sources as links, cut where a messenger's limit wants it."""

from collections.abc import Iterable, Iterator

from rag.types import Answer, Citation
from rag.wording.prose import suggestions, text_of
from rag.wording.words import Words, words_of
from web.public.addresses import citation_href
from web.public.sources import plain_source

MOST_MESSAGES = 4
_MORE = "…"


def messages(answer: Answer, longest: int, site: str | None) -> tuple[str, ...]:
    """At most MOST_MESSAGES of at most `longest` UTF-16 units. `site`: where our own pages can be reached."""
    words = words_of(answer.language)
    told = [text_of(answer), *suggestions(answer)]
    if answer.citations:
        told.append(words.gettext("Sources:"))
        told.extend(_sources(answer.citations, words, site))
    return fitted(told, longest)


def _sources(citations: Iterable[Citation], words: Words, site: str | None) -> Iterator[str]:
    """Where each quote stands: the line of the page, and the place in our copy; a document is named in full once."""
    named: set[str] = set()
    for citation in citations:
        if site is None:
            yield plain_source(citation, words)
            continue
        place = f"{site.rstrip('/')}{citation_href(citation)}"
        known = citation.document_id in named
        yield f"[{citation.number}] {place}" if known else f"{plain_source(citation, words)}\n{place}"
        named.add(citation.document_id)


def fitted(paragraphs: Iterable[str], longest: int) -> tuple[str, ...]:
    """Paragraphs put together up to `longest`; what would need a message too many is left out, and that is shown."""
    made: list[str] = []
    for piece in _pieces(paragraphs, longest - len(_MORE) - 1):
        joined = f"{made[-1]}\n\n{piece}" if made else piece
        if made and units(joined) <= longest - len(_MORE) - 1:
            made[-1] = joined
        elif len(made) == MOST_MESSAGES:
            made[-1] += f" {_MORE}"
            break
        else:
            made.append(piece)
    return tuple(made)


def units(text: str) -> int:
    """How messengers count: in UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def _pieces(paragraphs: Iterable[str], longest: int) -> Iterator[str]:
    for paragraph in filter(None, map(str.strip, paragraphs)):
        rest = paragraph
        while units(rest) > longest:
            head = _head(rest, longest)
            yield head.rstrip()
            rest = rest[len(head) :].lstrip()
        if rest:
            yield rest


def _head(text: str, longest: int) -> str:
    """The beginning that fits, up to a space where there is one in its second half."""
    head = text[:longest]
    while (over := units(head) - longest) > 0:
        head = head[: len(head) - (over + 1) // 2]
    space = head.rfind(" ")
    return head[: space + 1] if space > len(head) // 2 else head
