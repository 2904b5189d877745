import ast
import errno
import socket
from pathlib import Path

import httpx
import pytest
from fastapi.testclient import TestClient
from starlette.requests import Request

import web
from rag.settings import Settings
from tests.web.conftest import Clock, Open
from tests.web.fakes import FakePipeline
from tests.web.serving import serving
from web.app import create_app
from web.protection.limits import Allowance
from web.protection.security import HEADERS
from web.protection.visitors import permitted

ASK = {"question": "Berapa ke Taiwan?"}


@pytest.mark.parametrize(
    "path", ["/", "/tidak-ada", "/healthz", "/documents/pelabuhan.pdf", "/documents", "/openapi.json"]
)
def test_every_response_carries_the_security_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert {name: headers[name] for name in HEADERS} == HEADERS


def test_the_policy_allows_nothing_inline_and_no_other_host() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://lain.example"},
        {"origin": "null"},
        {"origin": "http://["},
    ],
)
def test_another_site_may_not_post(client: TestClient, headers: dict[str, str]) -> None:
    response = client.post("/api/ask", json=ASK, headers=headers)
    assert (response.status_code, response.json()["error"]["code"]) == (403, "foreign_origin")
    assert client.post("/", data={"q": "Taiwan"}, headers=headers).status_code == 403


@pytest.mark.parametrize("headers", [{}, {"sec-fetch-site": "same-origin"}, {"origin": "http://testserver"}])
def test_our_own_pages_and_programs_may_post(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/api/ask", json=ASK, headers=headers).status_code == 200


def test_a_body_above_the_limit_is_413_declared_or_not(open_client: Open) -> None:
    client = open_client(max_body_kb=16)
    declared = client.post("/api/ask", json={"question": "x" * 17_000})
    assert (declared.status_code, declared.json()["error"]["code"]) == (413, "body_too_large")

    def pieces():
        for _ in range(40):
            yield b"x" * 1000

    chunked = client.post("/api/ask", content=pieces(), headers={"content-type": "application/json"})
    assert chunked.status_code == 413


def test_more_questions_than_allowed_are_429_with_a_time_to_wait(open_client: Open, clock: Clock) -> None:
    client = open_client(requests_per_minute=2)
    codes = [client.post("/api/ask", json=ASK).status_code for _ in range(3)]
    assert codes == [200, 200, 429]
    assert client.post("/api/ask", json=ASK).headers["retry-after"] == "50"
    page = client.get("/?q=Taiwan")
    assert (page.status_code, "Terlalu banyak permintaan" in page.text) == (429, True)
    assert page.headers["retry-after"] == "50"
    assert client.get("/").status_code == 200


def test_more_than_everybody_together_may_ask_is_a_503_in_the_callers_language(open_client: Open, clock: Clock) -> None:
    client = open_client(total_per_minute=1)
    assert client.post("/api/ask", json=ASK).status_code == 200
    for language, said in (("en", "Many people are asking"), ("id", "Sedang banyak yang bertanya")):
        answer = client.post("/api/ask", json=ASK, headers={"Accept-Language": language})
        assert (answer.status_code, answer.json()["error"]["code"]) == (503, "busy")
        assert answer.json()["error"]["message"].startswith(said)
        assert answer.headers["retry-after"] == "50"


def test_whoever_shows_a_key_is_counted_by_it_and_not_by_the_address(tmp_path: Path, clock: Clock) -> None:
    app = create_app(Settings(_env_file=None, database=tmp_path / "t.sqlite", requests_per_minute=1), FakePipeline())

    async def known(request: Request) -> None:  # stands in for the door that knows keys
        if request.headers.get("x-key") == "4":
            request.state.allowance = Allowance("key:4", 2)
        await permitted(request)

    app.dependency_overrides[permitted] = known
    with TestClient(app) as client:
        with_key = [client.post("/api/ask", json=ASK, headers={"x-key": "4"}).status_code for _ in range(3)]
        assert with_key == [200, 200, 429]
        assert [client.post("/api/ask", json=ASK).status_code for _ in range(2)] == [200, 429]


def test_every_refusal_of_429_or_503_says_when_to_come_back() -> None:
    raised = []
    for path in Path(web.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem" and node.args:
                status = getattr(node.args[0], "value", None)
                if status in (429, 503):
                    raised.append((path.name, node.lineno, {keyword.arg for keyword in node.keywords}))
    assert len(raised) > 8
    assert [each[:2] for each in raised if "retry_after_s" not in each[2]] == []


def test_an_unknown_address_is_a_page_for_people_and_json_for_programs(client: TestClient) -> None:
    page, program = client.get("/tidak-ada"), client.get("/api/tidak-ada")
    assert (page.status_code, "Halaman tidak ditemukan" in page.text) == (404, True)
    assert (program.status_code, program.json()["error"]["code"]) == (404, "not_found")


def test_pages_are_not_cached_and_static_files_are_for_good(client: TestClient) -> None:
    assert client.get("/").headers["cache-control"] == "no-store"
    address = client.get("/").text.split('href="/static/')[1].split('"')[0]
    response = client.get(f"/static/{address}")
    assert response.status_code == 200
    assert response.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_an_error_nobody_expected_carries_the_security_headers_too(open_client: Open) -> None:
    response = open_client(FakePipeline(fail=ValueError("broken"))).post("/api/ask", json=ASK)
    assert response.status_code == 500
    assert {name: response.headers[name] for name in HEADERS} == HEADERS
    assert response.headers["cache-control"] == "no-store"


def test_a_method_that_is_not_allowed_is_answered_with_those_that_are(client: TestClient) -> None:
    response = client.get("/api/ask")
    assert (response.status_code, response.headers["allow"]) == (405, "POST")


@pytest.mark.parametrize("path", ["/documents", "/documents/pelabuhan.pdf", "/v1/documents"])
def test_documents_are_counted_against_the_limit_like_questions(open_client: Open, clock: Clock, path: str) -> None:
    client = open_client(requests_per_minute=2)
    assert [client.get(path).status_code for _ in range(3)] == [200, 200, 429]


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "records_full"), (errno.EMFILE, "busy"), (errno.EIO, "internal")]
)
def test_what_the_machine_lacks_is_a_503_with_a_sentence(open_client: Open, number: int, code: str) -> None:
    pipeline = FakePipeline()

    def lack() -> None:
        raise OSError(number, "as the system says it")

    pipeline.hold = lack
    answer = open_client(pipeline).post("/api/ask", json=ASK)
    assert (answer.status_code, answer.json()["error"]["code"]) == (500 if code == "internal" else 503, code)


def test_who_leaves_in_the_middle_of_a_form_leaves_no_traceback(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(_env_file=None, database=tmp_path / "t.sqlite")
    head = (
        "POST /staff/documents HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\n"
        'Content-Length: 400000\r\n\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
    )
    with serving(settings, FakePipeline()) as address:
        port = int(address.rsplit(":", 1)[1])
        with socket.create_connection(("127.0.0.1", port)) as connection:
            connection.sendall(head.encode())
            connection.shutdown(socket.SHUT_WR)
            assert connection.recv(1000) == b""
        assert httpx.get(f"{address}/healthz").status_code == 200
    assert "Traceback" not in capfd.readouterr().err
