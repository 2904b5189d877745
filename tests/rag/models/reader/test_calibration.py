"""Margins as probabilities."""

import math
from pathlib import Path

import pytest

from rag.models.reader.calibration import Calibration, fit_curve, read_calibration, write_calibration
from rag.types import Language


def test_each_language_has_its_curve() -> None:
    calibration = Calibration({"id": (2.0, -1.0)})
    assert calibration.probability(1.0, Language.INDONESIAN) == pytest.approx(1 / (1 + math.exp(-1)))
    assert calibration.probability(0.0, Language.ENGLISH) == 0.5


def test_extreme_margins_stay_finite() -> None:
    assert Calibration().probability(-1e6, Language.ENGLISH) == pytest.approx(0.0, abs=1e-20)


def test_a_calibration_lies_beside_the_weights(tmp_path: Path) -> None:
    weights = tmp_path / "w.safetensors"
    assert read_calibration(weights) == Calibration()
    write_calibration(weights, Calibration({"en": (3.0, 1.0)}))
    assert tuple(read_calibration(weights).curves["en"]) == (3.0, 1.0)


def test_the_curve_finds_the_share_of_answerable_questions_at_each_margin() -> None:
    margins = [-1.0] * 1000 + [1.0] * 1000
    answerable = [i < 200 for i in range(1000)] + [i < 800 for i in range(1000)]  # .2 at -1, .8 at 1
    slope, shift = fit_curve(margins, answerable)
    assert slope == pytest.approx(math.log(4), abs=0.01)
    assert shift == pytest.approx(0.0, abs=0.01)
