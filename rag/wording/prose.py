"""The prose of an answer, made once, at the edge: on the page, in the terminal, in `text` of the JSON form."""

from collections.abc import Iterator

from rag.types import Answer, Citation, Framing, Language, Outcome, Sentence, Value
from rag.wording.phrases import phrases, source_name


def text_of(answer: Answer) -> str:
    """What a person reads, with [1] marks."""
    if answer.refusal is not None:
        return phrases(answer.language).declined[answer.refusal]
    return " ".join(_not_found(answer) if answer.outcome is Outcome.NOT_FOUND else _told(answer))


def suggestions(answer: Answer) -> tuple[str, ...]:
    """How to ask better; () where there is an answer, or nothing was asked."""
    return phrases(answer.language).suggestions if answer.outcome is Outcome.NOT_FOUND else ()


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
    if sentence.framing is Framing.COMPUTED:
        return computed_text(sentence, language)
    told = values_text(sentence, language)
    if sentence.framing is Framing.DIFFERING:
        return phrases(language).differing.format(values=told)
    return told if told.endswith(".") else f"{told}."


def computed_text(sentence: Sentence, language: Language) -> str:
    """How a value was computed, openly: "Dihitung dari tabel: 412 + 388 = 800."."""
    result, *terms = (value.text for value in sentence.values)
    joint = {"total": " + ", "difference": " − "}.get(sentence.statement, "")
    how = phrases(language).computed[sentence.statement]
    return how.format(value=result, terms=joint.join(terms))


def introduction(citation: Citation, language: Language) -> str:
    """What stands before a quote: who says it, and in which language where it is not that of the answer."""
    say = phrases(language)
    frame = say.source if citation.language is language else say.source_foreign
    return frame.format(source=source_name(citation, language))


def quoted(citation: Citation) -> str:
    """The quote; rows of a table have no marks of a quotation, for the line they stand in is not the document's."""
    return citation.quote if citation.table else f"“{citation.quote}”"


def values_text(sentence: Sentence, language: Language) -> str:
    """The value, or the values that differ, each with who says it."""
    if sentence.framing is Framing.SHORT_ANSWER:
        return _value_text(sentence.values[0], language)
    frame = phrases(language).value_of
    given = zip(sentence.values, sentence.citations, strict=True)
    return "; ".join(
        frame.format(short=_value_text(value, language), source=source_name(citation, language))
        for value, citation in given
    )


def _value_text(value: Value, language: Language) -> str:
    """The value in the language of the answer where it has a translation, with the original behind it."""
    return f"{value.translation} {original(value, language)}" if value.translation else value.text


def original(value: Value, language: Language) -> str:
    """What stands behind a value that is given in translation."""
    return phrases(language).original.format(short=value.text)


def _told(answer: Answer) -> Iterator[str]:
    """Each sentence, the first of every part behind what was asked; then the parts without an answer."""
    part = None
    for sentence in answer.sentences:
        text = marked(sentence, answer.language)
        yield text if sentence.part == part else f"“{sentence.part}”: {text}"
        part = sentence.part
    for asked in answer.unanswered:
        yield phrases(answer.language).part_not_found.format(asked=asked)


def _not_found(answer: Answer) -> Iterator[str]:
    say = phrases(answer.language)
    yield say.not_found if answer.looked_at else say.not_found_empty_index
    if answer.unnamed:
        yield say.no_such_name.format(names=", ".join(f"“{name}”" for name in answer.unnamed))
    if answer.looked_at:
        yield say.looked_at.format(titles="; ".join(dict.fromkeys(citation.title for citation in answer.looked_at)))
