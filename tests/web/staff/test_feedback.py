import io

import pytest
from fastapi.testclient import TestClient
from lxml import html
from openpyxl import load_workbook
from sqlalchemy import select, text

from tests.web.accounts import csrf, database_of, sign_in
from tests.web.conftest import Open
from tests.web.fakes import MIGRANTS
from tests.web.heard import ask, question, save
from web.protection.permissions import Role
from web.records.grouping import Grouping
from web.records.hearing import Heard
from web.records.models import CaseRow, GoldQuestionRow
from web.staff.tables import csv_of, xlsx_of


@pytest.fixture
def staff(open_client: Open) -> TestClient:
    client = sign_in(open_client(requests_per_minute=1000), Role.STAFF)
    database = database_of(client)
    ask(database, question(1, "=1+2 siapa gubernur"), question(2, "Berapa ke Taiwan?", outcome="answered"))
    save(database, Heard("a" * 32, "down", "kurang rinci", "Berapa ke Taiwan?", documents=MIGRANTS.id, language="id"))
    while Grouping(database, None).step():
        pass
    client.cookies.set("bahasa", "en")
    return client


def test_asking_puts_the_question_into_the_queue(open_client: Open) -> None:
    client = sign_in(open_client(requests_per_minute=1000), Role.STAFF)
    client.post("/api/ask", json={"question": "Siapa yang tahu 1871012345678901?"})
    client.app.state.services.hearing.catch_up()  # type: ignore[attr-defined]
    assert "Siapa yang tahu [NIK/KK]?" in client.get("/staff/feedback").text


def test_the_queue_lists_cases_and_filters_them(staff: TestClient) -> None:
    def listed(query: str) -> list[str]:
        tree = html.fromstring(staff.get(f"/staff/feedback{query}").text)
        return tree.xpath("//ul[@class='cases']//h2/a/text()")

    assert listed("") == ["Berapa ke Taiwan?", "=1+2 siapa gubernur"]
    assert listed("?kind=down") == ["Berapa ke Taiwan?"]
    assert listed("?kind=unanswered&language=id") == ["=1+2 siapa gubernur"]
    assert listed("?state=resolved") == []
    assert listed("?since=gestern&page=99") == ["Berapa ke Taiwan?", "=1+2 siapa gubernur"]


def test_a_case_is_resolved_with_a_note(staff: TestClient) -> None:
    token = csrf(staff, "/staff/feedback/1")
    sent = {"csrf": token, "revision": 1, "do": "resolve", "text": "ditambahkan"}
    assert staff.post("/staff/feedback/1", data=sent, follow_redirects=False).status_code == 303
    page = staff.get("/staff/feedback/1").text
    assert "ditambahkan" in page
    assert ">resolved</span>" in page
    again = staff.post("/staff/feedback/1", data={**sent, "text": "punya saya"})
    assert again.status_code == 409
    assert "punya saya</textarea>" in again.text


def test_a_case_that_is_not_there_is_404(staff: TestClient) -> None:
    assert staff.get("/staff/feedback/99").status_code == 404


def test_no_cell_of_an_export_is_a_formula(staff: TestClient) -> None:
    text = staff.get("/staff/feedback/export/csv").content.decode("utf-8-sig")
    assert ",'=1+2 siapa gubernur," in text
    book = load_workbook(io.BytesIO(staff.get("/staff/feedback/export/xlsx?of=unanswered").content))
    rows = list(book.worksheets[0].iter_rows())
    assert [row[1].value for row in rows] == ["question", "=1+2 siapa gubernur"]
    assert rows[1][1].data_type == "s"


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1"])
def test_what_a_spreadsheet_would_compute_is_text(text: str) -> None:
    assert csv_of(["a"], [[text]]).decode("utf-8-sig").splitlines()[1].lstrip('"').startswith("'")
    (cell,) = list(load_workbook(io.BytesIO(xlsx_of(["a"], [[text]]))).worksheets[0].iter_rows())[1]
    assert (cell.data_type, cell.value) == ("s", text)


