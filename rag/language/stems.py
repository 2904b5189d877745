"""What is indexed and compared of a text: its words without Indonesian affixes."""

import re
from functools import lru_cache

import Stemmer

from rag.language import function_words as fw
from rag.language.text import words

_STEMMER = Stemmer.Stemmer("indonesian")
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")  # of which no last "i" is an ending: "kelas III" is no "kelas II"

# They are indexed, but not searched for. "Serta" is not among them: it is what is left of "peserta".
STOP_WORDS = (
    fw.LIGHT_ID
    | fw.ASKING_ID
    | fw.SP
    | fw.MODALS_ID
    | fw.REQUESTS_ID
    | fw.POLITE
    | fw.OR
    | frozenset("dan adakah disebut dimaksud nama".split())
)
# They say nothing about the topic, in questions of either language.
EMPTY_WORDS = (
    fw.LIGHT_ID
    | fw.ASKING_ID
    | fw.THIRD_PERSON_ID
    | fw.SPEAKERS_ID
    | fw.MODALS_ID
    | fw.DENIALS_ID
    | fw.RELATING_ID
    | fw.REQUESTS_ID
    | fw.LIGHT_EN
    | fw.ASKING_EN
    | fw.THIRD_PERSON_EN
    | fw.MODALS_EN
    | fw.POLITE
    | fw.AND
    | fw.OR
    | frozenset(
        """jumlah jumlahnya banyak lama kali orang antara lain menjadi jadi dilakukan disebut cara caranya sebesar
        sebanyak tahun bulan hari tanggal nama namanya orangnya total paling lebih saat hingga sampai then many much
        long often so also not no than into over under if any some all year month day name number tell me explain
        list""".split()
    )
)


def terms(text: str) -> list[str]:
    """What is indexed of a text: its words and numbers, Indonesian affixes removed, in order."""
    return [stem(word) for word in words(text)]


def content_words(text: str) -> tuple[str, ...]:
    """The words that carry the topic, in order."""
    return tuple(filter(carries_topic, words(text)))


def carries_topic(word: str) -> bool:
    """Whether a lower-case word says what a text is about."""
    return word not in EMPTY_WORDS and len(word) > 1


def content_stems(text: str) -> tuple[str, ...]:
    """Stems of the words that carry the topic, in order."""
    return tuple(map(stem, content_words(text)))


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A lower-case word without Indonesian affixes."""
    return word if _ROMAN.fullmatch(word) else str(_STEMMER.stemWord(word))


STOP_TERMS = frozenset(map(stem, STOP_WORDS))
