"""From a margin to the probability that the passage answers (Platt scaling, by language of the question)."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np

from rag.types import Language

_IDENTITY = (1.0, 0.0)
# Probability from which the reader alone answers. Above .5, for also a passage that answers may get the wrong span:
# over nine sets of questions never trained on, F1 was best here.
LIKELY = 0.6


@dataclass(frozen=True, slots=True)
class Calibration:
    """Slope and shift of the logistic curve for each language code; a language not named is taken as it is."""

    curves: Mapping[str, Sequence[float]] = field(default_factory=dict)

    def probability(self, margin: float, language: Language) -> float:
        """Between 0 and 1."""
        slope, shift = self.curves.get(str(language), _IDENTITY)
        return 1 / (1 + math.exp(-max(-60.0, min(60.0, slope * margin + shift))))


def read_calibration(weights: Path) -> Calibration:
    """What `write_calibration` laid beside the weights; the plain logistic curve when nothing lies there."""
    path = weights.with_suffix(".json")
    return Calibration(**json.loads(path.read_text("utf-8"))) if path.is_file() else Calibration()


def write_calibration(weights: Path, calibration: Calibration) -> None:
    """Lays it beside the weights: fitting anew leaves megabytes untouched."""
    weights.with_suffix(".json").write_text(json.dumps(asdict(calibration), indent=1) + "\n", "utf-8")


def fit_curve(margins: Sequence[float], answerable: Sequence[bool]) -> tuple[float, float]:
    """Slope and shift of least log loss, by Newton's method, with Platt's smoothed targets (Platt 1999)."""
    x = np.asarray(margins, dtype=np.float64)
    y = np.asarray(answerable, dtype=bool)
    positive, negative = int(y.sum()), int((~y).sum())
    target = np.where(y, (positive + 1) / (positive + 2), 1 / (negative + 2))
    features = np.stack([x, np.ones_like(x)], axis=1)
    weights = np.zeros(2)
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(features @ weights, -60, 60)))
        gradient = features.T @ (p - target)
        curvature = (features * (p * (1 - p))[:, None]).T @ features + 1e-6 * np.eye(2)
        step = np.linalg.solve(curvature, gradient)
        # A full step from far away can overshoot; a step longer than one is cut.
        weights -= step / max(1.0, float(np.abs(step).max()))
    return float(weights[0]), float(weights[1])
