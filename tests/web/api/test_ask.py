import asyncio
import json
import threading

import pytest
from fastapi.testclient import TestClient

from rag.errors import IndexMissing
from tests.patience import PATIENCE_S
from tests.web.conftest import Open
from tests.web.fakes import FIGURES, MIGRANTS, FakePipeline


def events(text: str) -> list[tuple[str, dict]]:
    blocks = [block.splitlines() for block in text.strip().split("\n\n") if not block.startswith(":")]
    return [(b[0].removeprefix("event: "), json.loads(b[1].removeprefix("data: "))) for b in blocks]


def test_an_answer_has_every_documented_key_and_an_exact_quote(client: TestClient) -> None:
    answer = client.post("/api/ask", json={"question": "Berapa orang ke Taiwan?"}).json()
    documented = {"question", "language", "outcome", "text", "short_answer", "sentences", "citations", "timings_ms"}
    assert documented | {"model"} <= answer.keys()
    first = answer["citations"][0]
    assert first["quote"] == FIGURES == MIGRANTS.text[first["start"] : first["end"]]
    assert answer["short_answer"] == "4.584 orang"


def test_language_and_history_reach_the_pipeline(open_client: Open) -> None:
    pipeline = FakePipeline()
    history = [{"question": "Berapa ke Taiwan?", "answer": "4.584 orang"}]
    open_client(pipeline).post("/api/ask", json={"question": "Mengapa?", "language": "en", "history": history})
    asked = pipeline.questions[0]
    assert (asked.language.value, asked.history[0].question) == ("en", "Berapa ke Taiwan?")


def test_the_stream_tells_steps_passages_sentences_and_the_answer_in_order(client: TestClient) -> None:
    response = client.post("/api/ask/stream", json={"question": "Berapa orang ke Taiwan?"})
    assert response.headers["content-type"].startswith("text/event-stream")
    names = [name for name, _ in events(response.text)]
    assert names == ["status", "status", "passages", "status", "sentence", "sentence", "sentence", "answer"]


def test_the_last_event_is_the_same_answer_as_the_plain_one(client: TestClient) -> None:
    question = {"question": "Berapa orang ke Taiwan?"}
    _, last = events(client.post("/api/ask/stream", json=question).text)[-1]
    assert last["answer"] == client.post("/api/ask", json=question).json()


def test_an_answer_that_takes_long_is_kept_open_by_comments_between_its_events(open_client: Open) -> None:
    pipeline = FakePipeline()
    pipeline.hold = lambda: threading.Event().wait(0.2)
    client = open_client(pipeline, keep_alive_s=0.02)
    text = client.post("/api/ask/stream", json={"question": "Berapa orang ke Taiwan?"}).text
    assert text.count("\n\n: ping\n\n") >= 3
    assert [name for name, _ in events(text)][-2:] == ["sentence", "answer"]
    chat = {"messages": [{"role": "user", "content": "Taiwan?"}], "stream": True}
    assert "\n\n: ping\n\n" in client.post("/v1/chat/completions", json=chat).text


def test_an_answer_that_comes_at_once_has_no_comments(client: TestClient) -> None:
    assert ": ping" not in client.post("/api/ask/stream", json={"question": "Taiwan?"}).text


def test_html_is_added_only_when_asked_for(client: TestClient) -> None:
    question = {"question": "Berapa orang ke Taiwan?"}
    plain = events(client.post("/api/ask/stream", json=question).text)[-1][1]
    rendered = events(client.post("/api/ask/stream?html=true", json=question).text)[-1][1]
    assert "html" not in plain
    assert '<p class="short-answer">4.584 orang' in rendered["html"]
    assert client.get(rendered["address"]).status_code == 200
    assert "address" not in plain


def test_the_frame_of_an_answer_is_in_the_language_of_its_question(client: TestClient) -> None:
    client.cookies.set("bahasa", "id")
    for text, button in (("How many people from Lampung went to Taiwan?", "Copy"), ("Berapa ke Taiwan?", "Salin")):
        rendered = events(client.post("/api/ask/stream?html=true", json={"question": text}).text)[-1][1]
        assert f"<span>{button}</span>" in rendered["html"]


