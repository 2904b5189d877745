"""What the log tells of a request, and what it does not."""

import json
import logging
import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from rag.settings import LogForm, LogLevel
from tests.web.conftest import Open
from tests.web.fakes import FakePipeline
from web.protection.log_lines import JsonLines, TextLines, set_up
from web.protection.request_ids import HEADER

ASK = {"question": "Berapa gaji Budi, NIK 1871012505900003?"}


class Lines(logging.Handler):
    """Keeps each line as it would have been written: where it was logged, with its request's number."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))

    def read(self, logger: str) -> list[dict[str, object]]:
        return [line for line in map(json.loads, self.lines) if line["logger"] == logger]


@pytest.fixture
def lines() -> Iterator[Lines]:
    kept, ours = Lines(), logging.getLogger("web")
    kept.setFormatter(JsonLines())
    ours.addHandler(kept)
    ours.setLevel(logging.INFO)
    yield kept
    ours.removeHandler(kept)
    ours.setLevel(logging.NOTSET)


def test_every_response_has_a_number_of_its_own(client: TestClient) -> None:
    numbers = [client.get(path).headers[HEADER] for path in ("/", "/healthz", "/tidak-ada", "/llms.txt")]
    assert len(set(numbers)) == 4
    assert all(re.fullmatch("[0-9a-f]{32}", number) for number in numbers)


@pytest.mark.parametrize(
    ("given", "taken"), [("abc-123_4.5", True), ("short", False), ("x" * 65, False), ("a b\"c'd", False)]
)
def test_a_proxys_number_is_kept_when_it_is_one(client: TestClient, given: str, taken: bool) -> None:
    assert (client.get("/healthz", headers={HEADER: given}).headers[HEADER] == given) is taken


def test_a_request_is_one_line_without_address_question_and_person(client: TestClient, lines: Lines) -> None:
    number = client.post("/api/ask?token=rahasia", json=ASK, headers={"User-Agent": "Peramban"}).headers[HEADER]
    (line,) = lines.read("web.requests")
    assert (line["method"], line["route"], line["status"], line["request_id"]) == ("POST", "/api/ask", 200, number)
    assert set(line) == {"time", "level", "logger", "message", "request_id", "method", "route", "status", "ms"}
    for secret in ("Budi", "1871012505900003", "rahasia", "testclient", "Peramban"):
        assert secret not in "".join(lines.lines)


def test_an_answers_own_address_is_not_told(client: TestClient, lines: Lines) -> None:
    client.get("/?q=Berapa+ke+Taiwan")
    client.get(f"/answers/{'0' * 32}")
    client.get("/documents/pekerja%20migran/angka%202025.md")
    told = [(line["route"], line["status"]) for line in lines.read("web.requests")]
    assert told == [("/", 200), ("/answers/{answer_id}", 404), ("/documents/{document_id:path}", 200)]


def test_static_files_and_what_asks_again_and_again_are_not_told_but_dead_addresses_are(
    client: TestClient, lines: Lines
) -> None:
    address = re.search(r'href="(/static/[^"]+base\.css)"', client.get("/").text)
    assert address
    for path in (address[1], "/healthz", "/readyz", "/metrics", "/tidak-ada"):
        client.get(path)
    assert [(line["route"], line["status"]) for line in lines.read("web.requests")] == [("/", 200), (None, 404)]


def test_a_failure_is_told_with_the_number_that_its_response_has(open_client: Open, lines: Lines) -> None:
    client = open_client(FakePipeline(fail=ValueError("gagal untuk 0812-3456-7890")))
    whole = client.post("/api/ask", json=ASK)
    assert whole.status_code == 500
    assert whole.headers[HEADER] == lines.read("web.requests")[0]["request_id"]
    streamed = client.post("/api/ask/stream", json=ASK)
    (failure,) = lines.read("web.api.sse")
    assert (failure["message"], failure["request_id"]) == ("answer failed", streamed.headers[HEADER])
    assert "ValueError: gagal untuk [telepon]" in str(failure["exception"])


def record(message: str, *arguments: object) -> logging.LogRecord:
    made = logging.LogRecord("web.x", logging.WARNING, "x.py", 1, message, arguments, None)
    made.created = 1_770_882_900.0
    return made


def test_lines_are_text_or_json_and_masked_in_both() -> None:
    wrote = record("surel %s", "budi@contoh.example")
    assert TextLines().format(wrote) == "2026-02-12T07:55:00.000Z WARNING web.x: surel [surel]"
    assert json.loads(JsonLines().format(wrote)) == {
        "time": "2026-02-12T07:55:00.000Z",
        "level": "warning",
        "logger": "web.x",
        "message": "surel [surel]",
        "request_id": None,
    }


def test_a_line_stays_one_line_in_json() -> None:
    assert "\n" not in JsonLines().format(record('satu\ndua {"level": "error"}'))


@pytest.fixture
def loggers() -> Iterator[None]:
    """As they were, afterwards."""
    names = ("", "rag", "web", "uvicorn", "uvicorn.error", "uvicorn.access")
    before = [(each, each.level, each.handlers[:], each.propagate) for each in map(logging.getLogger, names)]
    # A server of another test may have quietened it.
    logging.getLogger("uvicorn.error").setLevel(logging.NOTSET)
    yield
    for logger, level, handlers, propagate in before:
        logger.setLevel(level)
        logger.handlers, logger.propagate = handlers, propagate


@pytest.mark.usefixtures("loggers")
def test_only_our_own_lines_are_told_below_warnings(capfd: pytest.CaptureFixture[str]) -> None:
    set_up(LogForm.JSON, LogLevel.INFO)
    logging.getLogger("web.requests").info("request", extra={"facts": {"status": 200}})
    # httpx tells every address at this level, Telegram's with the token in it.
    logging.getLogger("httpx").info("POST https://api.example/bot123:rahasia/sendMessage")
    logging.getLogger("uvicorn.error").warning("Invalid HTTP request received.")
    told = [json.loads(line) for line in capfd.readouterr().err.splitlines()]
    assert [(line["logger"], line["message"]) for line in told] == [
        ("web.requests", "request"),
        ("uvicorn.error", "Invalid HTTP request received."),
    ]
    assert told[0]["status"] == 200
