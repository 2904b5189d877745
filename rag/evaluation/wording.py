"""The words of a report in one language."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rag.evaluation.names import GROUPINGS, GROUPS, MEASURES, OUTCOMES
from rag.evaluation.run import Item
from rag.evaluation.summary import Measure
from rag.types import Language
from rag.wording.words import Words, words_of


@dataclass(frozen=True, slots=True)
class Wording(Words):
    """What measures, groups and outcomes are called, and why an item is not right."""

    def title(self, measure: str) -> str:
        return self.gettext(MEASURES[measure][0])

    def meaning(self, measure: str) -> str:
        return self.gettext(MEASURES[measure][1])

    def grouping(self, name: str) -> str:
        return self.gettext(GROUPINGS[name])

    def outcome(self, name: str) -> str:
        return self.gettext(OUTCOMES[name])

    def outcomes(self, names: Sequence[str]) -> str:
        """ "not found or declined"."""
        either = self.gettext("or")
        return f" {either} ".join(map(self.outcome, names))

    def group(self, name: str) -> str:
        """A group of questions; kinds nobody has put into words keep their name."""
        if name == Language.INDONESIAN.value:
            return self.pgettext("of a question", "Indonesian")
        if name == Language.ENGLISH.value:
            return self.pgettext("of a question", "English")
        return self.gettext(GROUPS[name]) if name in GROUPS else name

    def measure(self, name: str, measure: Measure) -> str:
        """ "0.873 (0.82-0.91)", "12 ms", or "-" where nothing could be measured."""
        if measure.value is None:
            return "-"
        if name.endswith("_ms"):
            return self.milliseconds(measure.value)
        text = self.number(measure.value, "0.000")
        if measure.low is None or measure.high is None:
            return text
        return f"{text} ({self.number(measure.low, '0.00')}-{self.number(measure.high, '0.00')})"

    def why_wrong(self, item: Item) -> str:
        """The first reason an item is not right, in a few words."""
        if item.error:
            return self.gettext("failed: %(error)s", error=item.error)
        score = item.score
        outcome = item.answer["outcome"] if item.answer else None
        if outcome not in item.gold.outcomes:
            said = self.outcomes((outcome,)) if outcome else "-"
            expected = self.outcomes(item.gold.outcomes)
            return self.gettext("%(outcome)s instead of %(expected)s", outcome=said, expected=expected)
        if score.forbidden:
            return self.gettext("says %(strings)s", strings=", ".join(score.forbidden))
        if score.missing:
            missing = "; ".join(" | ".join(group) for group in score.missing)
            return self.gettext("lacks %(strings)s", strings=missing)
        return self.gettext("cites another document")


@cache
def wording(language: Language) -> Wording:
    """The wording of a language."""
    return Wording(language, words_of(language).catalogue)
