"""What a sentence does: it decides, obliges, excepts or limits; and what a heading says is below it."""

import re
from enum import StrEnum

from rag.language.function_words import POINTING_EN, POINTING_ID, THIRD_PERSON_EN, THIRD_PERSON_ID
from rag.language.text import words

EXCEPTS = re.compile(
    r"\b(?:kecuali|dikecualikan|pengecualian|terkecuali|tidak berlaku|tidak termasuk|belum berlaku|unless|"
    r"except(?:ions?|ing)?|exempt(?:ed|ions?)?|does not apply|do not apply|namun|akan tetapi|however)\b",
    re.IGNORECASE,
)
# Of the very next sentence these say enough: it goes on about the same thing.
LIMITS = re.compile(
    r"\b(?:hanya|tetapi|sedangkan|khusus|bila|jika|apabila|bebas|gratis|cuma-cuma|separuh|only|but|whereas|if|free|half|"
    r"waived|rather than)\b",
    re.IGNORECASE,
)
_OBLIGES = re.compile(
    r"\b(?:wajib|harus|dilarang|diwajibkan|diharuskan|asalkan|syarat\w*|paling (?:lambat|sedikit|banyak|lama|rendah|"
    r"tinggi)|(?:tidak )?(?:boleh|dapat|berhak)|tidak \w+kan|dikenai|dikenakan|must|shall|may(?: not)?|required|"
    r"forbidden|at (?:least|most)|no later than|provided that)\b",
    re.IGNORECASE,
)
_DECISIONS = frozenset(
    """menyepakati disepakati sepakat bersepakat kesepakatan memutuskan diputuskan menetapkan ditetapkan menyetujui
    disetujui meresmikan diresmikan mencabut dicabut menunda ditunda menandatangani ditandatangani membubuhkan
    memberlakukan diturunkan dinaikkan dihapus agreed decided resolved approved adopted signed repealed
    postponed""".split()
)
_CHARGES = re.compile(
    r"\b(?:penanggung ?jawab|bertanggung jawab|(?:di)?ketuai?|dipimpin|koordinator\w*|kepala|direktur|pengelola|"
    r"dikelola|di(?:lakukan|laksanakan|selenggarakan|kerjakan|bina|awasi|tandatangani) (?:secara \w+ )?oleh|"
    r"bekerja sama dengan|headed by|led by|head|director|chair\w*|coordinat\w+|in charge|responsible)\b",
    re.IGNORECASE,
)
_LEANING = POINTING_ID | POINTING_EN | THIRD_PERSON_ID | (THIRD_PERSON_EN - {"her", "his", "their"})
_REFERS = re.compile(r"\b(?:dimaksud (?:pada|dalam) ayat|referred to in)\b", re.IGNORECASE)
_OPENING = 4  # words in which a sentence says that it goes on about what stands before it


_ORDER = re.compile(
    r"\s*(?:(?:tolong|mohon|please)\s+)?(?:(?:buat(?:kan)?|susun(?:kan)?)\s+)?"
    r"(?:(?:rangkum|ringkas|banding)(?:kan|an)?|summari[sz]e|summary of|compare|brief(?:ing)? (?:on|about|me on))"
    r"\s+(?:(?:tentang|mengenai|soal)\s+)?(?=\S)",
    re.IGNORECASE,
)


class Head(StrEnum):
    """What a heading announces."""

    DECISIONS = "decisions"
    CONDITIONS = "conditions"
    PEOPLE = "people"
    DAYS = "days"


_HEADS = {
    Head.DECISIONS: "putusan keputusan kesepakatan kesepahaman disepakati diputuskan decision decisions "
    "agreement agreed",
    Head.CONDITIONS: "syarat syaratnya persyaratan ketentuan kewajiban larangan sanksi pengecualian berhak "
    "requirements conditions rules eligibility eligible exceptions obligations",
    Head.PEOPLE: "penanggung penyelenggara pengurus panitia petugas pelaksana contact organiser responsible",
    Head.DAYS: "jadwal tanggal tenggat schedule timetable dates deadlines sailings",
}
_BY_WORD = {word: head for head, listing in _HEADS.items() for word in listing.split()}


def excepts(text: str) -> bool:
    return EXCEPTS.search(text) is not None


def limits(text: str) -> bool:
    return LIMITS.search(text) is not None


def obliges(text: str) -> bool:
    """Whether it says what must, may or must not be, or from when on or up to what."""
    return _OBLIGES.search(text) is not None


def decides(text: str) -> bool:
    """Whether it has a word for a decision or an agreement."""
    return not _DECISIONS.isdisjoint(words(text))


def charges(text: str) -> bool:
    """Whether it says who leads, does or answers for something."""
    return _CHARGES.search(text) is not None


def leans_back(text: str) -> bool:
    """Whether a sentence opens with what stands for something said before it: "Arahan itu", "Ia", "This"."""
    opening = words(text)[:_OPENING]
    return any(word in _LEANING for word in opening) or refers_back(text)


def without_order(text: str) -> str:
    """What is to be told of: "Rangkum kerja sama ..." without its first word."""
    return _ORDER.sub("", text, count=1) if _ORDER.match(text) else text


def refers_back(text: str) -> bool:
    """Whether a rule names the one before it: "sebagaimana dimaksud pada ayat (1)"."""
    return _REFERS.search(text) is not None


def announced(heading: str) -> Head | None:
    """What the first telling word of a heading announces."""
    return next((_BY_WORD[word] for word in words(heading) if word in _BY_WORD), None)
