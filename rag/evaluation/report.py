"""A run as one HTML file that needs nothing else: charts inside, readable on paper, every failure with its evidence."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rag.evaluation.charts import Bar, Lettering, bar_chart, latency_chart, reliability_chart, risk_chart
from rag.evaluation.compare import Comparison
from rag.evaluation.metrics.calibration import reliability_bins, risk_coverage
from rag.evaluation.run import Item, Run
from rag.evaluation.summary import GROUPINGS, Measure, by_group, judged_answers, latencies_ms, summarise
from rag.evaluation.wording import Wording, wording
from rag.folders import replace_file
from rag.types import Language
from rag.wording.templates import teach_words
from rag.wording.words import N_

_HEADLINE = {
    "right": N_("%(share)s of the questions came out right"),
    "answered_right": N_("%(share)s of the answerable ones were answered rightly"),
    "refused_right": N_("%(share)s of those without an answer were refused"),
    "exact_quotes": N_("%(share)s of the quotes are exact"),
}


def write_report(
    run: Run, path: Path, comparison: Comparison | None = None, language: Language = Language.ENGLISH
) -> None:
    """Writes the report, whole or not at all; `comparison` adds what changed against an earlier run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, render_report(run, comparison, language))


def render_report(run: Run, comparison: Comparison | None = None, language: Language = Language.ENGLISH) -> str:
    """The report as HTML."""
    return _render("report.html.j2", run, comparison, language)


def render_body(run: Run, comparison: Comparison | None = None, language: Language = Language.ENGLISH) -> Markup:
    """What stands in the report's main part, for a page that brings its own frame and style."""
    body = _render("report_body.html.j2", run, comparison, language)
    return Markup(body)  # noqa: S704 - rendered with autoescape


def _render(template: str, run: Run, comparison: Comparison | None, language: Language) -> str:
    return _environment().get_template(template).render(report_parts(run, wording(language)), comparison=comparison)


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("rag.evaluation", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    teach_words(environment)
    return environment


def report_parts(run: Run, words: Wording) -> dict[str, Any]:
    """What a page needs to show a run: figures, charts and the items, wrong ones first in `wrong`."""
    return {
        "run": run,
        "words": words,
        "figures": [(name, words.measure(name, each), each.count) for name, each in summarise(run.items).items()],
        "headline": headline(run.items, words),
        "charts": charts(run.items, words),
        "wrong": [item for item in run.items if not item.score.right],
        "answerers": sorted({str(item.answer["model"]) for item in run.items if item.answer is not None}),
    }


def headline(items: Sequence[Item], words: Wording) -> str:
    """The four figures that matter most, in a sentence."""
    figures = summarise(items)
    shares = [(text, figures[name].value) for name, text in _HEADLINE.items()]
    parts = [words.gettext(text, share=words.percent(share)) for text, share in shares if share is not None]
    return "; ".join(parts) + "."


def charts(items: Sequence[Item], words: Wording) -> list[tuple[str, Markup]]:
    """(caption, chart) in reading order; a chart that would be empty is left out."""
    drawn = [_quality(items, name, words) for name in GROUPINGS]
    judged, times = judged_answers(items), latencies_ms(items)
    if judged:
        risk = Lettering(
            words.gettext("Risk over coverage"),
            words.number,
            words.gettext("share of all questions answered"),
            words.gettext("share of answers wrong"),
        )
        sure = Lettering(
            words.gettext("Share right over confidence"),
            words.number,
            words.gettext("confidence"),
            words.gettext("share right"),
        )
        drawn.append((words.gettext("Risk and coverage"), risk_chart(risk, risk_coverage(judged, len(items)))))
        drawn.append((words.gettext("Calibration"), reliability_chart(sure, reliability_bins(judged))))
    if times:
        figures = summarise(items)
        marks = [(f"p{p}", figures[f"latency_p{p}_ms"].value or 0.0) for p in (50, 95)]
        took = Lettering(
            words.gettext("Questions by milliseconds"),
            words.number,
            words.gettext("milliseconds"),
            words.gettext("questions"),
        )
        drawn.append((words.gettext("Latency"), latency_chart(took, times, marks)))
    return drawn


def _quality(items: Sequence[Item], grouping: str, words: Wording) -> tuple[str, Markup]:
    by = words.grouping(grouping)
    bars = [_bar(words.gettext("all questions"), summarise(items)["right"])]
    for name, figures in by_group(items, GROUPINGS[grouping]).items():
        label = name.removesuffix(".md") if grouping == "source" else words.group(name)
        bars.append(_bar(label, figures["right"]))
    title = words.gettext("Share right by %(grouping)s", grouping=by)
    caption = words.gettext("Right answers and right refusals by %(grouping)s", grouping=by)
    return caption, bar_chart(Lettering(title, words.number), bars)


def _bar(label: str, measure: Measure) -> Bar:
    return Bar(label if len(label) <= 38 else f"{label[:37]}…", measure.value, measure.count, measure.low, measure.high)
