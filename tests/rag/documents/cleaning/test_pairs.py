import pytest

from rag.documents.blocks import Block
from rag.documents.cleaning.pairs import with_pairs


def texts(*lines: str) -> list[str]:
    return [block.text for block in with_pairs([Block(line) for line in lines])]


@pytest.mark.parametrize("lines", [("Kios", "388", "Los", "412"), ("388", "Kios", "412", "Los")])
def test_labels_and_figures_that_take_turns_are_pairs(lines: tuple[str, ...]) -> None:
    assert texts("Data pasar desa", "Isi pasar tahun ini lengkap.", *lines, "Selesai.") == [
        "Data pasar desa",
        "Isi pasar tahun ini lengkap.",
        "Kios: 388\nLos: 412",
        "Selesai.",
    ]


def test_figures_that_count_on_above_words_are_numbers_of_steps() -> None:
    assert texts("1", "Daftar akun", "2", "Unggah berkas") == ["1. Daftar akun", "2. Unggah berkas"]
    assert texts("Kios", "1", "Los", "2") == ["Kios: 1\nLos: 2"]


def test_a_heading_right_above_the_first_label_stays_apart() -> None:
    assert texts("Data pasar", "Kios", "388", "Los", "412") == ["Data pasar", "Kios: 388\nLos: 412"]


@pytest.mark.parametrize(
    "lines",
    [
        ("Kios", "388"),
        ("Kios", "388", "Los"),
        ("1. Kios", "388", "2. Los", "412"),
        ("Warga berkumpul.", "388", "Mereka pulang.", "412"),
    ],
)
def test_single_figures_items_and_sentences_stay_as_they_are(lines: tuple[str, ...]) -> None:
    assert texts(*lines) == list(lines)
