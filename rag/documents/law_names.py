"""By which name a law is called in others: its kind, number and year; and the sentences that repeal one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_KINDS = {
    "uu": r"undang-undang|uu|laws?|act",
    "perppu": r"peraturan pemerintah pengganti undang-undang|perppu",
    "pp": r"peraturan pemerintah|pp|government regulation",
    "perpres": r"peraturan presiden|perpres|presidential regulation",
    "permen": r"peraturan menteri|permen\w*|ministerial regulation",
    "perda": r"peraturan daerah|perda|(?:regional|local) regulation",
    "pergub": r"peraturan gubernur|pergub|gubernatorial regulation|governor regulation",
    "perbup": r"peraturan bupati|perbup|regent regulation",
    "perwali": r"peraturan wali ?kota|perwali|mayoral regulation|mayor regulation",
    "perdes": r"peraturan desa|perdes|village regulation",
    "keputusan": r"keputusan|kepgub|kepbup|decree",
    "instruksi": r"instruksi|instruction",
}
_KIND = re.compile("|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in _KINDS.items()), re.IGNORECASE)
_NUMBERED = re.compile(r"\b(?:nomor|number|no\.?)\s+(\d+)\s+(?:tahun|of)\s+(\d{4})\b", re.IGNORECASE)
_BEFORE = 90  # characters in which the kind stands before the number: "Peraturan Menteri Dalam Negeri ... Nomor"
_REPEALS = re.compile(
    r"\bdicabut\s+(?:dan|serta)\s+dinyatakan\s+tidak\s+berlaku\b|\bdinyatakan\s+(?:dicabut|tidak\s+berlaku)\b"
    r"|\bmencabut\b|\b(?:is|are)\s+(?:hereby\s+)?(?:repealed|revoked)\b",
    re.IGNORECASE,
)
_HEAD = 400  # characters of a law that say its number


@dataclass(frozen=True, slots=True)
class LawName:
    """`kind` is "" where the text does not say it near the number."""

    kind: str
    number: str
    year: str

    def may_be(self, other: "LawName") -> bool:
        """Whether both may name one law: the same number of the same year, and no other kind."""
        kinds = {self.kind, other.kind} - {""}
        return (self.number, self.year) == (other.number, other.year) and len(kinds) < 2


def laws_named(text: str) -> Iterator[LawName]:
    """The laws that a text names by number and year, in their order."""
    for match in _NUMBERED.finditer(text):
        kinds = list(_KIND.finditer(text, max(0, match.start() - _BEFORE), match.start()))
        kind = kinds[-1].lastgroup if kinds else None
        yield LawName(kind or "", match[1].lstrip("0"), match[2])


def own_name(title: str, text: str) -> LawName | None:
    """The name of a law by its title, else by its first lines; None for what is no law."""
    return next(laws_named(title), None) or next(laws_named(text[:_HEAD]), None)


def repeals(text: str, law: LawName) -> bool:
    """Whether a sentence says that the law is no longer in force."""
    return _REPEALS.search(text) is not None and any(law.may_be(other) for other in laws_named(text))
