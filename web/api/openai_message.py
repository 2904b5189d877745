"""The message that holds an answer: sentences in paragraphs, then the sources as a list, which chat pages show so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rag.types import Answer, Citation, Outcome, Sentence
from rag.wording.prose import text_of, told, unanswered
from rag.wording.words import Words, words_of
from web.public.addresses import citation_href, web_address
from web.public.sources import source_line

PARAGRAPH = "\n\n"
_SIGNS, _ESCAPED = re.compile(r"[\\\[\]`*_<]"), r"\\\g<0>"  # of Markdown, in the words of a link


@dataclass(frozen=True, slots=True)
class Message:
    """What is said, and its marks [n] as annotations with places in that text."""

    text: str
    annotations: list[dict[str, Any]]


def message_of(answer: Answer, site: str | None) -> Message:
    """`site` is where the pages of this service stand; without it only sources on the web have addresses."""
    if answer.outcome is not Outcome.ANSWERED:
        return Message(text_of(answer), [])
    text, before = "", None
    annotations: list[dict[str, Any]] = []
    for sentence in answer.sentences:
        paragraph = (PARAGRAPH if before else "") + told(sentence, before, answer.language)
        annotations += _annotations(sentence, len(text) + len(paragraph), site)
        text, before = text + paragraph, sentence
    for line in unanswered(answer):
        text += PARAGRAPH + line
    return Message(text + _sources(answer, site), annotations)


def _annotations(sentence: Sentence, end: int, site: str | None) -> Iterator[dict[str, Any]]:
    """Of the marks that a paragraph ends with, at `end` of the text."""
    start = end - sum(len(_mark(citation)) + 1 for citation in sentence.citations)
    for citation in sentence.citations:
        start, length = start + 1, len(_mark(citation))
        if url := _address(citation, site):
            place = {"start_index": start, "end_index": start + length, "title": citation.title, "url": url}
            yield {"type": "url_citation", "url_citation": place}
        start += length


def _mark(citation: Citation) -> str:
    return f"[{citation.number}]"


def _address(citation: Citation, site: str | None) -> str | None:
    """Its own on the web, else that of its quote on our pages."""
    return web_address(citation.url) or (site.rstrip("/") + citation_href(citation) if site else None)


def _sources(answer: Answer, site: str | None) -> str:
    """A list, as Markdown has it; [1] with a colon would be read as an address and hidden.

    Quotes of one place share a line, and where that has an address its title is the link.
    """
    words = words_of(answer.language)
    cited: dict[str, list[Citation]] = {}
    for citation in answer.citations:
        cited.setdefault(source_line(citation, words), []).append(citation)
    lines = "".join(f"\n- {_listed(citations, site, words)}" for citations in cited.values())
    return f"{PARAGRAPH}{words.gettext('Sources')}:\n{lines}" if lines else ""


def _listed(citations: list[Citation], site: str | None, words: Words) -> str:
    first, marks = citations[0], " ".join(map(_mark, citations))
    url = _address(first, site)
    title = f"[{_SIGNS.sub(_ESCAPED, first.title)}](<{url}>)" if url else None
    return f"{marks} {source_line(first, words, title)}"
