import pytest

from rag.documents.figure_units import unit_of


@pytest.mark.parametrize(
    ("told", "unit"),
    [
        ("Luas panen (ha)", "ha"),
        ("Penduduk (orang)", "orang"),
        ("Anggaran, dalam ribu rupiah", "ribu rupiah"),
        ("Realisasi dalam juta rupiah tahun 2025", "juta rupiah"),
        ("(dalam ribu ekor)", "ribu ekor"),
        ("Panen, dalam kuintal per hektare", "kuintal per hektare"),
        ("Angkutan (dalam %)", "%"),
        ("Lama rawat, dalam hari.", "hari"),
        ("Produksi, satuan: tandan", "tandan"),
        ("Harvest in thousand tonnes", "thousand tonnes"),
        ("Budget (in millions of rupiah)", "millions of rupiah"),
    ],
)
def test_the_unit_that_a_caption_or_a_column_gives(told: str, unit: str) -> None:
    assert unit_of(told) == unit


@pytest.mark.parametrize(
    "told",
    [
        "Daftar desa",
        "Jumlah pegawai Satuan Polisi Pamong Praja",
        "Satuan Kerja: Dinas Kesehatan",
        "Satuan: Dinas Kesehatan",
        "Unit Pelaksana Teknis Pasar",
        "Jumlah unit rumah",
        "Jalan dalam desa",
        "Penumpang (dalam kota)",
        "Kunjungan dalam bulan Maret",
        "Number of teachers in Lampung Tengah",
        "Schools in Kalirejo (public)",
    ],
)
def test_a_word_that_may_announce_a_unit_announces_none_before_other_things(told: str) -> None:
    assert unit_of(told) == ""
