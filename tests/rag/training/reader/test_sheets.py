"""Sheets of passages near each other, and the questions people wrote beside them."""

import random
from pathlib import Path

import pytest

from rag.index.ingest import ingest
from rag.settings import Settings
from rag.training.reader.sheets import examples, main, nearest_by, sheets
from rag.types import Language
from tests.fakes import WordEncoder

SHEET = """## 1
Pelayanan Desa Waru › Tarif
Surat pindah Rp5.000. Surat kematian Rp7.000.

## 2

Surat pindah di Desa Melati Rp5.000.

## 3
Pelayanan Desa Waru › Jam
Loket buka pukul 08.00.
"""
ASKED = """1? id | Berapa tarif surat kematian di Desa Waru? | Rp7.000
1? ev | tarif surat pindah waru brp? | Rp5.000 | pindah Rp5.000

3! en | When does the counter close?
"""


def put(folder: Path, asked: str = ASKED) -> Path:
    (folder / "sheet-0001.txt").write_text(SHEET, encoding="utf-8")
    (folder / "sheet-0001.asked").write_text(asked, encoding="utf-8")
    (folder / "sheet-0002.txt").write_text(SHEET, encoding="utf-8")  # nobody has asked anything of it yet
    return folder


def test_answers_lie_where_the_reader_sees_them_below_title_and_headings(tmp_path: Path) -> None:
    (sheet,) = sheets(put(tmp_path))
    death, move, closing = sheet.questions
    above = "Pelayanan Desa Waru › Tarif\n"
    assert sheet.passages[0].text == f"{above}Surat pindah Rp5.000. Surat kematian Rp7.000."
    assert (sheet.passages[0].above, sheet.passages[1].above) == (len(above), 0)
    assert sheet.passages[0].text[death.start : death.end] == "Rp7.000"
    assert sheet.passages[0].text[: move.end].endswith("Surat pindah Rp5.000")
    assert (move.spelled, death.spelled) == (True, False)
    assert (closing.row, closing.start, closing.language) == (2, -1, Language.ENGLISH)


def test_a_question_is_asked_of_what_lies_near_it_and_not_where_its_answer_stands_too(tmp_path: Path) -> None:
    found = list(examples(sheets(put(tmp_path)), random.Random(3)))
    by_question = {one.question: [] for one in found}
    for one in found:
        by_question[one.question].append((one.passage.splitlines()[-1], one.answer))
    death, move, closing = by_question.values()
    assert sorted(answer for _, answer in death) == ["", "", "Rp7.000"]
    assert [passage for passage, answer in move if not answer] == ["Loket buka pukul 08.00."]
    assert [answer for _, answer in closing] == ["", ""]
    assert len({one.id for one in found}) == len(found)


def test_the_nearest_passage_that_does_not_answer_is_the_one_it_is_asked_of(tmp_path: Path) -> None:
    put(tmp_path, "3? id | Jam berapa loket surat di Desa Melati buka? | pukul 08.00\n")
    found = list(examples(sheets(tmp_path), random.Random(3), 1, nearest_by(WordEncoder())))
    assert [one.passage.splitlines()[-1] for one in found] == [
        "Loket buka pukul 08.00.",
        "Surat pindah di Desa Melati Rp5.000.",
    ]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("4? id | Berapa? | Rp7.000", "line 1: no question"),
        ("\n1? id | Berapa? | Rp9.000", "line 2: the answer 'Rp9.000' does not stand in exactly one place"),
        ("1? id | Berapa?", "line 1: a question marked \\? has no answer"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, asked: str, said: str) -> None:
    with pytest.raises(ValueError, match=f"sheet-0001.asked, {said}"):
        sheets(put(tmp_path, asked))


def test_sheets_are_written_around_every_document_with_what_is_near(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for village in ("Waru", "Melati", "Jati"):
        parts = [
            f"## {matter}\n\n{matter} di Desa {village} dilayani setiap hari kerja sampai pukul dua siang."
            for matter in ("Surat pindah", "Surat kematian", "Kartu keluarga")
        ]
        text = f"# Pelayanan Desa {village}\n\n" + "\n\n".join(parts)
        (source / f"{village.lower()}.md").write_text(text, encoding="utf-8")
    ingest([source], tmp_path / "index", WordEncoder(), Settings())
    main(tmp_path / "index", tmp_path / "sheets", count=3)
    written = sorted((tmp_path / "sheets").glob("*.txt"))
    assert len(written) == 3
    for path in written:
        text = path.read_text(encoding="utf-8")
        assert all(f"Pelayanan Desa {village} › " in text for village in ("Waru", "Melati", "Jati"))
        path.with_suffix(".asked").write_text("1! id | Berapa?", encoding="utf-8")
    assert {len(sheet.passages) for sheet in sheets(tmp_path / "sheets")} == {7}  # 3 of one, 2 each of the others
    first = written[0].read_text(encoding="utf-8")
    main(tmp_path / "index", tmp_path / "again", count=3)
    assert (tmp_path / "again" / written[0].name).read_text(encoding="utf-8") == first
