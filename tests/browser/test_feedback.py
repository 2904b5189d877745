"""Feedback and evaluations in a browser: axe, widths, a gold question by marking, without a script, a short report."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from rag.evaluation.importers import read_questions
from rag.evaluation.run import save_run
from rag.settings import Settings
from tests.browser.conftest import OpenPage, serving
from tests.browser.test_accessibility import violations
from tests.rag.evaluation.fakes import refused, right, run, wrong
from tests.web.accounts import PASSWORD, add_person
from tests.web.fakes import FakePipeline
from tests.web.heard import ask, question, save
from web.protection.permissions import Role
from web.records import gold
from web.records.database import Database
from web.records.grouping import Grouping
from web.records.hearing import Heard

pytestmark = pytest.mark.browser
LONG = "Berapa tarif parkir di " + "pasar" * 20 + "?"
PAGES = (
    "/staff/feedback",
    "/staff/feedback/2",
    "/staff/feedback/2/gold",
    "/staff/asked",
    "/evaluations",
    "/evaluations/runs/first",
    "/evaluations/compare?before=first&after=second",
    "/evaluations/sheets",
    "/evaluations/sheets/1",
    "/evaluations/sheets/1/questions/1",
)


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    settings = Settings(
        _env_file=None,
        database=tmp_path / "browser.sqlite",
        evaluations=tmp_path / "runs",
        library=tmp_path / "library",
        index=tmp_path / "index",
        requests_per_minute=6000,
    )
    database = Database(settings.database)
    database.prepare()
    add_person(database, "ani", Role.ADMINISTRATOR)
    ask(database, question(1, LONG), question(2, "Berapa ke Taiwan?", outcome="answered"))
    save(database, Heard("a" * 32, "down", "kurang rinci", "Berapa ke Taiwan?", "4.584 orang", language="id"))
    while Grouping(database, None).step():
        pass
    sure = [*(right(f"q{number}") for number in range(24)), *(refused(f"r{n}", answerable=False) for n in range(4))]
    save_run(run(*sure, *(wrong(f"w{number}") for number in range(6))), tmp_path / "runs" / "first" / "run.json")
    save_run(run(*sure, *(right(f"w{number}") for number in range(6))), tmp_path / "runs" / "second" / "run.json")
    (tmp_path / "sheet.csv").write_text("id,question,answer\nq1,Berapa ke Taiwan?,4584\n")
    with database.writing() as session:
        gold.add(session, "ani", gold.sheet_named(session, "ani", "Pasar"), read_questions([tmp_path / "sheet.csv"]))
    with serving(settings, FakePipeline()) as url:
        yield url


def enter(page: Page) -> None:
    page.get_by_label("Nama akun").fill("ani")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Pegawai")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(open_page: OpenPage, scheme: str) -> None:
    page = open_page("/login", color_scheme=scheme, locale="id-ID")
    enter(page)
    found: list[str] = []
    for path in PAGES:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        found += [f"{path}: {one}" for one in violations(page)]
        for width in (320, 768, 1920):
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                found.append(f"{path} scrolls sideways at {width}")
    assert found == []


def test_words_marked_by_keyboard_become_a_gold_question(open_page: OpenPage) -> None:
    page = open_page("/login", locale="id-ID")
    enter(page)
    page.goto("/staff/feedback/2/gold")
    source = page.locator("[data-source]")
    source.focus()
    source.evaluate("(one) => { const at = one.value.indexOf('4.584'); one.setSelectionRange(at, at); }")
    for _ in range(5):
        page.keyboard.press("Shift+ArrowRight")
    page.get_by_role("button", name="Ambil kata yang ditandai").press("Enter")
    expect(page.locator("[data-expected]")).to_have_value("4.584")
    page.get_by_role("button", name="Simpan pertanyaan emas").press("Enter")
    expect(page.locator("p[role=status]")).to_have_text("Pertanyaan emas sudah ada di lembar.")


def test_a_case_is_resolved_without_javascript(open_page: OpenPage) -> None:
    page = open_page("/login", java_script_enabled=False, locale="id-ID")
    enter(page)
    page.goto("/staff/feedback/2")
    page.get_by_label("Catatan, atau apa").fill("ditambahkan")
    page.get_by_role("button", name="Selesaikan").press("Enter")
    expect(page.locator(".badge.resolved")).to_have_text("selesai")


def test_a_report_of_34_questions_is_short(open_page: OpenPage) -> None:
    page = open_page("/login", locale="id-ID")
    enter(page)
    page.goto("/evaluations/runs/first")
    assert page.evaluate("document.documentElement.scrollHeight") < 2500
    page.locator(".failure summary").first.press("Enter")
    expect(page.locator(".failure .beside").first).to_be_visible()
