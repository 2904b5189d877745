"""Prompts from Jinja2 files; what comes from documents or people cannot forge the fence around it.

A prompt is no HTML: only the brackets are escaped, so that "Jum'at" and "R&D" reach the model as they are written.
"""

import unicodedata
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

_FOLDER = "prompts"


def render(package: str, name: str, **values: object) -> str:
    """The file `name` of the package's folder of prompts, filled in; a value that is missing is an error."""
    return _environment(package).get_template(name).render(**values)


def plain(text: str) -> str:
    """Normalised (NFKC: no full-width look-alikes of the fence's brackets), without control characters.

    Line ends stay, other white space becomes a space.
    """
    return "".join(map(_visible, unicodedata.normalize("NFKC", text)))


def _visible(character: str) -> str:
    if character != "\n" and character.isspace():
        return " "
    return character if character == "\n" or not unicodedata.category(character).startswith("C") else ""


def _escaped(value: object) -> str:
    return str(value).replace("<", "&lt;").replace(">", "&gt;")


@cache
def _environment(package: str) -> Environment:
    return Environment(
        loader=PackageLoader(package, _FOLDER),
        autoescape=False,  # noqa: S701 - `finalize` escapes what matters here
        finalize=_escaped,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
