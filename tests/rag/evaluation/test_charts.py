from xml.etree import ElementTree

import pytest
from markupsafe import Markup

from rag.evaluation.charts import Bar, bar_chart, latency_chart, reliability_chart, risk_chart
from rag.evaluation.metrics.calibration import Bin, RiskPoint

SVG = "{http://www.w3.org/2000/svg}"


def _all(chart: Markup, tag: str, style: str) -> list[ElementTree.Element]:
    return [e for e in ElementTree.fromstring(str(chart)).iter(SVG + tag) if e.get("class") == style]


def test_a_bar_is_as_long_as_its_share() -> None:
    half, full = _all(bar_chart("t", [Bar("a", 0.5, 10), Bar("b", 1.0, 10)]), "rect", "bar")
    assert float(half.get("width", 0)) * 2 == pytest.approx(float(full.get("width", 0)))


def test_a_bar_without_a_value_keeps_its_label_only() -> None:
    chart = bar_chart("t", [Bar("empty", None, 0)])
    assert _all(chart, "rect", "bar") == []
    assert [text.text for text in _all(chart, "text", "label")] == ["empty"]


def test_labels_are_escaped() -> None:
    chart = bar_chart("<b>", [Bar("<script>alert(1)</script>", 1.0, 1)])
    assert "<script>" not in chart
    assert _all(chart, "text", "label")[0].text == "<script>alert(1)</script>"


def test_every_risk_point_is_drawn() -> None:
    chart = risk_chart("t", [RiskPoint(0.5, 0.0), RiskPoint(1.0, 0.2)])
    assert len(_all(chart, "circle", "dot")) == 2


def test_a_fuller_bin_has_a_bigger_dot() -> None:
    small, big = _all(reliability_chart("t", [Bin(1, 0.2, 0.0), Bin(100, 0.9, 1.0)]), "circle", "dot")
    assert float(small.get("r", 0)) < float(big.get("r", 0))


def test_latency_columns_stand_on_the_axis_and_marks_are_named() -> None:
    chart = latency_chart("t", [1.0, 1.0, 24.0], [("p50", 1.0)])
    heights = [float(column.get("height", 0)) for column in _all(chart, "rect", "bar")]
    assert heights[1] == 2 * heights[-1] > 0  # two questions took 1-2 ms, one the longest
    assert any(text.text == "p50" for text in _all(chart, "text", "tick"))


def test_large_figures_on_an_axis_are_written_out() -> None:
    ticks = [text.text for text in _all(latency_chart("t", [12_000.0], []), "text", "tick")]
    assert "12,000" in ticks
    assert not any("e+" in str(tick) for tick in ticks)
