"""Meaning that hangs on small words: negation, opposite directions, hope and plan against fact."""

import re
from collections.abc import Sequence

from rag.answering.guard.terms import Term
from rag.language.function_words import AND, BE, BUT
from rag.language.patterns import any_of

# "Not only X but also Y" affirms both.
_NOT_ONLY = re.compile(
    rf"\b(?:bukan|tidak|tak) (?:saja|hanya|sekadar|cuma)\b(?=.*\b{any_of(BUT | {'juga'})}\b)|"
    r"\bnot (?:only|just|merely)\b(?=.*\b(?:but|also)\b)",
    re.IGNORECASE | re.DOTALL,
)
_NEGATION = re.compile(
    r"\b(?:tidak|bukan(?:lah)?|belum|tanpa|jangan|tak|nggak|gagal|batal|mustahil|dilarang|ketimbang|daripada|alih-alih|"
    r"rather than|instead of|"
    r"not|no|never|without|neither|nor|none|nothing|cannot|fail(?:s|ed)?|\w+n['’]t|non|"
    r"menolak|meragukan|enggan|refus\w*|reject\w*|doubt\w*|declin(?:e|ed|es) to|obstacle\w*|hambatan|penghambat)\b",
    re.IGNORECASE,
)
_SCOPE_ENDS = re.compile(rf"[,;:.]\s|\b{any_of(BUT | AND | {'rather', 'instead'})}\b", re.IGNORECASE)
_SCOPE = 4  # content words that a negation reaches

# Two sides each; a word on one side is contradicted by one on the other if both are said of the same thing.
_AXES = tuple(
    (re.compile(rf"\b(?:{one})\b", re.IGNORECASE), re.compile(rf"\b(?:{other})\b", re.IGNORECASE))
    for one, other in (
        (
            r"(?:me|di)?(?:naik|tingkat|tambah|dongkrak|angkat)\w*|meningkat\w*|menaik\w*|menambah\w*|bertambah|mengangkat|"
            r"peningkatan|kenaikan|penambahan|penguatan|(?:mem|di)perkuat|strengthen\w*|increas\w*|rais\w*|improv\w*|ris(?:e|es|ing|en)|rose|grow\w*|grew|boost\w*|"
            r"enhanc\w*|lift\w*|add(?:s|ing|ed)?",
            r"(?:me|di)?(?:turun|kurang|tekan(?!kan)|pangkas)\w*|menurun\w*|mengurangi|berkurang|menekan|penurunan|"
            r"pengurangan|memangkas|"
            r"reduc\w*|lower\w*|decreas\w*|cut(?:s|ting)?|declin\w*|fall(?:s|ing|en)?|fell|bring(?:ing)? down|"
            r"shrink\w*|drop\w*",
        ),
        (r"dari|from|away from", r"ke|menuju|to|towards?|into"),
        (r"sebelum|before|prior to", r"setelah|sesudah|usai|pasca|after|following"),
        (
            r"lebih (?:banyak|besar|tinggi)|more than|larger|greater|higher",
            r"lebih (?:sedikit|kecil|rendah)|fewer|less than|smaller",
        ),
        (
            r"mempererat|memperkuat|mendukung|strengthen\w*|support\w*",
            r"melemah\w*|memperlemah|menolak|menentang|weaken\w*|oppos\w*",
        ),
        (
            r"memperluas|memperlebar|diperluas|expand\w*|widen\w*",
            r"mempersempit|membatasi|narrow\w*|restrict\w*|limit\w*",
        ),
        (r"membuka|dibuka|open\w*", r"menutup|ditutup|clos(?:e|es|ed|ing)\b(?! ties)"),
        (r"percepat\w*|mempercepat|accelerat\w*|speed\w*", r"memperlambat|menghambat|slow\w*|hinder\w*|delay\w*"),
    )
)
_REACH = 3  # content words on which a word of direction may bear

_HOPE = re.compile(
    r"\b(?:diharap\w*|berharap|harapan\w*|hendak\w*|ingin\w*|menginginkan|keinginan|berjanji|rencana\w*|direncanakan|"
    r"dirancang|berpeluang|berpotensi|bertujuan|dimaksudkan|maksud\w*|tujuan\w*|sasaran|arahan\w*|diarahkan|optimis\w*|siap|"
    r"perlu\w*|harus\w*|wajib|syarat\w*|agar|supaya|asalkan|peluang\w*|potensi\w*|kesempatan\w*|komitmen|berkomitmen|"
    r"akan|hopes?|hop(?:ed|ing)|hopefully|expect\w*|want\w*|wish\w*|intend\w*|plan(?:s|ned)?|aim\w*|promis\w*|pledg\w*|commit\w*|"
    r"potential\w*|opportunit\w*|chance|ready|needs?|needed|must|should|ha(?:s|ve) to|requir\w*|so that|in order to|"
    r"optimis\w*|diinginkan|(?:di)?saran\w*|dianjurkan|advi[cs]e\w*|advising|recommend\w*|suggest\w*|to be|"
    r"directive\w*|goal\w*|purpose\w*|target\w*|could|will|would|may|meant|designed|provided)\b",
    re.IGNORECASE,
)
_HOPED = re.compile(
    r"\b(?:diharapkan|berharap|menginginkan|hendak|ingin|keinginan|berjanji|optimistis|optimis|berpeluang|hendaknya)\b",
    re.IGNORECASE,
)
_CAUSE = re.compile(
    r"\b(?:karena|sebab|akibat|berkat|lantaran|disebabkan|dipicu|because|due to|owing to|thanks to|caused by|since|"
    r"as a result|menyusul|sehingga|so that|agar|supaya)\b",
    re.IGNORECASE,
)
_AIM = re.compile(r"\b(?:agar|supaya|so that)\b", re.IGNORECASE)
_ASKED = re.compile(  # "asks that ..." gives no reason
    r"\b(?:(?:me)?minta|(?:meng)?ingin(?:kan)?|(?:ber|meng)harap(?:kan)?|menghendaki|mendorong|mengimbau|mengajak)\s+"
    r"(?:agar|supaya)\b",
    re.IGNORECASE,
)
_FOR = re.compile(r"\b(?:untuk|guna|demi|bertujuan|dimaksudkan|in order to|aims?|to)\b", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:sudah|telah|berhasil|selesai|tercapai|ha(?:s|ve) (?:been|already|now)|already|succeed\w*|successful\w*|"
    r"achiev\w*|complet(?:ed|ion))\b",
    re.IGNORECASE,
)


