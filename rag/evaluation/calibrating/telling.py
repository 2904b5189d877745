"""What a calibration can promise, and what not, in plain words."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rag.evaluation.calibrating.choosing import Tested
from rag.evaluation.calibrating.promises import Calibration, Promise
from rag.evaluation.wording import Wording, wording
from rag.types import Language

_THRESHOLD = "0.00"


def told(calibration: Calibration, written: Path | None, language: Language) -> str:
    """For the terminal."""
    words = wording(language)
    lines = [_head(calibration, words), ""]
    for promise in calibration.promises:
        lines += [*_promised(calibration, promise, words), ""]
    lines += _reach(calibration, words) if written else ()
    return "\n".join((*lines, _kept(written, words)))


def _head(calibration: Calibration, words: Wording) -> str:
    head = words.ngettext(
        "Calibrated on %(count)s question; wrong may be at most %(share)s of what is shown.",
        "Calibrated on %(count)s questions; wrong may be at most %(share)s of what is shown.",
        calibration.questions,
        share=words.percent(calibration.at_most),
    )
    if not calibration.left_out:
        return head
    left_out = words.ngettext(
        "%(count)s question was left out: it asks several things in one, or failed.",
        "%(count)s questions were left out: they ask several things in one, or failed.",
        calibration.left_out,
    )
    return f"{head} {left_out}"


def _promised(calibration: Calibration, promise: Promise, words: Wording) -> Iterator[str]:
    yield _title(promise, words)
    chosen = promise.choice.chosen
    for line in _chosen(calibration, chosen, words) if chosen else _nothing(promise, words):
        yield f"  {line}"
    for language, before in zip(promise.languages, promise.before, strict=True):
        yield "  " + words.gettext(
            "so far, in %(language)s: from %(least)s, %(seen)s",
            language=words.group(language.value),
            least=words.number(before.least, _THRESHOLD),
            seen=_seen(before, words),
        )


def _title(promise: Promise, words: Wording) -> str:
    what = words.gettext("Short answers") if promise.short else words.gettext("Answers")
    return f"{what} ({_named(promise.languages, words)})"


def _named(languages: Sequence[Language], words: Wording) -> str:
    names = [words.group(language.value) for language in languages]
    return words.gettext("%(languages)s together", languages=" + ".join(names)) if len(names) > 1 else "".join(names)


def _chosen(calibration: Calibration, chosen: Tested, words: Wording) -> Iterator[str]:
    yield words.gettext(
        "shown from confidence %(least)s: %(seen)s",
        least=words.number(chosen.least, _THRESHOLD),
        seen=_seen(chosen, words),
    )
    yield words.gettext(
        "promise: at most %(share)s of those shown are wrong (with %(sure)s confidence; upper bound here %(bound)s)",
        share=words.percent(calibration.at_most),
        sure=words.percent(1 - calibration.error),
        bound=words.percent(chosen.bound),
    )


def _nothing(promise: Promise, words: Wording) -> Iterator[str]:
    choice = promise.choice
    yield words.gettext("no promise can be made, and no threshold is chosen")
    if choice.failed is None:
        yield words.gettext(
            "too few were shown: it takes %(needed)s, and that only if none of them is wrong",
            needed=words.number(choice.needed),
        )
    else:
        yield words.gettext(
            "the surest, from %(least)s: %(seen)s; as many as %(bound)s may be wrong",
            least=words.number(choice.failed.least, _THRESHOLD),
            seen=_seen(choice.failed, words),
            bound=words.percent(choice.failed.bound),
        )
    if choice.guessed is None:
        yield words.gettext("more questions of this kind alone would hardly help: too many of the surest are wrong")
    elif choice.guessed > promise.questions:
        yield words.gettext(
            "if more questions went as these did, it would take about %(count)s of them (now %(now)s)",
            count=words.number(choice.guessed),
            now=words.number(promise.questions),
        )


def _seen(tested: Tested, words: Wording) -> str:
    return words.gettext(
        "%(shown)s shown, %(wrong)s of them wrong", shown=words.number(tested.shown), wrong=words.number(tested.wrong)
    )


def _reach(calibration: Calibration, words: Wording) -> tuple[str, ...]:
    """What the promises rest on, and where they end."""
    unasked = [one for one in Language if not any(one in promise.languages for promise in calibration.promises)]
    return (
        words.gettext(
            "Each promise stands by itself: of calibrations like this one, at most %(error)s break it by bad luck.",
            error=words.percent(calibration.error),
        ),
        words.gettext(
            "It holds for questions asked as these were, one at a time and none the copy of another, over the "
            "documents and with the program of today, where surer answers are not more often wrong."
        ),
        words.gettext(
            "It says nothing about other kinds of questions, about other documents, about one language where both were "
            "taken together, or about any single answer. Calibrate again when documents, program or questions change."
        ),
        *(
            words.gettext("No question was in %(language)s: nothing is promised there.", language=words.group(one))
            for one in unasked
        ),
        "",
    )


def _kept(written: Path | None, words: Wording) -> str:
    if written is None:
        return words.gettext("Nothing was written; what was in force stays.")
    return words.gettext(
        "Written to %(path)s, which is read from now on; `rag evaluate --uncalibrate` removes it.", path=written
    )
