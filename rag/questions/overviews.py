"""Questions about the documents as a whole: what there is, what is new, what one of them says, how two things compare.

By structure: what the words of such a question (overview_words.py) leave over is the topic, and where anything is left
over that asks something of its own, the question is an ordinary one ("dokumen apa yang harus dibawa?").
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from rag.language import function_words as fw
from rag.language.text import word_spans, words
from rag.questions import overview_words as w
from rag.questions.articles import articles_named
from rag.questions.reckonings import figures_asked
from rag.questions.sides import sides_of


class Wanted(StrEnum):
    """What is to be told."""

    HOLDINGS = "holdings"  # which documents there are
    LATEST = "latest"  # the newest of them, with what they begin with
    LEADS = "leads"  # what one of them says
    PROGRAMMES = "programmes"  # a list that no document may have
    COMPARISON = "comparison"
    RECKONING = "reckoning"  # the sum or the difference of two figures; which, `Query.computation` says


BY_PARTS = frozenset({Wanted.COMPARISON, Wanted.RECKONING})
"""What is told from the answers to two questions, rather than from the documents as such."""


@dataclass(frozen=True, slots=True)
class Overview:
    """`topics`: what it is about, in the words of the question, () for everything; the two sides of a
    comparison, the questions for the two figures of a reckoning.
    """

    wanted: Wanted
    topics: tuple[str, ...] = ()
    of_press: bool = False  # an article or a piece of news is named as such


@dataclass(frozen=True, slots=True)
class Said:
    """A question word by word."""

    text: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def topic(self, begin: int, end: int) -> str:
        """The words from `begin` to `end` as typed, without small words, document nouns and "about" at either end."""
        light = w.LIGHT | w.ABOUT | w.DOCUMENTS | w.HOLDING | w.ALL
        while begin < end and self.words[begin] in light:
            begin += 1
        while begin < end and self.words[end - 1] in light:
            end -= 1
        return self.text[self.spans[begin][0] : self.spans[end - 1][1]] if begin < end else ""


def overview_asked(text: str) -> Overview | None:
    """What a question in standard spelling wants told of the documents; None for an ordinary question."""
    said = Said(text, words(text), word_spans(text))
    if not said.words or articles_named(text):
        return None
    figures = figures_asked(text, said.words, said.spans)
    if figures:
        return Overview(Wanted.RECKONING, figures)
    if _asks_otherwise(said.words):
        return None
    sides = sides_of(text, said.words, said.spans)
    if sides:
        return Overview(Wanted.COMPARISON, sides)
    return _leads(said) or _latest(said) or _holdings(said)


def _asks_otherwise(tokens: Sequence[str]) -> bool:
    """When, where, why, how or by whom; "how many documents" is told with which there are."""
    how = any(one == "how" and other != "many" for one, other in zip(tokens, (*tokens[1:], ""), strict=True))
    return how or not w.OTHER_QUESTIONS.isdisjoint(tokens)


def _leads(said: Said) -> Overview | None:
    """ "Rangkum berita ...", "apa isi dokumen ...", "what does the article on ... say?"."""
    begin = next((row for row, word in enumerate(said.words) if word not in w.BEFORE_SUMMARY), len(said.words))
    if said.words[begin : begin + 1] and said.words[begin] in w.SUMMARY:
        return _told(said, begin + 1, len(said.words))
    inside = _contents(said.words)
    return _told(said, *inside) if inside else None


def _told(said: Said, begin: int, end: int) -> Overview | None:
    """None where what is to be told asks for something else."""
    rest = said.words[begin:end]
    if w.HOW_MANY & {*rest} or _names_another_thing(rest) or rest[-1:] == ("mana",):
        return None
    while begin < end and (said.words[begin] in w.TEXTS | w.CONTENTS | {"berjudul", "titled", "called", "pers", "press"}
                           or said.words[begin] in w.LIGHT | w.ABOUT | w.ALL | w.DOCUMENTS):  # fmt: skip
        begin += 1
    topic = said.topic(begin, end)
    return Overview(Wanted.LEADS, (topic,) if topic else (), of_press=bool(w.PRESS & {*rest}))


def _contents(tokens: Sequence[str]) -> tuple[int, int] | None:
    """Between which words a text is named whose content is asked for."""
    at = next((row for row, word in enumerate(tokens) if word in w.TEXTS), None)
    if at is None or _names_another_thing(tokens[at:]):
        return None
    before, last = {*tokens[:at]}, len(tokens)
    while last and tokens[last - 1] in w.CLOSING | w.LIGHT - w.ABOUT - fw.SPEAKERS_EN:  # "held about me" tells of me
        last -= 1
    light_before = before <= w.LIGHT | w.CONTENTS | w.ABOUT
    if light_before and w.CONTENTS & before:
        return at, len(tokens)
    closing = tokens[last - 1 : last]
    tells = {"say", "says", "about", "tentang", "isinya", "membahas", "contain", "cover", "discuss", "berisi"}
    named = {*tokens[at : last - 1]} - w.LIGHT - w.TEXTS - w.ABOUT
    if light_before and named and closing[0] in tells and w.WHAT & {*tokens}:
        return at, last - 1
    return None


def _latest(said: Said) -> Overview | None:
    """ "Berita terbaru tentang ...", "what is new?"."""
    found = _newest(said.words)
    if found is None:
        return None
    begin, end = found
    rest = said.words[end : len(said.words) - (said.words[-1] in w.WHAT)]
    if not {*said.words[:begin]} <= w.LIGHT | w.LISTING | w.HOLDING or {*rest} & (w.WHAT | w.HOW_MANY) - {"mana"}:
        return None
    topic = said.topic(end, len(said.words))
    return Overview(Wanted.LATEST, (topic,) if topic else ())


def _newest(tokens: Sequence[str]) -> tuple[int, int] | None:
    """Where "berita yang terbaru" or "latest news" begins and ends."""
    for row, word in enumerate(tokens):
        for phrase in w.WHAT_IS_NEW:
            if tuple(tokens[row : row + len(phrase)]) == phrase:
                return row, row + len(phrase)
        if word not in w.NEWS | w.NEW:
            continue
        other = next((n for n in range(row + 1, len(tokens)) if tokens[n] not in w.MOST), len(tokens))
        following = tokens[other] if other < len(tokens) else ""
        if (word in w.NEWS and following in w.NEW) or (word in w.NEW and following in w.NEWS):
            return row, other + 1
    return None


def _holdings(said: Said) -> Overview | None:
    """ "Dokumen apa yang kamu punya?", "which documents mention ...?", "what is this collection about?"."""
    tokens = {*said.words}
    if tokens & w.PROGRAMMES and _is_roster(said.words):
        name = next(word for word in said.words if word in w.PROGRAMMES)
        return Overview(Wanted.PROGRAMMES, (name,))
    if not tokens & w.DOCUMENTS or _names_another_thing(said.words):
        return Overview(Wanted.HOLDINGS) if _is_about_the_service(tokens) else None
    at = next((row for row, word in enumerate(said.words) if word in w.ABOUT | w.MENTIONING), len(said.words))
    allowed = w.LIGHT | w.DOCUMENTS | w.HOLDING | w.LISTING | w.ALL | w.COLLECTION | w.TOPICS | w.HOW_MANY | {"saja"}
    if not {*said.words[:at]} <= allowed or not w.DOCUMENTS & {*said.words[:at]}:
        return None
    topic, rest = said.topic(at + 1, len(said.words)), {*said.words[at + 1 :]}
    if topic:
        asks = tokens & (w.LISTING | w.ALL | w.HOLDING | w.WHAT)
        return Overview(Wanted.HOLDINGS, (topic,)) if asks and not _asks(rest) else None
    held = tokens & w.HOLDING and tokens & (w.WHAT | w.SECOND_PERSON)
    asked = held or tokens & w.ALL or (tokens & w.LISTING and len(tokens - w.LIGHT) <= 3) or _are_pointed_at(said.words)
    return Overview(Wanted.HOLDINGS) if asked else None


def _asks(rest: set[str]) -> bool:
    """Whether a topic is a question of its own: "dokumen tentang apa yang harus dibawa?"."""
    return bool(rest & (w.WHAT - {"saja"} - w.HOLDING) and len(rest - w.LIGHT - w.HOLDING) > 2)


def _is_roster(tokens: Sequence[str]) -> bool:
    """ "Daftar semua program", "list all programmes": all of them, and nothing else said."""
    rest = {*tokens} - w.LIGHT - w.HOLDING
    return rest <= w.LISTING | w.ALL | w.PROGRAMMES and bool(rest & w.ALL or {*tokens} & w.HOLDING & w.SECOND_PERSON)


def _is_about_the_service(tokens: set[str]) -> bool:
    """ "What is this collection about?", "apa yang bisa saya tanyakan?", "topik apa saja yang ada?"."""
    known = w.LIGHT | w.HOLDING | w.COLLECTION | w.TOPICS | w.ABOUT | w.ASKABLE | w.CONTENTS | w.MENTIONING | w.ALL
    if not tokens <= known or not tokens & (w.WHAT | w.ABOUT):
        return False
    of_collection = tokens & w.COLLECTION and tokens & (w.ABOUT | w.CONTENTS | w.TOPICS | w.MENTIONING)
    topics = tokens & w.TOPICS and tokens & (w.HOLDING | w.MENTIONING | w.ASKABLE)
    return bool(of_collection or topics or (tokens & w.ASKABLE and tokens & (w.SECOND_PERSON | {"saya", "i"})))


def _are_pointed_at(tokens: Sequence[str]) -> bool:
    """ "What are these documents about?", "semua dokumen ini tentang apa?"; of one alone nothing is known."""
    return bool({*tokens} & w.ABOUT and {*tokens} & {"these", "dokumen"} and {*tokens} & {"these", "ini"})


def _names_another_thing(tokens: Sequence[str]) -> bool:
    return any(pair in w.OTHER_THINGS for pair in pairwise(tokens))