def keeps_negation(
    said: tuple[str, Sequence[Term]], source: tuple[str, Sequence[Term]], *, strictly: bool = True
) -> bool:
    """Whether what the source denies is denied, and where it denies nothing, nothing is; both are (text, terms).

    Where both deny, in other words each, what they deny is left to the judge; without one, `strictly` compares it.
    """
    denied = _denied(*source)
    denied_here = _denied(*said)
    said_keys = [term.keys for term in said[1]]
    if denied_here and not strictly:
        return bool(denied)
    for scope in denied_here:
        if not any(_mostly_denied(scope, other) for other in denied):
            return False
    if denied_here:
        return True
    return not any(_mostly_said(scope, said_keys) for scope in denied)


def keeps_direction(said: tuple[str, Sequence[Term]], source: tuple[str, Sequence[Term]]) -> bool:
    """Whether nothing that goes up, comes first or opens in the source does the opposite in the answer."""
    return all(_same_direction(said, source, *axis) and _same_direction(said, source, *axis[::-1]) for axis in _AXES)


def keeps_hope(said: str, source: str) -> bool:
    """Whether what the source merely hopes, wants or promises is not told as a fact."""
    if _HOPE.search(said):
        return True
    return not _HOPED.search(source) and not (_DONE.search(said) and _HOPE.search(source) and not _DONE.search(source))


def keeps_cause(said: str, source: str) -> bool:
    """Whether a reason is given only where the source gives one, an aim only where it gives an aim."""
    given = [match[0] for match in _CAUSE.finditer(_ASKED.sub("", said))]
    if not given or _CAUSE.search(source):
        return True
    return all(_AIM.fullmatch(word) for word in given) and bool(_FOR.search(source))


def _denied(text: str, found: Sequence[Term]) -> list[list[frozenset[str]]]:
    """For each negation, the keys of the content words in its reach."""
    affirmed = [match.span() for match in _NOT_ONLY.finditer(text)]
    scopes = []
    for match in _NEGATION.finditer(text):
        if any(start <= match.start() < end for start, end in affirmed) or _is_number_sign(text, match):
            continue
        stop = _SCOPE_ENDS.search(text, match.end())
        end = stop.start() if stop else len(text)
        scope = [term.keys for term in found if match.start() <= term.start and term.end <= end and term.keys][:_SCOPE]
        scopes.append(scope or [term.keys for term in found if term.end <= match.start() and term.keys][-_SCOPE:])
    return scopes


def _is_number_sign(text: str, match: re.Match[str]) -> bool:
    return match[0].lower() == "no" and re.match(r"\.?\s*\d", text[match.end() :]) is not None


def _mostly_denied(scope: Sequence[frozenset[str]], other: Sequence[frozenset[str]]) -> bool:
    """More than half: "bukan sektor formal" shares a word with "bukan sektor domestik" and denies something else."""
    shared = sum(any(keys & more for more in other) for keys in scope)
    return 2 * shared > (min(len(scope), len(other)) if shared > 1 else len(scope))


def _mostly_said(scope: Sequence[frozenset[str]], said: Sequence[frozenset[str]]) -> bool:
    """Two thirds, so that a sentence that merely shares a word with a denial is not taken for its denial."""
    return bool(scope) and 3 * sum(any(keys & other for other in said) for keys in scope) >= 2 * len(scope)


def _same_direction(
    said: tuple[str, Sequence[Term]], source: tuple[str, Sequence[Term]], one: re.Pattern[str], other: re.Pattern[str]
) -> bool:
    """Whether no object of `one` in the answer is nothing but an object of `other` in the source."""
    ours, theirs = _objects(*source, one), _objects(*source, other)
    for keys in _objects(*said, one):
        if any(keys & opposed for opposed in theirs) and not any(keys & agreed for agreed in ours):
            return False
    return True


def _objects(text: str, found: Sequence[Term], direction: re.Pattern[str]) -> list[frozenset[str]]:
    """Keys of the content words on which a word of direction bears: those after it, in the passive those before."""
    objects: list[frozenset[str]] = []
    for match in direction.finditer(text):
        stop = _OBJECT_ENDS.search(text, match.end())
        end = stop.start() if stop else len(text)
        following = [term.keys for term in found if match.end() <= term.start and term.start < end and term.keys]
        passive = match[0].lower().startswith("di") or _BE.search(text, 0, match.start())
        if passive or not following:
            objects += [term.keys for term in found if term.end <= match.start() and term.keys][-_REACH + 1 :]
        else:
            objects += following[:_REACH]
    return objects


_BE = re.compile(rf"\b{any_of(BE)}\s+$", re.IGNORECASE)
_BEHIND_OBJECTS = frozenset(
    "dengan melalui lewat untuk guna dari ke by through with from to sebelum setelah before after".split()
)
_OBJECT_ENDS = re.compile(rf"[,;:.]\s|\b{any_of(AND | _BEHIND_OBJECTS)}\b", re.IGNORECASE)
