"""Several servers are one site: what one knows the other knows, and each may go while the other goes on."""

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest

from tests.patience import in_one_minute, wait_until
from tests.web.accounts import PASSWORD
from tests.web.together.site import NO_PRIVILEGES, PER_MINUTE, Load, Site, running_site, somebody

pytestmark = pytest.mark.slow
QUESTION = {"question": "Berapa ke Taiwan?"}


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with running_site() as made:
        yield made


@contextmanager
def _signed_in(site: Site, port: int) -> Iterator[httpx.Client]:
    with site.client(port) as client:
        found = client.post("/login", data={"name": "admin", "password": PASSWORD})
        assert found.status_code == 303, found.text
        yield client


def _at(client: httpx.Client, port: int) -> httpx.Client:
    """The same browser at the other server."""
    client.base_url = httpx.URL(f"http://127.0.0.1:{port}")
    return client


def _csrf(client: httpx.Client) -> str:
    found = re.search(r'name="csrf" value="([0-9a-f]{64})"', client.get("/account").text)
    assert found
    return found[1]


def _ask_by_turns(site: Site, times: int) -> list[int]:
    who = somebody()
    found = []
    for number in range(times):
        with site.client(site.ports[number % 2], who) as client:
            found.append(client.post("/api/ask", json=QUESTION).status_code)
    return found


def test_requests_spread_over_two_servers_are_limited_as_one(site: Site) -> None:
    assert _ask_by_turns(site, PER_MINUTE + 4) == [200] * PER_MINUTE + [429] * 4


def test_who_signs_in_at_one_server_is_signed_in_at_the_other_and_out_of_both(site: Site) -> None:
    first, second = site.ports
    with _signed_in(site, first) as browser:
        assert "admin" in _at(browser, second).get("/account").text.lower()
        kept = dict(browser.cookies)
        browser.post("/logout", data={"csrf": _csrf(browser)})
        with site.client(first) as thief:
            thief.cookies.update(kept)
            assert thief.get("/account").status_code == 303


def test_what_is_switched_off_and_announced_at_one_server_is_at_the_other_and_in_one_audit_log(site: Site) -> None:
    first, second = site.ports
    with _signed_in(site, first) as browser, site.client(second) as visitor:
        sent = {"csrf": _csrf(browser), "switch": "api", "do": "off", "reason": "uji bersama"}
        assert browser.post("/staff/switches", data=sent).status_code in (200, 303)
        wait_until(lambda: visitor.post("/api/ask", json=QUESTION, headers=somebody()).status_code == 503)
        assert "uji bersama" in _at(browser, second).get("/staff/audit").text
        browser.post("/staff/switches", data={**sent, "do": "on", "csrf": _csrf(browser)})
        wait_until(lambda: visitor.post("/api/ask", json=QUESTION, headers=somebody()).status_code == 200)


def test_an_answer_and_its_rating_are_found_at_the_other_server(site: Site) -> None:
    first, second = site.ports
    with site.client(first) as visitor:
        page = visitor.post("/", data={"q": QUESTION["question"]}, follow_redirects=True)
        assert page.status_code == 200
        address = page.url.path
        assert address.startswith("/answers/")
        assert "4.584" in _at(visitor, second).get(address).text


def test_a_published_version_reaches_all_servers_though_they_may_only_read_the_folder(site: Site) -> None:
    name = site.publish({"a": "satu", "b": "dua"})
    for port in site.ports:
        with site.client(port) as client:
            wait_until(lambda: client.get("/readyz").json()["index_version"] == name)
    for written in ("CURRENT", f"{name}/manifest.json", "fresh"):
        write = [*NO_PRIVILEGES, "sh", "-c", f": >> {site.index}/{written}"]
        assert subprocess.run(write, check=False, capture_output=True).returncode != 0


def test_an_evaluation_is_seen_refused_and_stopped_at_the_other_server(site: Site) -> None:
    first, second = site.ports
    with _signed_in(site, first) as browser:
        token = _csrf(browser)
        assert browser.post("/evaluations/start", data={"csrf": token, "name": "malam"}).status_code == 303
        far = _at(browser, second)
        wait_until(lambda: re.search(r": [1-9]\d* dari \d\d+", far.get("/evaluations/standing").json()["text"]))
        assert "data-running" in far.get("/evaluations").text
        assert far.post("/evaluations/start", data={"csrf": token, "name": "siang"}).status_code == 409
        far.post("/evaluations/stop", data={"csrf": token})
        for port in site.ports:
            wait_until(lambda: not _at(browser, port).get("/evaluations/standing").json()["running"])  # noqa: B023
        assert "dihentikan" in far.get("/evaluations").text


def test_servers_that_are_restarted_one_by_one_lose_no_request(site: Site) -> None:
    load = Load(site, clients=3)
    try:
        wait_until(lambda: load.found["200"] > 20)
        for port in site.ports:
            site.servers.stop(port)
            site.start(port)
            before = load.found["200"]
            wait_until(lambda: load.found["200"] > before + 20)  # noqa: B023 - called at once
    finally:
        load.stop()
    assert set(load.found) == {"200"}, (site.folder / "nginx.log").read_text()


def test_without_redis_each_server_counts_by_itself_and_together_again_when_it_is_back(site: Site) -> None:
    site.stop_redis()
    found = in_one_minute(lambda: _ask_by_turns(site, 2 * PER_MINUTE + 2))
    assert found == [200] * (2 * PER_MINUTE) + [429] * 2
    site.start_redis()
    wait_until(lambda: _ask_by_turns(site, PER_MINUTE + 2) == [200] * PER_MINUTE + [429] * 2)


def test_while_postgresql_is_away_people_are_answered_and_staff_are_told_and_then_it_heals(site: Site) -> None:
    with _signed_in(site, site.ports[0]) as browser:
        site.postgres.stop()
        try:
            assert _ask_by_turns(site, 2) == [200, 200]
            told = browser.get("/account")
            assert told.status_code == 503
            assert "sedang tidak dapat dijangkau" in told.text
        finally:
            site.postgres.start()
        wait_until(lambda: browser.get("/account").status_code == 200)
        wait_until(lambda: _at(browser, site.ports[1]).get("/account").status_code == 200)
