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


def terms(text: str) -> list[str]:
    """What is indexed of a text: its words and numbers, Indonesian affixes removed, in order."""
    return [_stem(word) for word in words(text)]


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    return str(_STEMMER.stemWord(word))


STOP_TERMS = frozenset(map(_stem, STOP_WORDS))
