"""The words, numbers and dates of a report in one language."""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files

from babel.dates import format_date, format_time
from babel.numbers import format_decimal, format_percent

from rag.evaluation.run import Item
from rag.evaluation.summary import Measure
from rag.types import Language


@dataclass(frozen=True, slots=True)
class Wording:
    """Texts by key, in locales/<language>.json beside this module."""

    language: Language
    texts: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The text of `key` with its {names} filled in. Raises KeyError for a key nobody wrote."""
        return self.texts[key].format(**values)

    def group(self, name: str) -> str:
        """A group of questions; kinds nobody has put into words keep their name."""
        return self.texts.get(f"group.{name}", name)

    def number(self, value: float, pattern: str = "#,##0") -> str:
        """`pattern` as in Unicode TR 35; "+0.000;-0.000" shows the sign."""
        return str(format_decimal(value, format=pattern, locale=self.language.value))

    def percent(self, share: float) -> str:
        return str(format_percent(share, format="0.0%", locale=self.language.value))

    def moment(self, iso: str) -> str:
        """ "13 February 2026, 08:15 UTC"; what is no date is left as it is."""
        try:
            moment = datetime.fromisoformat(iso).astimezone(UTC)
        except ValueError:
            return iso
        locale = self.language.value
        time = format_time(moment, self("time_pattern"), locale=locale)
        return f"{format_date(moment, 'd MMMM y', locale)}, {time} UTC"

    def measure(self, name: str, measure: Measure) -> str:
        """ "0.873 (0.82-0.91)", "12 ms", or "-" where nothing could be measured."""
        if measure.value is None:
            return "-"
        if name.endswith("_ms"):
            return self("figures.milliseconds", value=self.number(measure.value))
        text = self.number(measure.value, "0.000")
        if measure.low is None or measure.high is None:
            return text
        return f"{text} ({self.number(measure.low, '0.00')}-{self.number(measure.high, '0.00')})"

    def outcomes(self, names: Sequence[str]) -> str:
        """ "not found or declined"."""
        return f" {self('or')} ".join(self(f"outcome.{name}") for name in names)

    def why_wrong(self, item: Item) -> str:
        """The first reason an item is not right, in a few words."""
        if item.error:
            return self("why.failed", error=item.error)
        score = item.score
        outcome = item.answer["outcome"] if item.answer else None
        if outcome not in item.gold.outcomes:
            said = self.outcomes((outcome,)) if outcome else "-"
            expected = self.outcomes(item.gold.outcomes)
            return self("why.outcome", outcome=said, expected=expected)
        if score.forbidden:
            return self("why.forbidden", strings=", ".join(score.forbidden))
        if score.missing:
            return self("why.missing", strings="; ".join(" | ".join(group) for group in score.missing))
        return self("why.document")


@cache
def wording(language: Language) -> Wording:
    """The wording of a language."""
    raw = files("rag.evaluation").joinpath("locales", f"{language.value}.json").read_text(encoding="utf-8")
    return Wording(language, json.loads(raw))


def terminal_language(environment: Mapping[str, str] = os.environ) -> Language:
    """Indonesian where the terminal is set to it, as POSIX says: LC_ALL, then LC_MESSAGES, then LANG; else English."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    chosen = next((environment[name] for name in names if environment.get(name)), "")
    return Language.INDONESIAN if chosen.lower().startswith("id") else Language.ENGLISH
