"""Finds the answer in a passage, and knows when there is none: a small span reader on the bundled encoder."""

from rag.models.reader.calibration import LIKELY
from rag.models.reader.loading import load_reader
from rag.models.reader.reading import Reader, Reading, ReadSpan

__all__ = ["LIKELY", "ReadSpan", "Reader", "Reading", "load_reader"]
