from datetime import date
from pathlib import Path

import pytest

from rag.errors import IndexCorrupt
from rag.index.spool import Spool
from rag.types import Document


def document(number: int) -> Document:
    return Document(f"d{number}", f"Judul {number}", f"Isi ke-{number}: é \ud800", "Dinas", date(2025, 1, number))


def test_documents_come_back_as_they_were_put_in_whenever_they_are_asked_for(tmp_path: Path) -> None:
    with Spool(tmp_path) as spool:
        numbers = [spool.add(document(1)), spool.add(document(2))]
        assert spool.document(numbers[1]) == document(2)
        numbers.append(spool.add(document(3)))
        assert [spool.document(number) for number in numbers] == [document(1), document(2), document(3)]
        assert spool.size == sum(len(spool.line(number)) + 1 for number in numbers)


def test_nothing_can_be_seen_of_it_in_the_folder(tmp_path: Path) -> None:
    with Spool(tmp_path) as spool:
        spool.add(document(1))
        assert list(tmp_path.iterdir()) == []


def test_a_line_that_the_disk_has_changed_is_not_given(tmp_path: Path) -> None:
    with Spool(tmp_path) as spool:
        number = spool.add(document(1))
        spool.line(number)
        spool._file.seek(0)
        spool._file.write(b"[")
        spool._file.flush()
        with pytest.raises(IndexCorrupt):
            spool.line(number)
