import gzip
import json
import re

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import Open
from web.public.assets import FOLDER
from web.public.widget import build

MOST_PACKED = 7_000  # bytes that a host page loads for it


def test_any_page_may_load_the_script(client: TestClient) -> None:
    response = client.get("/widget.js")
    assert response.headers["content-type"] == "text/javascript; charset=utf-8"
    assert response.headers["cross-origin-resource-policy"] == "cross-origin"
    assert response.headers["cache-control"] == "public, max-age=300"
    assert "set-cookie" not in response.headers
    tag = response.headers["etag"]
    assert client.get("/widget.js", headers={"If-None-Match": tag}).status_code == 304


def test_it_is_packed_for_browsers_and_plain_for_others(client: TestClient) -> None:
    packed, plain = client.get("/widget.js"), client.get("/widget.js", headers={"Accept-Encoding": "identity"})
    assert (packed.headers["content-encoding"], "content-encoding" in plain.headers) == ("gzip", False)
    assert packed.content == plain.content == build().plain
    assert packed.headers["etag"] != plain.headers["etag"]


def test_it_is_small() -> None:
    script = build()
    assert gzip.decompress(script.packed) == script.plain
    assert len(script.packed) < MOST_PACKED


def test_it_is_one_script_without_modules() -> None:
    source = build().plain.decode()
    assert not re.search(r"^(import|export)\b", source, re.MULTILINE)
    assert source.startswith("(() => {")


def test_it_speaks_both_languages_and_every_text_it_names_is_there() -> None:
    line = next(line for line in build().plain.decode().splitlines() if line.startswith("const TEXTS"))
    texts = json.loads(line.removeprefix("const TEXTS = ").removesuffix(";"))
    assert (texts["id"]["close"], texts["en"]["close"]) == ("Tutup", "Close")
    parts = "".join(path.read_text("utf-8") for path in (FOLDER / "widget").glob("*.js"))
    assert set(re.findall(r"\btexts\.(\w+)", parts)) == set(texts["id"]) == set(texts["en"])


def test_it_makes_no_markup_of_what_it_is_told_and_stores_nothing() -> None:
    parts = "".join(path.read_text("utf-8") for path in (FOLDER / "widget").glob("*.js"))
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.cookie|Storage|eval\(", parts)


@pytest.mark.parametrize("base", ["", "/tanya"])
def test_it_stands_where_the_site_begins(open_client: Open, base: str) -> None:
    assert open_client(base_path=base).get(f"{base}/widget.js").status_code == 200
