"""The articles of a law that a question names, and the points of them: "Apa isi Pasal 3 ayat (2) huruf d?"."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

_NUMBERED = r"\d{1,3}[a-z]{0,2}|(?-i:[IVX]{1,4})"  # those of a law that changes another are "Pasal I" and "Pasal II"
_ARTICLE = re.compile(  # "the article I read" names none
    rf"\b(?:(?:pasal|psl\.?)\s*(?={_NUMBERED})|(?:articles?|art\.)\s*(?=\d))(?P<number>{_NUMBERED})\b", re.IGNORECASE
)
_HEADED = re.compile(rf"[\"“”\s]*(?P<label>(?:pasal|article)\s*(?P<number>{_NUMBERED}))\b", re.IGNORECASE)
_WHOLE = re.compile(
    r"\b(?:isi(?:nya)?|bunyi(?:nya)?|berbunyi|mengatur|diatur|memuat|ketentuan|say|says|state|states|provide|provides|"
    r"regulate|regulates|contain|contains|content|text)\b",
    re.IGNORECASE,
)
_OTHER_QUESTION = re.compile(
    r"\b(?:berapa|kapan|siapa|di ?mana|denda|sanksi|how (?:much|many|long)|when|who|where|fine|penalty)\b",
    re.IGNORECASE,
)
# Each as the law marks it, the outer one first.
_POINTS = (
    (re.compile(r"\b(?:ayat|paragraph|para\.)\s*\(?(\d{1,2}[a-z]?)\b\)?", re.IGNORECASE), "({})"),
    (re.compile(r"\b(?:huruf|letter|point|subparagraph)\s*\(?([a-z])\b\)?", re.IGNORECASE), "{}."),
    (re.compile(r"\b(?:angka|butir|nomor urut|item)\s*\(?(\d{1,2})\b\)?", re.IGNORECASE), "{}."),
)
_REPEALED = r"[^.;]*\b(?:dihapus|dicabut|tidak berlaku|repealed|deleted|revoked|no longer in force)\b"
_NUMBER = re.compile(r"\d+")
_RUN_REPEALED = re.compile(
    r"\b(?:pasal|articles?)\s+(?P<first>\d{1,3})[a-z]{0,2}\s+"
    r"(?:sampai(?:\s+dengan)?|s\.?\s?/?\s?d\.?|hingga|to|through)\s+(?:(?:pasal|article)\s+)?(?P<last>\d{1,3})\b"
    + _REPEALED,
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"\b(?:pasal (?:berapa|(?:yang )?mana)(?:kah)?(?: saja)?|which articles?|what article)\b(?: (?:yang|that))?"
    r"(?: (?:(?:meng|di)atur|(?:me|di)muat|(?:me|di)(?:n|t)etapkan|menyebut(?:kan)?)\b(?: (?:soal|tentang|mengenai)\b)?"
    r"| (?:regulates?|sets?|governs?|deals? with|covers?|provides? for|is about|mentions?|lays down)\b)?",
    re.IGNORECASE,
)


def articles_named(text: str) -> tuple[str, ...]:
    """As headings write them: "Pasal 3"."""
    return tuple(dict.fromkeys(f"Pasal {match['number'].upper()}" for match in _ARTICLE.finditer(text)))


def points_named(text: str) -> tuple[str, ...]:
    """What is asked for within an article or a list, as it is marked, the outer one first: "(2)", "d."."""
    found = ((pattern.search(text), mark) for pattern, mark in _POINTS)
    return tuple(mark.format(match[1].lower()) for match, mark in found if match)


def asks_whole_article(text: str) -> bool:
    """Whether the wording of the article itself is wanted, and not something that it says."""
    return bool(_ARTICLE.search(text) and _WHOLE.search(text)) and not _OTHER_QUESTION.search(text)


def subject_of_article(text: str) -> str | None:
    """What the article that is asked for says: "denda" of "Pasal berapa yang mengatur denda?"; None where none is."""
    found = _WHICH.search(text)
    return (text[: found.start()] + text[found.end() :]).strip(" ?") if found else None


def article_in(headings: Sequence[str]) -> str | None:
    """The article that is the last of these headings, without its name: "Pasal 3", "Article 3"."""
    found = _HEADED.match(headings[-1]) if headings else None
    return found["label"] if found else None


def is_headed(headings: Sequence[str], articles: Collection[str]) -> bool:
    """Whether the last of these headings is one of the articles, which are as `articles_named` gives them."""
    found = _HEADED.match(headings[-1]) if headings else None
    return found is not None and f"Pasal {found['number'].upper()}" in articles


def is_point_of(headings: Sequence[str], articles: Collection[str], points: Sequence[str]) -> bool:
    """Whether one of these headings is the first of the points, right below one of the articles."""
    below = pairwise(headings)
    return any(is_headed((head,), articles) and point.startswith(tuple(points[:1])) for head, point in below)


def speaks_of(text: str, articles: Collection[str]) -> bool:
    """Whether a text names one of the articles."""
    return any(re.search(_mention(article), text, re.IGNORECASE) for article in articles)


def tells_repeal(text: str, articles: Collection[str]) -> bool:
    """Whether a text says that one of the articles is no longer in force, or a part of it; by name or within a range.

    "Pasal 9 sampai dengan Pasal 12 dihapus" repeals Pasal 10.
    """
    if any(re.search(_mention(article) + _REPEALED, text, re.IGNORECASE) for article in articles):
        return True
    runs = [range(int(run["first"]), int(run["last"]) + 1) for run in _RUN_REPEALED.finditer(text)]
    return any(int(number[0]) in run for article in articles if (number := _NUMBER.search(article)) for run in runs)


def _mention(article: str) -> str:
    return rf"\b(?:pasal|article)\s+{re.escape(article.removeprefix('Pasal '))}\b"
