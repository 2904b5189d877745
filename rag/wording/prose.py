"""The prose of an answer, made once, at the edge: on the page, in the terminal, in `text` of the JSON form."""

from collections.abc import Iterator

from rag.types import Answer, Citation, Framing, Language, Outcome, Refusal, Sentence, Unsearched, Value
from rag.wording.overviews import document_name, overview_text
from rag.wording.places import place_text
from rag.wording.words import N_, words_of

LONG = 60  # characters of a short answer; a longer one is read, not seen at a glance

_DECLINED = {
    Refusal.EMPTY: N_("Please write a question first, for example: “How long is the training for alumni?”"),
    Refusal.TOO_LONG: N_("The question is too long. Please shorten it to one or two sentences."),
    Refusal.SMALL_TALK: N_(
        "Hello! Please ask a question about the programmes and news of the Lampung provincial government."
    ),
    Refusal.ORDERS: N_(
        "This service only answers questions from its documents; it does not follow instructions. "
        "Please ask about what the documents say."
    ),
    # The numbers of the Ministry of Health for such a need and of all emergencies, the same in the whole country.
    Refusal.DISTRESS: N_(
        "This sounds as if you are having a very hard time, and this service cannot help with that. "
        "Please do not stay alone with it: call 119 (extension 8 for counselling) or 112 now, "
        "or go to somebody you trust or to the nearest health post or hospital."
    ),
    Refusal.FOREIGN_LANGUAGE: N_("Please ask in Indonesian or in English."),
}

# By what was done; `Sentence.statement` names it.
_COMPUTED = {
    "most": N_("Computed from the table: the largest in its column is %(value)s."),
    "least": N_("Computed from the table: the smallest in its column is %(value)s."),
    "most_of_row": N_("Computed from the table: the largest in its row is %(value)s."),
    "least_of_row": N_("Computed from the table: the smallest in its row is %(value)s."),
    "most_moment": N_("Computed from the table: the latest in its column is %(value)s."),
    "least_moment": N_("Computed from the table: the earliest in its column is %(value)s."),
    "total": N_("Computed from the table: %(terms)s = %(value)s."),
    "difference": N_("Computed from the table: %(terms)s = %(value)s."),
    "count": N_("Computed from the table: it has %(value)s rows."),
    "total_of_quotes": N_("Computed from what is quoted: %(terms)s = %(value)s."),
    "difference_of_quotes": N_("Computed from what is quoted: %(terms)s = %(value)s."),
}

# What is missing of an overview, by the objection that names it.
_MISSED = {
    "no_document": N_("We did not find a document about %(names)s."),
    "one_side": N_("There is no comparison to show: we did not find enough about %(names)s."),
}


def text_of(answer: Answer) -> str:
    """What a person reads, with [1] marks."""
    if answer.refusal is not None:
        return words_of(answer.language).gettext(_DECLINED[answer.refusal])
    return " ".join(_not_found(answer) if answer.outcome is Outcome.NOT_FOUND else _told(answer))


def why_not(answer: Answer) -> str:
    """What is known of why there is no answer, below a title that says that there is none; "" where nothing is."""
    if answer.refusal is not None:
        return words_of(answer.language).gettext(_DECLINED[answer.refusal])
    return " ".join(_unsearched(answer) or _missed(answer))


def suggestions(answer: Answer) -> tuple[str, ...]:
    """How to ask better; () where there is an answer, or nothing was asked."""
    words = words_of(answer.language)
    if answer.outcome is not Outcome.NOT_FOUND:
        return ()
    if answer.unsearched is Unsearched.FILTERS:
        return (words.gettext("Choose a longer time, or all publishers."),)
    return (
        words.gettext("Name the programme, office, place or year you mean."),
        words.gettext("Ask about one thing at a time."),
    )


def marked(sentence: Sentence, language: Language) -> str:
    """The sentence with the numbers of its citations: "4.584 orang. [1]"."""
    return sentence_text(sentence, language) + "".join(f" [{citation.number}]" for citation in sentence.citations)


def sentence_text(sentence: Sentence, language: Language) -> str:
    """The sentence without the numbers of its citations."""
    if sentence.framing is Framing.STATEMENT:
        return sentence.statement
    if sentence.framing is Framing.QUOTE:
        (citation,) = sentence.citations
        return f"{introduction(citation, language)} {quoted(citation)}"
    if sentence.framing is Framing.EXCERPT:
        return quoted(sentence.citations[0])
    if sentence.framing is Framing.TENTATIVE:
        return words_of(language).gettext("The documents do not say this in so many words; what comes closest:")
    if sentence.framing is Framing.OVERVIEW:
        return overview_text(sentence, language)
    if sentence.framing is Framing.DOCUMENT:
        return document_name(sentence.citations[0], language)
    if sentence.framing is Framing.COMPUTED:
        return computed_text(sentence, language)
    told = values_text(sentence, language)
    if sentence.framing is Framing.DIFFERING:
        return words_of(language).gettext("The sources differ; the newest first: %(values)s.", values=told)
    return told if told.endswith(".") else f"{told}."


def computed_text(sentence: Sentence, language: Language) -> str:
    """How a value was computed, openly: "Dihitung dari tabel: 412 + 388 = 800."."""
    result, *terms = (value.text for value in sentence.values)
    joint = {"total": " + ", "difference": " − "}.get(sentence.statement.removesuffix("_of_quotes"), "")
    return words_of(language).gettext(_COMPUTED[sentence.statement], value=result, terms=joint.join(terms))


