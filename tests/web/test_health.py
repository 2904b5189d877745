from fastapi.testclient import TestClient

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
