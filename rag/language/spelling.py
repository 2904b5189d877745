"""Everyday Indonesian spelling to standard spelling, word by word: "brp lama ngurusnya?" -> "berapa lama ngurusnya?".

The table holds the short forms of chat and short messages. A word is touched only when it is surely such a form: names,
English, numbers, addresses and acronyms in capitals stay as they are. Applying it twice changes nothing more.
"""

import re
from functools import lru_cache

from rag.language.everyday_spellings import SPELLINGS
from rag.language.function_words import ASKING_EN, BE
from rag.language.patterns import any_of
from rag.language.short_forms import stands_for_itself
from rag.language.vocabulary import is_indonesian

_STANDARD = {spelling: standard for standard, spellings in SPELLINGS.items() for spelling in spellings.split()}
# Abbreviated titles and places keep a capital inside a sentence and may have a full stop behind them: "Kab. Pesawaran".
_ABBREVIATIONS = frozenset(["gub", "wagub", "kadis", "prov", "kab", "kec", "jl", "jln", "tgl"])
# Other pairs of letters with a capital are initials: "Dr", "Pd".
_CAPITALISED_PAIRS = frozenset(["yg", "gk", "gw", "sy", "ga"])
# Two of these are English: "what is the org chart".
_ENGLISH = re.compile(rf"\b{any_of(ASKING_EN | BE | {'the', 'of', 'does', 'did', 'for', 'and'})}\b", re.IGNORECASE)

_WORD = re.compile(r"(?<![\w@./\\'’&-])([^\W_]+)(?![\w@/\\'’&-])(?!\.\w)(\.(?=\s+\w))?")
_PARTS = re.compile(r"(?P<stem>[^\W\d_]+?)(?P<twice>2)?(?P<suffix>nya|ny|kah|lah|an)?")
_FOR_SOMEBODY = re.compile(r"di(?P<stem>[a-z]{3,})in")
# What stands before the "in" of "dijamin", "divaksin", "disiplin": no ending there.
_WITH_IN = frozenset("jam pimp kaw sal jal pil bik ijin cerm sipl lat yak sak alam adm vaks desa kompla".split())
# Verbs as they are spoken: "ngatur" for "mengatur", "nentuin" for "menentukan", "batalin" for "batalkan".
_SPOKEN = re.compile(r"(?P<me>n[gy](?=[aiueo])|n(?=[aiueo])|m(?=[aiueo]))?(?P<stem>[a-z]{3,}?)(?P<kan>in)?")
# What may have been the first sound of the root: "nentuin" is of "tentu", "nyewa" of "sewa", "ngirim" of "kirim".
_ROOTS = {None: ("",), "n": ("t",), "ng": ("", "k"), "ny": ("s", "c"), "m": ("p",)}
_AMOUNT = re.compile(r"(?<![\w.,])(\d+(?:[.,]\d+)*)(rb|jt|org|orng|thn|bln|hr|mgg)(?![\w./@-])")
_NUMBERED = re.compile(r"(?<![\w.@/-])(no)(?:\.\s*|\s+)(?=\d)", re.IGNORECASE)
# "sapa" is a word of its own, to greet ("program sapa warga"), unless it opens the question or asks on.
_ASKING_SAPA = re.compile(
    r"(?:^|(?<=[?!,.]\s))(sapa)(?=\s)|(?<![\w-])(sapa)(?=\s+(?:yang|saja|namanya)\b)", re.IGNORECASE
)
_SHORTEST_STEM, _WORDS = 3, 4096
_SENTENCE_START = re.compile(r"(?:^|[.?!:]\s+|\n)[\s\"'“‘(]*$")
_DRAWN_OUT = re.compile(r"([aiueo])\1{2,}")
_ROMAN = re.compile(r"[ivxlcdm]+")


