"""A model's text as letters, figures and marks that are what they look like, before anything judges it."""

import unicodedata


def clean(text: str) -> str:
    """NFKC, figures of any script as ASCII; no control, format, surrogate, private or unassigned characters.

    Nor marks that strike out, enclose or stack upon a letter: whoever reads "4̶5" and whoever judges 45 see two things.
    A piece of a stream may be cleaned by itself: an accent that came apart from its letter is lost, no more.
    """
    # First what is invisible: it may stand between a letter and its accent.
    visible = "".join(map(_seen, text))
    return "".join(map(_plain, unicodedata.normalize("NFKC", visible)))


def _seen(character: str) -> str:
    if character.isspace():
        return "\n" if character in "\n\v\f\r\x85\u2028\u2029" else " "
    if unicodedata.decomposition(character).startswith("<fraction>"):
        return f" {unicodedata.normalize('NFKC', character).replace('⁄', '/')}"  # else 2½ would be 21/2
    return "" if unicodedata.category(character).startswith("C") else character


def _plain(character: str) -> str:
    if unicodedata.category(character).startswith("M"):
        return ""
    figure = unicodedata.decimal(character, None)
    return character if figure is None else str(figure)
