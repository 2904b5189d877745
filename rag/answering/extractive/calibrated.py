"""Thresholds of confidence calibrated for one collection: a file beside its index, which outlives versions."""

import json
import logging
import threading
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from rag.errors import BadInput, Reason
from rag.folders import read_regular, replace_file
from rag.types import Language
from rag.wording.words import N_

FILE = "calibration.json"  # in the folder of the index
_FORMAT = 1
_REMEDY = Reason(N_("calibrate again with `rag evaluate --calibrate`, or remove it with `rag evaluate --uncalibrate`"))
_log = logging.getLogger(__name__)
_Stamp = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Calibrated:
    """From which confidence, 0..1, answers and short answers are shown, by code of language, and what that rests on.

    A language that is not named keeps the thresholds of the program.
    """

    answers: Mapping[str, float]
    short_answers: Mapping[str, float]
    at_most: float  # share wrong of those shown, 0..1
    confidence: float  # of that bound, 0..1
    questions: int  # it was calibrated on
    index_version: str
    model: str  # embedding model
    made_at: str  # ISO 8601, UTC
    reader: str = ""  # identity of its weights; files of earlier releases tell none


def write_calibrated(folder: Path, calibrated: Calibrated) -> Path:
    """Into the folder of the index, whole or not at all; the path of the file."""
    path = folder / FILE
    replace_file(path, json.dumps({"format": _FORMAT, **asdict(calibrated)}, indent=1) + "\n")
    return path


def read_calibrated(folder: Path) -> Calibrated | None:
    """None where nothing was calibrated. Raises BadInput when the file is none of ours."""
    path = folder / FILE
    try:
        content = json.loads(read_regular(path))
        if content.pop("format") != _FORMAT:
            raise ValueError("another format")
        return _checked(Calibrated(**content))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadInput(
            N_("%(path)s cannot be used (%(reason)s): %(remedy)s"), path=path, reason=error, remedy=_REMEDY
        ) from error


def remove_calibrated(folder: Path) -> bool:
    """Back to the thresholds of the program; whether there were others."""
    path = folder / FILE
    there = path.is_file()
    path.unlink(missing_ok=True)
    return there


def _checked(calibrated: Calibrated) -> Calibrated:
    known = {language.value for language in Language}
    for table in (calibrated.answers, calibrated.short_answers):
        if not known.issuperset(table) or not all(0 <= float(least) <= 1 for least in table.values()):
            raise ValueError("its thresholds are no shares by language")
    return calibrated


class FollowedCalibration:
    """The file of an index folder while it comes, changes and goes. Safe for several threads."""

    def __init__(self, folder: Path) -> None:
        """Raises BadInput when there is a file that cannot be used."""
        self._folder = folder
        self._lock = threading.Lock()
        self._stamp = self._look()
        self._held = read_calibrated(folder)

    def current(self) -> Calibrated | None:
        """Costs one `stat` while nothing changes. What cannot be used is logged, and what was in use stays."""
        stamp = self._look()
        with self._lock:
            if stamp != self._stamp:
                self._stamp = stamp
                try:
                    self._held = read_calibrated(self._folder)
                except BadInput as error:
                    _log.error("going on with the thresholds in use: %s", error)
            return self._held

    def _look(self) -> _Stamp | None:
        try:
            found = (self._folder / FILE).stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns


class Least(Mapping[Language, float]):
    """The lowest confidence that is shown, for each language: the calibrated one, else the usual one."""

    def __init__(self, followed: FollowedCalibration, usual: Mapping[Language, float], short: bool) -> None:
        """`short`: of short answers, not of answers."""
        self._followed = followed
        self._usual = usual
        self._short = short

    def __getitem__(self, language: Language) -> float:
        calibrated = self._followed.current()
        if calibrated is None:
            return self._usual[language]
        table = calibrated.short_answers if self._short else calibrated.answers
        return table.get(language.value, self._usual[language])

    def __iter__(self) -> Iterator[Language]:
        return iter(self._usual)

    def __len__(self) -> int:
        return len(self._usual)
