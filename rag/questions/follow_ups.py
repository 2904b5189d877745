"""Completes a follow-up question from the conversation, so that it can be searched for on its own.

Rules, not a model: a question that stands alone is returned unchanged. Three kinds of follow-up are completed:
an ellipsis ("kalau Malaysia?", "and for students?") takes the place of the like part of the question before it, a
question with a missing topic ("siapa yang menandatangani?", "who signed it?") gets the topic of that question, and one
for a deputy ("wakilnya?") the office that was asked about or answered with.
"""

import re
from dataclasses import replace
from datetime import date

from rag.language.detection import detect
from rag.language.function_words import AND, QUESTION_WORDS, SOFTENERS_ID, SP
from rag.language.offices import named_office
from rag.language.patterns import any_of
from rag.language.territories import without_rival_places
from rag.questions.leaning import (
    ELLIPSIS,
    EMPTY_WORDS,
    LONGEST_ELLIPSIS,
    OPENERS,
    PREPOSITIONS,
    WHAT_ABOUT,
    YEAR,
    asks_something,
    bare,
    is_follow_up,
)
from rag.questions.swaps import replace_last, swapped, takes_place, without_alike
from rag.questions.turns import found_something
from rag.types import Language, Question, Turn

_OPENERS = re.compile(
    rf"^{OPENERS}(?:(?:{WHAT_ABOUT}|{any_of(AND)} (?:yang )?{PREPOSITIONS})\b[\s,]*)?",
    re.IGNORECASE,
)
_NOT_TOPIC = QUESTION_WORDS | SP | SOFTENERS_ID | {"itu"}
_RELATIVE_YEARS = (
    (
        re.compile(
            r"\b(?:tahun (?:lalu|kemarin|sebelumnya)|thn lalu|last year|the (?:previous year|year before))\b", re.I
        ),
        -1,
    ),
    (re.compile(r"\b(?:tahun depan|tahun berikutnya|next year|the (?:following year|year after))\b", re.I), 1),
)
_FILLER = re.compile(r"^yang |(?: ones?|(?<!apa)(?<!mana) saja| dong| sih| ya)$", re.IGNORECASE)
_DEPUTY = re.compile(
    r"^(?:siapa(?:kah)? |who (?:is|was) )?"
    r"(?:(?:his|her|its|their|the) (?:deputy|vice)|(?:wakil|deputi)(?:nya| (?:dia|beliau)))\b(?: siapa)?(?P<rest>.*)$",
    re.IGNORECASE,
)


def stand_alone(question: Question, today: date) -> Question:
    """The question completed from its history; the very same object when it already stands alone.

    Turns that found nothing lend it nothing, unless it asks for something else in place of what was not found.
    """
    turns = [turn for turn in question.history if found_something(turn)] or _replaced(question)
    if not turns:
        return question
    previous = turns[0]
    for turn in turns[1:]:
        previous = Turn(_complete(turn.question, previous, today) or turn.question, turn.answer)
    completed = _complete(question.text, previous, today)
    return replace(question, text=completed) if completed else question


def _replaced(question: Question) -> list[Turn]:
    """The latest turn, if "and rice?" follows on soybeans that were not found."""
    remainder = _remainder(question.text)
    latest = question.history[-1:]
    asks = asks_something(remainder)
    return [turn for turn in latest if not asks and takes_place(remainder, bare(turn.question))]


def _complete(text: str, turn: Turn, today: date) -> str | None:
    """None when `text` needs nothing from the turn before it."""
    text, previous = text.strip(), turn.question.strip()
    if not text or not previous or not is_follow_up(text):
        return None
    remainder = _remainder(text)
    dated = _with_relative_year(remainder, previous, today)
    if dated is not None:
        return dated
    deputy = _DEPUTY.match(remainder)
    if deputy is not None:
        return _of_deputy(deputy["rest"].strip(), turn, detect(text))
    if asks_something(remainder):
        return with_topic(remainder, previous)
    return _substituted(remainder, previous)


def _remainder(text: str) -> str:
    """What is left without "kalau" and "what about"."""
    return _FILLER.sub("", bare(ELLIPSIS.sub("", text.strip(), count=1)))


def _of_deputy(rest: str, turn: Turn, language: Language) -> str:
    """Asks for the deputy of whom the turn named: by the office of the question, else by that of the answer."""
    office = named_office(turn.question) or named_office(turn.answer) or _topic(turn.question)
    asked = f"Who is the deputy {office}" if language is Language.ENGLISH else f"Siapa wakil {office}"
    return f"{asked} {rest}".strip() + "?"


def _with_relative_year(remainder: str, previous: str, today: date) -> str | None:
    """'tahun lalu' counts from the year the conversation is about, or from today."""
    for pattern, step in _RELATIVE_YEARS:
        if not pattern.search(remainder):
            continue
        mentioned = YEAR.findall(previous)
        year = str((int(mentioned[-1]) if mentioned else today.year) + step)
        if asks_something(remainder):
            return with_topic(pattern.sub(year, remainder), YEAR.sub("", previous))
        return f"{replace_last(YEAR, previous, year) if mentioned else f'{bare(previous)} {year}'}".rstrip("?") + "?"
    return None


def with_topic(remainder: str, previous: str) -> str:
    """What asks something, with what the question before it was about."""
    topic = without_alike(remainder, _topic(without_rival_places(remainder, previous)))
    return f"{remainder} ({topic})?" if topic else f"{remainder}?"


def _topic(question: str) -> str:
    """The question without its question words, its opener and its politeness."""
    plain = bare(_OPENERS.sub("", question, count=1))
    kept = [word for word in plain.split() if word.strip(",()").lower() not in _NOT_TOPIC]
    while kept and kept[0].lower() in EMPTY_WORDS:
        kept.pop(0)
    return " ".join(kept)


def _substituted(remainder: str, previous: str) -> str:
    """`previous` with its like part replaced by `remainder`, or `remainder` added when there is no like part."""
    plain = bare(previous)
    if len(remainder.split()) > LONGEST_ELLIPSIS:
        return f"{remainder} ({_topic(previous)})?"
    return f"{swapped(remainder, plain) or f'{plain} {remainder}'}?"
