"""Prompts from Jinja2 files; what comes from documents or people is escaped, so that no fence can be forged."""

import unicodedata
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

_FOLDER = "prompts"


def render(package: str, name: str, **values: object) -> str:
    """The file `name` of the package's folder of prompts, filled in; a value that is missing is an error."""
    return _environment(package).get_template(name).render(**values)


def plain(text: str) -> str:
    """Without control characters and full-width look-alikes of the fence's brackets; Jinja2 escapes the brackets."""
    normal = unicodedata.normalize("NFKC", text)
    return "".join(
        character for character in normal if character == "\n" or not unicodedata.category(character).startswith("C")
    )


@cache
def _environment(package: str) -> Environment:
    return Environment(
        loader=PackageLoader(package, _FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
