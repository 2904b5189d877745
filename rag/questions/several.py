"""Several questions asked in one breath: "gmn cara ikut pelatihan, brp lama?", "Kapan dan di mana ...?".

By rules. A new question begins after a comma, a question mark or an "and" where a question word follows, or a word
that asks for a list, or whether something is so, if what stands before it asks something, too. What a part leaves out
it gets from its neighbour: a later one the topic of the one before it (as a follow-up does, and where it says little
and names nothing), one that is a mere question word what follows.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from rag.language.function_words import (
    AND,
    ARTICLES,
    ASKS,
    AUXILIARIES_EN,
    MODALS_ID,
    OBLIGING_ID,
    POINTING_EN,
    POLITE,
    PREPOSITIONS_EN,
    PREPOSITIONS_ID,
    QUANTIFIERS_EN,
    REQUESTS_ID,
    SPEAKERS_EN,
    THEN,
    THIRD_PERSON_EN,
    spelled,
)
from rag.language.patterns import any_of
from rag.language.spelling import standardise
from rag.language.text import words
from rag.questions.follow_ups import stand_alone, with_topic
from rag.questions.leaning import bare, may_lean_back
from rag.types import Question, Turn

_MOST = 4  # more than that is a list of questions pasted, not one person's question
_NEXT = AND | THEN | spelled("dan")
_SEPARATOR = re.compile(
    rf"\s*[?;]+\s*|\s*\n+\s*|,?\s+{any_of(_NEXT)}\s+(?:juga\s+|also\s+)?"
    r"|\s*,\s*|\s+[&+]\s+",
    re.IGNORECASE,
)
_REQUESTS = any_of(REQUESTS_ID | {"list", "explain", "describe", "tell me"})
_SINCE = frozenset("sejak sampai hingga since until".split())
_BEFORE = rf"(?:{any_of(PREPOSITIONS_ID | PREPOSITIONS_EN | _SINCE)} )?"
_OPENS = re.compile(rf"{_BEFORE}{ASKS}\b|{_REQUESTS}\b", re.IGNORECASE)
_ASKS = re.compile(rf"\b(?:{ASKS}|mana)\b|^(?:{any_of(POLITE)} )?{_REQUESTS}\b", re.IGNORECASE)
# "When a foreigner dies, ...", "what if there is a cellar, ...": says of which case it is asked.
_OF_A_CASE = re.compile(rf"\b(?:what if\b|when (?!{any_of(AUXILIARIES_EN)}\b))", re.IGNORECASE)
_CLOSES = re.compile(rf"\b{ASKS}(?: (?:saja|sih|ya|dong))?\W*$", re.IGNORECASE)  # "daftarnya di mana?"
# "siapa", "sejak kapan", "berapa banyak", "how many": it asks, and does not say what about.
_BARE = re.compile(rf"{_BEFORE}{ASKS}(?: (?:saja|lama|banyak|many|much|long|time|hours?|day|date))?", re.IGNORECASE)


# "and can any customer ask for it?", "bolehkah diwakilkan?"
_YES_OR_NO = re.compile(
    rf"{any_of(AUXILIARIES_EN)} {any_of(ARTICLES | POINTING_EN | THIRD_PERSON_EN | SPEAKERS_EN | QUANTIFIERS_EN)}\b"
    rf"|{any_of(MODALS_ID | OBLIGING_ID | {'ada'})}kah\b",
    re.IGNORECASE,
)
# "my cousin, who works there, to bid": between two commas it tells of what stands before it.
_RELATIVE = re.compile(r"(?:who|whose|whom|which)\b(?! (?:is|are|was|were) (?:the|it)\b)", re.IGNORECASE)
# "By how much, in thousand rupiah": a measure asked for, without a verb.
_MEASURE = re.compile(rf"{_BEFORE}how (?:much|many|long|far)(?:,? in [\w ]{{1,30}})?", re.IGNORECASE)
_FEWEST_WORDS = 3  # of a question after a question, where nothing else says that it is one


def parts_of(question: Question, today: date) -> tuple[tuple[str, Question], ...]:
    """The questions that a question consists of, in order, as typed and complete; none when it is one, or too many."""
    asked = _apart(question.text)
    if not 1 < len(asked) <= _MOST:
        return ()
    complete = _completed([standardise(text) for text in asked], question, today)
    ended = (f"{text.rstrip(' ?')}?" for text in complete)
    return tuple((text, replace(question, text=whole)) for text, whole in zip(asked, ended, strict=True))


def _completed(parts: list[str], question: Question, today: date) -> list[str]:
    """Each part with what it leaves out: mere question words at the head ask what follows, others lean back."""
    heads = next((row for row, part in enumerate(parts) if not _BARE.fullmatch(part)), len(parts) - 1)
    asked_of = _BARE.sub("", parts[heads], count=1) if _BARE.match(parts[heads]) else f" {parts[heads]}"
    complete = [part + asked_of for part in parts[:heads]] + parts[heads : heads + 1]
    topic = complete[-1]
    for part in parts[heads + 1 :]:
        leaning = replace(question, text=part, history=(Turn(topic, ""),))
        whole = stand_alone(leaning, today).text
        leans = whole != part or may_lean_back(part)
        if leans and (whole == part or _YES_OR_NO.match(part)):
            whole = with_topic(bare(part), topic)
        complete.append(whole)
        if whole == part:
            topic = part
    return complete


def _apart(text: str) -> list[str]:
    """The pieces that ask something, each from where its question begins to where the next one does."""
    begins, beyond = [0], 0
    for separator, piece in _pieces(text):
        standard = standardise(piece.strip())
        told = _is_set_off(separator, standard, text[separator.end() + len(piece) :])
        ended = "?" in separator[0] or "\n" in separator[0]
        beyond = separator.end() + len(piece)
        opens = (_OPENS.match(standard), _CLOSES.search(standard), _YES_OR_NO.match(standard))
        if (
            separator[0].strip() == ","
            and opens[2]
            and _MEASURE.fullmatch(text[begins[-1] : separator.start()].strip())
        ):
            continue  # "By how much, in tonnes, did the harvest grow?" is one
        if separator[0].strip() == "," and _OF_A_CASE.match(standard):
            continue
        new = any(opens) or (ended and (_ASKS.search(standard) or _is_a_question(standard, text[beyond:])))
        if new and not told and _asks(text[begins[-1] : separator.start()]):
            begins.append(separator.end())
    ends = [*begins[1:], max(beyond, len(text))]
    return [_stripped(text[begin:end]) for begin, end in zip(begins, ends, strict=True)]


def _pieces(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Every separator with what follows it up to the next one."""
    found = list(_SEPARATOR.finditer(text))
    for row, separator in enumerate(found):
        end = found[row + 1].start() if row + 1 < len(found) else len(text)
        yield separator, text[separator.end() : end]


def _is_set_off(separator: re.Match[str], piece: str, behind: str) -> bool:
    """Whether it is a clause between commas that tells of what stands before it, and the question goes on behind."""
    if separator[0].strip() != "," or not behind.startswith(",") or not _RELATIVE.match(piece):
        return False
    rest = standardise(behind.lstrip(", "))
    asks = _OPENS.match(rest) or _YES_OR_NO.match(rest)
    return not asks and not (AND | POLITE).issuperset(words(rest)[:1])


def _is_a_question(piece: str, behind: str) -> bool:
    """Whether nothing but its mark says that it asks, whether something is so."""
    return behind.lstrip().startswith("?") and len(piece.split()) >= _FEWEST_WORDS


def _asks(text: str) -> bool:
    standard = _OF_A_CASE.sub("", standardise(text).strip())
    return _ASKS.search(standard) is not None or _YES_OR_NO.match(standard) is not None


def _stripped(text: str) -> str:
    """Without the separator that ends it."""
    last = [*_SEPARATOR.finditer(f"{text} ")][-1:]
    ended = last and last[0].end() >= len(text) and last[0].start() > 0
    return (text[: last[0].start()] if ended else text).strip(" ,;?")
