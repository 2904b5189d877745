import pytest

from rag.answering.guard.negation import keeps_cause, keeps_direction, keeps_hope, keeps_negation
from rag.answering.guard.terms import Term, terms

Told = tuple[str, tuple[Term, ...]]


def told(text: str) -> Told:
    return text, terms(text)


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("Puskesmas melayani imunisasi.", "Puskesmas tidak melayani imunisasi."),
        ("Sekolah tidak memungut biaya.", "Sekolah memungut biaya."),
        ("The clinic is open without an appointment.", "Klinik buka dengan janji temu."),
    ],
)
def test_a_denial_is_neither_dropped_nor_added(said: str, source: str) -> None:
    assert not keeps_negation(told(said), told(source))


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("Sekolah tidak memungut biaya.", "Sekolah tidak memungut biaya apa pun."),
        ("Terminal melayani bus dan travel.", "Terminal tidak hanya melayani bus, tetapi juga travel."),
        ("Peraturan No. 5 berlaku.", "Peraturan No. 5 berlaku."),
    ],
)
def test_the_same_denial_and_not_only_and_numbers_are_let_through(said: str, source: str) -> None:
    assert keeps_negation(told(said), told(source))


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("Tarif air diturunkan.", "Tarif air dinaikkan."),
        ("Loket ditutup pada hari Sabtu.", "Loket dibuka pada hari Sabtu."),
        ("The levy was reduced.", "Retribusi dinaikkan."),
    ],
)
def test_up_is_not_down_and_open_is_not_closed(said: str, source: str) -> None:
    assert not keeps_direction(told(said), told(source))


def test_the_same_direction_in_other_words_is_kept() -> None:
    assert keeps_direction(told("Tarif air meningkat."), told("Tarif air dinaikkan."))


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Jembatan itu selesai tahun ini.", False),
        ("Jembatan itu diharapkan selesai tahun ini.", True),
        ("The bridge is expected to be finished this year.", True),
    ],
)
def test_a_hope_is_not_told_as_a_fact(said: str, kept: bool) -> None:
    assert keeps_hope(said, "Warga berharap jembatan itu selesai tahun ini.") is kept


@pytest.mark.parametrize(
    ("said", "source", "kept"),
    [
        ("Jalan ditutup karena banjir.", "Jalan ditutup. Banjir melanda desa.", False),
        ("Jalan ditutup karena banjir.", "Jalan ditutup akibat banjir.", True),
        ("Lurah meminta agar sampah dipilah.", "Lurah meminta warga memilah sampah.", True),
        ("Kartu dibuat agar warga mudah berobat.", "Kartu dibuat untuk memudahkan warga berobat.", True),
    ],
)
def test_a_reason_is_given_only_where_the_source_gives_one(said: str, source: str, kept: bool) -> None:
    assert keeps_cause(said, source) is kept
