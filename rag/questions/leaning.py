"""Whether a question leans on the conversation: what it leaves out, and what it points back to."""

import re

from rag.language import function_words as fw
from rag.language.offices import office_in
from rag.language.patterns import any_of
from rag.language.territories import territories_in
from rag.language.titles import Level

_HOW = any_of(fw.HOW_ID)
WHAT_ABOUT = (
    rf"(?:(?:{_HOW} )?{any_of(fw.IF_ID)}|{_HOW} {any_of(fw.spelled('dengan', 'untuk'))}|how about|what about|what if)"
)
OPENERS = rf"(?:{any_of(fw.GOING_ON | fw.INTERJECTIONS)}\b[\s,]*)*"
ELLIPSIS = re.compile(rf"^{OPENERS}{WHAT_ABOUT}\b[\s,]*|^(?:{any_of(fw.GOING_ON)}\b[\s,]*)+", re.IGNORECASE)
_ASKING = fw.QUESTION_WORDS | fw.SP
# Words that carry no topic of their own.
EMPTY_WORDS = (
    _ASKING
    | fw.LIGHT_ID
    | fw.LIGHT_EN
    | fw.THIRD_PERSON_ID
    | fw.THIRD_PERSON_EN
    | fw.POLITE
    | fw.GOING_ON
    | fw.AND
    | fw.IF_ID
    | frozenset("tadi jumlah banyak lama kali orang many much long often so also".split())
)
_ANAPHORA_ID = re.compile(
    rf"\b(?:{any_of(fw.THIRD_PERSON_ID | fw.spelled('tersebut') | {'tadi', 'begitu'})}|(?:di|ke) ?sana|di ?situ"
    r"|(?<!apa )(?<!apakah )itu)\b",
    re.IGNORECASE,
)
_NYA = re.compile(r"\b(\w{3,})nya\b", re.IGNORECASE)
_NYA_WORDS = frozenset(
    """biasa akhir sebenar ha ta pu misal khusus umum terutama semesti seharus sepenuh agak rupa""".split()
)
_ANAPHORA_EN = re.compile(
    rf"\b(?:{any_of(fw.THIRD_PERSON_EN | {'those', 'these'})}|there(?! {any_of(fw.AM | {'any'})})|"
    r"this(?= (?:programme|program|event|meeting|project|training|one)\b)|"
    r"that(?= (?:programme|program|event|meeting|project|training|one)\b)|(?:this|that)(?=\s*\??$))\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAME_RUN = re.compile(r"(?:\b[A-Z][\w.-]*|\b[A-Z]{2,}\d*\b)(?:\s+(?:[A-Z][\w.-]*|[IVX]+\b|\d+))*")
WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
PREPOSITIONS = any_of(fw.PLACING_ID | fw.PLACING_EN | {"bagi"})
# "Provinsi mana saja yang ikut?" asks who took part, and does not say in what.
_TOOK_PART = re.compile(
    rf"\b{any_of(fw.WHAT_ID | fw.WHICH_ID | fw.WHO_ID)}(?: {any_of(fw.ONLY_ID)})? {any_of(fw.THAT_ID)} "
    r"(?:ikut|terlibat|hadir|datang)(?: serta)?$",
    re.IGNORECASE,
)
# "Apa itu stunting?", "what does SPM stand for?": as long as a word of its own follows, nothing is missing.
_DEFINES = re.compile(
    r"^(?:apa (?:itu|arti|maksud|makna|definisi|singkatan|kepanjangan) (?:dari )?\w|"
    r"what is (?!the\b|\w+ed$)(?:an? )?\w|what (?:does|do) .* (?:mean|stand for)$)",
    re.IGNORECASE,
)
LONGEST_ELLIPSIS = 6
_FEWEST_TOPIC_WORDS = 2


def is_follow_up(text: str) -> bool:
    """Whether `text` leaves out something that only an earlier question can supply."""
    plain = bare(text)
    remainder = ELLIPSIS.sub("", plain, count=1)
    topic = topic_words(remainder)
    if _is_whole(remainder):
        return False
    if remainder != plain and not (asks_something(plain) and len(topic) > _FEWEST_TOPIC_WORDS + 1):
        return True
    if (len(topic) < _FEWEST_TOPIC_WORDS or _TOOK_PART.search(plain)) and not names(plain):
        return True
    if refers_back(plain):
        return len(topic) <= 2 * _FEWEST_TOPIC_WORDS and not names(plain)
    return not asks_something(plain) and bool(leading_preposition(plain)) and len(plain.split()) <= LONGEST_ELLIPSIS


def _is_whole(question: str) -> bool:
    """Whether few words are enough: what something is, and who holds an office that a country has one of."""
    if not asks_something(question) or refers_back(question):
        return False
    office = office_in(question)
    return _DEFINES.match(question) is not None or (office is not None and office.level is Level.NATION)


def may_lean_back(text: str) -> bool:
    """Whether a question that the rules do not complete may still need the conversation: it names nothing itself."""
    plain = bare(text)
    if is_follow_up(text) or not plain or territories_in(plain) or YEAR.search(plain) or names(plain):
        return False
    return refers_back(plain) or len(topic_words(plain)) <= _FEWEST_TOPIC_WORDS + 1


def bare(text: str) -> str:
    """On one line, without what ends it."""
    return " ".join(text.split()).rstrip(" ?!.")


def topic_words(text: str) -> list[str]:
    """Words that carry a topic, in lower case."""
    return [word for word in (w.lower() for w in WORD.findall(text)) if word not in EMPTY_WORDS]


def asks_something(text: str) -> bool:
    """Whether a question word stands in it."""
    return any(word.lower() in _ASKING for word in WORD.findall(text))


def names(text: str) -> list[re.Match[str]]:
    """Runs of capitalised words; the word that opens the sentence counts only in a longer run or as an acronym."""
    opening = WORD.match(text)
    begin = opening.end() if opening and opening.group().lower() in EMPTY_WORDS else 0
    runs = _NAME_RUN.finditer(text, begin)
    return [run for run in runs if run.start() > 0 or run.group().isupper() or " " in run.group()]


def refers_back(text: str) -> bool:
    """Whether it points to something said before: "itu", "-nya", "it", "his"."""
    if _ANAPHORA_ID.search(text) or _ANAPHORA_EN.search(text):
        return True
    return any(stem.lower() not in _NYA_WORDS for stem in _NYA.findall(text))


def leading_preposition(text: str) -> re.Match[str] | None:
    """The preposition that it begins with."""
    return re.match(rf"{PREPOSITIONS}\b", text, re.IGNORECASE)
