import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient
from httpx import Response
from lxml import html
from sqlalchemy import select

from rag.evaluation.background import BackgroundEvaluation, Progress
from rag.evaluation.run import save_run
from rag.evaluation.run_store import fetch
from rag.evaluation.sheets import read_sheet
from rag.settings import Settings
from rag.types import Answer, Question
from tests.patience import PATIENCE_S, wait_until
from tests.rag.evaluation.fakes import right, run, wrong
from tests.web.accounts import csrf, database_of, sign_in
from tests.web.conftest import Open
from tests.web.fakes import MIGRANTS, FakePipeline
from web.app import create_app
from web.protection.permissions import Role
from web.records import runs
from web.records.database import Database
from web.records.models import AuditRow, EvaluationRunRow
from web.services import Services

ROW = {
    "id": "w-1",
    "question": "Berapa orang ke Taiwan?",
    "language": "id",
    "kind": "number",
    "outcomes": ["answered"],
    "documents": [MIGRANTS.id],
    "expected": [["4584"]],
}


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "evaluations"
    save_run(run(right("a"), wrong("b")), folder / "first" / "run.json")
    save_run(run(right("a"), right("b")), folder / "second" / "run.json")
    return folder


@pytest.fixture
def evaluator(open_client: Open, tmp_path: Path, shelf: Path) -> TestClient:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(ROW))
    client = sign_in(open_client(evaluations=shelf, gold=gold, requests_per_minute=1000), Role.EVALUATOR)
    client.cookies.set("bahasa", "en")
    return client


@pytest.mark.parametrize("path", ["", "/runs/first", "/compare?before=first&after=second"])
def test_a_guest_is_led_to_the_entrance(client: TestClient, path: str) -> None:
    response = client.get(f"/evaluations{path}", follow_redirects=False)
    assert response.status_code == 303
    assert parse_qs(urlsplit(response.headers["location"]).query) == {"next": [f"/evaluations{path}"]}


def test_a_run_is_started_by_the_forms_of_ones_own_pages_only(evaluator: TestClient) -> None:
    assert evaluator.post("/evaluations/start", data={"csrf": "0" * 64}).status_code in (403, 200)
    assert _evaluation(evaluator).progress.total == 0


def test_runs_are_listed_with_their_figures_latest_first(evaluator: TestClient) -> None:
    tree = html.fromstring(evaluator.get("/evaluations").text)
    assert tree.xpath("//tbody/tr/th/a/@href") == ["/evaluations/runs/second", "/evaluations/runs/first"]
    assert tree.xpath("string((//tbody/tr)[2]/td[2])").startswith("0.500")


def test_the_pages_speak_the_language_of_the_visitor(evaluator: TestClient) -> None:
    evaluator.cookies.set("bahasa", "id")
    tree = html.fromstring(evaluator.get("/evaluations").text)
    assert tree.get("lang") == "id"
    assert tree.xpath("string(//h1)") == "Evaluasi"
    assert "Benar" in tree.xpath("//thead//th/text()")
    assert tree.xpath("string((//tbody/tr)[2]/td[2])").startswith("0,500 (0,09-0,91)")
    assert tree.xpath("string((//tbody/tr)[2]/th/a)") == "13 Februari 2026, 00.00 UTC"
    page = html.fromstring(evaluator.get("/evaluations/compare?before=first&after=second").text)
    assert "Membaik (1):" in page.text_content()


def test_a_broken_run_is_listed_with_its_problem(evaluator: TestClient, shelf: Path) -> None:
    (shelf / "broken").mkdir()
    (shelf / "broken" / "run.json").write_text("{}")
    tree = html.fromstring(evaluator.get("/evaluations").text)
    assert "is not a run" in tree.xpath("string(//tr[starts-with(normalize-space(th), 'broken')])")


def test_a_run_shows_its_failures(evaluator: TestClient) -> None:
    tree = html.fromstring(evaluator.get("/evaluations/runs/first").text)
    assert tree.xpath("//details[@class='failure']/@id") == ["f-b"]


def test_a_comparison_names_what_got_better(evaluator: TestClient) -> None:
    page = evaluator.get("/evaluations/compare?before=first&after=second").text
    assert "Better (1)" in page
    assert "Worse (0)" in page


@pytest.mark.parametrize("name", ["gone", "%2e%2e", "%2e%2e%2fsecret"])
def test_a_run_that_is_not_there_is_not_found(evaluator: TestClient, name: str) -> None:
    assert evaluator.get(f"/evaluations/runs/{name}").status_code == 404


