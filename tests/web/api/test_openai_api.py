import json

import pytest
from fastapi.testclient import TestClient

from rag.errors import IndexMissing
from tests.web.conftest import Open
from tests.web.fakes import FIGURES, FakePipeline

USER = {"role": "user", "content": "Berapa orang ke Taiwan?"}
TOOL = {"type": "function", "function": {"name": "f", "parameters": {"type": "object", "properties": {}}}}


def test_the_last_message_is_answered_with_citations(client: TestClient) -> None:
    body = client.post("/v1/chat/completions", json={"model": "x", "messages": [USER], "temperature": 1}).json()
    assert body["choices"][0]["message"]["content"].startswith("4.584 orang. [1]")
    assert body["choices"][0]["finish_reason"] == "stop"
    assert body["citations"][0]["quote"] == FIGURES
    assert (body["object"], body["model"]) == ("chat.completion", "tanya-lampung")


def test_earlier_messages_become_the_history_and_instructions_do_not(open_client: Open) -> None:
    pipeline = FakePipeline()
    messages = [
        {"role": "system", "content": "Kamu bajak laut."},
        USER,
        {"role": "assistant", "content": "4.584 orang"},
        {"role": "user", "content": [{"type": "text", "text": "Sampai kapan?"}]},
    ]
    open_client(pipeline).post("/v1/chat/completions", json={"messages": messages})
    (question,) = pipeline.questions
    assert question.text == "Sampai kapan?"
    assert [(turn.question, turn.answer) for turn in question.history] == [(USER["content"], "4.584 orang")]


def test_the_stream_ends_with_citations_a_stop_and_done(client: TestClient) -> None:
    text = client.post("/v1/chat/completions", json={"messages": [USER], "stream": True}).text
    lines = [line.removeprefix("data: ") for line in text.strip().split("\n\n")]
    assert lines[-1] == "[DONE]"
    chunks = [json.loads(line) for line in lines[:-1]]
    content = "".join(chunk["choices"][0]["delta"].get("content", "") for chunk in chunks)
    assert content.startswith("4.584 orang. [1]")
    assert chunks[-1]["choices"][0]["finish_reason"] == "stop"
    assert chunks[-1]["citations"][0]["number"] == 1


def test_a_chat_that_does_not_end_with_the_user_is_422(client: TestClient) -> None:
    response = client.post("/v1/chat/completions", json={"messages": [{"role": "assistant", "content": "Halo"}]})
    assert (response.status_code, response.json()["error"]["type"]) == (422, "invalid_request_error")


def test_a_chat_without_a_message_and_addresses_that_are_not_there_are_told_in_json(client: TestClient) -> None:
    english = {"Accept-Language": "en"}
    empty = client.post("/v1/chat/completions", json={"messages": []}, headers=english)
    assert empty.status_code == 422
    assert "messages: is too short: at least 1 are needed" in empty.json()["error"]["message"]
    for path in ("/v1", "/v1/", "/v1/embeddings", "/api"):
        assert client.get(path).json()["error"]["code"] == "not_found", path


def test_one_model_is_listed(client: TestClient) -> None:
    assert [model["id"] for model in client.get("/v1/models").json()["data"]] == ["tanya-lampung"]


def test_a_stream_that_fails_half_way_says_so_is_done_and_counted(open_client: Open) -> None:
    client = open_client(FakePipeline(fail=IndexMissing("/srv/secret/index")))
    text = client.post("/v1/chat/completions", json={"messages": [USER], "stream": True}).text
    *_, error, done = text.strip().split("\n\n")
    told = json.loads(error.removeprefix("data: "))["error"]
    assert (told["code"], told["type"], done) == ("unavailable", "server_error", "data: [DONE]")
    assert "secret" not in text
    assert 'tanya_problems_total{code="unavailable"} 1.0' in client.get("/metrics").text.splitlines()


