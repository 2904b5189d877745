"""Title, publisher and date of publication from the lines of a page; nothing is guessed from the story itself."""

import re
from dataclasses import dataclass
from datetime import date

from rag.language.dates import find_dates, published_day
from rag.language.text import sentence_spans, words

_DOMAIN = (
    r"[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*\.(?i:com|co\.id|go\.id|or\.id|ac\.id|web\.id|id|co|net|news"
    r"|tv|org|info)\b"
)
_PLACE = r"[A-Z][\w'./-]*(?:[ ,]+[A-Z][\w'./-]*){0,3}"
_DASH = r"\s*(?:-{2,}|[–—]|-(?=\s))+\s*"
_AGENCY = (
    r"(?:CNN|CNBC|BBC News|BBC|VOA|ABC|DW)(?: Indonesia)?|ANTARA(?: ?News)?|Antara(?: ?News)?|Xinhua|Reuters"
    r"|AFP|Kompas|Tempo|Detik"
)
# A name in brackets must look like a publication: a domain, an agency, or capitals and title case without figures.
_IN_BRACKETS = rf"{_DOMAIN}|{_AGENCY}|[A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+){{0,2}}"
_DATELINES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:{_PLACE},?\s*)\((?P<publisher>{_IN_BRACKETS})\)\s*(?:,?\s*{_PLACE}\s*)?{_DASH}",
        rf"\((?P<publisher>{_DOMAIN}|{_AGENCY})\)\s*(?:,?\s*{_PLACE}\s*)?{_DASH}",
        rf"(?:{_PLACE},\s*)?(?P<publisher>{_DOMAIN})(?:\s*[,|]\s*{_PLACE})?\s*{_DASH}",
        rf"{_PLACE},\s*(?P<publisher>{_AGENCY})\s*{_DASH}",
    )
)
_COPYRIGHT = re.compile(r"^(?:copyright|hak cipta|©|\(c\)|all rights? reserved)", re.IGNORECASE)
_COPYRIGHT_NOISE = re.compile(
    r"copyrights?|hak cipta|dilindungi( oleh)? undang-undang|all rights? reserved\.?|©|\(c\)|\b(?:19"
    r"|20)\d\d\b(?:\s*-\s*(?:19|20)\d\d)?"
    r"|\bby\b|\boleh\b",
    re.IGNORECASE,
)
_LABEL = (
    r"(?:di)?(?:tayang(?:kan)?|terbit(?:kan)?|publikasikan|perbarui|unggah|posting)|publikasi"
    r"|publish(?:ed)?(?: on)?|posted(?: on)?"
    r"|(?:last )?updated?(?: on)?|date|tanggal|tgl|hari|waktu|rilis|release[d]?|pada|on"
)
_WEEKDAYS = r"sen[ie]n|selasa|rabu|kamis|jum['’`´]?at|sabtu|minggu|ahad|legi|pahing|pon|wage|kliwon"
_CLOCK = re.compile(
    r"\b(?:pukul|jam|at)?\s*[0-2]?\d[.:][0-5]\d(?:[.:][0-5]\d)?\s*(?:wib|wita|wit|am|pm|gmt|utc)?\b", re.IGNORECASE
)
_LABELLED_START = re.compile(r"\s*(?:date|published|posted)(?: on)?\s*:?\s*", re.IGNORECASE)
_TITLE_WORDS = 30
_LONGEST_BYLINE = 16  # words
_LONGEST_DATE = 80  # characters
_DERIVED_CHARS = 100


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening of a report: who publishes it, and where the report itself begins."""

    publisher: str
    end: int


def find_dateline(line: str) -> Dateline | None:
    """The dateline that opens `line`, such as "BANDAR LAMPUNG (Lampost.co) — "; None without a publisher."""
    for pattern in _DATELINES:
        match = pattern.match(line)
        if match and match.end() < len(line):
            return Dateline(match["publisher"], match.end())
    return None


def copyright_holder(line: str) -> str | None:
    """The name in a line such as "COPYRIGHT © ANTARA 2026"; None when it names nobody."""
    if not is_copyright(line):
        return None
    name = _COPYRIGHT_NOISE.sub(" ", line)
    name = re.sub(r"\s+", " ", name).strip(" .,-–|:")
    return name if 0 < len(name.split()) <= 5 else None


def is_copyright(line: str) -> bool:
    """Whether the line is a notice, not a sentence about copyright."""
    marked = "©" in line or re.search(r"\(c\)|\breserved\b|\b(?:19|20)\d\d\b", line, re.IGNORECASE) is not None
    return bool(_COPYRIGHT.match(line)) and marked and len(line.split()) <= 20


def publication_date(line: str) -> date | None:
    """The day that a line says and nothing more: a date, a clock time, a byline, but no story."""
    if len(line.split(None, _LONGEST_BYLINE)) > _LONGEST_BYLINE:  # looked at first: a line may be a whole book
        return None
    mentions = [mention for mention in find_dates(line) if mention.first == mention.last]
    if not mentions:
        return None
    rest = line[: mentions[0].start] + " " + line[mentions[-1].end :]
    has_clock = _CLOCK.search(rest) is not None
    rest = _CLOCK.sub(" ", rest)
    labelled = re.match(
        rf"\W*(?:{_LABEL}|oleh|by|penulis|admin|redaksi|editor|reporter|{_DOMAIN})\b", rest, re.IGNORECASE
    )
    rest = re.sub(rf"\b(?:{_LABEL}|{_WEEKDAYS}|wib|wita|wit)\b", " ", rest, flags=re.IGNORECASE)
    if not words(rest) or ((has_clock or labelled) and len(words(rest)) <= 6 and not rest.rstrip().endswith(".")):
        return published_day(line)
    return None


def is_labelled_date(line: str) -> bool:
    """Whether a line names what its date is, as the head of a letter does: "Tanggal : 2 Februari 2026"."""
    return (
        publication_date(line) is not None
        and re.match(rf"\W*(?:{_LABEL})\b[^:]{{0,20}}:", line, re.IGNORECASE) is not None
    )


def labelled_date(line: str) -> tuple[date, int] | None:
    """The day of an opening such as "date 2026-02-13 ", and where the line goes on."""
    label = _LABELLED_START.match(line)
    if label is None:
        return None
    mention = next(iter(find_dates(line[: label.end() + _LONGEST_DATE])), None)
    if mention is None or mention.start != label.end() or mention.first != mention.last:
        return None
    return mention.first, mention.end


def is_title(line: str) -> bool:
    """Whether the first line of a page reads like a title rather than a sentence."""
    if not 2 <= len(line.split()) <= _TITLE_WORDS or line.endswith((".", ":", ";", ",", "”", '"')):
        return len(line.split()) == 1 and line[:1].isupper() and line.isalpha()
    return find_dateline(line) is None and line[0].isalnum() | (line[0] in "\"“'‘")


def derived_title(text: str) -> str:
    """The first sentence, cut at a word when long: an honest name for a text without a title."""
    spans = sentence_spans(text)
    sentence = " ".join(text[slice(*spans[0])].split()) if spans else ""
    if len(sentence) <= _DERIVED_CHARS:
        return sentence.rstrip(".")
    return sentence[:_DERIVED_CHARS].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
