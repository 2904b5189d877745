from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.web.heard import rated, save
from web.protection.privacy import mask
from web.records.database import Database
from web.records.hearing import Heard
from web.records.models import HeardRow

RATING = {"id": "0" * 32, "rating": "down", "question": "Berapa ke Taiwan?", "answer": "4.584 orang"}


def stored(tmp_path: Path) -> list[HeardRow]:
    return rated(Database(tmp_path / "test.sqlite"))


def test_a_rating_is_stored_masked(client: TestClient, tmp_path: Path) -> None:
    body = RATING | {"comment": "NIK saya 1871012345678901, telepon 0812-3456-7890, surel a@b.co.id"}
    assert client.post("/api/feedback", json=body).status_code == 201
    (row,) = stored(tmp_path)
    assert row.comment == "NIK saya [NIK/KK], telepon [telepon], surel [surel]"
    assert (row.kind, row.question) == ("down", "Berapa ke Taiwan?")


def test_a_second_rating_of_the_same_answer_replaces_the_first(client: TestClient, tmp_path: Path) -> None:
    client.post("/api/feedback", json=RATING)
    client.post("/api/feedback", json=RATING | {"rating": "up", "comment": "terima kasih"})
    assert [(row.kind, row.comment) for row in stored(tmp_path)] == [("up", "terima kasih")]


def test_quotes_in_a_comment_are_data_and_not_sql(client: TestClient, tmp_path: Path) -> None:
    comment = "'); DROP TABLE feedback; --"
    client.post("/api/feedback", json=RATING | {"comment": comment})
    assert stored(tmp_path)[0].comment == comment


def test_the_form_without_javascript_thanks_and_asks_for_a_word(client: TestClient, tmp_path: Path) -> None:
    response = client.post("/masukan", data=RATING)
    assert "Terima kasih atas masukan Anda." in response.text
    assert 'name="comment"' in response.text
    assert 'name="comment"' not in client.post("/masukan", data=RATING | {"comment": "kurang lengkap"}).text
    assert [row.comment for row in stored(tmp_path)] == ["kurang lengkap"]


def test_a_rating_that_is_neither_up_nor_down_is_422(client: TestClient) -> None:
    assert client.post("/api/feedback", json=RATING | {"rating": "maybe"}).status_code == 422
    assert client.post("/api/feedback", json=RATING | {"id": "short"}).status_code == 422


def test_preparing_twice_keeps_what_is_there(tmp_path: Path) -> None:
    database = Database(tmp_path / "deep" / "f.sqlite")
    database.prepare()
    save(database, Heard("1" * 32, "up"))
    database.prepare()
    assert len(rated(database)) == 1


def test_masking_leaves_figures_alone() -> None:
    text = "Rp2,37 triliun, 9.154 orang, 2024, No. 22 Tahun 2022, 08.30 WIB, 4584 dan 2389"
    assert mask(text) == text


def test_masking_knows_the_ways_a_number_is_written() -> None:
    assert mask("1871 0123 4567 8901") == "[NIK/KK]"
    assert mask("+62 812 3456 7890") == mask("081234567890") == mask("6281234567890") == "[telepon]"


@pytest.mark.parametrize(
    "number",
    [
        "(0812) 3456 7890",
        "0721-481107",
        "021 7799 5000",
        "0812\u20133456\u20137890",
        "+62 (0)812 3456 7890",
        "+886 912 345 678",
        "+60 12-345 6789",
    ],
)
def test_telephone_numbers_of_any_place_are_masked(number: str) -> None:
    assert mask(f"Hubungi {number}, ya.") == "Hubungi [telepon], ya."


def test_a_bracket_around_a_number_stays() -> None:
    assert mask("Budi (0812 3456 7890)") == "Budi ([telepon])"


def test_an_identity_number_in_groups_far_apart_is_masked() -> None:
    assert mask("1871 - 0112 - 0190 - 0001") == "[NIK/KK]"


def test_an_address_that_begins_with_a_number_is_masked_whole() -> None:
    assert mask("081234567890@contoh.id") == "[surel]"


@pytest.mark.parametrize(
    "text",
    [
        "Rp1.234.567.890",
        "Rp 628.123.456.789",
        "01-02-2026",
        "No. 5 Tahun 2023",
        "9.154 orang pada 2025",
        "05-06-2025 - 07-08-2025",
        "01.02.2026 10.30 WIB",
        "08.30 - 10.30 WIB",
        "2019 - 2020 - 2021 - 2022",
        "tumbuh +5.200 sampai 0,5 persen",
    ],
)
def test_amounts_dates_and_years_are_left_alone(text: str) -> None:
    assert mask(text) == text
