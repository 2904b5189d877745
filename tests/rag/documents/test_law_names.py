import pytest

from rag.documents.law_names import LawName, laws_named, own_name, repeals


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Peraturan Daerah Kabupaten Sinarjaya Nomor 6 Tahun 2017", [LawName("perda", "6", "2017")]),
        (
            "Pergub No. 12 Tahun 2020 dan UU Nomor 3 Tahun 2004",
            [LawName("pergub", "12", "2020"), LawName("uu", "3", "2004")],
        ),
        ("Regent Regulation Number 07 of 2019", [LawName("perbup", "7", "2019")]),
        ("surat Nomor 5 Tahun 2021", [LawName("", "5", "2021")]),
        ("rumah nomor 5 sejak tahun 2021", []),
    ],
)
def test_a_law_is_named_by_kind_number_and_year(text: str, names: list[LawName]) -> None:
    assert list(laws_named(text)) == names


def test_a_law_is_called_as_its_title_says_before_those_that_its_text_names() -> None:
    assert own_name("Perda Nomor 2 Tahun 2019", "Mengingat: UU Nomor 1 Tahun 2004") == LawName("perda", "2", "2019")
    assert own_name("Retribusi", "PERATURAN BUPATI NOMOR 9 TAHUN 2018") == LawName("perbup", "9", "2018")
    assert own_name("Berita", "Parkir di pasar ditata.") is None


@pytest.mark.parametrize(
    ("text", "repealed"),
    [
        ("Perda Nomor 2 Tahun 2019 dicabut dan dinyatakan tidak berlaku.", True),
        ("Peraturan ini mencabut Peraturan Daerah Nomor 2 Tahun 2019.", True),
        ("Regional Regulation Number 2 of 2019 is hereby repealed.", True),
        ("Nomor 2 Tahun 2019 dinyatakan tidak berlaku.", True),  # which kind is not said
        ("Peraturan Bupati Nomor 2 Tahun 2019 dicabut dan dinyatakan tidak berlaku.", False),
        ("Perda Nomor 2 Tahun 2018 dicabut dan dinyatakan tidak berlaku.", False),
        ("Perda Nomor 2 Tahun 2019 diubah sebagai berikut.", False),
    ],
)
def test_a_repeal_is_of_the_same_number_year_and_kind(text: str, repealed: bool) -> None:
    assert repeals(text, LawName("perda", "2", "2019")) is repealed
