from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import docx
import pytest
from fastapi.testclient import TestClient
from lxml import html

from rag.briefing.briefer import Wanted
from rag.briefing.values import Briefing, Entry, Part, Section
from rag.errors import BadInput
from rag.settings import Settings
from rag.types import Citation
from tests.web.accounts import LOCAL, csrf, sign_in
from tests.web.fakes import FakePipeline
from web.app import create_app
from web.protection.permissions import Role

CITED = Citation(1, "pasar.md", "Pasar", "Pasar dibuka setiap Senin.", 0, 26)
OTHER = Citation(1, "pasar.md", "Pasar", "Sewa los Rp40.000.", 30, 48)


@dataclass
class FakeBriefer:
    """Quotes the same two sentences whatever the topic; knows nothing of "apa"."""

    asked: list[Wanted] = field(default_factory=list)

    def brief(self, wanted: Wanted) -> Briefing:
        self.asked.append(wanted)
        if wanted.topic == "apa":
            raise BadInput("no word to look for")
        lines = (Entry(CITED.quote, (CITED,)), Entry(OTHER.quote, (OTHER,)))
        sections = (Section(Part.AGREED, lines), Section(Part.UNANSWERED, (Entry("Siapa ketuanya?"),)))
        at = "2026-05-01T08:30:00+00:00"
        return Briefing(wanted.topic, wanted.language, wanted.audience, "v1", at, sections, wanted.questions)


@pytest.fixture
def briefer() -> FakeBriefer:
    return FakeBriefer()


@pytest.fixture
def staff(tmp_path: Path, briefer: FakeBriefer) -> Iterator[TestClient]:
    settings = Settings(_env_file=None, database=tmp_path / "t.sqlite")
    with TestClient(create_app(settings, FakePipeline(), briefer), raise_server_exceptions=False) as client:
        client.cookies.set("bahasa", "en")
        yield sign_in(client, Role.STAFF, "siti")


def send(client: TestClient, path: str, **fields: str) -> tuple[int, str, str]:
    answer = client.post(path, data={"csrf": csrf(client), **fields})
    return answer.status_code, answer.url.path, answer.text


def make(client: TestClient, topic: str = "Pasar ternak", **fields: str) -> tuple[int, str, str]:
    return send(client, "/staff/briefings", topic=topic, language="id", audience="staff", **fields)


def test_a_topic_and_questions_become_a_briefing_that_is_listed(staff: TestClient, briefer: FakeBriefer) -> None:
    status, path, page = make(staff, questions="Siapa ketua?\n\nBerapa sewa?\n")
    assert (status, path) == (200, "/staff/briefings/1")
    assert briefer.asked[0].questions == ("Siapa ketua?", "Berapa sewa?")
    assert html.fromstring(page).xpath("//textarea/text()") == [CITED.quote, OTHER.quote, "Siapa ketuanya?"]
    assert "Pasar ternak" in staff.get("/staff/briefings").text


def test_lines_are_worded_moved_and_taken_out_and_the_export_says_so(staff: TestClient) -> None:
    make(staff)
    fields = {"text-0-0": "Pasar buka.", "order-0-0": "9", "order-0-1": "1", "remove-1-0": "1"}
    status, _, page = send(staff, "/staff/briefings/1", revision="1", **fields)
    assert (status, html.fromstring(page).xpath("//textarea/text()")) == (200, [OTHER.quote, "Pasar buka."])
    written = staff.get("/staff/briefings/1/export/md").text
    assert written.index("Sewa los") < written.index("Pasar buka. *(disunting)*[^1]")
    assert "Siapa ketuanya" not in written


def test_the_second_of_two_people_is_told_and_keeps_what_was_typed(staff: TestClient) -> None:
    make(staff)
    send(staff, "/staff/briefings/1", revision="1", **{"text-0-0": "Pertama."})
    budi = sign_in(TestClient(staff.app, base_url=LOCAL), Role.ADMINISTRATOR, "budi")
    budi.cookies.set("bahasa", "en")
    status, _, page = send(budi, "/staff/briefings/1", revision="1", **{"text-0-0": "Kedua."})
    assert status == 409
    assert "siti changed this briefing meanwhile" in page
    assert "Kedua." in html.fromstring(page).xpath("//textarea/text()")
    assert "Pertama." in staff.get("/staff/briefings/1").text


def test_what_cannot_be_briefed_is_told_and_stays_in_the_form(staff: TestClient) -> None:
    status, _, page = make(staff, topic="apa")
    assert status == 422
    assert html.fromstring(page).xpath("//input[@name='topic']/@value") == ["apa"]
    assert "A briefing cannot be made of this" in page


@pytest.mark.parametrize(("kind", "begins"), [("docx", b"PK"), ("pdf", b"%PDF"), ("md", b"# Bahan")])
def test_every_format_is_exported(staff: TestClient, kind: str, begins: bytes) -> None:
    make(staff)
    answer = staff.get(f"/staff/briefings/1/export/{kind}")
    assert answer.content.startswith(begins)
    assert answer.headers["content-disposition"] == f'attachment; filename="briefing-1.{kind}"'


def test_the_office_has_its_letterhead_on_what_it_exports(tmp_path: Path, briefer: FakeBriefer) -> None:
    head = docx.Document()
    head.sections[0].header.paragraphs[0].text = "PEMERINTAH KABUPATEN JERNIH"
    head.save(str(tmp_path / "kop.docx"))
    settings = Settings(_env_file=None, database=tmp_path / "t.sqlite", letterhead=tmp_path / "kop.docx")
    with TestClient(create_app(settings, FakePipeline(), briefer)) as client:
        staff = sign_in(client, Role.STAFF, "siti")
        make(staff)
        written = docx.Document(BytesIO(staff.get("/staff/briefings/1/export/docx").content))
        assert staff.get("/staff/briefings/1/export/pdf").content.startswith(b"%PDF")
    assert written.sections[0].header.paragraphs[0].text == "PEMERINTAH KABUPATEN JERNIH"


def test_a_briefing_is_deleted_and_then_not_found(staff: TestClient) -> None:
    make(staff)
    assert send(staff, "/staff/briefings/1", revision="1", do="remove")[1] == "/staff/briefings"
    assert staff.get("/staff/briefings/1").status_code == 404
    assert send(staff, "/staff/briefings/1", revision="1")[0] == 404
