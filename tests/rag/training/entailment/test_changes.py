"""One thing changed, and where."""

import random

import pytest

from rag.training.entailment.changes import add, changed, exchange, figure, name, negate, shortened, stock, swap
from rag.types import Language

ID, EN = Language.INDONESIAN, Language.ENGLISH
FOUND = stock(["Warga Kota Melati dan Desa Sukajadi berkumpul."])


def draw(seed: int = 1) -> random.Random:
    return random.Random(seed)


def test_a_word_is_exchanged_for_one_that_says_something_else() -> None:
    change = exchange("Harga beras naik.", ID, FOUND, draw(2))
    assert change is not None
    assert change.text in {"Harga beras turun.", *(f"Harga {thing} naik." for thing in ("jagung", "gula", "kedelai"))}
    ((start, end),) = change.spans
    assert change.text[start:end] in {"turun", "jagung", "gula", "kedelai"}


def test_a_capital_stays_one() -> None:
    change = exchange("Semua hadir.", ID, FOUND, draw())
    assert change is not None
    assert change.text[0].isupper()


def test_a_figure_keeps_its_form() -> None:
    change = figure("Ada 1.250 siswa.", ID, FOUND, draw())
    assert change is not None
    assert len(change.text) == len("Ada 1.250 siswa.")
    assert change.text != "Ada 1.250 siswa."
    assert figure("Ada siswa.", ID, FOUND, draw()) is None


def test_a_year_stays_in_its_century() -> None:
    for seed in range(20):
        change = figure("Pada 2024 hujan.", ID, FOUND, draw(seed))
        assert change is not None
        assert change.text.startswith("Pada 20")


def test_another_name_stands_in_the_place_of_one() -> None:
    change = name("Rapat di Bumi Asri selesai.", ID, FOUND, draw())
    assert change is not None
    assert "Bumi Asri" not in change.text


def test_two_figures_change_places_and_both_are_marked() -> None:
    ways = [swap("Ada 12 guru untuk 340 murid.", ID, FOUND, draw(seed)) for seed in range(9)]
    change = next(one for one in ways if one is not None)
    assert change.text == "Ada 340 guru untuk 12 murid."
    assert [change.text[start:end] for start, end in change.spans] == ["340", "12"]


def test_names_of_one_list_are_not_swapped_for_that_changes_nothing() -> None:
    for seed in range(10):
        assert swap("Rapat di Melati, Sukajadi dan Wonosari selesai.", ID, FOUND, draw(seed)) is None


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Pasar tidak buka.", ID, {"Pasar buka."}),
        ("Warga mendukung.", ID, {f"Warga {no} mendukung." for no in ("tidak", "belum", "bukan")}),
        ("The road is closed.", EN, {"The road is not closed."}),
        ("The road is not closed.", EN, {"The road is closed."}),
    ],
)
def test_a_denial_is_dropped_or_put_in(text: str, language: Language, expected: set[str]) -> None:
    change = negate(text, language, FOUND, draw())
    assert change is not None
    assert change.text in expected


def test_a_detail_is_added_before_the_full_stop() -> None:
    change = add("Pasar buka.", ID, FOUND, draw())
    assert change is not None
    assert change.text.startswith("Pasar buka ")
    assert change.text.endswith(".")
    ((start, end),) = change.spans
    assert change.text[:start] + change.text[end:] == "Pasar buka ."


def test_a_text_in_which_only_a_detail_can_be_added_is_changed_all_the_same() -> None:
    change = changed("Xyz.", EN, FOUND, draw())
    assert change is not None
    assert change.kind == "added"


def test_a_part_is_left_out_and_found_again() -> None:
    text = "Panitia membagikan beras kepada warga di balai desa pada Senin pagi."
    cut = shortened(text, draw())
    assert cut is not None
    rest, (start, end) = cut
    assert rest == text[:start] + text[end:]
    assert end - start > 4
