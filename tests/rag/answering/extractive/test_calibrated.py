import os
from pathlib import Path

import pytest

from rag.answering.extractive.calibrated import (
    FILE,
    Calibrated,
    FollowedCalibration,
    Least,
    read_calibrated,
    remove_calibrated,
    write_calibrated,
)
from rag.errors import BadInput
from rag.types import Language

MADE = Calibrated({"id": 0.6}, {"id": 0.9, "en": 0.95}, 0.05, 0.95, 240, "v1", "toy", "2026-02-13T00:00:00+00:00")
USUAL = {Language.INDONESIAN: 0.48, Language.ENGLISH: 0.45}


def test_a_file_in_the_place_of_the_folder_holds_none(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("x")
    assert read_calibrated(tmp_path / "index") is None


def test_what_is_written_is_read_and_can_be_removed(tmp_path: Path) -> None:
    assert read_calibrated(tmp_path) is None
    assert write_calibrated(tmp_path, MADE) == tmp_path / FILE
    assert read_calibrated(tmp_path) == MADE
    assert remove_calibrated(tmp_path)
    assert not remove_calibrated(tmp_path)
    assert read_calibrated(tmp_path) is None


@pytest.mark.parametrize("content", ["", "{}", '{"format": 9}', "[1]"])
def test_another_file_of_that_name_is_told_with_what_to_do(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content)
    with pytest.raises(BadInput, match=r"calibration.json cannot be used .*--uncalibrate"):
        read_calibrated(tmp_path)


def test_thresholds_that_are_no_shares_are_refused(tmp_path: Path) -> None:
    path = write_calibrated(tmp_path, MADE)
    path.write_text(path.read_text().replace("0.6", "6.0"))
    with pytest.raises(BadInput):
        read_calibrated(tmp_path)


def test_thresholds_follow_the_file_and_a_language_that_it_does_not_name_keeps_its_own(tmp_path: Path) -> None:
    least = Least(FollowedCalibration(tmp_path), USUAL, short=False)
    assert dict(least) == USUAL
    path = write_calibrated(tmp_path, MADE)
    assert dict(least) == {Language.INDONESIAN: 0.6, Language.ENGLISH: USUAL[Language.ENGLISH]}
    path.write_text("damaged")
    os.utime(path, ns=(1, 1))
    assert dict(least) == {Language.INDONESIAN: 0.6, Language.ENGLISH: USUAL[Language.ENGLISH]}
    remove_calibrated(tmp_path)
    assert dict(least) == USUAL


def test_short_answers_have_thresholds_of_their_own(tmp_path: Path) -> None:
    write_calibrated(tmp_path, MADE)
    short = Least(FollowedCalibration(tmp_path), dict.fromkeys(Language, 0.85), short=True)
    assert dict(short) == {Language.INDONESIAN: 0.9, Language.ENGLISH: 0.95}
