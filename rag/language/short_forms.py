"""Short forms that mean something else beside certain words: "sp 1" is a warning letter, "dr Andi" a doctor."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from rag.language.calendar_names import weekdays
from rag.language.function_words import AND, ASKING_ID, OR
from rag.language.numerals import MULTIPLIERS, SMALL
from rag.language.territories import places_in
from rag.language.text import words
from rag.language.units import TIME
from rag.types import Language

_WORD_BEFORE = re.compile(r"(\w+)[^\w.?!;:,]*$")
_WORD_BEHIND = re.compile(r"[^\w.?!;:,]*(\w+)")
_OPENS = re.compile(r"(?:^|[.?!;:,\n])[\s\"'“‘(]*$")
_CLOSES = re.compile(r"(?:\s+(?:ya|sih|dong|min|kak))?\s*(?:[.?!;:,\n]|$)")
_REACH = 30  # characters looked at on either side
_LONGEST_NAME = 60  # characters
_ROMAN = re.compile(r"[ivx]+", re.IGNORECASE)

_JOINTS = AND | OR
_WARNED = frozenset("surat kena dapat terima menerima diberi dikasih keluar keluarkan cabut bayar isi".split())
_ASKS_ON = frozenset("yang saja namanya nama sekarang ketua kepala gubernur bupati camat lurah kades".split())
_HEALTH = frozenset(
    """dokter praktik praktek jadwal poli poliklinik klinik pasien puskesmas rs rsud spesialis resep berobat periksa
    konsultasi kandungan gigi bidan perawat imunisasi""".split()
)
_SPECIALISTS = frozenset("spesialis umum gigi anak kandungan jaga mata tht hewan bedah".split())
# Behind these "dr" is "dari" even at a doctor's.
_FROM = frozenset(
    """mana sini sana situ pukul tanggal desa kecamatan kabupaten kota provinsi kelurahan rumah puskesmas
    rs rsud bpjs pemerintah kantor dinas sekolah luar dalam awal rt rw dokter klinik bidan sekarang kemarin pagi siang
    sore malam atas bawah saya orang dua tiga satu""".split()
) | frozenset(TIME)
_OF_A_LIST = frozenset("daftar cek di dalam ke masuk terdaftar nama data itu jumlah penetapan rekapitulasi".split())
_VOTING = frozenset("pemilu pilkada pilkades pilpres pileg online tetap tambahan sementara".split())
_NUMBERS = frozenset({"berapa", "beberapa", "se", "setengah", *SMALL, *MULTIPLIERS})


@dataclass(frozen=True, slots=True)
class _Place:
    """A short form where it stands; the words beside it are in standard spelling, "" beyond the clause."""

    before: str
    behind: str
    behind_as_typed: str
    opens: bool
    closes: bool
    stopped: bool  # a full stop behind it, and the sentence goes on: "dr. Andi"
    text: str
    end: int
    spelled: Callable[[str], str]


def stands_for_itself(key: str, text: str, start: int, end: int, spelled: Callable[[str], str]) -> bool:
    """Whether the short form `key` at `text[start:end]` is not what it is short for elsewhere.

    `spelled` gives a word in standard spelling, so that the answer is the same once the words around are written out.
    """
    rule = _RULES.get(key)
    return rule is not None and rule(_place(text, start, end, spelled))


def _place(text: str, start: int, end: int, spelled: Callable[[str], str]) -> _Place:
    head, tail = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    before, behind = _WORD_BEFORE.search(head), _WORD_BEHIND.match(tail)
    return _Place(
        before=spelled(before[1]).split()[-1] if before else "",
        behind=spelled(behind[1]).split()[0] if behind else "",
        behind_as_typed=behind[1] if behind else "",
        opens=_OPENS.search(head) is not None,
        closes=_CLOSES.match(tail) is not None,
        stopped=re.match(r"\.\s+\w", tail) is not None,
        text=text,
        end=end,
        spelled=spelled,
    )


def _warning_letter(at: _Place) -> bool:
    """ "sp 1", "kena sp": "siapa" opens or closes a question or goes on asking."""
    if at.behind.isdigit() or (_ROMAN.fullmatch(at.behind_as_typed) and at.behind_as_typed.isupper()):
        return True
    if at.before in _WARNED:
        return True
    opens, closes = at.opens or at.before in _JOINTS, at.closes or at.behind in _JOINTS
    return not (opens or at.behind in _ASKS_ON or (closes and not _asks_otherwise(at)))


def _asks_otherwise(at: _Place) -> bool:
    return any(at.spelled(word).split()[-1] in ASKING_ID for word in words(at.text[: at.end])[:-1])


def _doctor(at: _Place) -> bool:
    """ "dr. Andi", "dr Andi", "jadwal dr andi"; not "dr Metro" and "dr BPS"."""
    if at.stopped:
        return True
    if not at.behind or at.behind in _FROM or at.behind in weekdays(Language.INDONESIAN):
        return False
    name = at.behind_as_typed
    if name[0].isupper() and name[1:].islower():
        return not _names_place(at)
    return at.behind in _SPECIALISTS or (name.islower() and not _HEALTH.isdisjoint(words(at.text)) and not at.closes)


def _names_place(at: _Place) -> bool:
    phrase = f"dari {at.text[at.end :].lstrip()[:_LONGEST_NAME]}"
    return any(place.start == len("dari ") for place in places_in(phrase))


def _amount(at: _Place) -> bool:
    """Whether no number stands before it: "kemenpan rb"."""
    return not (at.before[:1].isdigit() or at.before in _NUMBERS)


def _after(*before: str) -> Callable[[_Place], bool]:
    return lambda at: at.before in before


def _ahead_of(*behind: str) -> Callable[[_Place], bool]:
    return lambda at: at.behind in behind


def _list_of_voters(at: _Place) -> bool:
    return at.before in _OF_A_LIST or at.behind in _VOTING


_RULES: dict[str, Callable[[_Place], bool]] = {
    "sp": _warning_letter,
    "dpt": _list_of_voters,
    "dr": _doctor,
    "rb": _amount,
    "jt": _amount,
    "kl": _after("di", "ke", "dari"),  # Kuala Lumpur
    "tp": _ahead_of("pkk"),  # the women's movement
}
