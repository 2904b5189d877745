"""What kind of thing a question asks for, and whether a span is of that kind.

Rules over Indonesian, English and everyday spelling. The checks are lenient: they reject what cannot be an answer
(a "berapa" answered without any number), never what is merely unusual.
"""

import re
from enum import StrEnum
from functools import cache

from rag.language.calendar_names import any_month, any_weekday
from rag.language.function_words import (
    ANY_WHERE_ID,
    HOW_MANY_ID,
    ONLY_ID,
    SPEAKERS_ID,
    THIRD_PERSON_ID,
    WHAT_ID,
    WHEN_ID,
    WHICH_ID,
    WHO_EN,
    WHO_ID,
)
from rag.language.numerals import MAGNITUDES, MULTIPLIERS, SMALL, STEPS, TENS
from rag.language.patterns import any_of
from rag.language.units import ANY_TIME


class AnswerType(StrEnum):
    """The kinds of answer that can be checked."""

    NUMBER = "number"
    PERCENTAGE = "percentage"
    MONEY = "money"
    DURATION = "duration"
    DATE = "date"
    TIME = "time"
    PERSON = "person"
    PLACE = "place"


_ADDRESSED = frozenset("saudara saudari bapak ibu sdr anda you".split())
_HOW_MANY = any_of(HOW_MANY_ID)
_COST = (
    r"(?:biaya|tarif|harga|anggaran|dana|gaji|upah|denda|honor|iuran|retribusi|sewa|modal|pajak|hibah|investasi|"
    r"bayar(?:an)?|rupiah|duit|uang|ongkos)"
)
_PRICE = r"(?:cost|price|budget|fee|fare|rent|salary|wage|fine|tariff|levy|charge)s?"
_FOR_ONE = rf"(?:(?:per|tiap|setiap) [\w-]+|se{ANY_TIME}|sekali|seorang)"
_AMOUNT_OF = r"(?:(?:besar(?:an|nya)?|jumlah|total|nilai) )?"
# The first rule that matches decides, so the narrower kinds stand before the wider ones.
_QUESTIONS: tuple[tuple[AnswerType, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (AnswerType.TIME, rf"\b(?:pukul|jam) {_HOW_MANY}\b|\bwhat time\b|\bopening hours\b"),
        (
            AnswerType.DATE,
            rf"\b{any_of(WHEN_ID)}\b|\b(?:tahun|thn|tanggal|tgl|bulan|bln|abad|hari) {any_of(HOW_MANY_ID | WHAT_ID)}\b"
            r"|^(?:since |until |by )?when\b|\b(?:what|which) (?:year|date|day|month|century)\b",
        ),
        (
            AnswerType.PERCENTAGE,
            rf"\b{_HOW_MANY} (?:persen|%)|\bpersentase\w*\b|\b{_HOW_MANY} prosentase\b|\bpercent(?:age)?\b",
        ),
        (
            AnswerType.DURATION,
            rf"\b{_HOW_MANY} (?:lama|lm)(?:kah|nya)?\b|\b{_HOW_MANY} {ANY_TIME}\b|\blama(?:nya)? {_HOW_MANY}\b"
            rf"|\blama {ANY_TIME}\b|\bhow (?:long|many {ANY_TIME})\b",
        ),
        (AnswerType.NUMBER, rf"^(?:jumlah|total|banyaknya) (?!{_COST})[^?]*\b{_HOW_MANY}\W*$"),
        (
            AnswerType.MONEY,
            rf"\b{_HOW_MANY} (?:banyak |besar(?:an)? |jumlah |total |nilai )?{_COST}(?:nya)?\b"
            rf"|\b{_COST}(?:nya)? {_HOW_MANY}\b"
            # What a question opens with is what it asks about: "gaji perawat di sana berapa?".
            rf"|^{_AMOUNT_OF}{_COST}(?:nya)? [^?]*\b{_HOW_MANY}(?: (?:sih|ya|sekarang|rupiah))?\W*$"
            # So does one that says who pays: "usaha kecil bayar sampah berapa sebulan?".
            rf"|\b(?:mem|di)?bayar(?:nya)? (?:[\w-]+ ){{0,3}}{_HOW_MANY}(?: (?:sih|ya|rupiah|{_FOR_ONE}))?\W*$"
            r"|\bhow much (?:money|do|does|did|is|are|was|were)\b"
            rf"|\bwhat (?:is|was|are|were) the (?:[\w-]+ ){{0,3}}{_PRICE}(?! [\w-]*(?:number|deadline|date)\b)\b",
        ),
        (AnswerType.NUMBER, rf"\b{_HOW_MANY}\b|\bhow many\b|\bwhat (?:is|was) the (?:number|population|total)\b"),
        (
            AnswerType.PERSON,
            rf"\b{any_of(WHO_ID)}\b|^{any_of(WHO_EN)}\b|\bby whom\b|\bnames? of (?:[\w-]+ ){{1,4}}who\b",
        ),
        (
            AnswerType.PLACE,
            rf"\b{ANY_WHERE_ID}\b|^(?:from |in )?where\b"
            r"|\b(?:negara|provinsi|prov|kabupaten|kota|daerah|kecamatan|desa|pulau|benua|lokasi|tempat)"
            r" (?:mana|apa)(?:kah)?\b"
            r"|\b(?:what|which) (?:country|province|city|place|region|island|continent|venue)\b"
            r"|\b(?:what|which) (?:countries|provinces|cities|regions|places)\b",
        ),
    )
)
_LIST = re.compile(
    rf"\b{any_of(WHAT_ID | WHICH_ID | WHO_ID | HOW_MANY_ID | {'ap'})} {any_of(ONLY_ID)}\b|\bsebutkan\b"
    # "daftar" is a list at the head of a question, and elsewhere what one does to take part.
    r"|^(?:apa )?daftar (?!ke|di|lewat|online|jadi|untuk|buat|program|pelatihan|kursus)\w"
    r"|\b(?:beri(?:kan)?|tampilkan|minta|lihat|kasih|susun) daftar\b"
    r"|\b(?:which|what) (?:\w+ ){0,2}(?:people|countries|\w+s) (?:are|were|does|do|did|can)\b"
    r"|\bname (?:all|the)\b|^list\b"
    r"|\bwhat are (?:the |your )?(?:\w+ ){0,2}(?:\w+s|criteria)\b(?<!hours)"
    r"|\bwhat (?:do|does|must|should) (?:i|we|you|one|people|\w+s?) (?:need|bring|prepare|submit|attach)\b"
    rf"|\b(?:syarat|persyaratan|berkas|dokumen|kelengkapan)(?:2|nya|-\w+)? {any_of(WHAT_ID | {'ap'})}\b"
    rf"|\b(?:butuh|perlu|bawa|siapkan|lampirkan)(?:kan|in)? (?:\w+ ){{0,2}}{any_of(WHAT_ID | {'ap'})}\b"
    r"|\b(?:apa|mana|which|what|the (?:top|main)|top) (?:\w+ )?(?:dua|tiga|empat|lima|enam|two|three|four|five|six)\b"
    r"|\b(?:dua|tiga|empat|lima|enam) (?:\w+ ){1,4}(?:apa|mana|teratas|terbanyak|terbesar|utama)\b",
    re.IGNORECASE,
)
_NUMBER = (
    rf"\d|½|\b(?:{any_of([*SMALL, *TENS, *MAGNITUDES, *MULTIPLIERS, *STEPS])}"
    rf"|setengah|sebuah|seorang|se(?={ANY_TIME})|dozen|half|no)"
)


