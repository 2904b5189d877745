"""What a question says that somebody did: "Sejak kapan Rahayu Wulandari memotong upah?" takes a deed for granted.

A text in which the person stands and the deed does not, answers nothing about it, and to quote it would put a name
beside what nobody says. What offices and places do is told in too many words to be held to one; so are English verbs
over Indonesian texts: to hold those to it refused what is told and stopped nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rag.language.patterns import any_of
from rag.language.stems import stem
from rag.language.territories import places_in
from rag.language.text import words
from rag.language.titles import mentions_in
from rag.language.translation.lookup import expanded_terms
from rag.language.vocabulary import is_word

_WORD = r"[A-Z][a-z'’]+"
_NAME = rf"{_WORD}(?: {_WORD})+"
_NAMED = re.compile(_NAME)
_FIRM = re.compile(rf"\b(?:CV|PT|UD) {_WORD}(?: {_WORD})*")
_BETWEEN = "itu ini pernah sudah sering selalu akan telah suka mau juga masih kerap sengaja malah kok diam-diam".split()
_SAID = (
    re.compile(rf"\b(?P<doer>{_NAME}) (?:{any_of(_BETWEEN)} )*(?P<verb>(?:me|nge|ny|ng)\w{{3,}})"),
    re.compile(rf"\b(?P<verb>di\w{{3,}}) (?:oleh )?(?P<doer>{_NAME})"),
)
# Verbs that say little, and those for speaking: a text has others for the same.
_LIGHT = frozenset(
    map(
        stem,
        """menjabat menjadi memiliki mempunyai mendapat mendapatkan menerima memegang mewakili menghadiri mengikuti
        memimpin membawa memberi memberikan mengatakan menyampaikan menjelaskan menyatakan menyebut menyebutkan menilai
        mengharapkan mengingatkan menegaskan mengungkapkan menuturkan memaparkan menambahkan mengusulkan menerangkan
        menyarankan meminta mengajak mendorong menginginkan menganggap mengenai mengapa menurut
        meraih memperoleh memenangkan diminta dikatakan disampaikan dijelaskan dinyatakan disebut diusulkan diterima
        diperoleh diraih dipegang diajak dibawa diberi diberikan dimiliki dipimpin dihadiri diikuti didapat
        diharapkan diinginkan dimaksud ditujukan dikenal""".split(),
    )
)
_SPEAKING = frozenset(
    """say says said think thinks tells told stated view views announced berkata pendapat pandangan pernyataan
    ucapan jabatan jabatannya""".split()
)
_PLACED = (
    r"(?:di|ke|dari|in|at|from|to|Provinsi|Province|Kabupaten|Kota|Kecamatan|Kelurahan|Desa|Dusun|Sungai|Jalan|Pasar|"
    r"Regency|City|Warga)"
)
_BODIES = frozenset(
    """Dinas Pemprov Pemkab Pemkot Pemda Pemerintah Provinsi Kabupaten Kota Desa Kecamatan Kelurahan Badan Biro Bagian
    Kementerian Bank Koperasi Yayasan Universitas Sekolah Program Gubernur Bupati Menteri Camat Lurah Kepala Ketua
    Atase Way Teluk Bukit Tanjung Sungai Rawa Pulau Gunung Muara Kampung Pekon Talang Pantai Pasar""".split()
)
_TITLED = (
    r"(?:\b(?:H|Hj|Drs?|Dra|Ir|drg|dr|Prof|Bapak|Ibu|Pak|Bu|Sdr|Saudara|Mr|Mrs|Ms|Kapten|Captain)\.? |"
    r"\b(?:oleh|bernama|nama|by|named) |[a-z]{3,}(?:,|:) )"
)


@dataclass(frozen=True, slots=True)
class Deed:
    """Who did it, the verb as written, and the index terms that a text may have for it."""

    doer: str
    verb: str
    terms: frozenset[str]


def deeds_in(question: str) -> tuple[Deed, ...]:
    """The deeds that a question says of somebody by name."""
    return tuple(_deeds(question))


def is_somebody(name: str, text: str) -> bool:
    """Whether the text calls a person so: behind a title, an office, "oleh" or a comma, and never as a place."""
    if is_placed(name, text):
        return False
    found = [match.start() for match in re.finditer(rf"\b{re.escape(name)}\b", text)]
    return any(_stands_behind_a_title(text, start) for start in found)


def is_placed(name: str, text: str) -> bool:
    """Whether the text has it as a place: "di Sekar Hulu", "Kecamatan: Sekar Hulu"."""
    return re.search(rf"\b{_PLACED}:? {re.escape(name)}\b", text) is not None


def people_in(question: str, text: str) -> tuple[str, ...]:
    """The people and firms that the question names and the text calls so, but where it asks what they say, hold or get.

    A name made of words of ours is that of a thing.
    """
    if any(word in _SPEAKING or (word.startswith(("me", "di")) and stem(word) in _LIGHT) for word in words(question)):
        return ()
    found = (match[0].split() for match in _NAMED.finditer(question))
    pairs = (f"{one} {two}" for name in found for one, two in pairwise(name))
    own = (
        pair
        for pair in pairs
        if _BODIES.isdisjoint(pair.split()) and not all(map(is_word, words(pair))) and not is_placed(pair, question)
    )
    firms = (match[0] for match in _FIRM.finditer(question) if match[0] in text)
    return (*(pair for pair in own if is_somebody(pair, text) and not _is_of_an_office(pair, text)), *firms)


def _is_of_an_office(name: str, text: str) -> bool:
    """Whether the name of its holder stands behind: "Kepala Unit Bus Kota, Jumhari Sasongko"."""
    return re.search(rf"\b{re.escape(name)}, {_NAME}", text) is not None


def _deeds(question: str) -> Iterator[Deed]:
    for way in _SAID:
        for match in way.finditer(question):
            verb = match["verb"].lower()
            by_a_body = not _BODIES.isdisjoint(match["doer"].split()[-2:]) or any(places_in(match["doer"]))
            if not by_a_body and {verb, stem(verb)}.isdisjoint(_LIGHT):
                yield Deed(_bare(match["doer"]), match["verb"], frozenset({stem(verb), *expanded_terms(verb)}))


def _bare(doer: str) -> str:
    """The last two words of a name, without a title or what begins the sentence."""
    return " ".join(doer.split()[-2:])


def _stands_behind_a_title(text: str, start: int) -> bool:
    before = text[max(0, start - 60) : start]
    if re.search(rf"{_TITLED}$", before):
        return True
    between = [before[one.end :] for one in mentions_in(before)]
    return bool(between) and not re.search(r"[.;\n]", between[-1]) and len(words(between[-1])) <= 5
