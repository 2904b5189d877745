import pytest

from rag.language.territories import english_name, territories_in, territory_codes, without_rival_places


def test_a_country_has_one_code_in_both_languages_and_in_press_spelling() -> None:
    assert territory_codes("ke Jepang, Hongkong dan Korsel") == territory_codes("to Japan, Hong Kong and South Korea")


def test_a_longer_name_wins_over_the_one_inside_it() -> None:
    assert territory_codes("Kepulauan Riau") == {"ID-KR"}
    assert territory_codes("Riau") == {"ID-RI"}


def test_names_are_found_as_whole_words_with_their_offsets() -> None:
    assert territories_in("di Maliana dan Mali.") == ((15, 19),)


def test_the_english_name_of_a_place() -> None:
    assert english_name("Maluku Utara") == "North Maluku"
    assert english_name("Bandar Lampung") is None


@pytest.mark.parametrize("text", ["siapa presiden ındonesia?", "SİAPA PRESİDEN İNDONESİA?", "preſiden indoneſia"])
def test_letters_that_only_look_like_i_and_s_are_read_as_those(text: str) -> None:
    assert territory_codes(text) == {"ID"}


@pytest.mark.parametrize(
    ("asked", "earlier", "left"),
    [
        ("ke Singapura berapa", "Berapa pekerja yang ke Jepang?", "Berapa pekerja ?"),
        ("ke Singapura berapa", "Berapa pekerja yang ke Jepang dan Korea?", "Berapa pekerja ?"),
        ("ke Singapura berapa", "Berapa pekerja dari Lampung?", "Berapa pekerja dari Lampung?"),
        ("dari Riau ke Singapura", "Berapa dari Jawa Barat yang ke Jepang kini?", "Berapa kini?"),
        ("berapa totalnya", "Berapa pekerja yang ke Jepang?", "Berapa pekerja yang ke Jepang?"),
    ],
)
def test_a_place_of_the_same_role_gives_way(asked: str, earlier: str, left: str) -> None:
    assert without_rival_places(asked, earlier) == left
