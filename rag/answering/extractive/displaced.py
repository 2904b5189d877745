"""Something else stands where a question names a thing that the document quoted does not have.

"Kopi robusta" where it asks for "kopi liberika", "96 sapi" where it asks how many "kambing" there are. No veto, for a
document may call the thing otherwise: the confidence of such an answer is lower, and nothing stands above its quotes.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rag.answering.extractive.facts import TextFacts, facts_of
from rag.answering.extractive.narrowing import is_unit, says_verb
from rag.answering.extractive.scoring import Scored
from rag.language.changes import side_asked
from rag.language.function_words import HOW_MANY_ID
from rag.language.question_kinds import AnswerType
from rag.language.stems import carries_topic, stem
from rag.language.text import words
from rag.questions.understanding import Query
from rag.types import Document, Language

# Of what is told in whole sentences each may choose other words; of a figure it counts what it is the figure of.
_FIGURES = (AnswerType.NUMBER, AnswerType.MONEY, AnswerType.PERCENTAGE, AnswerType.DURATION)
_ANY_FIGURE = frozenset("nilai angka skor jumlah banyak total besar besaran".split())  # count nothing of their own
_SHORTEST = 4  # letters of a word that is looked for within longer ones: "seharga" says "harga"


def displaced(query: Query, best: Scored, document: Document) -> tuple[str, ...]:
    """Words of a question in whose place the sentence has others, and which the document has nowhere.

    None where no figure is asked for, or question and passage are in other languages. A row of a table is bound by its
    words: of these only the thing that is counted may be another one, "gajah" where the table is about "rusa".
    """
    candidate = best.candidate
    if query.kind not in _FIGURES or query.language is not Language.INDONESIAN or candidate.of_law:
        return ()
    told = facts_of(document.text), facts_of(f"{document.title} {document.publisher or ''}")
    asked, said = words(query.text), words(candidate.text)
    if candidate.table is not None:
        plain = [
            word for word in asked if word not in _ANY_FIGURE
        ]  # "berapa jumlah sapi" counts what "berapa sapi" does
        counted = (word for before, word in pairwise(plain) if before in HOW_MANY_ID)
        unknown = tuple(word for word in counted if _is_noun(word) and not _stands(query, word, told))
        return unknown if query.kind is AnswerType.NUMBER and candidate.is_row else ()
    if candidate.hit.passage.language is not Language.INDONESIAN:
        return ()
    return tuple(
        word
        for before, word in pairwise(asked)
        if _is_noun(word) and any(map(_is_noun, _in_its_place(before, said))) and not _stands(query, word, told)
    )


def _in_its_place(before: str, said: Sequence[str]) -> Iterator[str]:
    """The words of a sentence behind the one before it, or behind a number for "berapa"."""
    counted = before in HOW_MANY_ID
    for one, following in pairwise(said):
        if one[:1].isdigit() if counted else carries_topic(before) and stem(one) == stem(before):
            yield following


def _is_noun(word: str) -> bool:
    """Whether a word may call a thing: no figure or unit, none that says what is done, or before what."""
    if not word.isalpha() or len(word) < _SHORTEST or not carries_topic(word):
        return False
    return not says_verb(word) and not is_unit(word) and side_asked(word) is None


def _stands(query: Query, word: str, told: Sequence[TextFacts]) -> bool:
    """Whether a text says a word, what it is short for, or another word made of it."""
    own = stem(word)
    meant = {own}.union(*(group for group in query.topic if own in group))
    return any(meant & one.terms or own in one.every_term for one in told)
