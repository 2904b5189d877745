from xml.etree import ElementTree

import pytest
from markupsafe import Markup

from rag.evaluation.charts import Bar, Lettering, bar_chart, latency_chart, reliability_chart, risk_chart
from rag.evaluation.metrics.calibration import Bin, RiskPoint


def _plain(value: float, pattern: str) -> str:
    return {"0.000": f"{value:.3f}", "#,##0": f"{value:,.0f}", "#,##0.##": f"{value:.3g}"}[pattern]


T = Lettering("t", _plain, "across", "upwards")
SVG = "{http://www.w3.org/2000/svg}"


def _all(chart: Markup, tag: str, style: str) -> list[ElementTree.Element]:
    return [e for e in ElementTree.fromstring(str(chart)).iter(SVG + tag) if e.get("class") == style]


def test_a_bar_is_as_long_as_its_share() -> None:
    half, full = _all(bar_chart(T, [Bar("a", 0.5, 10), Bar("b", 1.0, 10)]), "rect", "bar")
    assert float(half.get("width", 0)) * 2 == pytest.approx(float(full.get("width", 0)))


def test_a_bar_without_a_value_keeps_its_label_only() -> None:
    chart = bar_chart(T, [Bar("empty", None, 0)])
    assert _all(chart, "rect", "bar") == []
    assert [text.text for text in _all(chart, "text", "label")] == ["empty"]


def test_labels_are_escaped() -> None:
    chart = bar_chart(Lettering("<b>", _plain), [Bar("<script>alert(1)</script>", 1.0, 1)])
    assert "<script>" not in chart
    assert _all(chart, "text", "label")[0].text == "<script>alert(1)</script>"


def test_every_risk_point_is_drawn() -> None:
    chart = risk_chart(T, [RiskPoint(0.5, 0.0), RiskPoint(1.0, 0.2)])
    assert len(_all(chart, "circle", "dot")) == 2


def test_a_fuller_bin_has_a_bigger_dot() -> None:
    small, big = _all(reliability_chart(T, [Bin(1, 0.2, 0.0), Bin(100, 0.9, 1.0)]), "circle", "dot")
    assert float(small.get("r", 0)) < float(big.get("r", 0))


def test_latency_columns_stand_on_the_axis_and_marks_are_named() -> None:
    chart = latency_chart(T, [1.0, 1.0, 24.0], [("p50", 1.0)])
    heights = [float(column.get("height", 0)) for column in _all(chart, "rect", "bar")]
    assert heights[1] == 2 * heights[-1] > 0  # two questions took 1-2 ms, one the longest
    assert any(text.text == "p50" for text in _all(chart, "text", "tick"))


def test_large_figures_on_an_axis_are_written_out() -> None:
    ticks = [text.text for text in _all(latency_chart(T, [12_000.0], []), "text", "tick")]
    assert "12,000" in ticks
    assert not any("e+" in str(tick) for tick in ticks)


def test_axes_and_numbers_are_lettered_as_told() -> None:
    commas = Lettering("Judul", lambda value, _: f"{value:.2f}".replace(".", ","), "ke kanan", "ke atas")
    texts = [text.text for text in ElementTree.fromstring(str(risk_chart(commas, []))).iter()]
    assert {"Judul", "ke kanan", "ke atas", "0,25"} <= set(texts)
    (value,) = _all(bar_chart(commas, [Bar("a", 0.5, 3)]), "text", "value")
    assert value.text == "0,50 (n = 3,00)"


def test_the_figures_written_in_a_bar_chart_are_open_to_a_screen_reader() -> None:
    assert ElementTree.fromstring(str(bar_chart(T, [Bar("a", 0.5, 10)]))).get("role") == "group"
    assert ElementTree.fromstring(str(risk_chart(T, []))).get("role") == "img"
