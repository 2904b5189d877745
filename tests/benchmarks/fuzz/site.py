"""The real application over a pipeline of two documents, and requests made up for each of its addresses."""

import inspect
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote

from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from rag.settings import Settings
from tests.benchmarks.fuzz.inputs import json_of, json_values, objects_with, texts
from tests.benchmarks.fuzz.running import Target
from tests.web.accounts import csrf, sign_in
from tests.web.fakes import FakePipeline
from web.app import create_app
from web.protection.permissions import Role

SECRET = "rahasia untuk pesan telegram"
_TEMPLATES = Path(__file__).parents[3] / "web" / "templates"
_NAME = re.compile(r'name="([a-z_]+)"')
HOLE = re.compile(r"{(\w+)(:path)?}")
# They end what the others need, the session, the account, the service itself, or begin work that goes on beside them.
_LEFT_ALONE = ("/evaluations/start", "/staff/switches", "/logout", "/account", "/login", "/staff/users")


@dataclass(frozen=True, slots=True)
class Sent:
    """A request."""

    method: str
    path: str
    query: dict[str, str]
    form: dict[str, str] | None = None
    body: bytes | None = None
    file: tuple[str, bytes] | None = None


@contextmanager
def site(folder: Path) -> Iterator[tuple[FastAPI, TestClient]]:
    """The application and a client signed in as an administrator, its files below `folder`."""
    settings = Settings(
        _env_file=None,
        database=folder / "records.sqlite",
        library=folder / "library",
        index=folder / "index",
        requests_per_minute=10_000_000,
        telegram_token="1:a",
        telegram_secret=SECRET,
    )
    app = create_app(settings, FakePipeline())
    with TestClient(app, raise_server_exceptions=True) as client:
        sign_in(client, Role.ADMINISTRATOR)
        yield app, client


def requests_of(app: FastAPI, client: TestClient) -> Iterator[Target]:
    """Pages and forms; JSON of the interfaces; uploads; the events of a stream."""
    token = csrf(client)

    def act(sent: Sent) -> str | None:
        return _send(client, sent, token)

    yield Target("pages and forms", _pages([*routes_of(app)]), act)
    yield Target("JSON bodies", _bodies(), act)
    yield Target("uploads", _uploads(), act)
    yield Target("streams", texts, lambda text: _stream(client, text))


def routes_of(app: FastAPI) -> Iterator[APIRoute]:
    for entry in app.routes:
        for route in getattr(entry, "original_router", app).routes:
            if isinstance(route, APIRoute) and not route.path.startswith(_LEFT_ALONE):
                yield route


def _pages(routes: Sequence[APIRoute]) -> SearchStrategy[Sent]:
    names = sorted({name for page in _TEMPLATES.rglob("*.html") for name in _NAME.findall(page.read_text())} - {"csrf"})
    values = texts | st.sampled_from(
        ["1", "-1", "0", "²", "9" * 5000, "99999999999999999999", "id", "en", "2026-02-30"]
    )

    @st.composite
    def page(draw: DrawFn) -> Sent:
        route = draw(st.sampled_from(routes))
        method = draw(st.sampled_from(sorted(route.methods)))
        path = HOLE.sub(lambda _: draw(st.sampled_from(_IDS) | texts.map(_as_path)), route.path)
        asked = [one.alias for one in route.dependant.query_params]
        query = {name: draw(values) for name in asked if draw(st.booleans())}
        fields = [name for name in names if name in _words_of(route.endpoint.__module__)] or names
        form = draw(st.dictionaries(st.sampled_from(fields), values, max_size=6)) if method == "POST" else None
        return Sent(method, path, query, form)

    return page()


@cache
def _words_of(module: str) -> frozenset[str]:
    """What the source of a module names: the fields of its forms are among it."""
    return frozenset(re.findall(r"\w+", inspect.getsource(sys.modules[module])))


_IDS = ("1", "0", "-1", "²", "99999999999999999999", "pelabuhan.pdf", "csv", "xlsx", "docx", "pdf", "a" * 300)


