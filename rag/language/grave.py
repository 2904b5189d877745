"""What may be said of nobody unless a source says it: wrongdoing, abuse, a verdict, and what is a person's own affair.

The wrongs are those of any penal code, the private matters those that laws on personal data protect.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rag.language.events import affixed
from rag.language.function_words import WHO_ID
from rag.language.grave_ways import WAYS, asks_how_to_do_wrong, judges_an_officer
from rag.language.numerals import MAGNITUDES
from rag.language.own_health import asks_for_treatment
from rag.language.text import word_spans, words
from rag.language.units import MONEY

# A line for each matter: Indonesian roots, as in events; then other words and phrases of either language; and, behind
# "|", words that tell of it in a text, but in a question mean other things as well. At most two words, without hyphens.
_MATTERS = """
suap sogok korupsi: politik uang, serangan fajar, vote buying, money politics, korup, koruptor, gratifikasi, pungli,
    pungutan liar, rasuah, nyogok, nyuap, corrupt, corruption, bribe, bribes, bribed, bribery, bribing,
    kickback, kickbacks, graft
curi tilep rampok: pencuri, maling, nilep, nyuri, menggelapkan, digelapkan, penggelapan, selewengkan, menyelewengkan,
    diselewengkan, penyelewengan, melarikan uang, pencucian uang, steal, steals, stole, stolen, stealing, thief,
    thieves, theft, embezzle, embezzled, embezzlement, launder, laundering, robbed, robbery
tipu palsu bohong: penipu, nipu, pembohong, fraud, fraudulent, scam, scams, swindle, swindler, cheat, cheats, cheated,
    cheating, forge, forged, forging, forgery, fake, counterfeit, lied, dishonest, dishonesty | menyontek, mencontek,
    nyontek, contekan, sontekan, berbuat curang, kecurangan, plagiat, plagiarisme, plagiarism, lying, falsify,
    falsified, falsifying
aniaya perkosa siksa: membunuh, dibunuh, pembunuh, pembunuhan, pencabulan, pelecehan, kekerasan, murder, murdered,
    murderer, assault, assaulted, rape, raped, abuse, abused, violence, molest, molested, torture, tortured
pidana: kriminal, kejahatan, penjahat, narapidana, napi, terpidana, tersangka, terdakwa, dipenjara, ditangkap,
    tertangkap, buronan, crime, crimes, criminal, criminals, convict, convicted, conviction, jailed, arrest, arrested,
    arrests, felony
selundup: penyelundup, perdagangan orang, smuggle, smuggled, smuggler, smugglers, smuggling, trafficking, trafficked
selingkuh: skandal, scandal, scandals, adultery, love affair, affair with, affair between
mabuk: drunk, drunken
bodoh goblok tolol dungu malas: bego, idiot, rakus, serakah, munafik, bejat, pengecut, pemalas, stupid, fool, fools,
    moron, greedy, hypocrite, incompetent, lazy, lazier, laziest, laziness, coward, cowards
: gagal total, tidak becus, kinerja buruk, kerja bagus, good job, great job, bad job, poor job, terrible job,
    total failure, complete failure, utter failure
: salah siapa, whose fault, at fault, to blame, menyalahkan, disalahkan, biang keladi, biang kerok, mastermind,
    masterminds, culprit, culprits, ringleader, ringleaders | kesalahan, kelalaian, lalai, fault, blame,
    blamed, negligence
curang: kecurangan, mencurangi, akali, mengakali, diakali, ngakali, ngakalin, akal akalan, siasati, menyiasati,
    mengelabui, trik, triknya, ngemplang, pelicin, trick, tricks, loophole, loopholes, evade, evading, evasion, dodge,
    dodging, tamper, tampering, tampered, rigged, rigging, outsmart
sembunyi: tutupi, menutupi, ditutupi, tanpa ketahuan, tidak ketahuan, tak ketahuan, nggak ketahuan, gak ketahuan, hide,
    hides, hid, hiding, hidden, conceal, conceals, concealed, cover up, covered up, unnoticed, undetected