def standardise(text: str) -> str:
    """The text with everyday spellings written out, capitals and everything else kept; idempotent."""
    if len(_ENGLISH.findall(text)) > 1:
        return text
    text = _AMOUNT.sub(lambda match: f"{match[1]} {_STANDARD[match[2]]}", text)
    text = _NUMBERED.sub(lambda match: _like(match[1], "nomor") + " ", text)
    shouted = text.isupper()
    text = _WORD.sub(lambda match: _standard_word(match, shouted), text)
    return _ASKING_SAPA.sub(lambda match: _like(match[1] or match[2], "siapa"), text)


def _standard_word(match: re.Match[str], shouted: bool) -> str:
    word, full_stop = match[1], match[2] or ""
    lowered = word.lower()
    key = lowered if _ROMAN.fullmatch(lowered) else _DRAWN_OUT.sub(r"\1", lowered)
    standard = _STANDARD.get(key) or _in_full(key) or _spoken(key) or _inflected(key)
    if standard == word or not _is_everyday(match, key, shouted):
        return match[0]
    if stands_for_itself(key, match.string, match.start(1), match.end(1), _standard_of):
        return match[0]
    return _like(word, standard) + ("" if key in _ABBREVIATIONS else full_stop)


def _standard_of(word: str) -> str:
    key = _DRAWN_OUT.sub(r"\1", word.lower())
    return _STANDARD.get(key, key)


def _in_full(key: str) -> str | None:
    """ "diambilin" -> "diambilkan"; None for another word, such as "dijamin"."""
    parts = _FOR_SOMEBODY.fullmatch(key)
    if parts is None or parts["stem"] in _WITH_IN:
        return None
    return f"di{_STANDARD.get(parts['stem'], parts['stem'])}kan"


@lru_cache(_WORDS)
def _spoken(key: str) -> str | None:
    """ "ngatur" -> "mengatur", "mutusin" -> "memutuskan", "batalin" -> "batalkan"; None for a word that is one already.

    The root must be known, and what was typed must not be known itself.
    """
    parts = _SPOKEN.fullmatch(key)
    if parts is None or not (parts["kan"] or parts["me"] not in (None, "m")):
        return None
    if is_indonesian(key):
        return None
    if key.startswith("nge") and is_indonesian(key[3:].removesuffix("in")):  # "ngelelang" is of "lelang"
        return _STANDARD.get(key[3:]) or _spoken(key[3:]) or key[3:]
    bare = key.removesuffix("in") if parts["kan"] else key
    roots = [root + bare[len(parts["me"] or "") :] for root in _ROOTS[parts["me"]]]
    if not any(len(root) > _SHORTEST_STEM and is_indonesian(root) for root in roots):
        return None
    return f"{'me' if parts['me'] else ''}{bare}{'kan' if parts['kan'] else ''}"


def _inflected(key: str) -> str:
    """ "jmlnya" -> "jumlahnya", "macam2" -> "macam-macam"; other words come back as they are."""
    parts = _PARTS.fullmatch(key)
    if parts is None:
        return key
    stem, suffix = parts["stem"], (parts["suffix"] or "").replace("ny", "nya").replace("nyaa", "nya")
    known = _STANDARD.get(stem, stem)
    if parts["twice"] and (known != stem or _may_be_repeated(stem)):
        return f"{known}-{known.split()[-1]}{suffix}"
    return f"{known}{suffix}" if known != stem and len(stem) > 2 and suffix != "an" and not parts["twice"] else key


def _may_be_repeated(stem: str) -> bool:
    """Two syllables at least: "macam2" is a plural, "sman2" and "co2" are not."""
    return len(stem) > 2 and sum(letter in "aiueo" for letter in stem) > 1


def _is_everyday(match: re.Match[str], key: str, shouted: bool) -> bool:
    word = match[1]
    if word.islower():
        return True
    long_enough = len(key) > 2 or key in _CAPITALISED_PAIRS
    if word[1:].islower():
        starts = _SENTENCE_START.search(match.string, max(0, match.start() - 16), match.start()) is not None
        return key in _ABBREVIATIONS or (starts and long_enough)
    return shouted and long_enough


def _like(model: str, word: str) -> str:
    """The word in the capitals of the model."""
    if len(model) > 1 and model.isupper():
        return word.upper()
    return word[0].upper() + word[1:] if model[0].isupper() else word
