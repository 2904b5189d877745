"""The words of the interface, one JSON file a language; Indonesian unless a person chose otherwise."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal
from starlette.requests import Request

from rag.types import Language

COOKIE = "bahasa"


@dataclass(frozen=True, slots=True)
class Words:
    """The interface in one language."""

    language: Language
    texts: Mapping[str, Any]

    def __call__(self, key: str, **values: object) -> str:
        """The text of `key` with its {names} filled in. Raises KeyError for a key nobody wrote."""
        text = str(self.texts[key])
        return text.format(**values) if values else text

    def items(self, key: str) -> list[str]:
        """The list of texts under `key`."""
        return [str(text) for text in self.texts[key]]

    def script(self) -> dict[str, str]:
        """The texts the page's script needs; their keys begin with "script."."""
        return {key.removeprefix("script."): text for key, text in self.texts.items() if key.startswith("script.")}

    def date(self, day: date) -> str:
        return format_date(day, "d MMMM y", locale=self.language.value)

    def source(self, line: str) -> str:
        """A line of `based_on` with the ISO date at its end written out."""
        name, comma, day = line.rpartition(", ")
        try:
            return f"{name}{comma}{self.date(date.fromisoformat(day))}"
        except ValueError:
            return line

    def number(self, value: float, pattern: str = "#,##0") -> str:
        return format_decimal(value, format=pattern, locale=self.language.value)

    @property
    def other(self) -> Language:
        return Language.ENGLISH if self.language is Language.INDONESIAN else Language.INDONESIAN


@cache
def words_of(language: Language) -> Words:
    raw = files("web").joinpath("locales", f"{language.value}.json").read_text(encoding="utf-8")
    return Words(language, json.loads(raw))


def words_for(request: Request) -> Words:
    """The words in the language the visitor chose; Indonesian at first."""
    return words_of(language_from(request.cookies.get(COOKIE)))


def language_from(value: str | None) -> Language:
    return Language.ENGLISH if value == Language.ENGLISH.value else Language.INDONESIAN
