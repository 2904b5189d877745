import json
import time
from pathlib import Path
from threading import Event
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient
from lxml import html

from rag.evaluation.background import BackgroundEvaluation, Progress
from rag.evaluation.run import save_run
from rag.types import Answer, Question
from tests.rag.evaluation.fakes import right, run, wrong
from tests.web.accounts import csrf, sign_in
from tests.web.conftest import Open
from tests.web.fakes import MIGRANTS, FakePipeline
from web.protection.permissions import Role
from web.protection.visitors import EVALUATION_COOKIE

TOKEN = "a token of some length"
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
def guest(open_client: Open, tmp_path: Path, shelf: Path) -> TestClient:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(ROW))
    return open_client(evaluation_token=TOKEN, evaluations=shelf, gold=gold)


@pytest.fixture
def evaluator(guest: TestClient) -> TestClient:
    guest.post("/evaluations/enter", data={"token": TOKEN})
    guest.cookies.set("bahasa", "en")
    return guest


def test_without_a_token_in_the_settings_there_is_no_entrance_for_one(client: TestClient) -> None:
    assert client.get("/evaluations/enter").status_code == 404
    assert client.get("/evaluations", follow_redirects=False).headers["location"].startswith("/login?")


def test_an_evaluator_with_an_account_needs_no_token(open_client: Open, shelf: Path) -> None:
    evaluator = sign_in(open_client(evaluations=shelf), Role.EVALUATOR)
    assert evaluator.get("/evaluations/runs/first").status_code == 200


def test_the_token_opens_the_evaluations_only(evaluator: TestClient) -> None:
    assert evaluator.get("/evaluations").status_code == 200
    assert evaluator.get("/staff", follow_redirects=False).headers["location"].startswith("/login?")


def test_a_run_is_started_by_the_forms_of_ones_own_pages_only(evaluator: TestClient) -> None:
    assert evaluator.post("/evaluations/start", data={"csrf": "0" * 64}).status_code in (403, 200)
    assert evaluator.app.state.evaluation.progress.total == 0  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", ["", "/runs/first", "/compare?before=first&after=second"])
def test_a_guest_is_led_to_the_entrance(guest: TestClient, path: str) -> None:
    response = guest.get(f"/evaluations{path}", follow_redirects=False)
    assert response.status_code == 303
    assert parse_qs(urlsplit(response.headers["location"]).query) == {"next": [f"/evaluations{path}"]}


def test_a_guest_cannot_start_a_run(guest: TestClient) -> None:
    guest.post("/evaluations/start")
    assert not guest.app.state.evaluation.progress.running  # type: ignore[attr-defined]
    assert guest.app.state.evaluation.progress.total == 0  # type: ignore[attr-defined]


def test_a_wrong_token_opens_nothing(guest: TestClient) -> None:
    response = guest.post("/evaluations/enter", data={"token": TOKEN[:-1]})
    assert response.status_code == 401
    assert EVALUATION_COOKIE not in guest.cookies


def test_the_pass_is_out_of_reach_of_scripts_and_does_not_hold_the_token(guest: TestClient) -> None:
    response = guest.post("/evaluations/enter", data={"token": TOKEN}, follow_redirects=False)
    cookie = response.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Path=/evaluations" in cookie
    assert TOKEN not in cookie


def test_a_forged_pass_opens_nothing(guest: TestClient) -> None:
    guest.cookies.set(EVALUATION_COOKIE, "0" * 64)
    assert guest.get("/evaluations", follow_redirects=False).status_code == 303


def test_guesses_are_limited(open_client: Open) -> None:
    guest = open_client(evaluation_token=TOKEN, requests_per_minute=2)
    codes = [guest.post("/evaluations/enter", data={"token": "guess"}).status_code for _ in range(3)]
    assert codes == [401, 401, 429]


def test_runs_are_listed_with_their_figures_latest_first(evaluator: TestClient) -> None:
    tree = html.fromstring(evaluator.get("/evaluations").text)
    assert tree.xpath("//tbody/tr/th/a/@href") == ["/evaluations/runs/second", "/evaluations/runs/first"]
    assert tree.xpath("string((//tbody/tr)[2]/td[4])").startswith("0.500")


def test_the_pages_speak_the_language_of_the_visitor(evaluator: TestClient) -> None:
    evaluator.cookies.set("bahasa", "id")
    tree = html.fromstring(evaluator.get("/evaluations").text)
    assert tree.get("lang") == "id"
    assert tree.xpath("string(//h1)") == "Evaluasi"
    assert "Benar" in tree.xpath("//thead//th/text()")
    assert tree.xpath("string((//tbody/tr)[2]/td[4])").startswith("0,500 (0,09-0,91)")
    assert tree.xpath("string((//tbody/tr)[2]/th)") == "13 Februari 2026, 00.00 UTC"
    page = html.fromstring(evaluator.get("/evaluations/compare?before=first&after=second").text)
    assert "Membaik (1):" in page.text_content()
    (switch,) = page.xpath("//a[@class='language']/@href")
    assert html.fromstring(evaluator.get(switch).text).xpath("string(//h1)") == "Run second against first"