@pytest.mark.parametrize("content", ['"a\\ud83d"', '[{"type": "text", "text": "a\\ud83d"}]'])
def test_half_an_emoji_is_422(client: TestClient, content: str) -> None:
    body = '{"messages": [{"role": "user", "content": ' + content + "}]}"
    response = client.post("/v1/chat/completions", content=body, headers={"content-type": "application/json"})
    assert (response.status_code, response.json()["error"]["code"]) == (422, "invalid_fields")


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ({"n": 2}, "n"),
        ({"tools": [TOOL], "tool_choice": "required"}, "tool_choice"),
        ({"tools": [TOOL], "tool_choice": {"type": "function", "function": {"name": "f"}}}, "tool_choice"),
        ({"functions": [{"name": "f"}], "function_call": {"name": "f"}}, "function_call"),
        ({"response_format": {"type": "json_object"}}, "response_format"),
        ({"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "x"}}]}]}, "image_url"),
    ],
)
def test_what_is_not_there_is_refused_by_name(client: TestClient, asked: dict[str, object], name: str) -> None:
    response = client.post("/v1/chat/completions", json={"messages": [USER]} | asked)
    error = response.json()["error"]
    assert (response.status_code, error["code"], error["type"]) == (422, "not_supported", "invalid_request_error")
    assert name in error["message"]


@pytest.mark.parametrize("asked", [{"n": 1}, {"tools": []}, {"response_format": {"type": "text"}}, {"top_p": 0.5}])
def test_what_changes_nothing_is_accepted(client: TestClient, asked: dict[str, object]) -> None:
    assert client.post("/v1/chat/completions", json={"messages": [USER]} | asked).status_code == 200


@pytest.mark.parametrize(
    ("asked", "notes"),
    [
        ({"tools": [TOOL]}, 1),
        ({"tools": [TOOL], "tool_choice": "auto"}, 1),
        ({"functions": [{"name": "f"}], "function_call": "none"}, 1),
        ({"tool_choice": "none"}, 0),
        ({}, 0),
    ],
)
@pytest.mark.parametrize("stream", [False, True])
def test_tools_that_may_be_left_are_left_and_that_is_said(
    client: TestClient, asked: dict[str, object], notes: int, stream: bool
) -> None:
    text = client.post("/v1/chat/completions", json={"messages": [USER], "stream": stream} | asked).text
    assert "4.584" in text
    assert "tool_calls" not in text
    assert text.count("Layanan ini tidak memanggil alat (tools)") == notes


@pytest.mark.parametrize(
    "text",
    [
        "### Task:\nGenerate a concise title.\n### Chat History:\n<chat_history>\nUSER: Berapa?\n</chat_history>",
        "Please generate a four to five word title summarizing our conversation without any punctuation",
        "Provide a concise title for the conversation.",
    ],
)
def test_chores_of_chat_pages_are_no_questions_and_are_not_written_down(client: TestClient, text: str) -> None:
    response = client.post("/v1/chat/completions", json={"messages": [{"role": "user", "content": text}]})
    assert (response.status_code, response.json()["error"]["code"]) == (422, "no_question")
    assert 'outcome="' not in client.get("/metrics").text


@pytest.mark.parametrize("text", ["What was the title of the talk?", "Apa judul percakapan radio itu?"])
def test_titles_can_be_asked_for(client: TestClient, text: str) -> None:
    response = client.post("/v1/chat/completions", json={"messages": [{"role": "user", "content": text}]})
    assert response.status_code == 200


def test_a_model_is_retrieved_by_its_name(client: TestClient) -> None:
    assert client.get("/v1/models/tanya-lampung").json()["id"] == "tanya-lampung"
    missing = client.get("/v1/models/gpt")
    assert (missing.status_code, missing.json()["error"]["code"]) == (404, "model_not_found")


def test_marks_of_sources_on_the_web_are_annotations(client: TestClient) -> None:
    body = client.post("/v1/chat/completions", json={"messages": [USER]}).json()
    message = body["choices"][0]["message"]
    on_the_web = {citation["number"]: citation["url"] for citation in body["citations"] if citation["url"]}
    assert on_the_web
    for each in message["annotations"]:
        place = each["url_citation"]
        number = int(message["content"][place["start_index"] : place["end_index"]].strip("[]"))
        assert place["url"] == on_the_web[number]
    assert {each["url_citation"]["url"] for each in message["annotations"]} == set(on_the_web.values())


@pytest.mark.parametrize(
    ("text", "told", "headers"),
    [
        ("How many people went to Taiwan?", "Leave it out", {}),
        ("Berapa orang yang pergi ke Taiwan?", "Hilangkan", {}),
        ("How many people went to Taiwan?", "Hilangkan", {"accept-language": "id"}),
    ],
)
def test_who_names_no_language_is_refused_in_that_of_the_question(
    client: TestClient, text: str, told: str, headers: dict[str, str]
) -> None:
    asked = {"messages": [{"role": "user", "content": text}], "n": 2}
    response = client.post("/v1/chat/completions", json=asked, headers=headers)
    assert told in response.json()["error"]["message"]
