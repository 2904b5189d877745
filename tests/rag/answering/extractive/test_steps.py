from pathlib import Path

from rag.answering.extractive.candidates import candidates, spans_in_order
from rag.answering.extractive.scoring import Scored, Signals
from rag.answering.extractive.steps import steps_of
from rag.documents.chunking import split
from rag.documents.loaders import load
from rag.language.sequences import StepsAsked
from rag.types import Document, Hit, Method


def document(tmp_path: Path, text: str) -> Document:
    name = "a.md" if text.startswith("#") else "a.txt"
    (tmp_path / name).write_text(text, encoding="utf-8")
    (loaded,) = load(tmp_path / name, name, 100_000)
    assert isinstance(loaded, Document)
    return loaded


def steps(
    text: str, tmp_path: Path, beginning: str, asked: StepsAsked = StepsAsked.NAMED, limit: int = 200
) -> list[str]:
    """The steps told where the best sentence is the one that begins so; passages hold `limit` words."""
    found = document(tmp_path, text)
    passages = split(found, lambda texts: [len(one.split()) for one in texts], limit)
    hits = [Hit(passage, 1.0, (Method.DENSE,)) for passage in passages]
    best = next(one for one in candidates(hits) if one.text.startswith(beginning))
    told = steps_of(asked, Scored(best, Signals(0, 0, 0, 0, 0), 1.0), found)
    return [one.candidate.text for one in told]


LIST = "# Izin\n\n1. Isi formulir di loket.\n2. Bayar di bank daerah.\n3. Ambil izin di loket.\n\nLoket tutup sore.\n"


def test_each_item_is_a_step_in_order(tmp_path: Path) -> None:
    assert steps(LIST, tmp_path, "2. Bayar") == [
        "1. Isi formulir di loket.",
        "2. Bayar di bank daerah.",
        "3. Ambil izin di loket.",
    ]


def test_a_list_cut_over_passages_is_whole(tmp_path: Path) -> None:
    assert len(steps(LIST, tmp_path, "3. Ambil", limit=6)) == 3


def test_what_is_listed_below_a_step_belongs_to_it(tmp_path: Path) -> None:
    text = "# Izin\n\n1. Siapkan berkas ini:\n   - kartu keluarga\n   - pasfoto terbaru\n2. Serahkan di loket dua.\n"
    told = steps(text, tmp_path, "1. Siapkan")
    assert [one.split("\n")[0] for one in told] == ["1. Siapkan berkas ini:", "2. Serahkan di loket dua."]
    assert "pasfoto" in told[0]


def test_what_is_numbered_below_a_step_belongs_to_it(tmp_path: Path) -> None:
    text = "# Izin\n\n1. Siapkan berkas ini:\n   1. kartu keluarga lama\n   2. pasfoto\n2. Serahkan di loket dua.\n"
    told = steps(text, tmp_path, "1. Siapkan")
    assert [one.split("\n")[0] for one in told] == ["1. Siapkan berkas ini:", "2. Serahkan di loket dua."]
    assert "pasfoto" in told[0]


def test_a_list_that_begins_again_is_another_one(tmp_path: Path) -> None:
    text = "Izin\n\n1. Isi formulir satu.\n2. Bayar di bank.\n\n1. Isi formulir dua.\n2. Bayar di pos.\n"
    assert steps(text, tmp_path, "2. Bayar di pos") == ["1. Isi formulir dua.", "2. Bayar di pos."]


def test_a_ninth_letter_does_not_begin_another_list(tmp_path: Path) -> None:
    items = [f"{letter}. Serahkan berkas ke loket {number}." for number, letter in enumerate("abcdefghij", start=1)]
    assert steps("# Izin\n\n" + "\n".join(items) + "\n", tmp_path, "b. Serahkan") == items


def test_prose_that_tells_step_after_step(tmp_path: Path) -> None:
    text = (
        "# Izin\n\nIzin berlaku setahun. Pertama, isi formulir itu. Kemudian bayar di bank. Terakhir, ambil di loket.\n"
    )
    assert steps(text, tmp_path, "Kemudian") == [
        "Pertama, isi formulir itu.",
        "Kemudian bayar di bank.",
        "Terakhir, ambil di loket.",
    ]


def test_a_sentence_by_itself_has_no_steps(tmp_path: Path) -> None:
    assert steps(LIST, tmp_path, "Loket tutup") == []


def test_bullets_are_no_order_where_only_a_way_is_asked_for(tmp_path: Path) -> None:
    text = "# Izin\n\n- Kartu keluarga lama.\n- Pasfoto terbaru saja.\n"
    assert steps(text, tmp_path, "- Kartu", StepsAsked.WAY) == []
    assert len(steps(text, tmp_path, "- Kartu")) == 2


def test_items_and_steps_are_read_as_one() -> None:
    text = "Ikuti ini:\n1. Isi formulir.\n2. Bayar di bank.\nLoket tutup sore hari."
    assert [text[start:end] for start, end in spans_in_order(text)] == [
        "Ikuti ini:\n1. Isi formulir.\n2. Bayar di bank.",
        "Loket tutup sore hari.",
    ]
