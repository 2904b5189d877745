import re
from datetime import UTC, datetime, timedelta
from io import BytesIO

import docx
import pytest
from fastapi.testclient import TestClient
from lxml import html
from pypdfium2 import PdfDocument
from sqlalchemy import select

from tests.web.accounts import database_of
from tests.web.conftest import Open
from tests.web.fakes import FIGURES, FakePipeline
from web.records.models import AnswerRow
from web.records.retention import forget

TAIWAN = "Berapa orang ke Taiwan?"


def asked(client: TestClient, question: str, **fields: str) -> str:
    """The address that a posted question leads to."""
    response = client.post("/", data={"q": question, **fields}, follow_redirects=False)
    assert response.status_code == 303
    return response.headers["location"]


def questions(text: str) -> list[str]:
    return [each.text for each in html.fromstring(text).xpath("//h2[@class='question']")]


def test_a_posted_question_leads_to_an_address_that_shows_the_answer_again(client: TestClient) -> None:
    address = asked(client, TAIWAN)
    assert re.fullmatch("/answers/[0-9a-f]{32}", address)
    first, again = client.get(address), client.get(address)
    assert "4.584 orang" in first.text
    assert FIGURES in again.text
    assert (first.headers["X-Robots-Tag"], first.headers["Cache-Control"]) == ("noindex", "no-store")


def test_the_answer_is_read_from_what_is_kept_and_not_asked_for_again(open_client: Open) -> None:
    pipeline = FakePipeline()
    client = open_client(pipeline)
    address = asked(client, TAIWAN)
    client.get(address)
    assert len(pipeline.questions) == 1


def test_a_conversation_goes_on_from_an_address(open_client: Open) -> None:
    pipeline = FakePipeline()
    client = open_client(pipeline)
    form = html.fromstring(client.get(asked(client, TAIWAN)).text).xpath("//form[contains(@class,'composer')]")[0]
    second = asked(client, "Sampai kapan?", **{k: v for k, v in form.form_values() if k != "q"})
    assert pipeline.questions[-1].history[0].question == TAIWAN
    assert questions(client.get(second).text) == [TAIWAN, "Sampai kapan?"]


def test_two_answers_have_addresses_of_their_own(client: TestClient) -> None:
    assert asked(client, TAIWAN) != asked(client, TAIWAN)


def test_numbers_of_persons_are_masked_before_the_answer_is_kept(client: TestClient) -> None:
    address = asked(client, "Ke Taiwan berapa? Telepon saya 0812-3456-7890")
    with database_of(client).reading() as session:
        content = session.scalars(select(AnswerRow.content)).one()
    assert "3456" not in content
    assert questions(client.get(address).text) == ["Ke Taiwan berapa? Telepon saya [telepon]"]


def test_only_the_newest_answers_are_kept(open_client: Open) -> None:
    client = open_client(answers_kept=2)
    addresses = [asked(client, TAIWAN) for _ in range(3)]
    assert [client.get(address).status_code for address in addresses] == [404, 200, 200]


def test_an_answer_over_its_time_is_deleted_and_said_to_be_gone(client: TestClient) -> None:
    address = asked(client, TAIWAN)
    services = client.app.state.services  # type: ignore[attr-defined]
    with services.database.writing() as session:
        session.scalars(select(AnswerRow)).one().created_at = datetime.now(UTC) - timedelta(days=91)
    assert forget(services.database, services.settings).answers == 1
    response = client.get(address)
    assert response.status_code == 404
    assert "tidak lagi disimpan" in response.text


def test_without_a_place_to_keep_it_the_answer_is_shown_at_once(open_client: Open, tmp_path) -> None:
    for settings in ({"answer_days": 0}, {"database": tmp_path / "file" / "x.sqlite"}):
        (tmp_path / "file").touch()
        client = open_client(**settings)
        response = client.post("/", data={"q": TAIWAN}, follow_redirects=False)
        assert (response.status_code, "4.584 orang" in response.text) == (200, True)
        assert "/answers/" not in response.text


def test_turns_that_only_the_form_knows_are_not_lost_to_an_address(client: TestClient) -> None:
    history = '[{"question": "Apa?", "answer": "Itu."}]'
    response = client.post("/", data={"q": TAIWAN, "history": history}, follow_redirects=False)
    assert questions(response.text) == ["Apa?", TAIWAN]


def test_a_question_can_be_changed_and_asked_again_where_it_stood(client: TestClient) -> None:
    first = asked(client, TAIWAN)
    second = asked(client, "Sampai kapan?", after=first.rsplit("/", 1)[1])
    tree = html.fromstring(client.get("/?edit=" + second.rsplit("/", 1)[1]).text)
    assert tree.xpath("string(//textarea[@name='q'])") == "Sampai kapan?"
    assert questions(html.tostring(tree)) == [TAIWAN]
    assert tree.xpath("//input[@name='after']/@value") == [first.rsplit("/", 1)[1]]


def test_what_cannot_be_an_id_does_not_reach_the_database(client: TestClient) -> None:
    for wrong in ("\x00", "x" * 5000, "0" * 32 + "\n"):
        first = asked(client, TAIWAN, after=wrong)
        assert questions(client.get(first).text) == [TAIWAN]
    assert client.get("/?edit=%00").status_code == 404


@pytest.mark.parametrize("wrong", ["0" * 32, "..%2f..%2fetc", "x", "%00"])
def test_an_address_that_was_never_given_is_not_found(client: TestClient, wrong: str) -> None:
    assert client.get(f"/answers/{wrong}").status_code == 404
    assert client.get(f"/answers/{wrong}/export/md").status_code == 404


def test_an_answer_is_exported_with_its_sources_as_footnotes(client: TestClient) -> None:
    address = asked(client, TAIWAN)
    text = client.get(f"{address}/export/md").text
    assert text.startswith(f"# {TAIWAN}\n")
    assert f"\n\n“{FIGURES}”[^1]\n" in text
    assert "[^1]: “Pekerja migran Lampung dalam angka”, Tanya Lampung, 4 November 2025" in text
    assert f"http://testserver{address}" in text
    word = client.get(f"{address}/export/docx").content
    assert any(FIGURES in paragraph.text for paragraph in docx.Document(BytesIO(word)).paragraphs)
    assert len(PdfDocument(client.get(f"{address}/export/pdf").content)) == 1


def test_a_conversation_is_exported_whole_with_a_heading_for_each_question(client: TestClient) -> None:
    first = asked(client, TAIWAN)
    second = asked(client, "Ada kapal ke Malaysia?", after=first.rsplit("/", 1)[1])
    whole = client.get(f"{second}/export/md?whole=1").text
    assert [line for line in whole.splitlines() if line.startswith("#")] == [
        f"# Percakapan: {TAIWAN}",
        f"## {TAIWAN}",
        "## Ada kapal ke Malaysia?",
    ]
    assert "*Yang dikatakan sumber:* “Pelabuhan perlu diperluas.”[^2]" in whole
    assert TAIWAN not in client.get(f"{second}/export/md").text
