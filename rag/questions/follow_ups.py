"""Completes a follow-up question from the conversation, so that it can be searched for on its own.

Rules, not a model: a question that stands alone is returned unchanged. Two kinds of follow-up are completed:
an ellipsis ("kalau Malaysia?", "and for students?") takes the place of the like part of the question before it, and
a question with a missing topic ("siapa yang menandatangani?", "who signed it?") gets the topic of that question.
"""

import re
from dataclasses import replace
from datetime import date

from rag.language.territories import territories_in, without_rival_places
from rag.types import Question

_OPENERS = re.compile(
    r"^(?:(?:dan|terus|trus|lalu|nah|oh|ok|oke|atau|kemudian|and|or|then|so|ok|okay)\b[\s,]*)*"
    r"(?:(?:kalau|kalo|klo|bagaimana (?:dengan|kalau|untuk)|gimana (?:dengan|kalau|kalo|untuk)|gmn (?:dgn|dengan|"
    r"kalau|klo)|"
    r"how about|what about|what if|and for|(?:and|dan) (?:yang )?(?:di|ke|dari|untuk|in|for|to|from))\b[\s,]*)?",
    re.IGNORECASE,
)
_ELLIPSIS = re.compile(
    r"^(?:(?:dan|terus|trus|lalu|nah|oh|ok|oke|and|or|atau|then|so)\b[\s,]*)*"
    r"(?:kalau|kalo|klo|bagaimana (?:dengan|kalau|untuk)|gimana (?:dengan|kalau|kalo|untuk)|gmn (?:dgn|dengan|"
    r"kalau|klo)|"
    r"how about|what about|what if)\b[\s,]*|^(?:(?:dan|terus|trus|lalu|and|or|atau|then)\b[\s,]*)+",
    re.IGNORECASE,
)
_QUESTION_WORDS = frozenset(
    """apa apakah siapa siapakah kapan kapankah berapa berapakah mana manakah bagaimana bagaimanakah gimana mengapa
    kenapa dimana kemana darimana brp gmn knp kpn sp dmn who whom whose what when where why which how""".split()
)
# Words that carry no topic of their own: function words, question frames, politeness.
_EMPTY_WORDS = _QUESTION_WORDS | frozenset(
    """yang di ke dari dan atau itu ini tersebut tadi nya dia ia mereka beliau adalah ialah saja sih dong ya kah
    lah pun pada dalam oleh untuk dengan akan telah sudah ada jumlah banyak lama kali orang terus lalu kalau
    kalo juga tolong mohon the a an of in on at by for to from with and or is are was were be
    been do does did has have had it its they them he she his her their this that these those there many much long
    often so then also please about""".split()
)
_NOT_TOPIC = _QUESTION_WORDS | {"saja", "itu", "sih", "ya"}
_ANAPHORA_ID = re.compile(
    r"\b(?:dia|ia|beliau|mereka|tersebut|tadi|di ?sana|ke ?sana|di ?situ|(?<!apa )(?<!apakah )itu|begitu)\b",
    re.IGNORECASE,
)
_NYA = re.compile(r"\b(\w{3,})nya\b", re.IGNORECASE)
_NYA_WORDS = frozenset(
    """biasa akhir sebenar ha ta pu misal khusus umum terutama semesti seharus sepenuh agak rupa""".split()
)
_ANAPHORA_EN = re.compile(
    r"\b(?:it|its|they|them|their|he|him|his|she|her|those|these|there(?! (?:is|are|was|were|any))|"
    r"this(?= (?:programme|program|event|meeting|project|training|one)\b)|"
    r"that(?= (?:programme|program|event|meeting|project|training|one)\b)|(?:this|that)(?=\s*\??$))\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
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
# In "Gubernur Lampung" the place can be exchanged, the office stays.
_OFFICE = re.compile(
    r"^(?:(?:Wakil|Pj\.?|Plt\.?|Kepala|Dinas|Gubernur|Wagub|Bupati|Wali|Kota|Walikota|Sekretaris|Daerah|Provinsi|"
    r"Menteri|"
    r"Ketua|DPRD|Vice|Deputy|Acting|Governor|Mayor|Regent|Head|Office|Secretary|Minister)\s+(?:of\s+)?)+"
)
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_NAME_RUN = re.compile(r"(?:\b[A-Z][\w.-]*|\b[A-Z]{2,}\d*\b)(?:\s+(?:[A-Z][\w.-]*|[IVX]+\b|\d+))*")
_PREPOSITIONS = r"untuk|utk|bagi|for|ke|to|di|in|dari|from|pada|oleh|by"
# "Provinsi mana saja yang ikut?" asks who took part, and does not say in what.
_TOOK_PART = re.compile(
    r"\b(?:apa|mana|siapa)(?: (?:saja|aja|sj))? (?:yang|yg) (?:ikut|terlibat|hadir|datang)(?: serta)?$", re.I
)
_LONGEST_ELLIPSIS = 6
_FEWEST_TOPIC_WORDS = 2
_SHORTEST_OPPOSITE = 5


def stand_alone(question: Question, today: date) -> Question:
    """The question completed from its history; the very same object when it already stands alone."""
    if not question.history:
        return question
    previous = question.history[0].question
    for turn in question.history[1:]:
        previous = _complete(turn.question, previous, today) or turn.question
    completed = _complete(question.text, previous, today)
    return replace(question, text=completed) if completed else question


def _complete(text: str, previous: str, today: date) -> str | None:
    """None when `text` needs nothing from `previous`."""
    text, previous = text.strip(), previous.strip()
    if not text or not previous or not is_follow_up(text):
        return None
    remainder = _FILLER.sub("", _bare(_ELLIPSIS.sub("", text, count=1)))
    dated = _with_relative_year(remainder, previous, today)
    if dated is not None:
        return dated
    if _asks_something(remainder):
        return _with_topic(remainder, previous)
    return _substituted(remainder, previous)


def is_follow_up(text: str) -> bool:
    """Whether `text` leaves out something that only an earlier question can supply."""
    bare = _bare(text)
    opened = bool(_ELLIPSIS.match(bare))
    topic_words = _topic_words(_ELLIPSIS.sub("", bare, count=1))
    if opened and not (_asks_something(bare) and len(topic_words) > _FEWEST_TOPIC_WORDS + 1):
        return True
    if (len(topic_words) < _FEWEST_TOPIC_WORDS or _TOOK_PART.search(bare)) and not _names(bare):
        return True
    if _refers_back(bare):
        return len(topic_words) <= 2 * _FEWEST_TOPIC_WORDS and not _names(bare)
    return not _asks_something(bare) and bool(_leading_preposition(bare)) and len(bare.split()) <= _LONGEST_ELLIPSIS


def may_lean_back(text: str) -> bool:
    """Whether a question that the rules do not complete may still need the conversation: it names nothing itself."""
    bare = _bare(text)
    if is_follow_up(text) or not bare or territories_in(bare) or _YEAR.search(bare) or _names(bare):
        return False
    return _refers_back(bare) or len(_topic_words(bare)) <= _FEWEST_TOPIC_WORDS + 1


def _bare(text: str) -> str:
    return " ".join(text.split()).rstrip(" ?!.")


def _topic_words(text: str) -> list[str]:
    return [word for word in (w.lower() for w in _WORD.findall(text)) if word not in _EMPTY_WORDS]


def _asks_something(text: str) -> bool:
    return any(word.lower() in _QUESTION_WORDS for word in _WORD.findall(text))


def _names(text: str) -> list[re.Match[str]]:
    """Runs of capitalised words; the word that opens the sentence counts only in a longer run or as an acronym."""
    opening = _WORD.match(text)
    begin = opening.end() if opening and opening.group().lower() in _EMPTY_WORDS else 0
    runs = _NAME_RUN.finditer(text, begin)
    return [run for run in runs if run.start() > 0 or run.group().isupper() or " " in run.group()]


def _refers_back(text: str) -> bool:
    if _ANAPHORA_ID.search(text) or _ANAPHORA_EN.search(text):
        return True
    return any(stem.lower() not in _NYA_WORDS for stem in _NYA.findall(text))


def _leading_preposition(text: str) -> re.Match[str] | None:
    return re.match(rf"(?:{_PREPOSITIONS})\b", text, re.IGNORECASE)


def _with_relative_year(remainder: str, previous: str, today: date) -> str | None:
    """'tahun lalu' counts from the year the conversation is about, or from today."""
    for pattern, step in _RELATIVE_YEARS:
        if not pattern.search(remainder):
            continue
        mentioned = _YEAR.findall(previous)
        year = str((int(mentioned[-1]) if mentioned else today.year) + step)
        if _asks_something(remainder):
            return _with_topic(pattern.sub(year, remainder), _YEAR.sub("", previous))
        return f"{_replace_last(_YEAR, previous, year) if mentioned else f'{_bare(previous)} {year}'}".rstrip("?") + "?"
    return None


def _with_topic(remainder: str, previous: str) -> str:
    topic = _topic(without_rival_places(remainder, previous))
    return f"{remainder} ({topic})?" if topic else f"{remainder}?"


def _topic(question: str) -> str:
    """The question without its question words, its opener and its politeness."""
    bare = _bare(_OPENERS.sub("", question, count=1))
    kept = [word for word in bare.split() if word.strip(",()").lower() not in _NOT_TOPIC]
    while kept and kept[0].lower() in _EMPTY_WORDS:
        kept.pop(0)
    return " ".join(kept)


def _substituted(remainder: str, previous: str) -> str:
    """`previous` with its like part replaced by `remainder`, or `remainder` added when there is no like part."""
    bare = _bare(previous)
    if len(remainder.split()) > _LONGEST_ELLIPSIS:
        return f"{remainder} ({_topic(previous)})?"
    swaps = (_swap_year, _swap_territory, _swap_phrase, _swap_name, _swap_opposite)
    swapped = next((text for swap in swaps if (text := swap(remainder, bare))), None)
    return f"{swapped or f'{bare} {remainder}'}?"


def _swap_year(remainder: str, previous: str) -> str | None:
    year = _YEAR.search(remainder)
    return _replace_last(_YEAR, previous, year.group()) if year and _YEAR.search(previous) else None


def _swap_territory(remainder: str, previous: str) -> str | None:
    old, new = territories_in(previous), territories_in(remainder)
    if not old or not new:
        return None
    (start, end), (new_start, new_end) = old[-1], new[0]
    return previous[:start] + remainder[new_start:new_end] + previous[end:]


def _swap_phrase(remainder: str, previous: str) -> str | None:
    """'untuk siswa kelas XII' replaces the 'untuk ...' of the question before."""
    opening = _leading_preposition(remainder)
    if opening is None:
        return None
    word = re.escape(opening.group())
    same = re.compile(rf"\b{word}\b(?:(?!\b(?:{_PREPOSITIONS})\b).)*", re.IGNORECASE)
    return (
        _replace_last(same, previous, remainder + " ").strip() if same.search(previous) else f"{previous} {remainder}"
    )


def _swap_name(remainder: str, previous: str) -> str | None:
    old = _names(previous)
    if not old or not remainder[:1].isupper():
        return None
    office = _OFFICE.match(old[-1].group() + " ") if not _OFFICE.match(remainder + " ") else None
    start = old[-1].start() + (office.end() if office and office.end() < len(old[-1].group()) else 0)
    return previous[:start] + remainder + previous[old[-1].end() :]


def _swap_opposite(remainder: str, previous: str) -> str | None:
    """'informal' takes the place of 'formal', and the other way round."""
    new = remainder.lower()
    for word in _WORD.finditer(previous):
        old = word.group().lower()
        if min(len(old), len(new)) >= _SHORTEST_OPPOSITE and old != new and (old.endswith(new) or new.endswith(old)):
            return previous[: word.start()] + remainder + previous[word.end() :]
    return None


def _replace_last(pattern: re.Pattern[str], text: str, new: str) -> str:
    last = [*pattern.finditer(text)][-1]
    return text[: last.start()] + new + text[last.end() :]