def introduction(citation: Citation, language: Language) -> str:
    """What stands before a quote: who says it, and in which language where it is not that of the answer."""
    words, source = words_of(language), source_name(citation, language)
    seen = words.recognised(citation)
    source = f"{source} ({seen})" if seen else source
    source = f"{source}, {place_text(citation.place, words)}" if citation.place else source
    if citation.language is language:
        return words.gettext("According to %(source)s:", source=source)
    if citation.language is Language.ENGLISH:
        return words.gettext("According to %(source)s, in English:", source=source)
    return words.gettext("According to %(source)s, in Indonesian:", source=source)


def source_name(citation: Citation, language: Language) -> str:
    """Who says it: the publisher, or the title where there is none, with the date when one is known.

    A text that retells others is named as a summary of those.
    """
    words, name = words_of(language), citation.publisher or f"“{citation.title}”"
    if citation.based_on:
        publishers = dict.fromkeys(source.split(",")[0] for source in citation.based_on)
        name = words.gettext("our summary of %(publishers)s", publishers=", ".join(publishers))
    return f"{name} ({words.date(citation.published)})" if citation.published else name


def quoted(citation: Citation) -> str:
    """The quote; rows of a table have no marks of a quotation, for the line they stand in is not the document's."""
    return citation.quote if citation.table else f"“{citation.quote}”"


def values_text(sentence: Sentence, language: Language) -> str:
    """The value, or the values that differ, each with who says it."""
    if sentence.framing is Framing.SHORT_ANSWER:
        value, citation = sentence.values[0], sentence.citations[0]
        return " ".join(filter(None, (_value_text(value, language), caution(value, citation, language))))
    given = zip(sentence.values, sentence.citations, strict=True)
    return "; ".join(_value_of(value, citation, language) for value, citation in given)


def caution(value: Value, citation: Citation, language: Language) -> str:
    """That recognition is not sure of a figure in a value; "" where it is, or nothing was recognised."""
    doubtful = any(_figure(word) in value.text or value.text in word for word in citation.doubtful)
    return words_of(language).gettext("(not read surely: compare it with the original)") if doubtful else ""


def _figure(word: str) -> str:
    return word.strip(".,;:()")


def _value_of(value: Value, citation: Citation, language: Language) -> str:
    return words_of(language).gettext(
        "%(value)s according to %(source)s",
        value=" ".join(filter(None, (_value_text(value, language), caution(value, citation, language)))),
        source=source_name(citation, language),
    )


def _value_text(value: Value, language: Language) -> str:
    """The value in the language of the answer where it has a translation, with the original behind it."""
    if value.translation:
        return f"{value.translation} {original(value, language)}"
    return f"{value.text} {value.unit}" if value.unit else value.text


def original(value: Value, language: Language) -> str:
    """What stands behind a value that is given in translation."""
    return words_of(language).gettext("(in the source: “%(value)s”)", value=value.text)


def told(sentence: Sentence, before: Sentence | None, language: Language) -> str:
    """The sentence with its marks; the first of every part stands behind what was asked."""
    text = marked(sentence, language)
    return text if sentence.part == (before.part if before else None) else f"“{sentence.part}”: {text}"


def unanswered(answer: Answer) -> Iterator[str]:
    """A sentence for each of several questions without an answer."""
    words = words_of(answer.language)
    for asked in answer.unanswered:
        yield words.gettext("The documents we hold do not contain an answer to “%(asked)s”.", asked=asked)


def _told(answer: Answer) -> Iterator[str]:
    for before, sentence in zip((None, *answer.sentences), answer.sentences, strict=False):
        yield told(sentence, before, answer.language)
    yield from unanswered(answer)


def _not_found(answer: Answer) -> Iterator[str]:
    words = words_of(answer.language)
    if unsearched := _unsearched(answer):
        yield from unsearched
        return
    missed = _missed(answer)
    if not any(reason.check in _MISSED for reason in answer.objections):
        yield words.gettext("The documents we hold do not contain an answer to this question.")
    yield from missed
    if not answer.looked_at:
        return
    titles = "; ".join(dict.fromkeys(citation.title for citation in answer.looked_at))
    yield words.gettext("The closest passages are in: %(titles)s.", titles=titles)


def _unsearched(answer: Answer) -> list[str]:
    """Why nothing was looked at; [] where something was."""
    words = words_of(answer.language)
    if answer.unsearched is Unsearched.FILTERS:
        return [words.gettext("None of our documents fits the dates or the publisher chosen, so nothing was searched.")]
    if not answer.looked_at and answer.unsearched is not Unsearched.NOTHING_QUOTABLE:
        return [words.gettext("There are no documents to search yet.")]
    return []


def _missed(answer: Answer) -> list[str]:
    """What was looked for and not found."""
    words, told = words_of(answer.language), []
    missed = next((reason for reason in answer.objections if reason.check in _MISSED), None)
    if missed:
        told.append(words.gettext(_MISSED[missed.check], names=" + ".join(f"“{name}”" for name in missed.missing)))
    if answer.unnamed:
        names = ", ".join(f"“{name}”" for name in answer.unnamed)
        told.append(words.gettext("Our documents do not mention %(names)s in this connection.", names=names))
    return told