: ganteng, tampan, seksi, handsome, ugly, sexy
: agama, keagamaan, beragama, ibadah, religion, religions, religious, worship
: etnis, etnik, ethnicity, ethnic
: nik, nomor induk, nomor ktp, nomor paspor, nomor identitas, nombor kad, identity number, identity numbers, id number,
    id numbers, passport number, passport numbers
gaji upah: honor, honorarium, salary, salaries, wage, wages, earn, earns, earned
: kekayaan, harta, wealth, net worth
: rekening bank, nomor rekening, account number, account numbers, bank account, bank accounts | rekening
: plat nomor, nomor plat, nomor polisi, number plate, number plates, licence plate, license plate | plat, pelat, plate,
    plates
: golongan darah, blood type, blood group
: sakit jiwa, gangguan jiwa, penyakit jiwa, mental illness, riwayat penyakit, riwayat kesehatan, medical history
: alamat rumah, alamat pribadi, rumah pribadi, home address, private address
: nomor pribadi, hp pribadi, telepon pribadi, whatsapp pribadi, private number, personal number, private phone
: tanggal lahir, ulang tahun, birth date, birth dates, birthday
: | tinggal, bertempat tinggal, menetap, domisili, berdomisili, bermukim, menginap, asrama, diasramakan, kediaman,
    dihuni, rumah dinas, live, lives, lived, living, stay, stays, reside, resides, residence, dormitory
: | anak, anaknya, putra, putri, istri, suami, keponakan, menantu, adik, kakak, son, daughter, child, children, wife,
    husband, nephew, niece, brother, sister
: antek, anteknya, kacung, kacungnya, stooge, stooges, lackey, lackeys, crony, cronies | boneka, wayang, titipan,
    suruhan, puppet, puppets, pawn, pawns, mouthpiece
: | terbaik, teladan, berprestasi, penghargaan, best, award, awards, awarded
: | pelapor, pengadu, pembocor, dilaporkan oleh, dilaporkan warga, laporan warga, laporan dari, warga melapor,
    warga melaporkan, complainant, complainants, informant, informants, whistleblower, reported by, residents reported
: partai, partainya, parpol, political party, political parties | party, parties
: prediksi, prediksinya, memprediksi, ramal, ramalkan, ramalan, predict, predicts, prediction | diprediksi, diramalkan,
    peluang, kemungkinan, predicted, forecast, chance, chances, likely
"""
# Whom to tell of a wrong, a source says without naming it.
_REPORTING = frozenset(
    """lapor melapor melaporkan dilaporkan laporan adu mengadu mengadukan pengaduan aduan keluhan ngadu nglaporke report
    reporting complain complaint complaints""".split()
)
# What is asked for stands before the verb, and who gets it between them.
_GAINED = re.compile(
    r"\b(?:how many|which|what) (?P<gain>(?:[\w-]+ ){1,3}?)(?:do|does|did|can|could|will|would|may|must|should) "
    r"[^?]{2,}?\b(?P<verb>earn(?:s|ed)?)\b",
    re.IGNORECASE,
)
_PAID = (
    MONEY.keys()
    | MAGNITUDES.keys()
    | frozenset(
        "income incomes money pay salary salaries wage wages sum sums amount amounts bonus bonuses honorarium".split()
    )
)
_CAUGHT = re.compile(r"\b(?:ter|ke)tangkap(?= (?:me|ny|ber)\w{3,})", re.IGNORECASE)
_CLITIC = re.compile(r"(?<=\w{4})(?:nya|na|ne)$")  # Indonesian, Sundanese, Javanese
# A matter: how to do wrong, which a text that names the wrong forbids, and what to take for an ailment of one's own.
_TOLD_BY_NOTHING = -1


@dataclass(frozen=True, slots=True)
class Grave:
    """A word for a grave matter, as written, and which matter it is."""

    word: str
    matter: int

    @property
    def is_told_by_nothing(self) -> bool:
        """Whether no text answers, whatever it names."""
        return self.matter == _TOLD_BY_NOTHING


def asked_about(question: str) -> tuple[Grave, ...]:
    """The first word for each grave matter of a question; none where it asks how to report one."""
    found = {grave.matter: grave for grave in _asked_in_ways(question)}
    if _REPORTING.isdisjoint(words(question)):
        for grave in _named(_without(question, _other_gain(question), _found_doing(question)), _asked()):
            found.setdefault(grave.matter, grave)
    return tuple(found.values())


def _without(question: str, *spans: tuple[int, int] | None) -> str:
    for begin, end in filter(None, spans):
        question = question[:begin] + " " * (end - begin) + question[end:]
    return question


def _other_gain(question: str) -> tuple[int, int] | None:
    """The word for what is won and is no money: the points that a place earns are nobody's salary."""
    found = _GAINED.search(question)
    return found.span("verb") if found and _PAID.isdisjoint(words(found["gain"])) else None


