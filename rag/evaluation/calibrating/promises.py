"""From a run in which everything was shown to thresholds, and to what can be promised of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rag.answering.extractive.thresholds import Thresholds
from rag.evaluation.calibrating.bounds import fewest
from rag.evaluation.calibrating.choosing import Choice, Tested, choose, test
from rag.evaluation.metrics.calibration import Judged
from rag.evaluation.run import Item, Run
from rag.types import Language

ERROR = 0.05  # a promise may be broken by chance in so many of many calibrations
_ENOUGH = 2  # times the fewest answers that allow a bound, for a language to be calibrated by itself

Judge = Callable[[Item], Judged | None]


@dataclass(frozen=True, slots=True)
class Promise:
    """Of the answers, or the short answers, to questions in `languages`; `before`: what would be shown without it."""

    short: bool
    languages: tuple[Language, ...]
    questions: int
    choice: Choice
    before: tuple[Tested, ...]  # for each of `languages`


@dataclass(frozen=True, slots=True)
class Calibration:
    """All promises of a run; `left_out` questions ask several things in one or could not be answered for an error."""

    at_most: float
    error: float
    questions: int
    left_out: int
    promises: tuple[Promise, ...]

    def thresholds(self, short: bool) -> dict[str, float]:
        """Those chosen, by code of language."""
        return {
            language.value: promise.choice.chosen.least
            for promise in self.promises
            if promise.short is short and promise.choice.chosen
            for language in promise.languages
        }


def calibrate(run: Run, at_most: float, before: Thresholds, error: float = ERROR) -> Calibration:
    """`run` was made with `no_thresholds`; `before` are those in force."""
    items = [item for item in run.items if not _is_left_out(item)]
    answers = _promises(items, judged_answer, False, before.answers, at_most, error)
    short = _promises(items, judged_short_answer, True, before.short_answers, at_most, error)
    return Calibration(at_most, error, len(items), len(run.items) - len(items), (*answers, *short))


def judged_answer(item: Item) -> Judged | None:
    """How sure an answer was and whether it was right; None without one."""
    if item.answer is None or item.score.refused:
        return None
    return float(item.answer["confidence"]), item.score.right


def judged_short_answer(item: Item) -> Judged | None:
    """The same of the short answer. None also where the gold question does not say what it would have to hold.

    Whatever the confidence of its answer: those of answers that are shown are not more often wrong.
    """
    sure = item.answer.get("short_confidence") if item.answer is not None and not item.score.refused else None
    if sure is None or (item.gold.answerable and not item.gold.expected):
        return None
    return float(sure), bool(item.gold.answerable and item.score.short_right)


def _is_left_out(item: Item) -> bool:
    """Of several questions asked in one, each is shown or not by itself."""
    return item.answer is None or any(sentence.get("part") for sentence in item.answer.get("sentences", ()))


def _promises(
    items: Sequence[Item], judge: Judge, short: bool, before: Mapping[Language, float], at_most: float, error: float
) -> tuple[Promise, ...]:
    return tuple(
        Promise(
            short,
            languages,
            len(own),
            choose(_judged(own, judge), len(own), at_most, error),
            tuple(test(_judged(_of(own, (one,)), judge), before[one], error) for one in languages),
        )
        for languages in _groups(items, judge, fewest(0, at_most, error))
        for own in [_of(items, languages)]
    )


def _groups(items: Sequence[Item], judge: Judge, needed: int) -> tuple[tuple[Language, ...], ...]:
    """Each language that was asked in by itself where each has enough; else all of them together.

    Decided by numbers alone: to look at what was right would be to choose twice.
    """
    asked = tuple(language for language in Language if _of(items, (language,)))
    enough = all(len(_judged(_of(items, (language,)), judge)) >= _ENOUGH * needed for language in asked)
    return tuple((language,) for language in asked) if enough else (asked,)


def _of(items: Sequence[Item], languages: Sequence[Language]) -> list[Item]:
    return [item for item in items if item.gold.language in languages]


def _judged(items: Sequence[Item], judge: Judge) -> list[Judged]:
    return [judged for item in items if (judged := judge(item)) is not None]
