"""Where in a law a quote stands, in words: "Pasal 7 ayat (2) huruf d"."""

import re

from rag.types import Place
from rag.wording.words import Words

_ARTICLE = re.compile(r"(?:pasal|article)\s*(?P<number>.+)", re.IGNORECASE)


def place_text(place: Place, words: Words) -> str:
    """ "Article 7 paragraph (2)", with the article of the law that changed it."""
    told = " ".join(_said(mark, words) for mark in place.marks)
    if not place.amended_by:
        return told
    by = " ".join(_said(mark, words) for mark in place.amended_by)
    return words.gettext("%(place)s as amended by %(by)s", place=told, by=by)


def _said(mark: str, words: Words) -> str:
    article, bare = _ARTICLE.fullmatch(mark), mark.strip("().")
    if article:
        return words.gettext("Article %(number)s", number=article["number"])
    if mark.startswith("("):
        return words.gettext("paragraph %(mark)s", mark=mark)
    if bare.isdecimal():
        return words.gettext("item %(mark)s", mark=bare)
    return words.gettext("letter %(mark)s", mark=bare)
