"""Whose office a person holds: "Atase Perhubungan" is not answered with the name of the "Atase Tenaga Kerja"."""

import re
from dataclasses import dataclass

from rag.language.territories import territories_in, territory_codes

# English names of offices and the words Indonesian documents use for them; longer names first.
_ENGLISH = {
    "deputy governor": "wakil gubernur",
    "vice governor": "wakil gubernur",
    "governor": "gubernur",
    "deputy regent": "wakil bupati",
    "regent": "bupati",
    "deputy mayor": "wakil wali kota",
    "mayor": "wali kota",
    "trade attaché": "atase perdagangan",
    "transport attaché": "atase perhubungan",
    "transportation attaché": "atase perhubungan",
    "labour attaché": "atase tenaga kerja",
    "labor attaché": "atase tenaga kerja",
    "manpower attaché": "atase tenaga kerja",
    "employment attaché": "atase tenaga kerja",
    "education attaché": "atase pendidikan",
    "regional secretary": "sekretaris daerah",
    "provincial secretary": "sekretaris daerah",
    "education office": "kepala dinas pendidikan",
    "education department": "kepala dinas pendidikan",
    "tourism office": "kepala dinas pariwisata",
    "tourism department": "kepala dinas pariwisata",
    "transport office": "kepala dinas perhubungan",
    "manpower office": "kepala dinas tenaga kerja",
    "manpower agency": "kepala dinas tenaga kerja",
    "manpower department": "kepala dinas tenaga kerja",
    "labour office": "kepala dinas tenaga kerja",
    "labor office": "kepala dinas tenaga kerja",
    "trade office": "kepala dinas perdagangan",
    "trade department": "kepala dinas perdagangan",
    "health office": "kepala dinas kesehatan",
    "health department": "kepala dinas kesehatan",
    "agriculture office": "kepala dinas pertanian",
    "social affairs office": "kepala dinas sosial",
    "inspector": "inspektur",
}
_ENGLISH_OFFICE = re.compile("|".join(_ENGLISH), re.IGNORECASE)
_OF = re.compile(r"\s+(?:(?:provinsi|prov\.?|daerah|negara|of|the|for|in|di)\s+)*", re.IGNORECASE)
_HEAD = (
    r"(?:wakil|atase|kepala|gubernur|bupati|wali ?kota|sekretaris|sekda|inspektur|menteri|staf ahli|ketua|direktur|"
    r"camat)"
)
_OFFICE = re.compile(
    r"\b(?:wakil (?:gubernur|bupati|wali ?kota)|gubernur|bupati|wali ?kota|atase (?:tenaga kerja|\w+)|"
    r"kepala (?:dinas|badan|biro|bagian|kantor) \w+|sekretaris daerah|inspektur provinsi|inspektur|menteri \w+)\b",
    re.IGNORECASE,
)
_SPELLINGS = {"kadis": "kepala dinas", "wagub": "wakil gubernur", "gub": "gubernur", "sekda": "sekretaris daerah"}
_SPELLING = re.compile(rf"\b(?:{'|'.join(_SPELLINGS)})\b", re.IGNORECASE)
_TITLE = re.compile(rf"\b(?:Plt|Pj|Plh)\.?|\b(?:Provinsi|Dinas|Bidang|Kota|Kabupaten)\b|\b{_HEAD}\b", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z][a-z’'-]+")
_MOST_WORDS_BETWEEN = 7
# What stands between a name and the office behind it: "Rina Wati, Gubernur ..."; not "Rina Wati, dan Gubernur ...".
_APPOSITION = re.compile(r"\s*[,(–-]?\s*(?:selaku|sebagai|yang menjabat|yang juga|as|the|,)?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Office:
    """An office by its Indonesian name in lower case, and the codes of the places it is of, where any are named."""

    name: str
    places: frozenset[str]


def office_in(question: str) -> str | None:
    """The office a question names, in Indonesian and lower case, or None."""
    plain = _spelled_out(question)
    named = _OFFICE.search(plain)
    if named:
        return " ".join(named.group().lower().replace("walikota", "wali kota").split())
    lowered = re.sub(r"attach(?:e|é)", "attaché", plain.lower())
    return next((office for english, office in _ENGLISH.items() if english in lowered), None)


def places_of_the_office(question: str) -> frozenset[str]:
    """The province or country beside the office ("gubernur Kepri yang bekerja sama dengan Lampung"), else all named."""
    plain = _spelled_out(question)
    offices = [match.span() for match in (*_OFFICE.finditer(plain), *_ENGLISH_OFFICE.finditer(plain))]
    for start, end in territories_in(plain):
        behind = any(b <= start and _OF.fullmatch(plain[b:start]) for _, b in offices)
        before = any(end <= a and not plain[end:a].strip() for a, _ in offices)
        if behind or before:
            return territory_codes(plain[start:end])
    return territory_codes(question)


def of_other_provinces(text: str, places: frozenset[str]) -> bool:
    """Whether the office is one of a province and the text names provinces, but not that one.

    "Gubernur Rahmat menyatakan kapasitas produksi Lampung ..." leaves open whose governor he is; not that of Kepri.
    """
    named, asked = (frozenset(c for c in codes if c.startswith("ID-")) for codes in (territory_codes(text), places))
    return bool(named and asked) and not named & asked


def holds_office(office: Office, sentence: str, start: int, end: int) -> bool:
    """Whether the person at `sentence[start:end]` stands beside that office, and beside no other one."""
    if of_other_provinces(sentence, office.places):
        return False
    pattern = re.compile(rf"(?<!wakil )\b{office.name.replace('wali kota', 'wali ?kota')}\b", re.IGNORECASE)
    for named in pattern.finditer(sentence):
        inside = start <= named.start() and named.end() <= end
        office_first = named.end() <= start and _merely_links(sentence[named.end() : start], office.places)
        name_first = end <= named.start() and _APPOSITION.fullmatch(sentence[end : named.start()])
        if inside or office_first or (name_first and _same_place(sentence[named.end() :], office.places)):
            return True
    return False


def is_named(span: str) -> bool:
    """Whether the span has a person's name in it, not just an office, a place or an acronym."""
    return bool(names_in(span))


def names_in(span: str) -> tuple[str, ...]:
    """The words of a person's name, without offices and places."""
    rest = _TITLE.sub(" ", _OFFICE.sub(" ", span))
    for start, end in reversed(territories_in(rest)):
        rest = rest[:start] + " " + rest[end:]
    return tuple(_NAME.findall(rest))


def _merely_links(between: str, places: frozenset[str]) -> bool:
    if len(between.split()) > _MOST_WORDS_BETWEEN or re.search(rf"\b{_HEAD}\b|;", between, re.IGNORECASE):
        return False
    return _same_place(between, places)


def _same_place(words: str, places: frozenset[str]) -> bool:
    """Whether the few words after an office name no place other than those asked about."""
    named = territory_codes(" ".join(words.split()[:_MOST_WORDS_BETWEEN]))
    return not named or not places or bool(named & places)


def _spelled_out(text: str) -> str:
    return _SPELLING.sub(lambda match: _SPELLINGS[match.group().lower()], text)
