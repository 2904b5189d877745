import pytest

from rag.answering.generative.addresses import invented_address
from rag.types import Passage

TEXT = "Daftar di https://daftar.contoh.example/kerja atau lewat layanan@contoh.example, kata Sari, S.Pd."
PASSAGES = [Passage("a#0", "a", 0, len(TEXT), TEXT, "Pendaftaran")]


@pytest.mark.parametrize(
    "text",
    [
        "Pendaftaran di penipu.example, kata Sari.",
        "Pendaftaran di http://penipu.example/kerja.",
        "Pendaftaran di https://daftar.contoh.example/lain.",
        "Pendaftaran lewat sari@contoh.example.",
        "Pendaftaran di contoh.example.",
        "Pendaftaran di https://daftar.contoh.example/ker.",
        "Pendaftaran di [sini](HTTP://Penipu.Example).",
        "Pendaftaran di ｐenipu.example.",
    ],
)
def test_an_address_that_no_passage_has_is_invented(text: str) -> None:
    assert invented_address(text, PASSAGES)


@pytest.mark.parametrize(
    "text",
    [
        "Pendaftaran dibuka di https://daftar.contoh.example/kerja.",
        "Pendaftaran dibuka di Daftar.Contoh.example, kata Sari, S.Pd.",
        "Pendaftaran lewat layanan@contoh.example.",
        "Pendaftaran dibuka pukul 08.00 WIB untuk 4.584 orang, biaya Rp1.500.000.",
    ],
)
def test_what_a_passage_has_and_figures_are_none(text: str) -> None:
    assert not invented_address(text, PASSAGES)
