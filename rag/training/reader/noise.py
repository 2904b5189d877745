"""Everyday spelling: what people type for a standard Indonesian question."""

import random
import re

_SPELLINGS = (
    ("berapa", "brp"), ("berapakah", "brp"), ("yang", "yg"), ("bagaimana", "gmn"), ("bagaimana", "gimana"),
    ("untuk", "utk"), ("dengan", "dgn"), ("tidak", "gak"), ("tidak", "ga"), ("tidak", "nggak"), ("tidak", "tdk"),
    ("sudah", "udah"), ("sudah", "sdh"), ("di mana", "dmn"), ("di mana", "dimana"), ("dimana", "dmn"),
    ("dimanakah", "dmn"), ("dari mana", "drmn"), ("siapa", "sapa"), ("siapakah", "siapa sih"), ("siapakah", "sapa"),
    ("apakah", "apa"), ("apakah", "apakh"), ("kapankah", "kapan"), ("kapankah", "kpn"), ("kapan", "kpn"),
    ("dalam", "dlm"), ("pada", "pd"), ("dan", "n"), ("dan", "&"), ("tahun", "thn"), ("tanggal", "tgl"),
    ("orang", "org"), ("dari", "dr"), ("oleh", "o/"), ("karena", "krn"), ("karena", "karna"), ("saja", "aja"),
    ("saja", "sj"), ("sebagai", "sbg"), ("banyak", "byk"), ("jumlah", "jml"), ("kabupaten", "kab"),
    ("provinsi", "prov"), ("bisa", "bs"), ("dapat", "dpt"), ("adalah", "adlh"), ("adalah", "itu"),
    ("terhadap", "thd"), ("nomor", "no"), ("kepada", "kpd"), ("tersebut", "tsb"), ("seperti", "kyk"),
    ("mengapa", "kenapa"), ("mengapa", "knp"), ("menjadi", "jd"), ("menjadi", "jadi"), ("memiliki", "punya"),
    ("begitu", "gitu"), ("pertama", "prtama"), ("juta", "jt"), ("ribu", "rb"), ("apa", "ap"), ("terakhir", "trakhir"),
    ("sekarang", "skrg"), ("jakarta", "jkt"), ("indonesia", "indo"),
)  # fmt: skip
_HEADS = ("min ", "kak ", "mau tanya, ", "tanya dong ", "permisi, ", "halo ", "gan ", "eh ")
_TAILS = (" ya", " ya?", " sih", " dong", " min", " kak", " gan", " nih", " y?", " ya kak")


def everyday(question: str, draw: random.Random) -> str:
    """The question as typed in haste: short forms, no capitals, no question mark, a word to the clerk, a slip."""
    typed = question
    for standard, short in _SPELLINGS:
        if draw.random() < 0.6:
            typed = re.sub(rf"(?i)\b{re.escape(standard)}\b", short, typed)
    if draw.random() < 0.7:
        typed = typed.rstrip(" ?.")
    if draw.random() < 0.65:
        typed = typed.lower()
    if draw.random() < 0.25:
        typed = typed.rstrip(" ?") + draw.choice(_TAILS)
    if draw.random() < 0.12:
        typed = draw.choice(_HEADS) + typed
    return _slipped(typed, draw) if draw.random() < 0.12 else typed


def plain(question: str, draw: random.Random) -> str:
    """An English question without its mark, most often without capitals."""
    return (question.lower() if draw.random() < 0.7 else question).rstrip("? ")


def _slipped(typed: str, draw: random.Random) -> str:
    """One letter lost, or two in the wrong order."""
    if len(typed) <= 12:
        return typed
    at = draw.randrange(3, len(typed) - 2)
    if not (typed[at].isalpha() and typed[at + 1].isalpha()):
        return typed
    return typed[:at] + (typed[at + 1 :] if draw.random() < 0.5 else typed[at + 1] + typed[at] + typed[at + 2 :])
