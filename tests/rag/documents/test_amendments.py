import pytest

from rag.documents.amendments import introduces
from rag.documents.blocks import Block, RawPage
from rag.documents.chunking import split
from rag.documents.cleaning import clean

INDONESIAN = (
    "Pasal I",
    "Beberapa ketentuan dalam Peraturan Daerah Nomor 2 Tahun 2019 diubah sebagai berikut:",
    "1. Ketentuan Pasal 7 diubah sehingga berbunyi sebagai berikut:",
    "Pasal 7",
    "(1) Retribusi kios Rp6.000 sehari.",
    "(2) Retribusi los Rp3.500 sehari.",
    "2. Di antara Pasal 7 dan Pasal 8 disisipkan Pasal 7A, sehingga berbunyi sebagai berikut:",
    "Pasal 7A",
    "Retribusi dibayar lewat bank.",
    "3. Pasal 9 dihapus.",
    "Pasal II",
    "Peraturan ini berlaku hari ini.",
)
ENGLISH = (
    "Article I",
    "Regulation Number 3 of 2018 is amended as follows:",
    "1. Article 4 is amended to read as follows:",
    "Article 4",
    "A boat pays Rp25,000 per visit.",
    "2. Article 8 is repealed.",
    "Article II",
    "This regulation is in force now.",
)


def sections(lines: tuple[str, ...]) -> list[tuple[tuple[str, ...], str]]:
    document = clean(RawPage(tuple(map(Block, lines))), "d")
    passages = split(document, lambda texts: [len(text.split()) for text in texts], 99)
    return [(passage.headings, passage.text) for passage in passages]


def test_new_wording_stands_below_the_point_that_introduces_it_and_the_next_point_ends_it() -> None:
    assert sections(INDONESIAN) == [
        (INDONESIAN[:1], INDONESIAN[1]),
        ((INDONESIAN[0], INDONESIAN[2], "Pasal 7"), f"{INDONESIAN[4]}\n{INDONESIAN[5]}"),
        ((INDONESIAN[0], INDONESIAN[6], "Pasal 7A"), INDONESIAN[8]),
        (INDONESIAN[:1], INDONESIAN[9]),
        (("Pasal II",), INDONESIAN[11]),
    ]


def test_it_does_so_in_english() -> None:
    assert sections(ENGLISH) == [
        (ENGLISH[:1], ENGLISH[1]),
        ((ENGLISH[0], ENGLISH[2], "Article 4"), ENGLISH[4]),
        (ENGLISH[:1], ENGLISH[5]),
        (("Article II",), ENGLISH[7]),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ketentuan Pasal 3 diubah sehingga berbunyi sebagai berikut:", True),
        ("Chapter II is replaced by the following:", True),
        ("Syarat sebagaimana dimaksud dalam Pasal 3 meliputi:", False),
        ("Pasal 9 dihapus.", False),
    ],
)
def test_a_line_introduces_new_wording_where_it_says_what_is_changed_and_ends_in_a_colon(
    line: str, expected: bool
) -> None:
    assert introduces(line) is expected


def test_articles_below_each_other_in_a_law_of_its_own_stay_where_they_are() -> None:
    lines = ("BAB I", "UMUM", "Pasal 1", "Iuran dibayar.", "Pasal 2", "Denda dihapus.")
    assert sections(lines) == [
        (("BAB I UMUM", "Pasal 1"), "Iuran dibayar."),
        (("BAB I UMUM", "Pasal 2"), "Denda dihapus."),
    ]
