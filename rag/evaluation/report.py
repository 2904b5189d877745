"""A run as one HTML file that needs nothing else: charts inside, readable on paper, every failure with its evidence."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rag.evaluation.charts import Bar, bar_chart, latency_chart, reliability_chart, risk_chart
from rag.evaluation.compare import Comparison
from rag.evaluation.metrics.calibration import reliability_bins, risk_coverage
from rag.evaluation.run import Item, Run
from rag.evaluation.summary import GROUPINGS, Measure, by_group, judged_answers, latencies_ms, summarise
from rag.evaluation.text_summary import format_measure, why_wrong

MEANINGS: Mapping[str, str] = {
    "right": "correct, and an expected document is cited; over all questions",
    "correct": "acceptable outcome with all required strings, whatever is cited; over all questions",
    "answered_right": "answerable questions answered correctly, citing an expected document",
    "answered_correct": "the same, whatever document is cited",
    "refused_right": "questions that must not be answered, and were not",
    "nuggets": "share of the required strings found, over answered questions",
    "short_f1": "token F1 of the short answer, over single facts",
    "right_document": "answers that cite an expected document",
    "citation_precision": "share of citations that are of an expected document",
    "citation_recall": "share of required strings that stand in quotes of expected documents",
    "exact_quotes": "quotes found in their document, character for character",
    "refusal_precision": "share of refusals that were due",
    "refusal_recall": "share of questions to be refused that were",
    "refusal_f1": "harmonic mean of the two",
    "hit@1": "an expected document is found first",
    "hit@5": "an expected document is among the first five",
    "mrr@10": "mean of 1 / rank of the first expected document",
    "ndcg@10": "ranking quality, discounted by rank",
    "recall@10": "share of the expected documents among the first ten",
    "risk_area": "mean share of wrong answers over coverage; lower is better",
    "calibration_error": "mean gap between confidence and share right; lower is better",
    "latency_p50_ms": "half of the questions take at most this long",
    "latency_p95_ms": "95 % of the questions take at most this long",
}


def write_report(run: Run, path: Path, comparison: Comparison | None = None) -> None:
    """Writes the report; `comparison` adds what changed against an earlier run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(render_report(run, comparison), encoding="utf-8")


def render_report(run: Run, comparison: Comparison | None = None) -> str:
    """The report as HTML."""
    return _render("report.html.j2", run, comparison)


def render_body(run: Run, comparison: Comparison | None = None) -> Markup:
    """What stands in the report's main part, for a page that brings its own frame and `stylesheet`."""
    return Markup(_render("report_body.html.j2", run, comparison))  # noqa: S704 - rendered with autoescape


def stylesheet() -> str:
    """The report's CSS."""
    return _environment().get_template("report.css.j2").render()


def _render(template: str, run: Run, comparison: Comparison | None) -> str:
    return _environment().get_template(template).render(report_parts(run), comparison=comparison)


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("rag.evaluation", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["why_wrong"] = why_wrong
    return environment


def report_parts(run: Run) -> dict[str, Any]:
    """What a page needs to show a run: figures, charts and the items, wrong ones first in `wrong`."""
    return {
        "run": run,
        "figures": [
            (name, format_measure(name, measure), measure.count, MEANINGS.get(name, ""))
            for name, measure in summarise(run.items).items()
        ],
        "headline": headline(run.items),
        "charts": charts(run.items),
        "wrong": [item for item in run.items if not item.score.right],
        "answerers": sorted({str(item.answer["model"]) for item in run.items if item.answer is not None}),
    }


def headline(items: Sequence[Item]) -> str:
    """The four figures that matter most, in a sentence."""
    figures = summarise(items)
    parts = [
        ("{} of the questions came out right", figures["right"]),
        ("{} of the answerable ones were answered rightly", figures["answered_right"]),
        ("{} of those without an answer were refused", figures["refused_right"]),
        ("{} of the quotes are exact", figures["exact_quotes"]),
    ]
    return "; ".join(text.format(f"{m.value:.1%}") for text, m in parts if m.value is not None) + "."


def charts(items: Sequence[Item]) -> list[tuple[str, Markup]]:
    """(caption, chart) in reading order; a chart that would be empty is left out."""
    drawn = [(f"Right answers and right refusals by {name}", _quality(items, name)) for name in GROUPINGS]
    judged, times = judged_answers(items), latencies_ms(items)
    if judged:
        drawn += [
            ("Risk and coverage", risk_chart("Risk over coverage", risk_coverage(judged, len(items)))),
            ("Calibration", reliability_chart("Share right over confidence", reliability_bins(judged))),
        ]
    if times:
        figures = summarise(items)
        marks = [(f"p{p}", figures[f"latency_p{p}_ms"].value or 0.0) for p in (50, 95)]
        drawn.append(("Latency", latency_chart("Questions by milliseconds", times, marks)))
    return drawn


def _quality(items: Sequence[Item], grouping: str) -> Markup:
    groups = {"all questions": summarise(items), **by_group(items, GROUPINGS[grouping])}
    bars = [_bar(name.removesuffix(".md"), figures["right"]) for name, figures in groups.items()]
    return bar_chart(f"Share right by {grouping}", bars)


def _bar(label: str, measure: Measure) -> Bar:
    return Bar(label if len(label) <= 38 else f"{label[:37]}…", measure.value, measure.count, measure.low, measure.high)
