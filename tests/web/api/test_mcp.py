"""The Model Context Protocol at /mcp, asked by its own client over HTTP, with keys and without."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from fastapi.testclient import TestClient

from rag.errors import IndexMissing
from rag.settings import Settings
from rag.tools import host_guard
from rag.types import Answer, Question
from tests.web.accounts import database_of
from tests.web.conftest import Clock, Open
from tests.web.fakes import MIGRANTS, FakePipeline
from tests.web.serving import serving
from web.app import create_mcp_app
from web.records.database import Database
from web.records.keys import NewKey, Scope, everything, make, revoke
from web.records.switching import Switch, switch_off
from web.services import MESSAGES

mcp = pytest.importorskip("mcp")
transports = pytest.importorskip("mcp.client.streamable_http")

LIST = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
ACCEPTED = {"Accept": "application/json, text/event-stream", "Accept-Language": "en"}
QUESTION = {"question": "Berapa orang ke Taiwan?"}
MODES = ("legacy", "auto")
Serve = Callable[..., Any]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "test.sqlite"


def site(place: Path, pipeline: FakePipeline | None = None, **values: object) -> Any:
    return serving(Settings(_env_file=None, database=place, **values), pipeline or FakePipeline())


def key(place: Path, *scopes: Scope, per_minute: int = 60) -> str:
    with Database(place).writing() as session:
        return make(session, "ani", NewKey("tes", scopes or tuple(Scope), per_minute, 30))[1]


def call(address: str, tool: str, secret: str | None = None, mode: str = "auto", **arguments: object) -> Any:
    """What the official client is told; `secret` is shown as a key."""
    headers = {"Accept-Language": "en"} | ({"Authorization": f"Bearer {secret}"} if secret else {})

    async def asked() -> Any:
        async with transports.create_mcp_http_client(headers=headers) as http:
            transport = transports.streamable_http_client(f"{address}/mcp", http_client=http)
            async with mcp.Client(transport, mode=mode) as client:
                return await client.call_tool(tool, arguments)

    return anyio.run(asked)


def failure(address: str, secret: str | None, mode: str = "auto") -> str:
    """What the client raises when the door is shut."""
    with pytest.raises(Exception) as caught:  # noqa: PT011 - a group of them, as anyio has it
        call(address, "search", secret, mode, query="Taiwan")
    return "".join(map(str, _leaves(caught.value)))


def _leaves(error: BaseException) -> Iterator[BaseException]:
    for each in getattr(error, "exceptions", ()):
        yield from _leaves(each)
    if not hasattr(error, "exceptions"):
        yield error


@pytest.mark.parametrize("mode", MODES)
def test_tools_answer_over_http_by_both_ways_of_the_protocol(place: Path, mode: str) -> None:
    with site(place) as address:
        answer = call(address, "ask", mode=mode, **QUESTION).structured_content
        assert answer["outcome"] == "answered"
        assert answer["short_answer"] == "4.584 orang"
        assert call(address, "list_documents", mode=mode).structured_content["total"] == 2
        assert call(address, "open_document", mode=mode, document_id="nowhere").is_error


@pytest.mark.parametrize("mode", MODES)
def test_a_key_that_opens_nothing_is_told_in_the_callers_language(place: Path, mode: str) -> None:
    revoked = key(place)
    with Database(place).writing() as session:
        revoke(session, "ani", everything(session)[0].id)
    with site(place, api_keys_required=True) as address:
        assert "Programs need a key here." in failure(address, None, mode)
        assert "This key is not known here." in failure(address, "tanya_no", mode)
        assert "This key was revoked." in failure(address, revoked, mode)
        assert not call(address, "ask", key(place), mode, **QUESTION).is_error


@pytest.mark.parametrize(
    ("scope", "opens"),
    [
        (Scope.ASK, {"ask"}),
        (Scope.SEARCH, {"search"}),
        (Scope.READ, {"open_document", "list_documents"}),
    ],
)
def test_a_key_opens_the_tools_of_its_scopes(place: Path, scope: Scope, opens: set[str]) -> None:
    secret = key(place, scope)
    asked: dict[str, dict[str, object]] = {
        "ask": dict(QUESTION),
        "search": {"query": "Taiwan"},
        "open_document": {"document_id": MIGRANTS.id},
        "list_documents": {},
    }
    with site(place, api_keys_required=True) as address:
        told = {tool: call(address, tool, secret, **given) for tool, given in asked.items()}
    assert {tool for tool, each in told.items() if not each.is_error} == opens
    lacking = [each.content[0].text for each in told.values() if each.is_error]
    assert all("This key does not open this address: it lacks “" in text for text in lacking)


def test_each_key_and_each_address_is_counted_by_itself(place: Path, clock: Clock) -> None:
    once, often = key(place, per_minute=1), key(place, per_minute=9)
    with site(place, requests_per_minute=1) as address:
        told = [call(address, "search", secret, query="Taiwan") for secret in (once, once, often, None, None)]
    assert [each.is_error for each in told] == [False, True, False, False, True]
    assert "Too many requests in a short time. Please try again in" in told[1].content[0].text


def test_who_tries_keys_is_counted_by_the_address(place: Path, clock: Clock) -> None:
    with site(place, requests_per_minute=2) as address:
        tried = [post(address, {"Authorization": "Bearer tanya_no"}) for _ in range(3)]
    assert [each.status_code for each in tried] == [401, 401, 429]
    assert tried[0].headers["WWW-Authenticate"] == "Bearer"
    assert tried[2].headers["Retry-After"] == "50"
    assert tried[2].json()["error"]["data"] == {"code": "too_many_requests"}


def post(address: str, headers: dict[str, str]) -> httpx.Response:
    return httpx.post(f"{address}/mcp", json=LIST, headers=ACCEPTED | headers)


def test_every_message_is_counted_and_takes_nothing_from_what_is_for_everybody(place: Path) -> None:
    with site(place, requests_per_minute=1, total_per_minute=1) as address:
        # More than twice as many as are allowed: a minute may end meanwhile.
        listed = [post(address, {}) for _ in range(2 * MESSAGES + 2)]
        assert not call(address, "search", key(place), query="Taiwan").is_error
    assert {each.status_code for each in listed} == {200, 429}
    refused = listed[-1]
    assert int(refused.headers["Retry-After"]) > 0
    assert refused.json()["error"]["message"].startswith("Too many requests in a short time.")


@pytest.mark.parametrize(
    ("tool", "given", "said"),
    [
        ("ask", {"question": "a" * 100_001}, "question: is longer than 100000 characters"),
        ("ask", {}, "question: is missing"),
        ("ask", {"question": "Berapa?", "language": "fr"}, "language: is none of 'id', 'en'"),
        ("search", {"query": "a" * 100_001}, "query: is longer than 100000 characters"),
        ("search", {"query": "Taiwan", "limit": 999}, "limit: must be at most 50"),
        ("list_documents", {"query": "a" * 201, "limit": 0}, "query: is longer than 200 characters; limit: must be"),
        ("list_documents", {"offset": 2**31}, "offset: must be at most 2147483647"),
        ("open_document", {"document_id": "a" * 4097}, "document_id: is longer than 4096 characters"),
        ("open_document", {"document_id": MIGRANTS.id, "start": "far"}, "start: must be a whole number"),
    ],
)
def test_what_a_tool_takes_is_bounded_and_what_does_not_fit_is_told_in_words(
    place: Path, tool: str, given: dict[str, object], said: str
) -> None:
    with site(place, max_question_chars=100_000) as address:
        told = call(address, tool, **given)
    assert told.is_error
    assert told.content[0].text.startswith(said)


def test_a_call_that_does_not_fit_is_told_in_the_language_of_the_caller(place: Path) -> None:
    with site(place) as address:
        message = {"jsonrpc": "2.0", "id": 1, "method": "tools/call"}
        given = {"name": "search", "arguments": {"query": "Taiwan", "limit": 999}}
        told = httpx.post(
            f"{address}/mcp", json={**message, "params": given}, headers=ACCEPTED | {"Accept-Language": "id"}
        )
    assert "limit: paling banyak 50" in told.text


@pytest.mark.parametrize(
    ("sent", "headers", "status"),
    [
        ("{", {}, 400),  # no JSON
        ("[]", {}, 400),  # no message
        ('{"jsonrpc": "2.0", "method": "notifications/initialized"}', {}, 202),
        ('{"jsonrpc": "2.0", "id": 1, "method": "ping"}', {}, 200),
        ('{"jsonrpc": "2.0", "id": 1, "method": "ping"}', {"Accept": "text/html"}, 406),
        ('{"jsonrpc": "2.0", "id": 1, "method": "ping"}', {"Mcp-Protocol-Version": "1999-01-01"}, 400),
    ],
)
def test_messages_have_the_status_of_the_specification(
    client: TestClient, sent: str, headers: dict[str, str], status: int
) -> None:
    given = ACCEPTED | {"Content-Type": "application/json"} | headers
    assert client.post("/mcp", content=sent, headers=given).status_code == status


def test_questions_are_bounded_counted_and_their_failures_name_no_file(place: Path) -> None:
    with site(place, FakePipeline(fail=IndexMissing("/srv/secret/index")), max_question_chars=50) as address:
        long = call(address, "ask", question="Apa? " * 20)
        failed = call(address, "ask", question="Berapa?")
        metrics = httpx.get(f"{address}/metrics").text
    assert "Your question is too long: 100 characters. At most 50." in long.content[0].text
    assert failed.content[0].text.endswith("The documents cannot be read right now. Please try again later.")
    assert 'code="question_too_long"} 1' in metrics


def test_it_is_closed_with_the_other_interfaces(open_client: Open) -> None:
    client = open_client()
    with database_of(client).writing() as session:
        switch_off(session, "ani", Switch.API, "why")
    client.app.state.services.switches.expire()  # type: ignore[attr-defined]
    answer = client.post("/mcp", json=LIST, headers=ACCEPTED)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "300")
    assert answer.json()["error"]["message"] == "This interface is switched off for now. Please try again later."


def test_a_page_of_another_site_and_other_methods_are_refused(client: TestClient) -> None:
    there = ACCEPTED | {"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"}
    assert client.post("/mcp", json=LIST, headers=there).status_code == 403
    assert client.get("/mcp", headers=ACCEPTED).status_code == 405


def test_below_a_path_it_is_there_as_well(place: Path) -> None:
    with site(place, base_path="/tanya") as address:
        assert not call(f"{address}/tanya", "list_documents").is_error


@contextmanager
def alone(place: Path, host: str) -> Iterator[TestClient]:
    """The application of `rag mcp --http`, told to listen on this address."""
    settings = Settings(_env_file=None, database=place, api_keys_required=True)
    app = create_mcp_app(settings, host_guard([host, "tanya.example"], 8010), FakePipeline())
    with TestClient(app, base_url="http://127.0.0.1:8010") as client:
        client.headers.update(ACCEPTED)
        yield client


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])
def test_alone_it_takes_keys_too_and_is_asked_by_its_names_only(place: Path, host: str) -> None:
    """A page in a browser must not reach a server on its reader's machine, under whatever name."""
    shown = {"Authorization": f"Bearer {key(place)}"}
    with alone(place, host) as client:
        assert client.post("/mcp", json=LIST).status_code == 401
        assert client.post("/mcp", json=LIST, headers=shown).status_code == 200
        assert client.post("/mcp", json=LIST, headers=shown | {"Host": "tanya.example"}).status_code == 200
        assert client.post("/mcp", json=LIST, headers=shown | {"Host": "elsewhere.example"}).status_code == 421
        assert client.post("/mcp", json=LIST, headers=shown | {"Origin": "https://x.example"}).status_code == 403
        assert client.get("/healthz").status_code == 200
        assert client.post("/api/ask", json=QUESTION, headers=shown).status_code == 404


def test_who_asked_by_it_is_heard(place: Path) -> None:
    heard: list[Answer] = []

    class Listening(FakePipeline):
        def answer(self, question: Question) -> Answer:
            heard.append(super().answer(question))
            return heard[-1]

    with site(place, Listening()) as address:
        call(address, "ask", **QUESTION)
        assert 'outcome="answered"} 1' in httpx.get(f"{address}/metrics").text
    assert len(heard) == 1