def test_pages_need_no_inline_style(evaluator: TestClient) -> None:
    tree = html.fromstring(evaluator.get("/evaluations/runs/first").text)
    assert tree.xpath("//style | //script[not(@src)] | //@style") == []


def _start(client: TestClient, **values: str) -> int:
    sent = {"csrf": csrf(client, "/account"), **values}
    return client.post("/evaluations/start", data=sent, follow_redirects=False).status_code


@pytest.mark.parametrize("values", [{"most": "²"}, {"sheet": "²"}, {"sheet": "9" * 20}])
def test_numbers_that_are_none_of_ours_are_refused_in_words(evaluator: TestClient, values: dict[str, str]) -> None:
    assert _start(evaluator, **values) in (200, 303, 409, 422)


def test_a_run_has_a_name_and_a_note_goes_on_in_the_background_and_is_kept(evaluator: TestClient, shelf: Path) -> None:
    assert _start(evaluator, name="Sesudah perbaikan 1871012345678901", note="tabel baru") == 303
    progress = _finished(evaluator)
    assert (progress.done, progress.total, progress.problem) == (1, 1, None)
    assert (shelf / str(progress.name) / "run.json").is_file()
    assert "Sesudah perbaikan [NIK/KK]" in evaluator.get("/evaluations").text
    page = evaluator.get(f"/evaluations/runs/{progress.name}").text
    assert "tabel baru" in page
    with database_of(evaluator).reading() as session:
        (row,) = session.scalars(select(EvaluationRunRow))
    assert (row.state, row.folder, row.started_by) == ("finished", progress.name, "evaluator-1")


def test_while_a_run_goes_on_another_is_refused_and_it_can_be_stopped(open_client: Open, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(ROW))
    pipeline = _Waiting()
    client = open_client(pipeline, evaluations=tmp_path / "runs", gold=gold, requests_per_minute=1000)
    evaluator = sign_in(client, Role.EVALUATOR)
    _start(evaluator, name="satu")
    assert pipeline.asked.wait(PATIENCE_S)
    page = evaluator.get("/evaluations")
    assert "Pertanyaan terjawab: 0 dari 1" in page.text
    assert "refresh" not in page.headers
    assert evaluator.get("/evaluations/standing").json()["running"] is True
    assert _start(evaluator, name="dua") == 409
    evaluator.post("/evaluations/stop", data={"csrf": csrf(evaluator)})
    pipeline.may_answer.set()
    assert _finished(evaluator).name is None
    with database_of(evaluator).reading() as session:
        assert [row.state for row in session.scalars(select(EvaluationRunRow))] == ["stopped"]


def test_a_run_that_a_server_was_killed_in_is_marked_as_ended(open_client: Open, tmp_path: Path) -> None:
    database = Database(tmp_path / "test.sqlite")
    database.prepare()
    with database.writing() as session:
        runs.begin(session, "ani", "malam", "", "program: 9; current").beat_at = datetime.now(UTC) - timedelta(hours=1)
    evaluator = sign_in(open_client(evaluations=tmp_path / "runs"), Role.EVALUATOR)
    page = html.fromstring(evaluator.get("/evaluations").text)
    assert "berakhir bersama server" in page.xpath("string(//ul[@class='rows']/li)")


def test_a_run_goes_on_while_another_server_starts_and_ends_with_its_own(open_client: Open, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(ROW))
    values = {"evaluations": tmp_path / "runs", "gold": gold, "requests_per_minute": 1000}
    pipeline = _Waiting()
    settings = Settings(_env_file=None, database=tmp_path / "test.sqlite", **values)
    with TestClient(create_app(settings, pipeline)) as client:
        _start(sign_in(client, Role.EVALUATOR), name="satu")
        assert pipeline.asked.wait(PATIENCE_S)
        other = open_client(**values)
        assert _states(other) == ["running"]
    assert _states(other) == ["killed"]
    pipeline.may_answer.set()


def _states(client: TestClient) -> list[str]:
    with database_of(client).reading() as session:
        return list(session.scalars(select(EvaluationRunRow.state)))


def test_gold_that_cannot_be_read_is_told(open_client: Open, tmp_path: Path) -> None:
    client = open_client(evaluations=tmp_path / "runs", gold=tmp_path / "gone.jsonl", requests_per_minute=1000)
    evaluator = sign_in(client, Role.EVALUATOR)
    page = evaluator.post("/evaluations/start", data={"csrf": csrf(evaluator)})
    assert page.status_code == 409
    assert "no such gold file" in page.text
    assert not _evaluation(evaluator).progress.running


