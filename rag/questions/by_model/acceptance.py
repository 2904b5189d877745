"""Whether a question that a model wrote says what the follow-up and the conversation say, and nothing else.

Every word, number and name of it comes from there, every one of the follow-up is kept, it asks for the same kind of
thing, and it adds something. What a model cannot add, it cannot make up.
"""

import re
from enum import StrEnum

from rag.language import function_words as fw
from rag.language.detection import detect
from rag.language.spelling import standardise
from rag.language.stems import terms
from rag.language.text import words
from rag.language.translation.lookup import english_stem
from rag.questions.leaning import OPENERS, WHAT_ABOUT
from rag.types import Question

LONGEST_QUESTION = 200  # characters


class Objection(StrEnum):
    """Why a rewritten question is not used."""

    NOT_ONE_LINE = "not_one_line"
    TOO_LONG = "too_long"
    NO_QUESTION = "no_question"
    OTHER_LANGUAGE = "other_language"
    ASKS_OTHERWISE = "asks_otherwise"
    WORD_OF_ITS_OWN = "word_of_its_own"
    WORD_LOST = "word_lost"
    ADDS_NOTHING = "adds_nothing"


# Claim nothing and may come and go. Words that turn a question round ("not", "before", "most") are not among them.
_LIGHT = fw.LIGHT_ID | fw.LIGHT_EN | fw.AND | fw.OR | fw.WHAT_ID | fw.POLITE - {"please"} | {"s"}
# Point to what was said before or open a follow-up; a question that stands alone does without them.
_POINTING = (
    fw.THIRD_PERSON_ID
    | fw.THIRD_PERSON_EN
    | fw.GOING_ON
    | fw.INTERJECTIONS
    | frozenset("tadi sana situ begitu kalau selain one ones also please".split())
)
_OPENING = re.compile(rf"^{OPENERS}(?:{WHAT_ABOUT}\b)?", re.IGNORECASE)
_ASKING = {
    word: kind
    for kind, group in {
        "who": fw.WHO_ID | fw.WHO_EN,
        "when": fw.WHEN_ID | {"when"},
        "how": fw.HOW_MANY_ID | fw.HOW_ID | {"how"},
        "where": fw.WHICH_ID | fw.WHERE_ID | {"where", "which"},
        "why": fw.WHY_ID | {"why"},
        "what": frozenset({"what"}),
    }.items()
    for word in group
}


def objection(proposed: str, question: Question) -> Objection | None:
    """What speaks against `proposed` as a completion of `question`; None when nothing does."""
    if "\n" in proposed:
        return Objection.NOT_ONE_LINE
    if len(proposed) > LONGEST_QUESTION:
        return Objection.TOO_LONG
    if not proposed.endswith("?") or proposed.count("?") > 1:
        return Objection.NO_QUESTION
    if detect(proposed) is not question.language:
        return Objection.OTHER_LANGUAGE
    return _objection_to_words(standardise(proposed), question)


def _objection_to_words(proposed: str, question: Question) -> Objection | None:
    follow_up = _OPENING.sub("", standardise(question.text).strip(), count=1)
    earlier = " ".join(standardise(f"{turn.question} {turn.answer}") for turn in question.history)
    if not _asks_the_same(proposed, follow_up, " ".join(turn.question for turn in question.history)):
        return Objection.ASKS_OTHERWISE
    own, added = _keys(follow_up), _keys(earlier)
    told = [keys for word, keys in _content(proposed).items() if word not in _POINTING]
    if not all(keys & (own | added) for keys in told):
        return Objection.WORD_OF_ITS_OWN
    said = frozenset().union(*told) if told else frozenset()
    if not all(keys & said for word, keys in _content(follow_up).items() if word not in _POINTING):
        return Objection.WORD_LOST
    return None if any(not keys & own for keys in told) else Objection.ADDS_NOTHING


def _asks_the_same(proposed: str, follow_up: str, earlier: str) -> bool:
    """A follow-up that asks for nothing itself ("and Japan?") asks what was asked before."""
    asked, wanted = _asked(proposed), _asked(follow_up)
    return asked == wanted if wanted else asked <= _asked(earlier)


def _asked(text: str) -> frozenset[str]:
    return frozenset(_ASKING[word] for word in words(text) if word in _ASKING)


def _content(text: str) -> dict[str, frozenset[str]]:
    """Words that claim something, and the forms by which each may be found again."""
    return {word: _forms(word) for word in words(text) if word not in _LIGHT and word not in _ASKING}


def _keys(text: str) -> frozenset[str]:
    return frozenset().union(*_content(text).values())


def _forms(word: str) -> frozenset[str]:
    if word[0].isdigit():
        return frozenset({re.sub(r"[.,](?=\d{3}\b)", "", word)})
    return frozenset({word, english_stem(word), *terms(word)})