@cache
def _answers() -> dict[AnswerType, re.Pattern[str]]:
    patterns = {
        AnswerType.NUMBER: _NUMBER,
        AnswerType.PERCENTAGE: rf"{_NUMBER}|\b(?:persen|percent|separuh)\b",
        AnswerType.MONEY: rf"{_NUMBER}|\b(?:gratis|cuma-cuma|free)\b",
        AnswerType.DURATION: rf"{_NUMBER}|\b(?:seumur hidup|selamanya|lifetime|forever)\b",
        AnswerType.DATE: rf"\d|\b{any_month()}\b|\b{any_weekday()}s?\b"
        r"|\b(?:abad|century|kemarin|kini|sekarang|zaman|masa|era|setelah|sejak|ketika|saat|after|before|awal|akhir)\b"
        r"|\b(?:sepanjang|(?:se)?tiap|every|all) (?:tahun|hari|waktu|saat|bulan|minggu|year|day|time|month|week)\b",
        AnswerType.TIME: r"\d|\b(?:pagi|siang|sore|malam|noon|midnight)\b",
        AnswerType.PERSON: r"[^\W\d_]{2}",
        AnswerType.PLACE: r"[^\W\d_]{2}",
    }
    return {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in patterns.items()}


@cache
def _only_date_or_figure() -> re.Pattern[str]:
    words = rf"rp|us\$|pukul|tahun|tanggal|{any_month()}|{any_weekday()}|wib|orang|persen|%"
    # One character at a time: a repetition within the repetition takes for ever on the dotted lines of a form.
    return re.compile(rf"[\s()]*(?:{words}|[\d.,:/–-])(?:{words}|[\d\s.,:()/–-])*$", re.IGNORECASE)


@cache
def _nobody() -> re.Pattern[str]:
    """Words that stand for whoever reads or writes."""
    return re.compile(rf"{any_of(SPEAKERS_ID | THIRD_PERSON_ID | _ADDRESSED)}(?:/{any_of(_ADDRESSED)})*", re.IGNORECASE)


def answer_type(question: str) -> AnswerType | None:
    """The kind of answer wanted, or None when any kind will do."""
    squeezed = " ".join(question.split())
    for kind, pattern in _QUESTIONS:
        if pattern.search(squeezed):
            return kind
    return None


def wants_list(question: str) -> bool:
    """Whether several things are asked for ("apa saja", "which provinces are")."""
    return _LIST.search(" ".join(question.split())) is not None


def fits(span_text: str, kind: AnswerType) -> bool:
    """Whether the span can be an answer of that kind."""
    if kind in (AnswerType.PERSON, AnswerType.PLACE) and _only_date_or_figure().match(span_text):
        return False
    if kind is AnswerType.PERSON and _nobody().fullmatch(span_text.strip(" .,:")):
        return False
    return _answers()[kind].search(span_text) is not None
