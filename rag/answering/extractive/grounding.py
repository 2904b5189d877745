"""Whether what is quoted is about what the question names: by the document it stands in, and by the section.

A name, place, code or figure of the question must stand in the document quoted, in either language; and of the
sections of a document the one is quoted whose headings name what the question names.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from rag.answering.base import DocumentOf
from rag.answering.extractive.addressed import words_of_address
from rag.answering.extractive.asked_amounts import amounts_of
from rag.answering.extractive.checks.missing_places import unnamed_places
from rag.answering.extractive.checks.other_number import is_of_that_number
from rag.answering.extractive.clause_brackets import located_for
from rag.answering.extractive.designations import designations_in, lacks
from rag.answering.extractive.facts import TextFacts, Told, facts_of
from rag.answering.extractive.initials import is_spelt_out, shortened_in
from rag.answering.extractive.labelled_items import is_of_other_item
from rag.answering.extractive.lists import of_named_lists
from rag.answering.extractive.ordinals import lacks_ordinal, ordinals_in
from rag.answering.extractive.other_subjects import of_named_subjects
from rag.answering.extractive.place_kinds import told_by_name
from rag.answering.extractive.scoring import Scored
from rag.answering.extractive.sections import of_named_sections
from rag.answering.extractive.small_names import small_names
from rag.language.brackets import brackets_in
from rag.language.deeds import is_somebody
from rag.language.stems import stem
from rag.questions.articles import is_headed, speaks_of, tells_repeal
from rag.questions.understanding import Query
from rag.types import Document, Language, Objection, Passage

RULES = ("grave", "grounding", "small_names", "deeds", "section", "other_subject")
_ROOT = 5  # letters that make a word of one family


@dataclass(frozen=True, slots=True)
class Grounded:
    """Sentences that may answer, best first, and why there is none of them."""

    scored: tuple[Scored, ...]
    objections: tuple[Objection, ...] = ()


def grounded(
    query: Query, scored: Sequence[Scored], document_of: DocumentOf, without: frozenset[str] = frozenset()
) -> Grounded:
    """The sentences of documents that have what the question names, without those of other sections."""
    documents = {key: document_of(key) for key in dict.fromkeys(one.candidate.span.document_id for one in scored)}
    kept = tuple(scored)
    if "grave" not in without and query.grave:
        kept = tuple(one for one in scored if not _unnamed(query, one.candidate.hit.passage))
        if scored and not kept:
            named = dict.fromkeys(grave.word for grave in query.grave if not grave.is_told_by_nothing)
            return Grounded(tuple(scored), (Objection("grave", tuple(named)),))
    if "grounding" not in without:
        small = () if "small_names" in without else small_names(query, (one.candidate.hit.passage for one in scored))
        missing = {key: unnamed_in(query, document, small) for key, document in documents.items()}
        found, kept = kept, tuple(one for one in kept if not missing[one.candidate.span.document_id])
        if found and not kept:
            return Grounded(found, (Objection("grounding", missing[found[0].candidate.span.document_id]),))
    if "deeds" not in without and query.deeds:
        untold = {key: _untold(query, document) for key, document in documents.items()}
        known, kept = kept, tuple(one for one in kept if not untold[one.candidate.span.document_id])
        if known and not kept:
            return Grounded(known, (Objection("deeds", untold[known[0].candidate.span.document_id]),))
    if "section" not in without and query.articles:
        kept = _within_article(query, tuple(one for one in kept if _is_of_article(query, one.candidate.hit.passage)))
        if not kept:
            return Grounded(tuple(scored), (Objection("section", _as_asked(query)),))
    if "section" not in without:
        here = frozenset(map(id, of_named_sections(query, kept, documents)))
        kept = tuple(one for one in kept if id(one) in here or is_of_that_number(query, one.candidate))
        kept = of_named_lists(query, kept)
        kept = tuple(one for one in kept if not is_of_other_item(query, one.candidate))
    if "other_subject" not in without:
        kept = of_named_subjects(query, kept)
    return Grounded(kept)


def tells_of_grave(query: Query, document: Document) -> bool:
    """Whether the document names each grave matter of the question, so that something of it may be computed."""
    return _names_all(query, document.text, document.title)


def _unnamed(query: Query, passage: Passage) -> bool:
    """Whether a grave matter of the question is named neither by the passage nor above it."""
    return not _names_all(query, passage.text, f"{passage.title} {' '.join(passage.headings)}")


def _names_all(query: Query, *texts: str) -> bool:
    if not query.grave:
        return True
    told = frozenset().union(*(facts_of(text).grave for text in texts))
    return all(one.matter in told for one in query.grave)


def _untold(query: Query, document: Document) -> tuple[str, ...]:
    """The deeds that the question says of somebody whom the document knows, and of which it tells nothing."""
    if document.language is not Language.INDONESIAN:
        return ()
    told = facts_of(document.text), facts_of(document.title)
    return tuple(
        deed.verb
        for deed in query.deeds
        if not any(deed.terms & one.terms or any(_inflected(term, one) for term in deed.terms) for one in told)
        and is_somebody(deed.doer, document.text)
    )


def unnamed_in(query: Query, document: Document, small: Sequence[str] = ()) -> tuple[str, ...]:
    """What the question names and the document does not; `small`: names that were typed in small letters."""
    whole = f"{document.title}\n{document.text}"
    called = tuple(one.text for one in designations_in(query.question.text, query.language) if lacks(whole, one))
    called += tuple(one.text for one in ordinals_in(query.text) if lacks_ordinal(whole, one))
    if called or not (query.names or query.places or small):
        return called
    above = f"{document.title} {document.publisher or ''} {words_of_address(document.id, document.url)}"
    told = facts_of(document.text), facts_of(above)
    names = [
        name.text
        for name in query.names
        if not any(name.any_term & said for said in (told[0].terms, told[1].terms, told[0].figures))
        and not any(_inflected(stem, one) for stem in name.stems for one in told)
    ]
    kinds = frozenset(told_by_name(query.question.text, names, whole)) if names else frozenset[str]()
    names = [name for name in names if name not in kinds]
    names += [word for word in small if stem(word) not in told[0].terms | told[1].terms]
    short = shortened_in(query.question.text, whole) if names else frozenset()
    unnamed = (name for name in names if name not in short and not is_spelt_out(name, whole))
    held = _held_by_ranges(query, document) if names else frozenset()
    return (*(name for name in unnamed if name not in held), *unnamed_places(query, Told(told)))


def _held_by_ranges(query: Query, document: Document) -> frozenset[str]:
    """The words of an amount that a range of the document holds: "100 meter persegi" of "60 sampai 150 m2"."""
    every = amounts_of(query)
    if not every:
        return frozenset()
    ranges = brackets_in(document.text)
    tables = [block.table for block in document.blocks if block.table is not None]
    rows = (located_for(query, one, lambda cell: document.text[cell.start : cell.end]) for one in tables)
    held = [one.amount for one in rows if one is not None and one.text]
    held += [one for one in every if one.unit and any(r.unit == one.unit and r.holds(one.value) for r in ranges)]
    return frozenset(word for one in held for word in query.text[one.start : one.end].split())


def _inflected(stem: str, told: TextFacts) -> bool:
    """Whether a word begins with another one of some length: "Malaysian" with "Malaysia"."""
    if len(stem) < _ROOT:
        return False
    if any(stem[:length] in told.terms for length in range(_ROOT, len(stem) + 1)):
        return True
    at = bisect_left(told.ordered_terms, stem)
    return at < len(told.ordered_terms) and told.ordered_terms[at].startswith(stem)


def _as_asked(query: Query) -> tuple[str, ...]:
    if query.question.language is Language.INDONESIAN:
        return query.articles
    return tuple(article.replace("Pasal", "Article") for article in query.articles)


def _within_article(query: Query, scored: tuple[Scored, ...]) -> tuple[Scored, ...]:
    """What an article says, or its repeal, where the article itself was found: others that speak of it say else."""
    if not query.wants_article:
        return scored
    own = [one.candidate.of_law and is_headed(one.candidate.hit.passage.headings, query.articles) for one in scored]
    if not any(own):
        return scored
    told = [tells_repeal(one.candidate.text, query.articles) for one in scored]
    return tuple(one for one, *counts in zip(scored, own, told, strict=True) if any(counts))


def _is_of_article(query: Query, passage: Passage) -> bool:
    """Whether a passage belongs to an article that the question names, or speaks of it."""
    if is_headed(passage.headings, query.articles):
        return True
    return speaks_of(passage.text, query.articles) or tells_repeal(passage.text, query.articles)
