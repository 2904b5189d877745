"""Events of which texts tell in one of few words: that something ended, failed or was refused."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rag.language.text import word_spans, words

# A line for each event: Indonesian roots ("-" before those whose root alone is another word); other words and phrases
# of either language; and, behind "|", words that tell of it in a text, but in a question mean other things as well
# ("where do I withdraw money?"). A word may stand for two events: what may not be done is more than what was forbidden.
_EVENTS = """
batal urung -tiada: mundur, mengundurkan, pengunduran, tidak jadi, menarik diri, cancel, cancels, cancelled, canceled,
    cancelling, cancellation, call off, called off, withdrew, withdrawn, withdraw from, pull out, pulled out, pulls out,
    resign, resigns, resigned, resignation | scrapped, withdraw, withdraws, withdrawal, dropped out, stepped down
tolak -tentang: enggan, tidak setuju, refuse, refuses, refused, refusal, refusing, reject, rejects,
    rejected, rejection, turn down, turned down, oppose, opposes, opposed | keberatan, tidak mau, tidak menerima,
    denied, denies, declined
henti: berhenti, moratorium, stop, stops, stopped, stopping, halt, halts, halted, suspend, suspends, suspended,
    suspension, discontinue, discontinued | dibekukan, pembekuan, tidak dilanjutkan, ditutup, frozen
larang: tidak boleh, tidak diizinkan, tidak diperbolehkan, banned, bans, forbid, forbids, forbidden, forbade, prohibit,
    prohibits, prohibited, prohibition, not allowed, may not, must not | jangan, janganlah, tidak diperkenankan,
    tidak dibenarkan, tidak dibolehkan, do not
: tidak boleh, tidak diizinkan, tidak diperbolehkan, not allowed, may not, must not | tidak berhak,
    tidak layak, tidak memenuhi, tidak termasuk, hindari, menghindari, dihindari, kecuali, terkecuali, dikecualikan,
    pengecualian, cannot, can not, should not, not be, never, avoid, except, excluded, ineligible
tunda -tangguh: diundur, postpone, postponed, postpones, postponement, delay, delays, delayed | dimundurkan, dijadwalkan
    ulang, rescheduled, put off
pecat copot: memberhentikan, diberhentikan, pemberhentian, dismiss, dismissed, dismissal, sack, sacked, fired
cabut: tidak berlaku, revoke, revoked, revokes, revocation, repeal, repealed | dibatalkan, pembatalan,
    withdrawn, withdrew
kritik kecam protes: criticise, criticised, criticises, criticize, criticized, criticizes, criticism, condemn, condemns,
    condemned, denounce, denounced, protest, protests, protested | menyesalkan, menyayangkan, mengeluhkan, dikeluhkan,
    menyoroti, keberatan, objected, complained
tenggelam karam: kandas, sank, sunk, sinking, capsize, capsized, shipwreck
bangkrut pailit: kebangkrutan, kepailitan, bankrupt, bankruptcy, insolvent, insolvency | gulung tikar
"""
# The nasal of me- and pe- by the first letter; k, p, t and s give way to it: kecam, mengecam; tolak, menolak.
_NASALS = {"b": "m", "p": "m", "l": "", "r": "", "c": "n", "d": "n", "j": "n", "t": "n", "s": "ny"}
_GIVES_WAY = "kpts"
# What stops for a while: a train at a station, not a programme.
_VEHICLES = frozenset(
    """bus kereta angkot kapal feri truk mobil travel halte stasiun terminal train ferry tram coach boat ship
    station""".split()
)
_PAUSES = frozenset("berhenti stop stops stopping suspension".split())
_AT = frozenset("di depan dekat at near sebelum before tempat shop services service kontak bridge bridges".split())
# "Peta lama tidak dipinjamkan", "tidak dapat mendaftar"; who cannot show a paper is not forbidden to.
_NOT_DONE = re.compile(
    r"\b(?:tidak|tak) (?:(?:dapat|bisa) )?di[a-z]{4,}|"
    r"\b(?:tidak|tak) (?:dapat|bisa) (?:mengikuti|mendaftar|menerima|melamar|mengajukan|ikut|masuk)\b",
    re.IGNORECASE,
)
_BESIDE = frozenset("one non satu tanpa".split()) | _VEHICLES


# Behind these nothing is taken for granted: "kalau permohonan ditolak, ...".
_CONDITIONS = frozenset("kalau jika apabila bila bilamana andai seandainya if unless".split())

Numbers = frozenset[int]


@dataclass(frozen=True, slots=True)
class Event:
    """A word for an event, as written, and the events it may stand for."""

    word: str
    numbers: Numbers


def events_in(text: str) -> Numbers:
    """The events that `text` has a word for, in either language."""
    known = _words_for_events(in_texts=True)
    not_done = known["kecuali"] if _NOT_DONE.search(text) else frozenset()
    return not_done.union(*(event.numbers for event in _named(text, known)))


def premises_in(question: str) -> tuple[Event, ...]:
    """The first word for each event that the question takes for granted."""
    if not _CONDITIONS.isdisjoint(words(question)):
        return ()
    found: dict[Numbers, Event] = {}
    for event in _named(question, _words_for_events(in_texts=False)):
        found.setdefault(event.numbers, event)
    return tuple(found.values())


def _named(text: str, known: Mapping[str, Numbers]) -> Iterator[Event]:
    tokens, spans = words(text), word_spans(text)
    moves = not _VEHICLES.isdisjoint(tokens)
    for row, token in enumerate(tokens):
        pair = known.get(" ".join(tokens[row : row + 2])) if row + 1 < len(tokens) else None
        alone = None if token in _PAUSES and (moves or _pauses(tokens, row)) else known.get(token)
        if numbers := pair or alone:
            yield Event(text[spans[row][0] : spans[row + 1 if pair else row][1]], numbers)


def _pauses(tokens: tuple[str, ...], row: int) -> bool:
    """ "Stop at", "bus stop", "one-stop": nothing ends."""
    return not _AT.isdisjoint(tokens[row + 1 : row + 2]) or not _BESIDE.isdisjoint(tokens[max(0, row - 1) : row])


@cache
def _words_for_events(in_texts: bool) -> Mapping[str, Numbers]:
    """The numbers of its events by word or phrase; those of texts only with `in_texts`."""
    numbers: defaultdict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(_EVENTS.replace("\n    ", " ").strip().splitlines()):
        roots, others = line.split(":")
        asked, _, said = others.partition(" | ")
        forms = (form for root in roots.split() for form in affixed(root))
        for word in (*forms, *asked.split(", "), *(said.split(", ") if in_texts else ())):
            numbers[word.strip()].add(number)
    numbers.pop("", None)
    return {word: frozenset(found) for word, found in numbers.items()}


def affixed(marked: str) -> Iterator[str]:
    """A root with the prefixes and suffixes of verbs and their nouns: tolak, menolak, ditolak, penolakan, ..."""
    root = marked.removeprefix("-")
    nasal = _nasal(root)
    verbs = (f"me{nasal}", f"di{root}", f"ter{root}")
    yield from (verb + suffix for verb in verbs for suffix in ("", "kan", "i", "nya"))
    nouns = (f"pe{nasal}an", f"{root}an")
    yield from (noun + suffix for noun in nouns for suffix in ("", "nya"))
    if root == marked:
        yield from (root, f"{root}kan", f"{root}nya")


def _nasal(root: str) -> str:
    """The root behind me- and pe-."""
    gives_way = root[0] in _GIVES_WAY and root[1] != "r"  # kritik, mengkritik
    return _NASALS.get(root[0], "ng") + (root[1:] if gives_way else root)
