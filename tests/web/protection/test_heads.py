import pytest
from fastapi.testclient import TestClient


@pytest.mark.parametrize("path", ["/", "/documents", "/healthz", "/openapi.json", "/how", "/documents/pelabuhan.pdf"])
def test_a_head_alone_can_be_asked_for(client: TestClient, path: str) -> None:
    whole, head = client.get(path), client.head(path)
    assert (head.status_code, head.content) == (whole.status_code, b"")
    assert head.headers["content-type"] == whole.headers["content-type"]
    assert "content-security-policy" in head.headers


def test_what_only_takes_posts_takes_no_head(client: TestClient) -> None:
    assert client.head("/api/ask").status_code == 405


def test_what_is_not_there_is_not_there_for_its_head(client: TestClient) -> None:
    assert client.head("/tidak-ada").status_code == 404
