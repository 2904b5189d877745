"""What is indexed and compared of a text: its words without Indonesian affixes."""

from functools import lru_cache

import Stemmer

from rag.language.text import words

_STEMMER = Stemmer.Stemmer("indonesian")

# Words that ask and words that join, everyday spellings of both among them: they are indexed, but not searched for.
STOP_WORDS = frozenset(
    """yang dan di ke dari untuk pada dalam dengan adalah ialah merupakan ini itu oleh sebagai ada atau saja juga akan
    telah sudah bisa dapat para sang si nya kah lah pun tersebut tentang yg yng dgn dg utk untk pd dlm dr sdh udah
    udh bs aja jg tsb apa apakah siapa siapakah kapan kapankah berapa berapakah mana manakah dimana dimanakah kemana
    darimana bagaimana bagaimanakah mengapa kenapa disebut dimaksud nama apkh sapa sp kpn brp brpa brapa dmn dmna
    kmn gmn gmna gimana gmana bgmn knp knapa tolong mohon jelaskan sebutkan adakah dong sih kok deh ya""".split()
)


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
    return str(_STEMMER.stemWord(word))


STOP_TERMS = frozenset(map(stem, STOP_WORDS))