def test_an_index_is_held_back_with_a_reason_and_publishing_shows_it(evaluator: TestClient) -> None:
    sent = {"csrf": csrf(evaluator), "run": "first", "do": "hold"}
    assert evaluator.post("/evaluations/verdict", data={**sent, "reason": " "}).status_code == 422
    assert evaluator.post("/evaluations/verdict", data={**sent, "reason": "tabel hilang"}).status_code == 200
    assert "tabel hilang" in evaluator.get("/evaluations/runs/first").text
    with database_of(evaluator).reading() as session:
        assert session.scalars(select(AuditRow.action).order_by(AuditRow.id.desc())).first() == "index.held"
        assert {name: row.approved for name, row in runs.verdicts(session).items()} == {"v1": False}


def test_expected_documents_that_are_not_in_the_index_are_told(evaluator: TestClient) -> None:
    warning = html.fromstring(evaluator.get("/evaluations/runs/first").text).xpath("string(//div[@role='alert'])")
    assert "1 expected document is not in the public index" in warning
    assert "d.md" in warning


def test_name_and_note_are_changed_also_of_a_run_of_the_terminal(evaluator: TestClient) -> None:
    evaluator.post("/evaluations/runs/first", data={"csrf": csrf(evaluator), "title": "Awal", "note": "dasar"})
    assert html.fromstring(evaluator.get("/evaluations/runs/first").text).xpath("string(//h1)") == "Awal"
    assert "Awal" in evaluator.get("/evaluations").text


def _upload(client: TestClient, name: str, content: bytes) -> Response:
    files = {"file": (name, content)}
    return client.post("/evaluations/sheets", data={"csrf": csrf(client)}, files=files, follow_redirects=False)


def test_a_sheet_is_uploaded_edited_asked_and_taken_away(evaluator: TestClient) -> None:
    table = f"id,question,answer,documents\nq1,Berapa orang ke Taiwan?,4584,{MIGRANTS.id}\n"
    assert _upload(evaluator, "pasar.csv", table.encode()).headers["location"] == "/evaluations/sheets/1"
    form = html.fromstring(evaluator.get("/evaluations/sheets/1/questions/1").text)
    assert form.xpath("string(//textarea[@name='expected'])").strip() == "4584"
    fields = {"id": "q1", "question": "Ke Taiwan berapa?", "language": "id", "kind": "number", "split": "dev"}
    more = {"outcomes": "answered", "documents": MIGRANTS.id, "expected": "4.584 | 4584", "revision": "1"}
    sent = {"csrf": csrf(evaluator), **fields, **more}
    assert evaluator.post("/evaluations/sheets/1/questions/1", data=sent, follow_redirects=False).status_code == 303
    stale = evaluator.post("/evaluations/sheets/1/questions/1", data={**sent, "question": "yang lain"})
    assert stale.status_code == 422
    assert "yang lain" in stale.text
    assert _start(evaluator, sheet="1") == 303
    assert fetch(str(_finished(evaluator).name), evaluator.app.state.services.settings.evaluations).items[0].score.right
    lines = evaluator.get("/evaluations/sheets/1/export/jsonl").text
    assert json.loads(lines)["expected"] == [["4.584", "4584"]]
    for kind in ("jsonl", "csv", "xlsx"):
        taken = evaluator.get(f"/evaluations/sheets/1/export/{kind}").content
        assert read_sheet(f"x.{kind}", taken)[0].expected == (("4.584", "4584"),)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.jsonl", b'{"id": "a"}\n', "a.jsonl, line 1"),
        ("a.csv", b"id,question,kind\nq1,Apa?,\xc3\x84rger\n", "a.csv, row 2"),
        ("a.xlsx", b"no workbook", "a.xlsx: is not a readable .xlsx workbook"),
        ("a.pdf", b"%PDF", "a.pdf: is none of"),
    ],
)
def test_a_bad_sheet_is_told_with_its_row_and_nothing_is_added(
    evaluator: TestClient, name: str, content: bytes, told: str
) -> None:
    response = _upload(evaluator, name, content)
    assert response.status_code == 422
    assert told in response.text
    assert evaluator.get("/evaluations/sheets/1").status_code == 404


class _Waiting(FakePipeline):
    """Answers only when it may."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.may_answer = Event(), Event()

    def answer(self, question: Question) -> Answer:
        self.asked.set()
        assert self.may_answer.wait(PATIENCE_S)
        return super().answer(question)


def _finished(client: TestClient) -> Progress:
    evaluation = _evaluation(client)
    wait_until(lambda: not evaluation.progress.running)
    return evaluation.progress


def _evaluation(client: TestClient) -> BackgroundEvaluation:
    services: Services = client.app.state.services  # type: ignore[attr-defined]
    return services.evaluation
