import pytest

from rag.questions.swaps import swapped, without_alike


@pytest.mark.parametrize(
    ("remainder", "previous", "expected"),
    [
        ("murid SMA", "Berapa besar beasiswa untuk mahasiswa", "Berapa besar beasiswa untuk murid SMA"),
        ("for the elderly", "How much is the student fare", "How much is the elderly fare"),
        ("private cars", "Which detour do trucks take", "Which detour do private cars take"),
        (
            "for a master's programme",
            "How long is the bachelor's programme in law",
            "How long is the master's programme in law",
        ),
        ("laki-laki", "Berapa pelajar perempuan yang anemia", "Berapa pelajar laki-laki yang anemia"),
        ("jalur prestasi", "Kapan jalur domisili dibuka", "Kapan jalur prestasi dibuka"),
        ("Lot B", "Berapa uang jaminan Lot A", "Berapa uang jaminan Lot B"),
        ("Pringsewu", "Berapa penduduk Pesawaran di Lampung", "Berapa penduduk Pringsewu di Lampung"),
        ("the deputy mayor", "Who is the mayor of Melati", "Who is the deputy mayor of Melati"),
        ("tahun 2024", "Berapa panen padi 2023", "Berapa panen padi 2024"),
        ("hilang", "Bagaimana mengurus sertifikat tanah", None),
        ("mendaftar online", "Di mana mendaftar KIP", None),
    ],
)
def test_the_like_part_is_replaced(remainder: str, previous: str, expected: str | None) -> None:
    assert swapped(remainder, previous) == expected


def test_what_is_asked_anew_is_no_part_of_the_topic() -> None:
    assert without_alike("how many men", "women vaccinated in May") == "vaccinated in May"
    assert without_alike("berapa lama", "pelatihan alumni") == "pelatihan alumni"
