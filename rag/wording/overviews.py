"""What is told of the documents themselves: how many, which, how new."""

from collections.abc import Callable, Mapping
from datetime import date

from rag.types import Citation, Language, Sentence
from rag.wording.words import Words, words_of


def overview_text(sentence: Sentence, language: Language) -> str:
    """A sentence about the documents, by the name that its `statement` has."""
    words, values = words_of(language), [value.text for value in sentence.values]
    return _TOLD[sentence.statement](words, values)


def document_name(citation: Citation, language: Language) -> str:
    """ "“Title” (publisher, 4 November 2025)"."""
    return _named(citation.title, citation.publisher, citation.published, words_of(language))


def _named(title: str, publisher: str | None, published: date | None, words: Words) -> str:
    known = [publisher, words.date(published) if published else None]
    behind = ", ".join(filter(None, known))
    return f"“{title}” ({behind})" if behind else f"“{title}”"


def _holdings(words: Words, values: list[str]) -> str:
    documents, publishers, *dates = values
    of = words.ngettext("%(count)s publisher", "%(count)s publishers", int(publishers))
    held = words.ngettext(
        "We hold %(count)s document (%(publishers)s).",
        "We hold %(count)s documents (%(publishers)s).",
        int(documents),
        publishers=of,
    )
    if not dates:
        return held
    newest, oldest = (words.date(date.fromisoformat(day)) for day in (dates[0], dates[-1]))
    return f"{held} " + words.gettext(
        "Where they are dated, from %(oldest)s to %(newest)s; the newest first:", oldest=oldest, newest=newest
    )


def _leads(words: Words, values: list[str]) -> str:
    title, publisher, day, language = values
    name = _named(title, publisher or None, date.fromisoformat(day) if day else None, words)
    if language == words.language:
        return words.gettext("From %(document)s, word for word; we write no summary of our own:", document=name)
    if language == Language.ENGLISH:
        return words.gettext(
            "From %(document)s, word for word in English; we write no summary of our own:", document=name
        )
    return words.gettext(
        "From %(document)s, word for word in Indonesian; we write no summary of our own:", document=name
    )


_TOLD: Mapping[str, Callable[[Words, list[str]], str]] = {
    "holdings": _holdings,
    "leads": _leads,
    "holdings_about": lambda words, values: words.gettext(
        "Documents about “%(topic)s”, the newest first:", topic=values[0]
    ),
    "latest": lambda words, _: words.gettext("The newest documents, and what they begin with:"),
    "latest_about": lambda words, values: words.gettext(
        "The newest documents about “%(topic)s”, and what they begin with:", topic=values[0]
    ),
    "no_list": lambda words, values: words.gettext(
        "We keep no list of “%(topic)s”. Documents that name it in their title, the newest first:", topic=values[0]
    ),
    "no_summary": lambda words, _: words.gettext("We cannot sum up all documents; name the one you mean."),
    "undated": lambda words, _: words.gettext("The documents carry no dates, so we cannot tell which is the newest."),
    "more": lambda words, values: words.ngettext(
        "%(count)s more is in the list of documents.", "%(count)s more are in the list of documents.", int(values[0])
    ),
}
