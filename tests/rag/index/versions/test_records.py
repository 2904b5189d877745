import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from rag.index.versions.columns import UNDATED, day_of, days
from rag.index.versions.lines import Records, RecordWriter
from rag.index.versions.records import decode_document, decode_passage, encode_document, encode_passage
from rag.types import (
    Block,
    BlockKind,
    Cell,
    Document,
    Doubt,
    Heading,
    Language,
    LeftOut,
    Notice,
    NoticeKind,
    Omission,
    Passage,
    Table,
)

TABLE = Table(
    start=8,
    end=40,
    caption="Warga (jiwa)",
    columns=("Desa", ""),
    rows=((Cell(8, 12, 0, 0), Cell(14, 17, 0, 1, rows=2)), (Cell(20, 24, 1, 0, columns=2),)),
    unit="jiwa",
    page=3,
)


def write(path: Path, lines: list[bytes]) -> Records[bytes]:
    with path.open("wb") as file:
        writer = RecordWriter(file)
        for line in lines:
            writer.add(line)
    return Records(path, writer.offsets(), bytes)


def test_a_document_survives_storage_whole() -> None:
    document = Document(
        id="a/b.pdf",
        title='Judul "berkutip"\u2028dan baris',
        text="Teks — 1️⃣\nbaris dua",
        publisher="Lampost.co",
        published=date(2026, 2, 12),
        url="https://example.org/?a=1&b=2",
        language=Language.ENGLISH,
        based_on=("ANTARA, Judul, 2025-06-15",),
        headings=(Heading(0, 4, 2),),
        page_starts=(0, 5),
        source="/x/a/b.pdf",
        content_hash="00ff",
        unread_pages=(3, 7),
        blocks=(Block(BlockKind.HEADING, 0, 4, 2), Block(BlockKind.TABLE, 8, 40, path=(0,), page=3, table=TABLE)),
        left_out=(LeftOut("Menu", Omission.LINK, 1),),
        notices=(Notice(NoticeKind.RECOGNISED_PAGES, (2, 3)), Notice(NoticeKind.HIDDEN_CELLS, (), "Data", 4, 1)),
    )
    assert decode_document(encode_document(document)) == document


def test_doubts_survive_storage_and_those_stored_as_words_alone_are_read() -> None:
    block = Block(BlockKind.PARAGRAPH, 0, 4, confidence=0.5, doubtful=(Doubt("2:389", 3, 40.5, 52.0), Doubt("7O")))
    document = Document("a", "A", "teks", blocks=(block,))
    line = encode_document(document)
    assert decode_document(line) == document
    old = json.loads(line)
    old["blocks"][0]["doubtful"] = ["2:389"]
    assert decode_document(json.dumps(old).encode()).blocks[0].doubtful == (Doubt("2:389"),)


def test_a_document_stored_before_unread_pages_were_noted_is_read() -> None:
    line = encode_document(Document("a", "A", "teks")).replace(b', "unread_pages": []', b"")
    assert b"unread_pages" not in line
    assert decode_document(line) == Document("a", "A", "teks")


def test_what_earlier_builds_told_in_sentences_is_passed_over() -> None:
    line = encode_document(Document("a", "A", "teks", left_out=(LeftOut("Menu", Omission.LINK),)))
    old = line.replace(b'"reason": "link"', b'"reason": "a link"').replace(b'"notices": []', b'"notices": ["no date"]')
    assert decode_document(old) == Document("a", "A", "teks")


def test_a_passage_survives_storage_whole() -> None:
    passage = Passage("d#0", "d", 3, 9, "enam\x00\x85", "J", "H", 2, "P", date(1999, 1, 1), Language.INDONESIAN)
    passage = replace(passage, headings=("A", "H"), tables=(TABLE,))
    assert decode_passage(encode_passage(passage)) == passage


def test_a_lone_surrogate_survives_storage() -> None:
    passage = Passage("d#0", "d", 0, 1, "\ud800", "J")
    assert decode_passage(encode_passage(passage)).text == "\ud800"


def test_records_are_read_by_position(tmp_path: Path) -> None:
    records = write(tmp_path / "r", [b"nol", b"", b"dua"])
    assert [records[0], records[1], records[-1]] == [b"nol", b"", b"dua"]
    assert records[1:] == (b"", b"dua")
    assert len(records) == 3


def test_only_what_is_asked_for_is_decoded(tmp_path: Path) -> None:
    write(tmp_path / "r", [b"a", b"b", b"c"])
    decoded: list[bytes] = []
    Records(tmp_path / "r", np.array([0, 2, 4, 6]), decoded.append)[1]
    assert decoded == [b"b"]


@pytest.mark.parametrize("row", [2, -3])
def test_a_row_out_of_range_is_an_error(tmp_path: Path, row: int) -> None:
    with pytest.raises(IndexError):
        write(tmp_path / "r", [b"a", b"b"])[row]


def test_no_records_make_an_empty_sequence(tmp_path: Path) -> None:
    assert list(write(tmp_path / "r", [])) == []


def test_days_count_from_the_epoch() -> None:
    assert [days(date(1970, 1, 2)), days(date(1969, 12, 31)), days(None)] == [1, -1, UNDATED]


def test_days_are_turned_back_into_dates() -> None:
    assert [day_of(1), day_of(-1), day_of(UNDATED)] == [date(1970, 1, 2), date(1969, 12, 31), None]
