"""How a question asks: for which kind of answer, where, and whether it offers the answers itself."""

import re
from dataclasses import dataclass

from rag.language import function_words as fw
from rag.language.offices import office_in
from rag.language.patterns import any_of
from rag.language.question_kinds import AnswerType, answer_type
from rag.language.stems import content_stems

_NAME_OF = re.compile(r"\b(?:nama|name of)\b", re.IGNORECASE)

_BETWEEN = re.compile(rf"\b{any_of(fw.OR | {'antara', 'between'})}\b", re.IGNORECASE)
_IS_IT = re.compile(rf"^{any_of(fw.AUXILIARIES_EN | {'apakah'})}\b", re.IGNORECASE)
_FROM_WHERE = re.compile(r"\b(?:dari ?mana|from where|where .* from)\b", re.IGNORECASE)
_AT_ONE_PLACE = re.compile(r"\bdi ?mana\b(?! saja)", re.IGNORECASE)

# What is answered with yes or no, or with one of two: spans of a sentence are neither.
_MAY_OR_MUST = fw.MODALS_ID | frozenset("boleh harus perlu benar ada".split())
_IS_IT_DONE = _MAY_OR_MUST | fw.TENSES_ID | fw.THIRD_PERSON_ID | fw.SPEAKERS_ID | {"masih", "ini"}
_WHETHER = re.compile(
    rf"^(?:{any_of(fw.GOING_ON | fw.INTERJECTIONS | {'jadi'})},? )?"
    rf"(?:apakah (?!itu|saja)|{any_of(_MAY_OR_MUST)}kah|(?:bisa|boleh) |"
    rf"apa {any_of(_IS_IT_DONE)} |"
    rf"{any_of(fw.AUXILIARIES_EN)}(?:n['’]t)? )",
    re.IGNORECASE,
)
_OR_NOT = re.compile(rf"\b(?:atau {any_of(fw.DENIALS_ID)}|or not)\b", re.IGNORECASE)
_OR = re.compile(rf",? {any_of(fw.OR)} (?:the |yang |di |in )?", re.IGNORECASE)
_WHICH_OF_TWO = re.compile(
    rf"\b{any_of(fw.WHICH_ID | fw.AM | {'apakah', 'which', 'do', 'does', 'did', 'lebih', 'more', 'less', 'fewer'})}\b"
    r"|^(?:di|in|from|dari) ",
    re.IGNORECASE,
)
# Another question inside decides what is asked for: "Do you know how long it is?"
_ASKS_FOR = re.compile(
    rf"\b(?:{any_of(fw.QUESTION_WORDS - fw.WHAT_ID - fw.WHICH_ID - {'which'})}|(?:di|ke) mana|nama)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Where:
    """How a place is asked for: among those named, as an origin, or as one single place."""

    offered: bool = False
    origin: bool = False
    single: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """Answers that the question offers itself: yes or no, or one of two, each by the stems of its words."""

    yes_or_no: bool = False
    either: tuple[frozenset[str], frozenset[str]] | None = None


def kind_wanted(text: str) -> AnswerType | None:
    """The kind of answer a question wants; after "the name of" an office, a person."""
    kind = answer_type(text)
    if kind is None and _NAME_OF.search(text) and office_in(text):
        return AnswerType.PERSON
    return kind


def where_asked(text: str) -> Where:
    """What `text` says about the place that it asks for."""
    return Where(
        offered=bool(_BETWEEN.search(text) or _IS_IT.search(text)),
        origin=_FROM_WHERE.search(text) is not None,
        single=_AT_ONE_PLACE.search(text) is not None,
    )


def choice_offered(text: str) -> Choice:
    """Neither where `text` asks for something that it does not name."""
    plain = " ".join(text.split())
    if _OR_NOT.search(plain):
        return Choice(yes_or_no=True)
    if _ASKS_FOR.search(plain):
        return Choice()
    either = _OR.search(plain) if _WHICH_OF_TWO.search(plain) else None
    if either is None:
        return Choice(yes_or_no=_WHETHER.match(plain) is not None)
    return Choice(either=_ends_of(plain[: either.start()], plain[either.end() :]))


def _ends_of(before: str, behind: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of the two things between which "or" stands, the same number of words of each; shared ones left out."""
    second = re.split(r"[?,;.]", behind, maxsplit=1)[0].split()[:2]
    one = frozenset(content_stems(" ".join(before.rstrip(" ,").split()[-len(second) :]))) if second else frozenset()
    other = frozenset(content_stems(" ".join(second)))
    return (one - other) or one, (other - one) or other
