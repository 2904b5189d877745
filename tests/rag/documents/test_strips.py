import io
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from rag.documents.strips import drawn
from tests.rag.documents.loaders.pages import Words, pdf_of


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """600 by 800 points, with one line whose letters stand on 700."""
    path = tmp_path / "halaman.pdf"
    path.write_bytes(pdf_of([[Words(60, 700, "Retribusi parkir sebesar Rp2.389 sehari.")]]))
    return path


def seen(data: bytes):
    return np.asarray(Image.open(io.BytesIO(data)))


def test_a_strip_is_as_wide_as_the_page_and_as_high_as_the_line_with_its_margins(page: Path) -> None:
    # At 150 dots an inch; 10 points and six tenths of that above and below.
    assert seen(drawn(str(page), 1, 700, 710)).shape == pytest.approx((22 * 150 / 72, 600 * 150 / 72), abs=2)


def test_the_line_is_in_the_strip_and_what_is_above_it_is_not(page: Path) -> None:
    assert seen(drawn(str(page), 1, 700, 710)).min() < 50
    assert seen(drawn(str(page), 1, 750, 760)).min() == 255


def test_a_strip_of_any_size_has_no_more_than_two_million_dots(page: Path) -> None:
    assert 1_900_000 < seen(drawn(str(page), 1, 0, 800)).size < 2_100_000


def test_a_page_that_is_not_there_is_an_error(page: Path) -> None:
    with pytest.raises(pypdfium2.PdfiumError):
        drawn(str(page), 2, 700, 710)
