"""Finds the answer in a passage, and knows when there is none: a small span reader on the bundled encoder."""

from rag.models.reader.calibration import LIKELY
from rag.models.reader.loading import WEIGHTS, load_reader
from rag.models.reader.reading import Reader, Reading, ReadSpan
from rag.models.reader.weights import identity

__all__ = ["LIKELY", "WEIGHTS", "ReadSpan", "Reader", "Reading", "identity", "load_reader"]
