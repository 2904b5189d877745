"""Is the answer right, and do its citations carry it? Strings are compared after `rag.evaluation.normalise`."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from rag.evaluation.normalise import contains, normalise, searchable

Group = Sequence[str]


def missing_groups(texts: Iterable[str], groups: Iterable[Group]) -> tuple[tuple[str, ...], ...]:
    """The groups of alternatives of which none occurs in any of the texts.

    Required "nuggets" with alternatives follow Voorhees, "Overview of the TREC 2003 question answering track".
    """
    tokens = [searchable(text) for text in texts]
    return tuple(tuple(group) for group in groups if not _found(tokens, group))


def nugget_recall(texts: Sequence[str], groups: Sequence[Group]) -> float:
    """Share of the groups found, 0..1; 1 when nothing is required (TREC 2003 QA, nugget recall)."""
    return 1.0 if not groups else 1 - len(missing_groups(texts, groups)) / len(groups)


def forbidden_found(texts: Iterable[str], forbidden: Iterable[str]) -> tuple[str, ...]:
    """The forbidden strings that occur in any of the texts."""
    tokens = [searchable(text) for text in texts]
    return tuple(string for string in forbidden if _found(tokens, (string,)))


def token_f1(given: str, wanted: str) -> float:
    """Harmonic mean of token precision and recall, 0..1 (Rajpurkar et al. 2016, SQuAD), after our normalisation."""
    given_tokens, wanted_tokens = normalise(given), normalise(wanted)
    shared = sum((Counter(given_tokens) & Counter(wanted_tokens)).values())
    if not shared:
        return float(given_tokens == wanted_tokens)
    return 2 * shared / (len(given_tokens) + len(wanted_tokens))


def best_token_f1(given: str, alternatives: Iterable[str]) -> float:
    """The best `token_f1` over several right answers, as SQuAD scores them; 0 without any."""
    return max((token_f1(given, wanted) for wanted in alternatives), default=0.0)


def citation_precision(cited: Sequence[str], acceptable: Collection[str]) -> float | None:
    """Share of the cited document ids that are acceptable, 0..1; None without citations.

    After Gao et al. 2023 (ALCE), with the gold documents in place of an entailment model.
    """
    return sum(document in acceptable for document in cited) / len(cited) if cited else None


def citation_recall(quotes: Sequence[tuple[str, str]], groups: Sequence[Group], acceptable: Collection[str]) -> float:
    """Share of the required groups that stand in quotes of acceptable documents; `quotes` are (document id, quote).

    After Gao et al. 2023 (ALCE), with required strings in place of an entailment model.
    """
    return nugget_recall([quote for document, quote in quotes if document in acceptable], groups)


def quote_is_exact(document_text: str | None, start: int, end: int, quote: str) -> bool:
    """Whether `quote` is `document_text[start:end]`, character for character; a missing document makes it False."""
    return bool(quote) and document_text is not None and 0 <= start < end and document_text[start:end] == quote


def _found(texts: Iterable[tuple[str, ...]], group: Group) -> bool:
    wanted = [normalise(alternative) for alternative in group]
    return any(contains(tokens, alternative) for tokens in texts for alternative in wanted)