def test_the_entrance_asks_in_both_languages(guest: TestClient) -> None:
    assert "Masuk ke halaman evaluasi" in guest.get("/evaluations/enter").text
    guest.cookies.set("bahasa", "en")
    assert "Evaluations: sign in" in guest.get("/evaluations/enter").text


def test_a_broken_run_is_listed_with_its_problem(evaluator: TestClient, shelf: Path) -> None:
    (shelf / "broken").mkdir()
    (shelf / "broken" / "run.json").write_text("{}")
    tree = html.fromstring(evaluator.get("/evaluations").text)
    assert "is not a run" in tree.xpath("string(//tr[th='broken'])")


def test_a_run_shows_its_failures(evaluator: TestClient) -> None:
    tree = html.fromstring(evaluator.get("/evaluations/runs/first").text)
    assert tree.xpath("//article/@id") == ["f-b"]


def test_a_comparison_names_what_got_better(evaluator: TestClient) -> None:
    page = evaluator.get("/evaluations/compare?before=first&after=second").text
    assert "Better (1)" in page
    assert "Worse (0)" in page


@pytest.mark.parametrize("name", ["gone", "%2e%2e", "%2e%2e%2fsecret"])
def test_a_run_that_is_not_there_is_not_found(evaluator: TestClient, name: str) -> None:
    assert evaluator.get(f"/evaluations/runs/{name}").status_code == 404


def test_pages_need_no_inline_style_and_nothing_from_elsewhere(evaluator: TestClient) -> None:
    tree = html.fromstring(evaluator.get("/evaluations/runs/first").text)
    assert tree.xpath("//style | //script | //@style") == []
    assert tree.xpath("//link[@rel='stylesheet']/@href") == ["/evaluations/report.css"]
    assert "text/css" in evaluator.get("/evaluations/report.css").headers["content-type"]


def test_a_run_goes_on_in_the_background_and_is_kept(evaluator: TestClient, shelf: Path) -> None:
    assert (
        evaluator.post(
            "/evaluations/start", data={"csrf": csrf(evaluator, "/evaluations")}, follow_redirects=False
        ).headers["location"]
        == "/evaluations"
    )
    progress = _finished(evaluator)
    assert (progress.done, progress.total, progress.problem) == (1, 1, None)
    assert (shelf / str(progress.name) / "run.json").is_file()
    assert f"/evaluations/runs/{progress.name}" in evaluator.get("/evaluations").text


def test_while_a_run_goes_on_the_page_shows_how_far_and_reloads_only_when_asked(
    open_client: Open, tmp_path: Path
) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(ROW))
    pipeline = _Waiting()
    evaluator = open_client(pipeline, evaluation_token=TOKEN, evaluations=tmp_path / "runs", gold=gold)
    evaluator.post("/evaluations/enter", data={"token": TOKEN})
    evaluator.post("/evaluations/start", data={"csrf": csrf(evaluator, "/evaluations")})
    assert pipeline.asked.wait(10)
    response = evaluator.get("/evaluations")
    assert "refresh" not in response.headers
    tree = html.fromstring(response.text)
    assert tree.xpath("//progress/@max") == ["1"]
    assert tree.xpath("//a[.='Muat ulang']/@href") == ["/evaluations"]
    pipeline.may_answer.set()
    assert _finished(evaluator).name


def test_gold_that_cannot_be_read_is_told(open_client: Open, tmp_path: Path) -> None:
    evaluator = open_client(evaluation_token=TOKEN, evaluations=tmp_path / "runs", gold=tmp_path / "gone.jsonl")
    evaluator.post("/evaluations/enter", data={"token": TOKEN})
    evaluator.post("/evaluations/start", data={"csrf": csrf(evaluator, "/evaluations")})
    assert "no such gold file" in str(_finished(evaluator).problem)
    assert "Evaluasi terakhir gagal" in evaluator.get("/evaluations").text


class _Waiting(FakePipeline):
    """Answers only when it may."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.may_answer = Event(), Event()

    def answer(self, question: Question) -> Answer:
        self.asked.set()
        assert self.may_answer.wait(10)
        return super().answer(question)


def _finished(client: TestClient) -> Progress:
    evaluation: BackgroundEvaluation = client.app.state.evaluation  # type: ignore[attr-defined]
    deadline = time.monotonic() + 30
    while evaluation.progress.running and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not evaluation.progress.running
    return evaluation.progress
