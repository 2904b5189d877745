"""What may be said of nobody unless a source says it: wrongdoing, abuse, and what is a person's own affair.

The wrongs are those of any penal code, the private matters those that laws on personal data protect.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rag.language.events import affixed
from rag.language.text import word_spans, words

# A line for each matter: Indonesian roots, as in events; then other words and phrases of either language.
_MATTERS = """
suap sogok korupsi: korup, koruptor, gratifikasi, pungli, pungutan liar, rasuah, nyogok, nyuap, corrupt, corruption,
    bribe, bribes, bribed, bribery, bribing, kickback, kickbacks, graft
curi tilep rampok: pencuri, maling, nilep, nyuri, menggelapkan, digelapkan, penggelapan, selewengkan, menyelewengkan,
    diselewengkan, penyelewengan, melarikan uang, pencucian uang, steal, steals, stole, stolen, stealing, thief,
    thieves, theft, embezzle, embezzled, embezzlement, launder, laundering, robbed, robbery
tipu palsu bohong: penipu, nipu, pembohong, fraud, fraudulent, scam, scams, swindle, swindler, cheat, cheats, cheated,
    cheating, forge, forged, forging, forgery, fake, counterfeit, lied, dishonest, dishonesty
aniaya perkosa siksa: membunuh, dibunuh, pembunuh, pembunuhan, pencabulan, pelecehan, kekerasan, murder, murdered,
    murderer, assault, assaulted, rape, raped, abuse, abused, violence, molest, molested, torture, tortured
pidana: kriminal, kejahatan, penjahat, narapidana, napi, terpidana, tersangka, terdakwa, dipenjara, ditangkap,
    tertangkap, buronan, crime, crimes, criminal, criminals, convict, convicted, conviction, jailed, arrest, arrested,
    arrests, felony
selundup: penyelundup, perdagangan orang, smuggle, smuggled, smuggler, smugglers, smuggling, trafficking, trafficked
selingkuh: skandal, scandal, scandals, adultery, love affair, affair with, affair between
mabuk: drunk, drunken
bodoh goblok tolol dungu: bego, idiot, rakus, serakah, munafik, bejat, stupid, fool, fools, moron, greedy, hypocrite,
    incompetent
: agama, keagamaan, beragama, ibadah, religion, religions, religious, worship
: etnis, etnik, ethnicity, ethnic
: nik, nomor induk, nomor ktp, nomor paspor, nomor identitas, nombor kad, identity number, identity numbers, id number,
    id numbers, passport number, passport numbers
gaji upah: honor, honorarium, salary, salaries, wage, wages
: golongan darah, blood type, blood group
: sakit jiwa, gangguan jiwa, penyakit jiwa, mental illness, riwayat penyakit, riwayat kesehatan, medical history
: alamat rumah, alamat pribadi, rumah pribadi, home address, private address
: nomor pribadi, hp pribadi, telepon pribadi, whatsapp pribadi, private number, personal number, private phone
: tanggal lahir, ulang tahun, birth date, birth dates, birthday
"""
# Whom to tell of a wrong, a source says without naming it.
_REPORTING = frozenset(
    """lapor melapor melaporkan dilaporkan laporan adu mengadu mengadukan pengaduan aduan keluhan ngadu nglaporke report
    reporting complain complaint complaints""".split()
)


@dataclass(frozen=True, slots=True)
class Grave:
    """A word for a grave matter, as written, and which matter it is."""

    word: str
    matter: int


def asked_about(question: str) -> tuple[Grave, ...]:
    """The first word for each grave matter of a question; none where it asks how to report one."""
    if not _REPORTING.isdisjoint(words(question)):
        return ()
    found: dict[int, Grave] = {}
    for grave in _named(question):
        found.setdefault(grave.matter, grave)
    return tuple(found.values())


def matters_in(text: str) -> frozenset[int]:
    """The grave matters that `text` has a word for, in either language."""
    return frozenset(grave.matter for grave in _named(text))


def _named(text: str) -> Iterator[Grave]:
    tokens, spans, known = words(text), word_spans(text), _words_for_matters()
    for row, token in enumerate(tokens):
        pair = known.get(" ".join(tokens[row : row + 2]))
        matter = known.get(token) if pair is None else pair
        if matter is not None:
            end = spans[row if pair is None else min(row + 1, len(spans) - 1)][1]
            yield Grave(text[spans[row][0] : end], matter)


@cache
def _words_for_matters() -> Mapping[str, int]:
    known: dict[str, int] = {}
    for number, line in enumerate(_MATTERS.replace("\n    ", " ").strip().splitlines()):
        roots, others = line.split(": ")
        forms = (form for root in roots.split() for form in affixed(root))
        for word in (*forms, *others.split(", ")):
            known.setdefault(word, number)
    return known
