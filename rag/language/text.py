"""Sentences and words with offsets; pure. Knows Indonesian and English abbreviations, titles, degrees and numbers."""

import re
import unicodedata
from functools import lru_cache

from rag.language.calendar_names import short_months


def _vocabulary(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


# Never the end of a sentence when a number follows ("no" and "hal" are ordinary words too).
_NUMBERED = _vocabulary(
    "no nos nr nomor rp hlm hal tgl ay psl ps art sec fig eq vol ed rt rw telp tel hp th thn ext rm us"
)
# Never the end of a sentence when written like a title: a name follows. "gen" and "sen" in lower case are words.
_TITLES = _vocabulary(
    """h hj ir dr drs dra drg drh prof st sr kh kyai ust pdt tn ny nn bpk sdr sdri plt plh pj pjs pt cv ud mr mrs ms
    messrs gen col capt lt sgt maj brig brigjen mayjen letjen jend kol letkol kapt akp akbp kompol kombes ipda iptu
    aiptu bripka irjen komjen gov sen rep rev hon mt ft gub wagub kadis kabid sek"""
)
# Never the end of a sentence, however written.
_LEADING = _vocabulary(
    """dr drg drh jl jln gg kab kec kel prov kp ds dsn lih cf eds vs a.n u.b u.p d.a e.g i.e approx y.m.k.m jend pj plt
    v"""
)
_SMALL_TITLES = _vocabulary("dr drg drh")  # may open a sentence in small letters
# May close a sentence: it does when a capital follows.
_TRAILING = _vocabulary("dll dsb dst dkk tsb tbk etc inc ltd corp co jr al wib wita wit ph.d")
# Stand before names and at ends alike ("the U.S. President", "5 p.m. ET"): only a word that opens sentences tells.
_BEFORE_NAMES = _vocabulary("u.s u.k u.n a.m p.m a.s")
_OPENERS = _vocabulary(
    """the it he she they we i you this that these those there in on at a an but and however after before when if
    while as for his her its their according ia dia mereka ini itu pada di dalam untuk dari selain namun menurut kami
    kita saya setelah sebelum ketika saat jika karena para seorang semua acara hal"""
)
_LABELS = _vocabulary(
    """vitamin kelas tipe golongan gol grade plan rencana hepatitis blok akreditasi class type group grup kategori
    category lampiran seri nilai predikat zona"""
)

_SPACE = r"[^\S\n]"
_OPEN = "\"'“‘«‹([{„"
_CLOSE = "\"'”’»›)\\]}"
_LIST_ITEM = re.compile(r"\s*(?:[-–—*•●▪◦‣·➢➤►■◆❖✓✔]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|#{1,6})\s+")
_STOP = re.compile(
    rf"(?<![.!?…])[.!?…]++[{_CLOSE}]*+(?={_SPACE}|$)|[。！？]+[{_CLOSE}」』]*|(?<=[a-z]{{3}})\.(?=[A-Z][a-z]{{3}})"
)
_LAST_TOKEN = re.compile(rf"[^\s{re.escape(_OPEN)}/,;]+$")
_NEXT_STARTS = re.compile(rf"\s*[{re.escape(_OPEN)}\-–—]*\s*(\w+|\S)")
_NUMBERING = re.compile(r"\s*\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]$")
_DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{0,4}\.)+[A-Z][A-Za-z]{0,5}$")
_LONGEST_TOKEN = 80  # characters looked at before a full stop
_WRAP_WIDTH = 40  # shorter lines that break off are items of a list, not wrapped prose

# A currency stuck to its amount is a word of its own; digits keep their separators; "KP2MI" stays whole.
_WORD = re.compile(
    r"(?:rp|idr|usd|rm)(?=\d)|\d+(?:[.,]\d+)+|[^\W_][^\W_\u0300-\u036f]*(?:[\u0300-\u036f'’][^\W_]+|[\u0300-\u036f]+)*",
    re.IGNORECASE,
)


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Ordered `(start, end)` offsets of sentences, white space trimmed; together they hold every other character."""
    spans: list[tuple[int, int]] = []
    for start, end in _blocks(text):
        spans.extend(_sentences_of(text, start, end))
    return tuple(spans)


@lru_cache(maxsize=256)  # a dozen rules ask for those of one question
def words(text: str) -> tuple[str, ...]:
    """Lower-cased NFKC words and numbers, one per span of `word_spans`: "Rp2,37 T" gives rp, 2,37, t."""
    # To normalise ASCII changes nothing and takes longer than all the rest.
    found: list[str] = _WORD.findall(text)
    return tuple((word if word.isascii() else unicodedata.normalize("NFKC", word)).lower() for word in found)


def word_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Ordered `(start, end)` offsets of words and numbers."""
    return tuple(match.span() for match in _WORD.finditer(text))


def is_before_names(word: str) -> bool:
    """Whether a word is a title as names have it, or initials: "prof", "i.g.n.g"."""
    parts = word.lower().split(".")
    return parts[0] in _TITLES or all(len(part) == 1 for part in parts)


def is_list_item(line: str) -> bool:
    """Whether a line opens with a bullet, a number or a letter of a list."""
    return _LIST_ITEM.match(line) is not None


def continues(line: str, following: str) -> bool:
    """Whether `following` goes on with the sentence that the wrapped `line` broke off."""
    line, following = line.rstrip(), following.lstrip()
    if not following or len(line) < _WRAP_WIDTH or line.endswith((".", "!", "?", ":", ";", "…")):
        return False
    return following[0].islower() and not is_list_item(following)


def _blocks(text: str) -> list[tuple[int, int]]:
    blocks: list[tuple[int, int]] = []
    offset, previous = 0, ""
    for line in text.splitlines(keepends=True):
        start, offset = offset, offset + len(line)
        if blocks and previous.strip() and continues(previous, line):
            blocks[-1] = (blocks[-1][0], offset)
        else:
            blocks.append((start, offset))
        previous = line
    return blocks


def _sentences_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _ends_sentence(text, begin, stop, end):
            spans.append((begin, stop.end()))
            begin = stop.end()
    spans.append((begin, end))
    trimmed = (_trim(text, *span) for span in spans)
    return [span for span in trimmed if span[0] < span[1]]


def _ends_sentence(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    following = _NEXT_STARTS.match(text, stop.end(), end)
    if following is None or (following[1][0].islower() and following[1] not in _SMALL_TITLES):
        return False
    if not stop[0].startswith(".") or stop[0].startswith(".."):
        return True
    if _NUMBERING.match(text[begin : min(stop.start(), begin + _LONGEST_TOKEN)] + "."):
        return False
    before = text[max(begin, stop.start() - _LONGEST_TOKEN) : stop.start()]
    last = _LAST_TOKEN.search(before)
    return last is None or _token_may_end(last[0], before[: last.start()], following[1])


def _token_may_end(token: str, before: str, following: str) -> bool:
    lowered = token.lower()
    if lowered in _TRAILING:
        return not following[0].isdigit()
    if lowered in _BEFORE_NAMES:
        return following.lower() in _OPENERS
    if lowered in _LEADING or (lowered in _TITLES and token[0].isupper()):
        return False
    if following[0].isdigit() and (lowered in _NUMBERED or lowered in short_months()):
        return False
    if len(token) == 1 and token.isupper():
        label = before.split()[-1:]
        return bool(label) and label[0].lower() in _LABELS
    if _DEGREE.match(token):
        # "Ahmad, M.Si. Ia ..." ends; "A.M. Siregar" and a row of degrees do not.
        return len(token.replace(".", "")) > 2 or before.rstrip().endswith(",")
    return True


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
