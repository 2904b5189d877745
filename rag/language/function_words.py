"""The small words of Indonesian and English: those that ask, join, point, stand in and are polite.

Indonesian ones come with their everyday spellings. What a reader may leave out is put together from these sets where it
is needed, by union.
"""

from rag.language.patterns import any_of


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


WHO_ID = _words("siapa siapakah siapalah sapa siape")
WHAT_ID = _words("apa apakah apkh")
WHEN_ID = _words("kapan kapankah kpn")
HOW_MANY_ID = _words("berapa berapakah brp brpa brapa berape")
HOW_ID = _words("bagaimana bagaimanakah gimana gmn gmna gmana bgmn")
WHICH_ID = _words("mana manakah")
WHERE_ID = _words("dimana dimanakah kemana darimana dmn dmna kmn")
WHY_ID = _words("mengapa kenapa knp knapa")
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
OR = _words("atau or")
WHILE = frozenset({"sedangkan", "sementara", "sementara itu", "while", "whereas"})
BUT = _words("tetapi tapi namun melainkan but")
GOING_ON = _words("dan terus trus lalu kemudian atau and or then")
"""What a next question may open with."""
INTERJECTIONS = _words("nah oh ok oke okay so")

THAT_ID = _words("yang yg yng")
POINTING_ID = _words("itu ini tersebut tsb")
THIRD_PERSON_ID = _words("dia ia mereka beliau")
SPEAKERS_ID = _words("kami kita saya aku kamu anda")
PREPOSITIONS_ID = _words("di ke dari untuk pada dalam dengan oleh sebagai tentang utk untk dg dgn dlm pd dr")
RELATING_ID = _words("bagi agar menurut mengenai terhadap secara")
COPULAS_ID = _words("adalah ialah merupakan")
TENSES_ID = _words("akan telah sudah sdh udah udh sedang")
MODALS_ID = _words("bisa bs dapat")
DENIALS_ID = _words("tidak bukan belum")
PARTICLES_ID = _words("kah lah pun nya para sang si")
SOFTENERS_ID = _words("saja aja juga jg sih dong kok deh ya")
POLITE = _words("tolong mohon please")

ARTICLES = _words("the a an")
POINTING_EN = _words("this that these those there")
THIRD_PERSON_EN = _words("it its they them their he him his she her")
SPEAKERS_EN = _words("we us our you your i me my")
BE = _words("is are was were be been being")
DO_AND_HAVE = _words("do does did has have had")
MODALS_EN = _words("can could will would shall should may might must")
PREPOSITIONS_EN = _words("of in on at by for to from with about as")
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
ASKS = rf"(?:{any_of(QUESTION_WORDS - WHICH_ID)}|(?:di|ke|dari) mana(?:kah)?)"
"""Matches a word that asks, "di mana" among them, but no "mana" that stands alone."""
