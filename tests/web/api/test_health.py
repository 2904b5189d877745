import pytest
from fastapi.testclient import TestClient
from lxml import html

from rag.errors import IndexCorrupt, IndexMismatch
from tests.web.conftest import Open
from tests.web.fakes import FakePipeline, Status


def test_alive_and_ready_with_an_index(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    ready = client.get("/readyz")
    assert (ready.status_code, ready.json()["index_version"], ready.json()["documents"]) == (200, "v1", 2)


def test_alive_but_not_ready_without_an_index(open_client: Open) -> None:
    client = open_client(FakePipeline(status=Status(version=None)))
    assert client.get("/healthz").status_code == 200
    assert (client.get("/readyz").status_code, client.get("/readyz").json()["status"]) == (503, "no_index")


def test_not_ready_but_answering_when_about_to_stop(client: TestClient) -> None:
    client.app_state["stopping"] = True  # as `rag serve` sets it
    ready = client.get("/readyz")
    assert (ready.status_code, ready.json()) == (503, {"status": "stopping"})
    assert client.get("/healthz").status_code == client.get("/").status_code == 200


@pytest.mark.parametrize(("language", "said"), [("id", "jalankan `rag ingest`"), ("en", "run `rag ingest`")])
def test_an_index_of_another_model_is_503_and_says_what_to_do(open_client: Open, language: str, said: str) -> None:
    pipeline = FakePipeline(fail=IndexMismatch("/srv/secret/index"))
    pipeline.unusable = IndexMismatch("/srv/secret/index was built with another model")
    client = open_client(pipeline)
    client.cookies.set("bahasa", language)
    ready, page = client.get("/readyz"), client.get("/")
    assert (ready.status_code, ready.json()["error"]["code"]) == (503, "index_mismatch")
    assert (page.status_code, page.headers["retry-after"]) == (503, "30")
    asked = client.post("/api/ask/stream", json={"question": "Taiwan?"}).text
    for text in (ready.text, page.text, asked):
        assert said in text
        assert "secret" not in text
    assert html.fromstring(page.text).get("lang") == language


def test_metrics_are_there_when_the_index_is_not(open_client: Open) -> None:
    pipeline = FakePipeline()
    pipeline.unusable = IndexMismatch("another model")
    response = open_client(pipeline).get("/metrics")
    assert response.status_code == 200
    assert "tanya_index_documents 0.0" in response.text.splitlines()


def test_metrics_count_answers_problems_and_ratings(client: TestClient) -> None:
    client.post("/api/ask", json={"question": "Berapa ke Taiwan?"})
    client.post("/api/ask/stream", json={"question": "Berapa ke Taiwan?"})
    client.post("/", data={"q": "Siapa gubernur Aceh?"})
    client.post("/api/ask", json={"question": ""})
    client.post("/api/feedback", json={"id": "0" * 32, "rating": "up"})
    lines = client.get("/metrics").text.splitlines()
    for line in (
        'tanya_answers_total{language="id",outcome="answered"} 2.0',
        'tanya_answers_total{language="id",outcome="not_found"} 1.0',
        'tanya_problems_total{code="question_blank"} 1.0',
        'tanya_feedback_total{rating="up"} 1.0',
        "tanya_index_documents 2.0",
        "tanya_answers_in_progress 0.0",
    ):
        assert line in lines


@pytest.mark.parametrize(("language", "said"), [("id", "edisi sebelumnya"), ("en", "the one before")])
def test_a_damaged_version_is_named_while_an_earlier_one_answers(open_client: Open, language: str, said: str) -> None:
    client = open_client(FakePipeline(status=Status(damaged="20260101T")))
    client.cookies.set("bahasa", language)
    ready = client.get("/readyz")
    assert (ready.status_code, ready.json()["index_version"], ready.json()["damaged"]) == (200, "v1", "20260101T")
    assert said in client.get("/").text
    assert "20260101T" not in client.get("/").text


def test_a_damaged_index_without_another_is_503_and_says_so(open_client: Open) -> None:
    pipeline = FakePipeline(fail=IndexCorrupt("/srv/secret/index/v1/passages.jsonl is damaged"))
    pipeline.unusable = IndexCorrupt("/srv/secret/index/v1/passages.jsonl is damaged")
    client = open_client(pipeline)
    for response in (client.get("/readyz"), client.post("/api/ask", json={"question": "Taiwan?"})):
        assert (response.status_code, response.json()["error"]["code"]) == (503, "index_damaged")
        assert "secret" not in response.text


@pytest.mark.parametrize(("hours", "shares"), [(0.0, []), (1.0, [0.02])])
def test_the_index_is_checked_in_the_background_when_it_is_set(
    open_client: Open, hours: float, shares: list[float]
) -> None:
    pipeline = FakePipeline()
    client = open_client(pipeline, verify_hours=hours, verify_share=0.02)
    assert client.get("/healthz").status_code == 200
    assert pipeline.checked == shares
