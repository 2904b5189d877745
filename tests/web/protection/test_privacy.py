"""Over lines.txt: invented lines with what names a person as {mask:text}, then, after a blank line, look-alikes."""

import re
import time
from pathlib import Path

import pytest

from web.protection.privacy import mask

_MARKED = re.compile(r"\{([\w/]+):([^}]*)\}")
PERSONAL, HARMLESS = (
    part.splitlines() for part in (Path(__file__).parent / "lines.txt").read_text("utf-8").strip().split("\n\n")
)


def test_there_are_enough_lines_of_both_kinds() -> None:
    assert len(PERSONAL) >= 150
    assert len(HARMLESS) >= 150


@pytest.mark.parametrize("line", PERSONAL)
def test_what_names_a_person_is_masked_and_nothing_beside_it(line: str) -> None:
    assert mask(_MARKED.sub(r"\2", line)) == _MARKED.sub(r"[\1]", line)


@pytest.mark.parametrize("line", HARMLESS)
def test_what_only_looks_like_it_is_left_alone(line: str) -> None:
    assert mask(line) == line


def test_a_long_text_of_digits_takes_no_longer_than_its_length() -> None:
    began = time.process_time()
    for text in ("1 " * 50_000, "0" * 100_000, "a." * 50_000, "+1-" * 30_000, "(" * 50_000):
        mask(text)
    assert time.process_time() - began < 5
