"""Large numbers beside paragraphs, as leaflets set their steps."""

from tests.rag.documents.loaders.pages import Placed, Words, lines_from
from tests.rag.documents.loaders.pdf.reading import told

PARAGRAPHS = (
    (
        "Matikan semua alat listrik dan tutup keran",
        "gas sebelum keluar dari rumah bersama seluruh",
        "anggota keluarga.",
    ),
    ("Bawa tas berisi surat penting dan", "air minum untuk tiga hari."),
    ("Berkumpul di lapangan desa.",),
    ("Lapor kepada ketua regu tentang siapa yang", "belum datang ke tempat kumpul."),
)
STEPS = [f"{number}. {' '.join(lines)}" for number, lines in enumerate(PARAGRAPHS, start=1)]


def leaflet(x: float = 110, first: int = 1, gap: float = 30) -> list[Placed | Words]:
    page: list[Placed | Words] = []
    top = 700.0
    for number, lines in enumerate(PARAGRAPHS, start=first):
        page += lines_from(top, lines, x=x, step=13)
        middle = top - 13 * (len(lines) - 1) / 2
        page.append(Words(x - 50, middle - 4, str(number), size=24))
        top -= 13 * len(lines) + gap
    return page


def test_each_paragraph_stands_behind_its_number() -> None:
    assert told([[(72, 750, "Saat banjir datang"), *leaflet()]]) == ["Saat banjir datang", *STEPS]


def test_numbers_that_count_on_from_another_page_are_kept() -> None:
    assert told([leaflet(first=9)])[0].startswith("9. Matikan semua")


def test_a_number_that_is_printed_twice_is_one() -> None:
    page = leaflet()
    assert told([[*page, *(each for each in page if isinstance(each, Words))]]) == STEPS


def test_two_columns_of_steps_are_two_lists() -> None:
    read = told([[*leaflet(x=110), *leaflet(x=400, first=5)]])
    assert read == [*STEPS, *(f"{at + 4}{step[1:]}" for at, step in enumerate(STEPS, start=1))]


def test_paragraphs_that_are_not_apart_are_no_steps() -> None:
    assert not any(line.startswith("1. Matikan") and line.endswith("keluarga.") for line in told([leaflet(gap=0)]))


def test_large_figures_that_do_not_count_on_number_nothing() -> None:
    page = [
        Words(each.x, each.y, str(int(each.text) * 7), size=24) if isinstance(each, Words) else each
        for each in leaflet()
    ]
    assert not any(line.startswith("7. ") for line in told([page]))
