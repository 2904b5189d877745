"""Who is meant where a source says "the governor" or "he" and names the person in another sentence."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.answering.guard.names import Title, same_holder, stands_in, surely_held, titles, unnamed_offices
from rag.answering.guard.support import Unit
from rag.answering.guard.terms import Kind

_PRONOUN = re.compile(r"\b(?:ia|dia|beliau|he|she|him|her|his)\b", re.IGNORECASE)
_BACK = 3  # sentences to look back for whom a pronoun means


def with_whom_they_mean(found: Sequence[Unit]) -> tuple[Unit, ...]:
    """The units, each with the holders of offices that it means without naming them; none where that is not plain.

    An office means whoever all passages at hand say holds it, if that is one person; else, like a pronoun, the only
    person with an office (that office) whom the nearest sentence before names or means.
    """
    held = [surely_held(tuple(titles(unit.text, unit.own))) for unit in found]
    everyone = [title for titled in held for title in titled]
    named = [_named(unit, titled, everyone) for unit, titled in zip(found, held, strict=True)]
    meant: list[tuple[Title, ...]] = []
    for index, unit in enumerate(found):
        earlier = [(*named[i], *meant[i]) for i in _sentences_before(found, index)]
        offices = tuple(unnamed_offices(unit.text, unit.own))
        by_office = [who for office in offices for who in (_only(office, everyone) or _nearest(office, earlier))]
        meant.append(tuple(by_office) or (() if offices else _by_pronoun(unit, earlier)))
    return tuple(replace(unit, meant=who) if who else unit for unit, who in zip(found, meant, strict=True))


def _sentences_before(found: Sequence[Unit], index: int) -> list[int]:
    """Those of the same passage, the nearest first."""
    unit = found[index]
    return [i for i in range(index - 1, -1, -1) if found[i].passage is unit.passage and found[i].end <= unit.start]


def _named(unit: Unit, held: Sequence[Title], everyone: Sequence[Title]) -> tuple[Title, ...]:
    """Those whom the sentence names, with the offices that it or another one gives them."""
    known = (title for title in everyone if stands_in(title.name, unit.words))
    return tuple({title.name.words: title for title in (*known, *held)}.values())


def _only(office: Title, everyone: Sequence[Title]) -> tuple[Title, ...]:
    """The holder of an office whose name is left out, if no two people can be meant."""
    return _if_one_person([title for title in everyone if same_holder(office, title)])


def _nearest(office: Title, earlier: Sequence[Sequence[Title]]) -> tuple[Title, ...]:
    """ "The governor", not of which province: the one spoken of last."""
    if office.field:
        return ()
    spoken_of = ([title for title in sentence if same_holder(office, title)] for sentence in earlier)
    return _if_one_person(next((holders for holders in spoken_of if holders), []))


def _by_pronoun(unit: Unit, earlier: Sequence[Sequence[Title]]) -> tuple[Title, ...]:
    names_someone = any(term.kind is Kind.NAME and len(term.words) > 1 for term in unit.own)
    if names_someone or not _PRONOUN.search(unit.text):
        return ()
    return _if_one_person(next((sentence for sentence in earlier[:_BACK] if sentence), ()))


def _if_one_person(holders: Sequence[Title]) -> tuple[Title, ...]:
    return tuple(holders[:1]) if len({title.name.words for title in holders}) == 1 else ()
