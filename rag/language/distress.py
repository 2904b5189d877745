"""Somebody who writes of ending the own life, or asks for a means to: no quote of any document is an answer to that.

Only the wish itself counts, said by whoever asks, or a means asked for: how many people died, which help there is for
somebody else, and a law about it are ordinary questions.
"""

import re

from rag.language.patterns import any_of

# "Teman saya ingin ..." is somebody else, for whom help may be looked for.
_NEAR_ONE = (
    "teman kawan sahabat anak adik kakak suami istri ayah bapak ibu tetangga murid saudara keluarga orang".split()
)
_ME_ID = "".join(rf"(?<!\b{one} )" for one in _NEAR_ONE) + any_of(
    "saya aku ku gue gua gw sy kami abdi urang kulo kula awak inyong nyak ambo".split()
)
_WISH_ID = any_of(
    """ingin mau pengen pengin pingin kepengen kepengin kepingin hendak berniat niat ingat berencana rencana
    memutuskan siap rasanya hayang hoyong arep nak haga""".split()
)
_NOT_ID = any_of(
    "tidak tak nggak ngga enggak gak ga gk ora teu mboten udah sudah wis wes tos sakali males malas".split()
)
_LITTLE_ID = any_of("saja aja rasanya cepat cepet lekas segera sekarang untuk buat juga bisa paling langsung".split())
# Said of nobody but oneself in these words; "mati" and "meninggal" only behind a wish.
_END_ID = (
    r"(?:bunuh diri|membunuh diri|menggantung diri|gantung diri|(?:meng)?akhiri (?:hidup|nyawa|semua|segala)\w*|"
    r"melukai diri(?: sendiri)?|menyakiti diri(?: sendiri)?|"
    r"(?:me)?(?:potong|motong|sayat|nyayat|silet|nyilet|iris|ngiris) (?:urat )?nadi)"
)
_DIE_ID = rf"(?:{_END_ID}|mati|modar|paeh|maot|meninggal|lenyap dari dunia|menghilang dari dunia)"
_DONE = (
    r"(?=\s*(?:$|[.,;:!?)]|(?:lagi|terus|saja|aja|wae|deui|maneh|karena|gara|sebab|kalau|dan|tapi|di mana|dimana)\b))"
)
_HIGH_ID = r"(?:jembatan|gedung|menara|tower|lantai|tebing|atap|kapal|feri|dermaga|jurang|flyover)"
_PILLS = r"(?:tablet|obat|pil|butir|kapsul|paracetamol|parasetamol|tablets?|pills?|capsules?|sleeping)"
# What is meant for weeds and rats too.
_POISON = (
    r"(?:racun|dosis|pestisida|herbisida|insektisida|pupuk|poison|pesticide|herbicide|insecticide|doses?|fertili[sz]er)"
)
_SOMEBODY_ID = r"(?:orang|manusia|seseorang|saya|aku|diri)"
_SO_ID = r"(?:bikin|membuat|buat|biar|supaya|agar|sampai|hingga|untuk)"
_SAID_ID = (
    # "saya ingin mati", "mau bunuh diri aja": of whoever asks, not of "orang yang ingin ..."
    rf"(?:^|[.,;:!?]\s*|\b{_ME_ID} (?:\w+ )?)(?:{_WISH_ID} )+(?:{_LITTLE_ID} )*{_DIE_ID}{_DONE}",
    # "cara paling cepat mengakhiri semuanya", "cara mati tanpa sakit"
    rf"\bcara(?:nya)? (?:yang )?(?:(?:paling|ter)?(?:cepat|mudah|gampang|enak|aman|tenang|ampuh)?|tanpa sakit|"
    rf"{_LITTLE_ID}|{_ME_ID}) ?(?:{_LITTLE_ID} )*(?:{_END_ID}|mati{_DONE}|mati (?:tanpa|yang|dengan)\b)",
    # "capek hidup", "tidak ingin hidup lagi", "buat apa hidup"
    rf"\b(?:(?:capek|capai|lelah|letih|bosan|muak|jenuh) (?:{_ME_ID} )?(?:dengan |sama )?|"
    rf"{_NOT_ID} (?:{_WISH_ID}|kuat|sanggup|tahan|bisa|mampu) |(?:buat|untuk) apa (?:{_ME_ID} )?)"
    rf"(?:me)?(?:hidup|urip|hirup)(?:ku)?{_DONE}",
    rf"\b(?:meng)?akhiri (?:hidup(?:ku| {_ME_ID})|nyawa(?:ku| {_ME_ID}))\b",
    rf"\b{_ME_ID} [\w ]{{0,30}}?\b(?:me)?(?:lompat|loncat|terjun) dari (?:\w+ )?{_HIGH_ID}\b",
    # "lebih baik saya mati", "mending mati saja"
    rf"\b(?:lebih baik|mending(?:an)?|biar) (?:{_ME_ID} )?(?:\w+ )?{_DIE_ID}(?:{_DONE}|(?= daripada\b))",
    # "berapa butir obat yang bikin orang tidak bangun lagi"; of what kills weeds as well, only where it is for people
    rf"\b(?:berapa|brp|dosis)\b[^.?!]{{0,60}}?\b{_PILLS}\b[^.?!]{{0,60}}?\b{_SO_ID}\b[^.?!]{{0,30}}?"
    rf"(?<!tidak )(?<!tak )\b(?:mati|meninggal|tewas|overdosis|{_NOT_ID} (?:pernah )?(?:bangun|sadar))\b",
    rf"\b{_POISON}\b[^.?!]{{0,60}}?\b(?:{_SO_ID} {_SOMEBODY_ID} (?:mati|meninggal|tewas)|mematikan {_SOMEBODY_ID})\b",
)
_LIVE_EN = r"(?:live|be alive|exist|go on(?: living)?|wake up|be here|be on this earth|carry on)"
_DONE_EN = r"(?=\s*(?:$|[.,;:!?)]|(?:and|but|because|so|since|what|how|where|when|which|that)\b))"
_HIGH_EN = r"(?:bridge|roof|tower|building|balcony|cliff|ferry|boat|ship|deck|window|edge|top|railing|pier)"
_END_EN = (
    r"(?:kill(?:ing)? myself|hang(?:ing)? myself|drown(?:ing)? myself|poison(?:ing)? myself|shoot(?:ing)? myself|"
    r"end(?:ing)? (?:my (?:own )?life|it all)|tak(?:e|ing) my own life|commit(?:ting)? suicide)"
)
_SAID_EN = (
    # Who are asked for, or told of, may have done the last of these.
    rf"\b{_END_EN.replace('|commit(?:ting)? suicide', '')}\b",
    r"\b(?:i(?:['’]?(?:m|ve|d))?|how (?:do|can|could|would|should) (?:one|you|somebody|someone)|(?:ways?|how) to)\b"
    r" (?:[\w'’]+ ){0,5}?(?:commit(?:ting)? suicide|(?:hurt|harm)(?:ing)? myself (?:so|until|badly|again|tonight))\b",
    r"\bi (?:just |really |only |do |now )*(?:want|wanna|wish|would like|need|plan|am (?:going|ready|planning)|decided)"
    rf" (?:to )?(?:just )?(?:die|drown|be dead|be gone|never wake up|disappear for ever|disappear forever){_DONE_EN}",
    r"\bi wish (?:that )?i (?:was|were) (?:dead|never born|gone)\b",
    r"\bi (?:can['’]?t|cannot|can not) go on living\b",
    rf"\b(?:do not|don['’]?t|no longer|not) (?:really |even )?(?:want|wish|wanna|care) (?:to )?{_LIVE_EN}"
    rf"(?: any ?more| any longer| again| at all)?{_DONE_EN}",
    r"\b(?:tired|sick|weary|done) (?:of|with) (?:living|life|my life|being alive)\b",
    r"\b(?:no|any) (?:reason|point) (?:left )?(?:to live|in living|to go on living)\b",
    r"\bbetter off (?:dead|without me)\b|\bi (?:would|['’]d) rather (?:be dead|die)\b|\bif i (?:were|was) dead\b",
    r"\b(?:life|living) is (?:not|no longer) worth (?:it|living)\b",
    rf"\b(?:me|i|i['’]?d|i['’]?ll) jump(?: off| from| over)?(?: (?:the |a |this |that )?(?:\w+ ){{0,2}}?{_HIGH_EN}\b|"
    rf"{_DONE_EN})",
    rf"\bhow (?:many|much)\b[^.?!]{{0,60}}?\b(?:{_PILLS}|{_POISON})\b[^.?!]{{0,60}}?\b(?:to (?:die|overdose)|"
    r"(?:never|not) wak(?:e|ing) up|kills? (?:me|myself|you|yourself|a (?:person|man|woman|human)|somebody|someone))\b",
    r"\b(?:lethal|fatal|deadly) (?:dose|amount|number) of\b",
)
_SAID = tuple(re.compile(said, re.IGNORECASE) for said in (*_SAID_ID, *_SAID_EN))


def speaks_of_own_death(text: str) -> bool:
    """Whether whoever writes wants to die, or a means for it."""
    squeezed = " ".join(text.split())
    return any(said.search(squeezed) for said in _SAID)
