"""Which questions ask the same, by their vectors: groups that grow as questions come, and topics made of groups."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.cluster.hierarchy import fcluster, linkage

from rag.models.encoders.base import Encoder, Vectors, unit_rows

# Cosines, chosen by `python -m tests.benchmarks.grouping` on gold questions of the split "dev".
ALIKE = 0.91  # of a question with the middle of a group
SAME_TOPIC = 0.86  # on average between the groups of a topic
_MOST_GROUPS = 2000  # that topics are made of: the distances of all pairs are held


class Meaning:
    """Compares questions of one encoder; `fingerprint` tells whose vectors may be compared."""

    def __init__(self, encoder: Encoder) -> None:
        self.fingerprint = encoder.fingerprint
        self._encoder = encoder

    def vectors(self, questions: Sequence[str]) -> Vectors:
        """Unit rows. Raises BlankText."""
        return self._encoder.encode_queries(questions)

    def place(self, vector: Vectors, centres: Vectors) -> int | None:
        """The row of the group that the question belongs to; None where it begins one of its own."""
        if not len(centres):
            return None
        cosines = centres @ vector
        best = int(np.argmax(cosines))
        return best if cosines[best] >= ALIKE else None

    def topics(self, centres: Vectors) -> list[int]:
        """A number for each group, equal for groups of one topic; those beyond a bound are topics of their own."""
        compared = unit_rows(centres[:_MOST_GROUPS])
        labels = _joined(compared) if len(compared) > 1 else [0] * len(compared)
        return labels + list(range(len(labels), len(centres)))


def _joined(centres: Vectors) -> list[int]:
    """Average linkage (Sokal & Michener 1958) on cosine distance."""
    rows, columns = np.triu_indices(len(centres), 1)
    distances = np.maximum(0.0, 1.0 - (centres @ centres.T)[rows, columns])
    labels: npt.NDArray[np.int32] = fcluster(linkage(distances, "average"), 1.0 - SAME_TOPIC, "distance")
    return [int(label) - 1 for label in labels]
