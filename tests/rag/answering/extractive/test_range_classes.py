from rag.answering.extractive.range_classes import class_meant, classes_in, of_class
from rag.language.brackets import amounts_in
from tests.rag.answering.extractive.tables import Page

TEXT = (
    "Kelas menurut luas tanah:\n- Kelas I: lebih dari 500 m2\n- Kelas II: sampai 500 m2\n\nKelas ditinjau tiap tahun."
)
ROWS = "Golongan: Kecil; Muatan: sampai 2 ton\nGolongan: Besar; Muatan: lebih dari 2 ton"


def test_classes_are_lines_of_a_name_and_a_range() -> None:
    (classes,) = classes_in(TEXT)
    assert [name for name, _ in classes.names] == ["Kelas I", "Kelas II"]
    assert "luas" in classes.about
    assert [name for name, _ in classes_in(ROWS)[0].names] == ["Kecil", "Besar"]
    assert classes_in("Berat: lebih dari 2 kg\nWarna: merah") == ()


def test_rows_are_meant_by_the_class_of_an_amount() -> None:
    page = Page("Kelas|Rumah|Toko", "Kelas I|30.000|90.000", "Kelas II|20.000|60.000")
    question = "Berapa retribusi rumah dengan luas tanah 350 m2?"
    classed = class_meant(TEXT, question, amounts_in(question))
    assert classed is not None
    found = of_class(classed, page.table, page.words)
    assert found is not None
    assert found.rows == (1,)
    assert {"luas", "tanah"} <= found.terms


def test_rows_that_no_class_calls_are_left_alone() -> None:
    question = "Berapa retribusi tanah 350 m2?"
    classed = class_meant(TEXT, question, amounts_in(question))
    assert classed is not None
    page = Page("Desa|Rumah", "Sukamaju|30.000", "Kelas II|20.000")
    assert of_class(classed, page.table, page.words) is None


def test_an_amount_beyond_all_classes_is_of_none() -> None:
    text = "Golongan\nKecil: 1 sampai 5 ekor\nBesar: 6 sampai 20 ekor"
    assert class_meant(text, "kandang 30 ekor", amounts_in("kandang 30 ekor")) is None
