"""The small words of Indonesian and English: those that ask, join, point, stand in and are polite.

Indonesian ones come with their everyday spellings, where people type them. What a reader may leave out is put together
from these sets where it is needed, by union.
"""

from rag.language.patterns import any_of

EVERYDAY = {
    "apakah": "apkh apkah",
    "bagaimana": "gmn gmna gmana gimana gimna bgmn bgmna bgaimana",
    "berapa": "brp brpa brapa berpa brape berape",
    "bisa": "bs bsa",
    "dalam": "dlm dlam",
    "dan": "dn",
    "dapat": "dapet",
    "dari": "dr dri",
    "dari mana": "darimana drmn drmana",
    "dengan": "dg dgn dngn dengn",
    "di mana": "dimana dmn dmna dmana dimn dimna",
    "juga": "jg jga",
    "kalau": "klo klu kalo kl klw",
    "kapan": "kpn kapn",
    "ke mana": "kemana kmn kmna",
    "kenapa": "knp knpa knapa",
    "mana": "mn",
    "pada": "pd",
    "saja": "aj aja sj",
    "sebagai": "sbg sbgai",
    "siapa": "syp siape",
    "sudah": "sdh sudh udh udah",
    "tentang": "ttg ttng tntg",
    "tersebut": "tsb tsbt",
    "terus": "trs trus",
    "untuk": "utk untk",
    "yang": "yg yng",
}
"""Small words with the other spellings that people type; `rag.language.spelling` has those of all other words."""


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


def spelled(*standard: str) -> frozenset[str]:
    """The words and their everyday spellings."""
    return frozenset(word for one in standard for word in (one, *EVERYDAY.get(one, "").split()))


WHO_ID = spelled("siapa", "siapakah", "siapalah", "sapa")
WHAT_ID = spelled("apa", "apakah")
WHEN_ID = spelled("kapan", "kapankah")
HOW_MANY_ID = spelled("berapa", "berapakah")
HOW_ID = spelled("bagaimana", "bagaimanakah")
WHICH_ID = spelled("mana", "manakah")
WHERE_ID = spelled("di mana", "ke mana", "dari mana", "dimanakah") - {"di mana", "ke mana", "dari mana"}
"""In one word; `ANY_WHERE_ID` matches two words, as well."""
WHY_ID = spelled("mengapa", "kenapa")
WHO_EN = _words("who whom whose")
ASKING_ID = WHO_ID | WHAT_ID | WHEN_ID | HOW_MANY_ID | HOW_ID | WHICH_ID | WHERE_ID | WHY_ID
ASKING_EN = WHO_EN | _words("what when where which why how")
QUESTION_WORDS = ASKING_ID | ASKING_EN
"""A place may be asked for in two words, as well: "di mana"; `ASKS` matches those, too."""
SP = frozenset({"sp"})
"""Short for "siapa", and for a warning letter."""
REQUESTS_ID = _words("sebutkan jelaskan")
REQUESTS_EN = _words("list explain describe tell give show")

AND = _words("dan serta and")
OR = _words("atau ataukah or")
WHILE = frozenset({"sedangkan", "sementara", "sementara itu", "while", "whereas"})
BUT = _words("tetapi tapi namun melainkan but")
IF_ID = spelled("kalau")
THEN = spelled("terus", "lalu", "kemudian", "lantas") | {"then"}
GOING_ON = _words("dan atau and or") | THEN
"""What a next question may open with."""
INTERJECTIONS = _words("nah oh ok oke okay so")

THAT_ID = spelled("yang")
POINTING_ID = spelled("itu", "ini", "tersebut")
THIRD_PERSON_ID = _words("dia ia mereka beliau")
SPEAKERS_ID = _words("kami kita saya aku kamu anda")
PLACING_ID = spelled("di", "ke", "dari", "untuk", "pada", "oleh")
"""What a phrase opens with that says where, when, by whom or for whom; `PLACING_EN`, as well."""
PREPOSITIONS_ID = PLACING_ID | spelled("dalam", "dengan", "sebagai", "tentang")
RELATING_ID = _words("bagi agar menurut mengenai terhadap secara")
COPULAS_ID = _words("adalah ialah merupakan")
TENSES_ID = spelled("akan", "telah", "sudah", "sedang")
MODALS_ID = spelled("bisa", "dapat")
OBLIGING_ID = _words("boleh harus perlu")
DENIALS_ID = _words("tidak bukan belum")
PARTICLES_ID = _words("kah lah pun nya para sang si")
ONLY_ID = spelled("saja")
SOFTENERS_ID = ONLY_ID | spelled("juga") | _words("sih dong kok deh ya")
POLITE = _words("tolong mohon please")

ARTICLES = _words("the a an")
POINTING_EN = _words("this that these those there")
THIRD_PERSON_EN = _words("it its they them their he him his she her")
SPEAKERS_EN = _words("we us our you your i me my")
AM = _words("is are was were")
BE = AM | _words("be been being")
DO_AND_HAVE = _words("do does did has have had")
MODALS_EN = _words("can could will would shall should may might must")
AUXILIARIES_EN = AM | DO_AND_HAVE | MODALS_EN
"""What a question opens with that is answered by yes or no."""
PLACING_EN = _words("in on at by for to from")
PREPOSITIONS_EN = PLACING_EN | _words("of with about as")
DIRECTIONS_EN = _words(
    """into off onto out over under up down without against among between during before after since until through per
    via"""
)
DENIALS_EN = _words("not no nor")
QUANTIFIERS_EN = _words("any some each every all both many much more most few several other another such")
ADVERBS_EN = _words("only also just very too again so then than if")

LIGHT_ID = THAT_ID | POINTING_ID | PREPOSITIONS_ID | COPULAS_ID | TENSES_ID | PARTICLES_ID | SOFTENERS_ID | {"ada"}
"""What any Indonesian sentence may have, whatever it is about."""
LIGHT_EN = ARTICLES | POINTING_EN | BE | DO_AND_HAVE | PREPOSITIONS_EN
"""What any English sentence may have, whatever it is about."""
ENGLISH = (
    LIGHT_EN
    | ASKING_EN
    | THIRD_PERSON_EN
    | SPEAKERS_EN
    | MODALS_EN
    | DIRECTIONS_EN
    | DENIALS_EN
    | QUANTIFIERS_EN
    | ADVERBS_EN
    | _words("here done and or but please")
)
"""Every English function word."""

ANY_AND = any_of(AND)
ANY_JOINT = any_of(AND | OR)
ANY_WHILE = any_of(WHILE)
ANY_WHERE_ID = rf"(?:{any_of(WHERE_ID)}|(?:di|ke|dari) ?mana(?:kah)?)"
ASKS = rf"(?:{any_of(QUESTION_WORDS - WHICH_ID)}|{ANY_WHERE_ID})"
"""Matches a word that asks, "di mana" among them, but no "mana" that stands alone."""
