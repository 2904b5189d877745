"""What a question names, and which of it the evidence does not."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

import Stemmer

from rag.language.dates import find_dates
from rag.language.detection import detect
from rag.language.stems import STOP_TERMS, terms
from rag.language.territories import territories_in, territory_codes
from rag.language.text import words
from rag.language.translation.lookup import expanded_terms, translated_terms
from rag.types import Language

# Words that say nothing about the topic, in questions of either language.
EMPTY_WORDS = frozenset(
    """apa apakah siapa siapakah kapan kapankah berapa berapakah mana manakah bagaimana bagaimanakah mengapa kenapa
    dimana yang di ke dari dan atau itu ini tersebut dia ia mereka beliau adalah ialah saja sih dong ya kah lah pun pada
    dalam oleh untuk dengan akan telah sudah sedang ada jumlah jumlahnya banyak lama kali orang juga tolong mohon
    jelaskan sebutkan antara lain bagi agar bisa dapat menjadi jadi dilakukan disebut menurut tentang mengenai
    terhadap sebagai cara caranya secara sebesar sebanyak para sang si kami kita saya aku kamu anda tidak bukan
    belum tahun bulan hari tanggal nama namanya orangnya total paling lebih saat hingga sampai the a an of in on at
    by for to from with and or is are was were be been being do does did has have had it its they them he she his
    her their this that these those there many much long often so then also please about what who whom whose which
    when where why how can could will would shall should may might must not no than into over under as if any some
    all year month day name number total tell me explain list""".split()
)
_LIKELY = 0.08  # weight of a translation from which it counts
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d)")


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("indonesian")


def content_stems(text: str) -> tuple[str, ...]:
    """Stems of the words that carry the topic, in order."""
    return tuple(_stemmer().stemWords([word for word in words(text) if word not in EMPTY_WORDS and len(word) > 1]))


def missing_places(question: str, texts: Iterable[str]) -> tuple[str, ...]:
    """Countries and provinces, as the question writes them, that no text names in either language."""
    known = frozenset[str]().union(*map(territory_codes, texts))
    named = (question[start:end] for start, end in territories_in(question))
    return tuple(dict.fromkeys(name for name in named if not territory_codes(name) <= known))


def missing_years(question: str, texts: Sequence[str]) -> tuple[str, ...]:
    """Years that the question names and no text does; the year of a regulation's number counts like any other."""
    known = {year for text in texts for year in _YEAR.findall(text)}
    known |= {str(mention.first.year) for text in texts for mention in find_dates(text)}
    return tuple(dict.fromkeys(year for year in _YEAR.findall(question) if year not in known))


def years_in(text: str) -> frozenset[str]:
    """Years that a text names."""
    return frozenset(_YEAR.findall(text))


def asked_for(question: str) -> tuple[frozenset[str], ...]:
    """For each word that carries the topic, the index terms by which an Indonesian text may name it.

    An English word is looked up in the bilingual table; an Indonesian one stands for itself and its abbreviation.
    """
    english = detect(question) is Language.ENGLISH
    found = (_named_by(word, english) for word in words(question) if word not in EMPTY_WORDS and len(word) > 1)
    return tuple(dict.fromkeys(group for group in found if group))


def _named_by(word: str, english: bool) -> frozenset[str]:
    others = translated_terms(word) if english else expanded_terms(word)
    likely = {term for term, weight in others.items() if weight >= _LIKELY}
    return frozenset(likely | set(terms(word))) - STOP_TERMS


def coverage(wanted: Sequence[frozenset[str]], present: frozenset[str]) -> float:
    """Share, 0..1, of the wanted words that are present, each as good as the other; 1 when nothing is wanted.

    Weighing words by their rarity let those that no passage holds decide everything (docs/decisions/answers.md).
    """
    return sum(bool(group & present) for group in wanted) / len(wanted) if wanted else 1.0