def test_a_failure_half_way_ends_the_stream_with_an_error_that_names_no_files(open_client: Open) -> None:
    client = open_client(FakePipeline(fail=IndexMissing("/srv/secret/index")))
    name, data = events(client.post("/api/ask/stream", json={"question": "Taiwan?"}).text)[-1]
    assert (name, data["error"]["code"]) == ("error", "unavailable")
    assert "secret" not in json.dumps(data)


def test_an_unexpected_failure_is_told_without_its_message(open_client: Open) -> None:
    client = open_client(FakePipeline(fail=ValueError("password=1")))
    streamed = client.post("/api/ask/stream", json={"question": "Taiwan?"}).text
    plain = client.post("/api/ask", json={"question": "Taiwan?"})
    assert events(streamed)[-1][1]["error"]["code"] == "internal"
    assert (plain.status_code, plain.json()["error"]["code"]) == (500, "internal")
    assert "password" not in streamed + plain.text


def test_a_missing_index_is_503_with_a_time_to_come_back(open_client: Open) -> None:
    response = open_client(FakePipeline(fail=IndexMissing("none"))).post("/api/ask", json={"question": "Taiwan?"})
    assert (response.status_code, response.headers["retry-after"]) == (503, "30")


def test_search_ranks_from_one_and_keeps_to_the_limit(client: TestClient) -> None:
    results = client.post("/api/search", json={"question": "pelabuhan", "limit": 1}).json()["results"]
    assert [(result["rank"], result["document_id"]) for result in results] == [(1, MIGRANTS.id)]


def test_a_question_too_long_or_blank_is_422_and_says_why(open_client: Open) -> None:
    client = open_client(max_question_chars=50)
    long = client.post("/api/ask", json={"question": "a" * 51})
    blank = client.post("/api/search", json={"question": "  "})
    assert (long.status_code, long.json()["error"]["code"]) == (422, "question_too_long")
    assert "51" in long.json()["error"]["message"]
    assert (blank.status_code, blank.json()["error"]["code"]) == (422, "question_blank")


def test_a_malformed_request_is_422_and_names_the_field(client: TestClient) -> None:
    response = client.post("/api/ask", json={"question": 5})
    assert response.status_code == 422
    assert "question" in response.json()["error"]["message"]


def test_problems_are_told_in_the_language_of_the_cookie(client: TestClient) -> None:
    response = client.post("/api/ask", json={"question": ""}, headers={"cookie": "bahasa=en"})
    assert response.json()["error"]["message"] == "The question is empty."


@pytest.mark.parametrize("path", ["/api/ask", "/api/ask/stream", "/api/search"])
def test_half_an_emoji_is_422(client: TestClient, path: str) -> None:
    body = '{"question": "a\\ud83d"}'
    response = client.post(path, content=body, headers={"content-type": "application/json"})
    assert (response.status_code, response.json()["error"]["code"]) == (422, "invalid_fields")


@pytest.mark.parametrize("language", ["id", "en"])
def test_an_answer_that_outlives_its_server_ends_with_a_word_in_the_language_of_its_question(
    open_client: Open, language: str
) -> None:
    pipeline, may_end = FakePipeline(), threading.Event()
    pipeline.hold = lambda: may_end.wait(PATIENCE_S)
    client = open_client(pipeline)
    client.app_state["ended"] = ended = asyncio.Event()
    ended.set()
    said = {"id": "dimulai ulang", "en": "being restarted"}[language]
    question = {"question": "Berapa ke Taiwan?", "language": language}
    try:
        name, data = events(client.post("/api/ask/stream", json=question).text)[-1]
        whole = client.post("/api/ask", json=question)
        chat = {"messages": [{"role": "user", "content": "Berapa ke Taiwan?"}], "stream": True}
        chunks = client.post("/v1/chat/completions", json=chat).text.split("\n\n")
    finally:
        may_end.set()
    assert (name, data["error"]["code"]) == ("error", "stopping")
    assert said in data["error"]["message"]
    assert (whole.status_code, whole.json()["error"]["code"]) == (503, "stopping")
    assert whole.headers["retry-after"] == "5"
    assert '"code":"stopping"' in chunks[-3]
    assert chunks[-2] == "data: [DONE]"


def test_a_failure_half_way_is_counted(open_client: Open) -> None:
    client = open_client(FakePipeline(fail=ValueError("broken")))
    client.post("/api/ask/stream", json={"question": "Taiwan?"})
    assert 'tanya_problems_total{code="internal"} 1.0' in client.get("/metrics").text.splitlines()
