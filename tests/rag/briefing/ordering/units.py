"""Units with vectors that stand for nothing: likeness is told by words alone."""

from datetime import date

import numpy as np

from rag.briefing.gathering.material import Found, Material
from rag.briefing.gathering.units import Unit
from rag.types import Document


def found(text: str, row: int, document: str = "d", published: date | None = None, relevance: float = 0.8) -> Found:
    return Found(Unit(Document(document, "Judul", text, published=published), 0, len(text)), relevance, row, 0)


def material(*units: Found) -> Material:
    return Material(units, np.eye(max(1, len(units)), dtype=np.float32))
