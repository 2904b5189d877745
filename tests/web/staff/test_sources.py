"""The page of watched sources."""

import os
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from rag.library.watching.schedule import look_at_due
from rag.settings import Settings
from tests.rag.library.shelves import RICE
from tests.web.accounts import csrf, database_of, sign_in
from tests.web.conftest import Open
from web.protection.permissions import Role
from web.records.audit import Wanted, find


@pytest.fixture
def staff(open_client: Open, tmp_path: Path) -> TestClient:
    (tmp_path / "masuk").mkdir()
    client = open_client(
        library=tmp_path / "library", source_folders=(tmp_path / "masuk",), source_hosts=("berita.example",)
    )
    client.cookies.set("bahasa", "en")
    return sign_in(client, Role.STAFF, "siti")


def send(client: TestClient, path: str, **fields: object):
    return client.post(path, data={"csrf": csrf(client), **fields})


def said(page: str) -> str:
    return " ".join(html.fromstring(page).xpath("string(//*[@role='alert' or @role='status'])").split())


def test_a_source_is_added_paused_looked_at_and_forgotten_and_the_log_tells(staff: TestClient, tmp_path: Path) -> None:
    assert "Nothing is watched yet." in staff.get("/staff/sources").text
    page = send(staff, "/staff/sources", place="https://berita.example/feed.xml", publisher="Dinas").text
    assert "https://berita.example/feed.xml" in page
    assert "not looked at yet" in page
    assert "paused" in send(staff, "/staff/sources/one", id=1, do="pause").text
    send(staff, "/staff/sources/one", id=1, do="resume")
    assert "within a minute" in said(send(staff, "/staff/sources/one", id=1, do="look").text)
    assert "Nothing is watched yet." in send(staff, "/staff/sources/one", id=1, do="remove").text
    again = send(staff, "/staff/sources/one", id=1, do="pause")
    assert (again.status_code, said(again.text)) == (409, "there is no such source any more")
    with database_of(staff).reading() as session:
        told = [row.action for row in find(session, Wanted()) if row.action.startswith("source.")]
    assert told == [f"source.{what}" for what in ("removed", "made_due", "resumed", "paused", "added")]


def test_what_may_not_be_watched_is_refused_and_what_was_typed_stays(staff: TestClient) -> None:
    answer = send(staff, "/staff/sources", place="https://lain.example/<b>", tags="a, b")
    page = html.fromstring(answer.text)
    assert answer.status_code == 422
    assert "lain.example is not among those that may be read" in said(answer.text)
    assert page.xpath("//input[@name='place' or @name='tags']/@value") == ["https://lain.example/<b>", "a, b"]


def test_the_last_run_and_its_problems_are_shown(staff: TestClient, tmp_path: Path) -> None:
    folder = tmp_path / "masuk"
    (folder / "beras.txt").write_text(RICE)
    (folder / "kosong.txt").write_text("")
    for path in folder.iterdir():
        os.utime(path, (1, 1))
    send(staff, "/staff/sources", place=str(folder))
    settings = Settings(_env_file=None, library=tmp_path / "library", source_folders=(folder,))
    list(look_at_due(settings))
    page = staff.get("/staff/sources").text
    assert "new 1, changed 0, as before 0" in page
    assert "the file is empty" in page
    assert "beras.txt" in staff.get("/staff/documents?state=draft").text
