"""Whose office a person holds: "Atase Perhubungan" is not answered with the name of the "Atase Tenaga Kerja".

Offices are compared as words: another head noun ("ketua", "anggota"), another unit ("KPU", "DPRD") or another level of
government ("Kapolri", "Kapolda") is another office. What a text leaves open counts as the same.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.language import function_words as fw
from rag.language.office_units import GENERIC, Unit, same_unit, written_whole
from rag.language.territories import place_codes, places_in, territories_in
from rag.language.titles import DEPUTIES, Level, Mention, Token, mentions_in, tokens_in

_LEVELS = {
    word: level
    for level, group in {
        Level.NATION: "ri nasional pusat republik negara national central",
        Level.PROVINCE: "provinsi prov province provincial",
        Level.REGENCY: "kabupaten kab kota regency city municipal",
        Level.DISTRICT: "kecamatan kec subdistrict district",
        Level.VILLAGE: "desa kelurahan pekon nagari village",
    }.items()
    for word in group.split()
}
# What an office's name does not go on beyond.
_ENDS = frozenset(
    """bersama saat selaku hadir nama sekarang saja itu ini tahun yaitu yakni that with during on by has had
    said now named called""".split()
).union(fw.THAT_ID, fw.COPULAS_ID, fw.PREPOSITIONS_ID, fw.AND, fw.OR, fw.QUESTION_WORDS, fw.BE)
# Of these an English "head" is as sole as a "kepala dinas".
_OFFICES = frozenset("office department agency bureau ministry".split())
_JOINTS = frozenset("of in at for from".split())
_WHO = fw.WHO_ID | fw.WHO_EN
# May stand between "siapa" and the office asked for, or before an office that opens a question.
_LIGHT = frozenset(
    """what of name nama yang menjadi jadi menjabat sebagai selaku itu penjabat pj plt plh pelaksana tugas
    acting current new interim then tell me sebutkan kalau dan and ini s now serves as our""".split()
).union(fw.WHO_ID, fw.WHO_EN, fw.WHAT_ID, fw.BE, fw.ARTICLES, fw.POLITE, fw.SOFTENERS_ID)
_NAME = re.compile(r"\b[A-Z][a-z’'-]+")
_NO_NAMES = re.compile(r"\b(?:Plt|Pj|Plh|Drs?|Hj?|Ir)\b\.?|\b(?:Provinsi|Dinas|Bidang|Kota|Kabupaten)\b")
_MOST_WORDS_BETWEEN = 7
# What stands between a name and the office behind it: "Rina Wati, Gubernur ..."; not "Rina Wati, dan Gubernur ...".
_APPOSITION = re.compile(
    r"\s*[,(–-]?\s*(?:selaku|sebagai|yang menjabat|yang juga|as|the|,|; ?jabatan[^:;]*:)?\s*", re.IGNORECASE
)
_LABEL = re.compile(r"; ?nama[^:;]*:", re.IGNORECASE)
# Offices called by what they are in charge of.
_WITH_TOPIC = frozenset({"menteri", "atase", "inspektur"})
_AND = re.compile(rf"\b(?:{fw.ANY_AND}|bersama|with)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Office:
    """An office: its head noun in Indonesian, its unit, its level, and the codes of the places it is of, if any."""

    name: str
    head: str
    unit: Unit
    level: Level | None = None
    places: frozenset[str] = frozenset()
    sole: bool = False  # its holder is always called by it


def office_in(question: str, rest: str | None = None) -> Office | None:
    """The office whose holder `rest`, all of the question if not given, asks for, or whose name it is."""
    text = question if rest is None else rest
    mention = next((one for one in mentions_in(text) if _is_asked_for(text, one)), None)
    if mention is None:
        return None
    office = _office(text, mention, len(text))
    return replace(office, places=office.places or place_codes(question))


def named_office(text: str) -> str | None:
    """The first office that a text names, as it writes it, with unit and place but without "wakil" or "deputy"."""
    mention = next(iter(mentions_in(text)), None)
    if mention is None:
        return None
    behind = _behind(text, mention, len(text))
    words = [token for token in tokens_in(text) if mention.begin <= token.start]
    begin = next(token.start for token in words if token.word not in DEPUTIES)
    return text[begin : behind[-1].end if behind else mention.end]


def offices_in(text: str) -> tuple[Office, ...]:
    """Every office that a text names, in order."""
    return tuple(_office(text, mention, len(text)) for mention in mentions_in(text))


def same_kind_of_office(asked: Office, told: Office) -> bool:
    """Whether head, level and place, where told, are the same; what it is for is left open."""
    if asked.level and told.level and asked.level is not told.level:
        return False
    return asked.head == told.head and _same_place(asked.places, told.places)


def _of_other_provinces(text: str, places: frozenset[str]) -> bool:
    """Whether the office is one of a province and the text names provinces, but not that one.

    "Gubernur Rahmat menyatakan kapasitas produksi Lampung ..." leaves open whose governor he is; not that of Kepri.
    """
    named, asked = (frozenset(c for c in codes if c.startswith("ID-")) for codes in (place_codes(text), places))
    return bool(named and asked) and not named & asked


def offices_beside(sentence: str, start: int, end: int) -> tuple[Office, ...]:
    """The offices that stand beside the person at `sentence[start:end]`, before, behind or within."""
    mentions = mentions_in(sentence)
    return tuple(
        _office(sentence, one, start if one.end <= start else len(sentence))
        for one in mentions
        if _stands_beside(sentence, one, mentions, start, end)
    )


def same_office(asked: Office, told: Office) -> bool:
    """Whether nothing tells the two apart."""
    if asked.level and told.level and asked.level is not told.level:
        return False
    return asked.head == told.head and same_unit(asked.unit, told.unit) and _same_place(asked.places, told.places)


def holds_office(office: Office, sentence: str, start: int, end: int, publishers: str = "") -> bool:
    """Whether the person at `sentence[start:end]` stands beside that office.

    `publishers` name the units whose text it is: there, "Kepala Dinas" is the head of that one.
    """
    if _of_other_provinces(sentence, office.places):
        return False
    beside = offices_beside(sentence, start, end)
    return any(same_office(office, replace(told, unit=written_whole(told.unit, publishers))) for told in beside)


def is_named(span: str) -> bool:
    """Whether the span has a person's name in it, not just an office, a place or an acronym."""
    return bool(names_in(span))


