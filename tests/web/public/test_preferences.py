import re

import pytest
from fastapi.testclient import TestClient
from lxml import html

from tests.web.conftest import Open
from web.public.preferences import local_path


def test_the_language_switch_stays_and_comes_back(client: TestClient) -> None:
    response = client.get("/bahasa?lang=en&next=/documents/pelabuhan.pdf", follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (303, "/documents/pelabuhan.pdf")
    assert html.fromstring(client.get("/").text).get("lang") == "en"


def test_the_theme_stays(client: TestClient) -> None:
    assert html.fromstring(client.get("/").text).get("data-theme") == "auto"
    client.post("/tampilan", data={"tema": "dark", "next": "/"})
    assert html.fromstring(client.get("/").text).get("data-theme") == "dark"


def test_cookies_are_kept_from_scripts_and_other_sites(client: TestClient) -> None:
    cookie = client.get("/bahasa?lang=en", follow_redirects=False).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


@pytest.mark.parametrize("target", ["https://lain.example", "//lain.example", "/\\lain.example", "lain", "", "/\nx"])
def test_the_way_back_never_leads_to_another_site(target: str) -> None:
    assert local_path(target) == "/"


def test_the_way_back_keeps_its_query() -> None:
    assert local_path("/documents/a.md?start=1&end=2") == "/documents/a.md?start=1&end=2"


def test_the_theme_button_leads_back_to_the_question_that_was_posted(open_client: Open) -> None:
    for days, path in ((0, r"/\?q=Berapa\+ke\+Taiwan%3F"), (90, "/answers/[0-9a-f]{32}")):
        tree = html.fromstring(open_client(answer_days=days).post("/", data={"q": "Berapa ke Taiwan?"}).text)
        (back,) = tree.xpath("//form[@action='/tampilan']/input[@name='next']/@value")
        assert re.fullmatch(path, back)
    assert html.fromstring(open_client().get("/documents?q=a").text).xpath("//input[@name='next']/@value") == [
        "/documents?q=a"
    ]


def test_no_theme_but_light_and_dark_can_be_chosen(client: TestClient) -> None:
    assert client.post("/tampilan", data={"tema": "auto", "next": "/"}).status_code == 422


def test_the_size_of_type_stays_without_changing_the_theme(client: TestClient) -> None:
    client.post("/tampilan", data={"tema": "dark"})
    client.post("/tampilan", data={"huruf": "large"})
    tree = html.fromstring(client.get("/how").text)
    assert (tree.get("data-type"), tree.get("data-theme")) == ("large", "dark")
    assert client.post("/tampilan", data={"huruf": "giant"}).status_code == 422