def _found_doing(question: str) -> tuple[int, int] | None:
    """That of what becomes of those who are caught at something; it is no question of who was arrested."""
    found = None if not WHO_ID.isdisjoint(words(question)) else _CAUGHT.search(question)
    return found.span() if found else None


def matters_in(text: str) -> frozenset[int]:
    """The grave matters that `text` has a word for, in either language."""
    return frozenset(matter for grave in _named(text, _told()) for matter in (grave.matter, *_besides(grave.word)))


def words_for_matters() -> frozenset[str]:
    """All that a text may be told by to speak of a grave matter, in lower case."""
    return frozenset(_told())


def _asked_in_ways(question: str) -> Iterator[Grave]:
    for way, word in WAYS:
        if asked := way.search(question):
            yield Grave(asked[0], _matter_of(word))
    judged = judges_an_officer(question)
    if judged and judged.lower() not in _asked():  # a matter of its own
        yield Grave(judged, _matter_of("terbaik"))
    if never := asks_how_to_do_wrong(question) or asks_for_treatment(question):
        yield Grave(never, _TOLD_BY_NOTHING)


def _named(text: str, known: Mapping[str, int]) -> Iterator[Grave]:
    tokens, spans = words(text), word_spans(text)
    for row, token in enumerate(tokens):
        pair = known.get(" ".join(tokens[row : row + 2]))
        matter = known.get(token, known.get(_CLITIC.sub("", token))) if pair is None else pair
        if matter is not None:
            end = spans[row if pair is None else min(row + 1, len(spans) - 1)][1]
            yield Grave(text[spans[row][0] : end], matter)


def _matter_of(word: str) -> int:
    return _told()[word]


def _besides(word: str) -> tuple[int, ...]:
    """The matters that a word of a text tells of, too: a "kecurangan" is cheating, whichever line has it."""
    other = _words_for_matters(1).get(word.lower())
    return () if other is None else (other,)


@cache
def _asked() -> Mapping[str, int]:
    """The words for matters in a question."""
    return _words_for_matters(0)


@cache
def _told() -> Mapping[str, int]:
    """The words for matters in a text."""
    return {**_words_for_matters(1), **_asked()}


@cache
def _words_for_matters(side: int) -> Mapping[str, int]:
    """Of what stands before "|", with the roots, or behind it."""
    known: dict[str, int] = {}
    for number, line in enumerate(_MATTERS.replace("\n    ", " ").strip().splitlines()):
        roots, others = line.split(":")
        listed = [*others.partition("|")[::2]][side]
        forms = (form for root in roots.split() if side == 0 for form in affixed(root))
        for word in (*forms, *(one.strip() for one in listed.split(", "))):
            known.setdefault(word, number)
    known.pop("", None)
    return known