def names_in(span: str) -> tuple[str, ...]:
    """The words of a person's name, without offices and places."""
    cut = [(one.begin, _end_of_topic(span, one)) for one in mentions_in(span)] + list(territories_in(span))
    rest = span
    for start, end in cut:
        rest = rest[:start] + " " * (end - start) + rest[end:]
    return tuple(_NAME.findall(_NO_NAMES.sub(" ", rest)))


def _is_asked_for(text: str, mention: Mention) -> bool:
    """Whether the question is for its holder: only light words stand before it, or back to "siapa"."""
    before = [token.word for token in tokens_in(text) if token.end <= mention.begin]
    asks = max((row for row, word in enumerate(before) if word in _WHO), default=0)
    return all(word in _LIGHT for word in before[asks:])


def _office(text: str, mention: Mention, until: int) -> Office:
    """As `text` names it up to `until`."""
    behind = _behind(text, mention, until)
    said = " ".join(text[part[0].start : part[-1].end] for part in (mention.modifiers, behind) if part)
    unit = _unit(text, mention, behind)
    # The regency in which a school stands is not its level.
    level = None if unit.has_own_name else _level(tokens_in(said)) or _level_of_place(said)
    end = behind[-1].end if behind else mention.end
    return Office(
        name=text[mention.begin : end].lower(),
        head=mention.head,
        unit=unit,
        level=mention.title.level or level,
        places=place_codes(said),
        sole=mention.title.sole or not _OFFICES.isdisjoint(unit.words),
    )


def _behind(text: str, mention: Mention, until: int) -> tuple[Token, ...]:
    """The words behind a title that belong to it."""
    others = [one.begin for one in mentions_in(text) if one.begin >= mention.end]
    until = min([until, *others])
    kept: list[Token] = []
    end = mention.end
    for token in tokens_in(text):
        if token.start < mention.end:
            continue
        if token.end > until or token.word in _ENDS or text[end : token.start].strip(" -’'\""):
            break
        kept.append(token)
        end = token.end
    return tuple(kept)


def _unit(text: str, mention: Mention, behind: Sequence[Token]) -> Unit:
    """Without words for levels and without places."""
    own = mention.title.unit
    if not mention.title.english:
        return Unit((*own, *_topic(text, behind)))
    first = next((row for row, token in enumerate(behind) if row and token.word in _JOINTS), len(behind))
    near, far = _topic(text, (*mention.modifiers, *behind[:first])), _topic(text, behind[first:])
    return Unit((*own, *near, *(() if len(near) + len(own) > 1 else far)), english=True)


def _topic(text: str, tokens: Sequence[Token]) -> tuple[str, ...]:
    light = _JOINTS | fw.ARTICLES
    kept = [token for token in tokens if token.word not in light and not _lies_in_place(text, token)]
    return tuple(token.word for row, token in enumerate(kept) if row == 0 or token.word not in _LEVELS)


def _lies_in_place(text: str, token: Token) -> bool:
    return any(place.start <= token.start < place.end for place in places_in(text))


def _level(tokens: Sequence[Token]) -> Level | None:
    return next((_LEVELS[token.word] for token in tokens if token.word in _LEVELS), None)


def _level_of_place(said: str) -> Level | None:
    place = next(iter(places_in(said)), None)
    if place is None:
        return None
    if not place.is_territory:
        return Level.REGENCY
    return Level.PROVINCE if any(code.startswith("ID-") for code in place.codes) else None


def _same_place(asked: frozenset[str], told: frozenset[str]) -> bool:
    """Whether the places can be one: regencies are compared with regencies, provinces with provinces."""
    for is_kind in (_is_regency, _is_territory):
        one, other = (frozenset(filter(is_kind, codes)) for codes in (asked, told))
        if one and other and not one & other:
            return False
    return True


def _is_regency(code: str) -> bool:
    return code[:1].isdigit()


def _is_territory(code: str) -> bool:
    return not _is_regency(code)


def _stands_beside(sentence: str, one: Mention, mentions: Sequence[Mention], start: int, end: int) -> bool:
    if start <= one.start and one.end <= end:
        return True
    if one.end <= start:
        between = sentence[one.end : start]
        alone = not any(one.end <= other.start < start for other in mentions)
        linked = ";" not in between or _LABEL.search(between) is not None
        return alone and linked and len(between.split()) <= _MOST_WORDS_BETWEEN and not _AND.search(between)
    return end <= one.begin and _APPOSITION.fullmatch(sentence[end : one.begin]) is not None


def _end_of_topic(span: str, mention: Mention) -> int:
    """Where the title with the first word of its unit ends, "tenaga kerja" being one."""
    behind = [token for token in tokens_in(span) if token.start >= mention.end]
    takes_topic = (mention.title.unit[:1] and mention.title.unit[0] in GENERIC) or mention.title.head in _WITH_TOPIC
    if not behind or not takes_topic:
        return mention.end
    return behind[1 if behind[0].word == "tenaga" and len(behind) > 1 else 0].end