def _as_path(text: str) -> str:
    return text.replace("/", "").replace("?", "").replace("#", "")[:100].strip() or "a"


def _bodies() -> SearchStrategy[Sent]:
    turns = st.lists(st.fixed_dictionaries({"question": texts, "answer": texts}), max_size=3)
    filters = st.fixed_dictionaries({}, optional={"publisher": texts, "published_from": st.dates().map(str)})
    asked = objects_with(question=texts, language=st.sampled_from(["id", "en"]), history=turns, filters=filters)
    said = st.lists(st.fixed_dictionaries({"role": st.sampled_from(["user", "system", "assistant"]), "content": texts}))
    by_path = {
        "/api/ask": asked,
        "/api/ask/stream": asked,
        "/api/search": objects_with(question=texts, limit=st.integers(1, 100)),
        "/api/feedback": objects_with(question=texts, answer=texts, verdict=texts, comment=texts, rating=json_values),
        "/v1/chat/completions": objects_with(
            model=texts, messages=said, stream=st.booleans(), n=st.integers(), tools=json_values
        ),
        "/channels/telegram": json_values.map(json_of),
        "/channels/whatsapp": json_values.map(json_of),
    }
    return st.sampled_from(sorted(by_path)).flatmap(
        lambda path: by_path[path].map(lambda body: Sent("POST", path, {}, body=body))
    )


def _uploads() -> SearchStrategy[Sent]:
    suffixes = st.sampled_from(["", ".txt", ".md", ".pdf", ".docx", ".html", ".jsonl", ".exe", "/../a.txt"])
    name = st.builds(lambda text, suffix: text[:200] + suffix, texts, suffixes)
    data = st.binary(max_size=200) | texts.map(lambda text: text.encode("utf-8", "surrogatepass"))
    fields = st.dictionaries(st.sampled_from(["publisher", "kind", "tags", "id", "revision"]), texts, max_size=3)
    paths = st.sampled_from(["/staff/documents", "/staff/documents/edition", "/evaluations/sheets"])
    return st.builds(
        lambda path, form, name, data: Sent("POST", path, {}, form, file=(name, data)), paths, fields, name, data
    )


def _send(client: TestClient, sent: Sent, token: str) -> str | None:
    """Raises what the application raised, and AssertionError for a status of 500."""
    options: dict[str, object] = {"params": sent.query, "headers": {"x-csrf-token": token}, "follow_redirects": False}
    if sent.form is not None:
        options["data"] = sent.form | {"csrf": token}
    if sent.file is not None:
        field = "file" if "evaluations" in sent.path else "files"
        options["files"] = [(field, sent.file)]
    if sent.body is not None:
        options["content"] = sent.body
        options["headers"] = {"content-type": "application/json", "x-telegram-bot-api-secret-token": SECRET}
    try:
        answer = client.request(sent.method, quote(sent.path, errors="surrogatepass"), **options)
    except (UnicodeEncodeError, ValueError) as error:
        if _of_client(error):
            return None
        raise
    assert answer.status_code != 500, answer.text[:200]
    return None


def _of_client(error: Exception) -> bool:
    """Whether the request could not even be written down, so that it never reached the application."""
    at, names = error.__traceback__, []
    while at is not None:
        names.append(at.tb_frame.f_code.co_filename)
        at = at.tb_next
    return not any("/web/" in name or "starlette/routing" in name for name in names)


def _stream(client: TestClient, text: str) -> str | None:
    """Raises where the events, read as browsers read them, are not those that were meant."""
    try:
        body = json_of({"question": text + " taiwan"})
    except UnicodeEncodeError:
        return None
    answer = client.post("/api/ask/stream", content=body, headers={"content-type": "application/json"})
    if answer.status_code != 200:
        assert answer.status_code in (413, 422), answer.text[:200]
        return None
    names = [line.removeprefix("event: ") for line in re.split(r"\r\n|\n|\r", answer.text) if line.startswith("event")]
    assert names[-1] == "answer", names
    assert {*names} <= {"status", "passages", "sentence", "answer"}
    return None
