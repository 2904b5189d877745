import pytest

from tests.rag.answering.extractive.tables import Page

PARKING = (
    "Lama parkir|Motor (Rp)|Mobil (Rp)",
    "sampai 2 jam|2.000|4.000",
    "lebih dari 2 jam sampai 5 jam|3.000|6.000",
    "lebih dari 5 jam|5.000|10.000",
)
PARCELS = (
    "Berat (kg) Dari|Berat (kg) Sampai|Dalam pulau|Luar pulau",
    "0|2|9.000|21.000",
    "2,01|10|17.000|43.000",
    "10,01|-|55.000|120.000",
)
TURNOVER = (
    "No|Omzet (juta rupiah)|Golongan|Iuran (Rp)",
    "1|0 - 300|Mikro|50.000",
    "2|> 300 - 2.500|Kecil|125.000",
    "3|> 2.500 - 50.000|Menengah|400.000",
)


@pytest.mark.parametrize(
    ("table", "question", "told"),
    [
        (PARKING, "parkir mobil 3 jam bayar brp?", "6.000"),
        (PARKING, "motor parkir 90 menit brp?", "2.000"),
        (PARKING, "How much is parking a mobil for 8 hours?", "10.000"),
        (PARKING, "Berapa parkir mobil 2 jam?", "4.000"),
        (PARCELS, "paket 5 kilo ke luar pulau brp?", "43.000"),
        (PARCELS, "Berapa ongkos paket 800 gram ke luar pulau?", "21.000"),
        (PARCELS, "paket 30 kg luar pulau?", "120.000"),
        (TURNOVER, "omzet 600 juta iurannya brp?", "125.000"),
        (TURNOVER, "Berapa iuran usaha dengan omzet Rp3 miliar?", "400.000"),
        (TURNOVER, "Berapa iuran usaha dengan omzet 90 miliar?", None),
    ],
)
def test_a_row_is_meant_by_the_amount_that_its_range_holds(
    table: tuple[str, ...], question: str, told: str | None
) -> None:
    assert Page(*table).answer(question) == told


def test_an_amount_in_two_ranges_means_neither() -> None:
    page = Page("Daya (kWh)|Tarif", "0-50|400", "50-100|600")
    assert page.bound("pemakaian 50 kWh tarifnya berapa?").rows == ()
    assert page.answer("pemakaian 70 kWh tarifnya berapa?") == "600"


def test_an_amount_of_another_kind_means_no_range() -> None:
    assert Page(*PARKING).bound("parkir mobil 3 kg?").by_range == frozenset()


def test_of_groups_with_the_same_ranges_the_one_named_is_meant() -> None:
    page = Page("Wilayah|Jarak|Ongkos", "Utara|1-5 km|7.000", "Utara|6-10 km|12.000", "Selatan|1-5 km|8.000")
    assert page.answer("ongkos ke Selatan jarak 3 km?") == "8.000"
    assert len(page.bound("ongkos jarak 3 km?").rows) == 2
