"""Finds the answer in a passage, and knows when there is none: a small span reader on the bundled encoder."""

from rag.reader.answer_type import AnswerType, answer_type, fits, wants_list
from rag.reader.calibration import LIKELY
from rag.reader.loading import load_reader
from rag.reader.reading import Reader, Reading, ReadSpan

__all__ = [
    "LIKELY",
    "AnswerType",
    "ReadSpan",
    "Reader",
    "Reading",
    "answer_type",
    "fits",
    "load_reader",
    "wants_list",
]