def test_numbers_stay_numbers_in_an_export() -> None:
    (cell,) = list(load_workbook(io.BytesIO(xlsx_of(["a"], [[-3]]))).worksheets[0].iter_rows())[1]
    assert (cell.data_type, cell.value) == ("n", -3)


def test_marked_words_of_the_cited_document_make_a_gold_question(staff: TestClient) -> None:
    address = "/staff/feedback/2/gold"
    tree = html.fromstring(staff.get(address).text)
    assert tree.xpath("//input[@name='document']/@value") == [MIGRANTS.id]
    assert "4.584 orang" in tree.xpath("string(//textarea[@data-source])")
    sent = {"csrf": csrf(staff, address), "question": "Berapa ke Taiwan?", "document": MIGRANTS.id}
    wrong = staff.post(address, data={**sent, "expected": "9.999 orang"})
    assert wrong.status_code == 422
    assert "9.999 orang" in html.fromstring(wrong.text).xpath("string(//p[@role='alert'])")
    assert staff.post(address, data=sent).status_code == 422
    taken = staff.post(address, data={**sent, "expected": "4.584 orang | 4584"}, follow_redirects=False)
    assert taken.status_code == 303
    with database_of(staff).reading() as session:
        (row,) = session.scalars(select(GoldQuestionRow))
        assert session.get_one(CaseRow, 2).gold == row.gold_id == "case-2"
    assert '"expected": [["4.584 orang", "4584"]]' in row.content


def test_a_case_that_the_documents_do_not_answer_is_a_gold_question_too(staff: TestClient) -> None:
    address = "/staff/feedback/1/gold"
    sent = {"csrf": csrf(staff, address), "question": "Siapa gubernur?", "unanswerable": "1"}
    assert staff.post(address, data=sent, follow_redirects=False).status_code == 303
    with database_of(staff).reading() as session:
        (row,) = session.scalars(select(GoldQuestionRow))
    assert '"outcomes": ["not_found"]' in row.content


def test_what_people_ask_is_shown_and_exported(staff: TestClient) -> None:
    tree = html.fromstring(staff.get("/staff/asked").text)
    assert [each.text for each in tree.xpath("//dl[@class='figures']//dd")][:3] == ["2", "1", "50.0%"]
    assert len(tree.xpath("//svg/title")) == 2
    assert len(tree.xpath("//section//table")) == 2
    text = staff.get("/staff/asked/export/csv").content.decode("utf-8-sig")
    assert "topic,'=1+2 siapa gubernur,1,1" in text


@pytest.mark.parametrize("query", ["?since=2026-09-01&until=2026-01-01", "?until=9999-12-31", "?since=0001-01-01"])
def test_odd_periods_are_no_failure(staff: TestClient, query: str) -> None:
    assert staff.get(f"/staff/asked{query}").status_code == 200


@pytest.mark.parametrize("damaged", ["'kacau'", "x'ff00'", "7", "''"])
def test_a_language_that_is_none_is_told_as_not_known(staff: TestClient, damaged: str) -> None:
    with database_of(staff).writing() as session:
        session.execute(text(f"UPDATE heard SET language = {damaged} WHERE question LIKE '=1+2%'"))
        session.execute(text(f"UPDATE cases SET language = {damaged}"))
    for path in ("/feedback", "/feedback/1", "/asked", "/feedback/export/csv", "/asked/export/csv", ""):
        assert staff.get(f"/staff{path}").status_code == 200, path
    assert "Language not known" in staff.get("/staff/asked").text


def test_a_rating_in_no_language_of_ours_is_kept_without_it(open_client: Open) -> None:
    client = sign_in(open_client(requests_per_minute=1000), Role.STAFF)
    sent = {"id": "b" * 32, "rating": "down", "question": "Qui?", "language": "fr"}
    assert client.post("/api/feedback", json=sent).status_code == 201
    with database_of(client).reading() as session:
        assert session.execute(text("SELECT language FROM heard")).scalar() == ""
