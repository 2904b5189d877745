import pytest

from rag.language.territories import (
    place_codes,
    places_in,
    territories_in,
    territory_codes,
    without_rival_places,
)
from rag.language.territory_names import english_name


def named(text: str) -> list[tuple[str, set[str]]]:
    return [(text[place.start : place.end], set(place.codes)) for place in places_in(text)]


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


def test_a_regency_is_told_from_the_city_of_the_same_name() -> None:
    assert named("Kabupaten Malang") == [("Kabupaten Malang", {"35.07"})]
    assert named("the city of Malang") == [("city of Malang", {"35.73"})]
    assert named("jalan di Malang") == [("Malang", {"35.07", "35.73"})]


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("sewa rusun malang brp sebulan?", "malang"),
        ("pasar medan buka jam brp?", "medan"),
        ("Sewa rusun malang berapa?", None),
        ("es batu sebatang brp?", None),
        ("puncak arus mudik kapan?", None),
        ("where is the metro station and how much is a ticket?", None),
    ],
)
def test_in_a_question_without_capitals_a_word_that_is_a_place_is_the_place(question: str, place: str | None) -> None:
    found = [question[one.start : one.end] for one in places_in(question, asked=True)]
    assert found == ([place] if place else [])


def test_the_other_half_of_a_regencys_name_is_another_place() -> None:
    assert not place_codes("Lombok Timur") & {"52.01"}
    assert named("brp desa di lombok barat?") == [("lombok barat", {"52.01"})]


@pytest.mark.parametrize(
    ("english", "indonesian"),
    [
        ("East Lampung", "Lampung Timur"),
        ("South Lampung Regency", "Kabupaten Lampung Selatan"),
        ("Southwest Aceh", "Aceh Barat Daya"),
        ("Mentawai Islands", "Kepulauan Mentawai"),
    ],
)
def test_english_says_first_where_a_regency_lies(english: str, indonesian: str) -> None:
    (one,), (other,) = places_in(f"the schools of {english}"), places_in(f"sekolah di {indonesian}")
    assert one.codes == other.codes


def test_who_types_no_capitals_names_places_all_the_same() -> None:
    assert [place.codes for place in places_in("kode plat nomor cilacap apa?")] == [frozenset({"33.01"})]
    assert places_in("Kode plat nomor cilacap apa?") == ()
    assert places_in("berapa kadar pati singkong?") == ()


def test_a_regency_lies_in_its_province_and_is_not_the_province() -> None:
    assert territory_codes("Kantor itu di Lampung Timur.") == {"ID-LA"}
    assert territories_in("Kantor itu di Lampung Timur.") == ()


def test_several_places_are_found_with_the_province_they_lie_in() -> None:
    assert place_codes("Kabupaten Tulang Bawang Barat dan Kota Metro") == {"18.12", "18.72", "ID-LA"}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Sapi Jersey menghasilkan susu", []),
        ("Warga negara Jersey", ["Jersey"]),
        ("a diy workshop for students", []),
        ("gubernur diy", ["diy"]),
        ("Sekda DIY hadir", ["DIY"]),
        ("nasib malang menimpa petani", []),
        ("Bupati Malang hadir", ["Malang"]),
        ("hasil panen serang hama", []),
        ("pasar di serang", ["serang"]),
        ("pantai di Batu Layar", []),
        ("Pringsewu menerima bantuan", ["Pringsewu"]),
    ],
)
def test_words_that_are_places_only_at_times_need_a_sign_of_it(text: str, places: list[str]) -> None:
    assert [text[place.start : place.end] for place in places_in(text)] == places


def test_each_of_the_38_provinces_is_known_by_its_official_name() -> None:
    assert territory_codes("Papua Pegunungan dan Daerah Istimewa Yogyakarta") == {"ID-PE", "ID-YO"}


def test_diy_in_english_is_done_by_oneself() -> None:
    assert territory_codes("Is a DIY repair allowed?") == frozenset()
    assert territory_codes("Who is the governor of DIY?") == {"ID-YO"}
    assert territory_codes("Berapa penduduk DIY?") == {"ID-YO"}
