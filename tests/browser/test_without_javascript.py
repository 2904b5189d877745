import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.web.fakes import FIGURES

pytestmark = pytest.mark.browser


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    page = open_page(java_script_enabled=False)
    page.get_by_label("Pertanyaan Anda").fill("Berapa pekerja migran di Taiwan?")
    page.get_by_role("button", name="Tanya").click()
    return page


def test_a_question_is_answered_whole(page: Page) -> None:
    expect(page.locator(".short-answer")).to_contain_text("4.584 orang")
    expect(page.get_by_role("button", name="Salin")).to_be_hidden()


def test_a_citation_leads_to_the_marked_quote(page: Page) -> None:
    page.locator(".cite").first.click()
    expect(page).to_have_url(re.compile(r"/documents/pekerja.*#kutipan$"))
    expect(page.locator("mark")).to_have_text(FIGURES)
    expect(page.locator("mark")).to_be_in_viewport()


def test_a_follow_up_keeps_what_was_said(page: Page) -> None:
    page.get_by_label("Pertanyaan Anda").fill("Sampai kapan?")
    page.get_by_role("button", name="Tanya").click()
    expect(page.get_by_role("heading", name="Berapa pekerja migran di Taiwan?")).to_be_visible()
    expect(page.locator(".understood")).to_contain_text("(Taiwan)")


def test_the_language_switch_keeps_the_question(page: Page) -> None:
    page.get_by_role("link", name="English").click()
    expect(page.get_by_label("Your question")).to_be_visible()
    expect(page.locator(".short-answer")).to_contain_text("4.584 orang")


def test_a_rating_thanks_and_takes_a_word(page: Page) -> None:
    page.get_by_role("button", name="Ya, membantu").click()
    expect(page.get_by_role("heading", name="Terima kasih atas masukan Anda.")).to_be_visible()
    page.get_by_label("Apa yang perlu diperbaiki?").fill("Bagus")
    page.get_by_role("button", name="Kirim").click()
    expect(page.get_by_label("Apa yang perlu diperbaiki?")).to_have_count(0)


def test_the_sources_can_be_listed_and_searched(page: Page) -> None:
    page.get_by_role("link", name="Lihat daftar sumber").click()
    page.get_by_label("Cari judul, penerbit, atau tahun").fill("pelabuhan 2026")
    page.get_by_role("button", name="Cari").click()
    page.get_by_role("link", name="Pelabuhan dan arus barang").click()
    expect(page.get_by_role("heading", name="Pelabuhan dan arus barang")).to_be_visible()


def test_the_theme_button_works_and_leads_back_to_the_answer(page: Page) -> None:
    page.get_by_role("button", name="Ganti ke tampilan gelap").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.locator(".short-answer")).to_contain_text("4.584 orang")


def test_back_from_a_source_and_a_reload_show_the_answer_again(page: Page) -> None:
    page.locator(".cite").first.click()
    page.go_back()
    expect(page.locator(".short-answer")).to_contain_text("4.584 orang")
    page.reload()
    expect(page.locator(".short-answer")).to_contain_text("4.584 orang")
