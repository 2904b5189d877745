import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage, ask
from tests.web.fakes import FakePipeline

pytestmark = pytest.mark.browser

TAIWAN = "Berapa pekerja migran di Taiwan?"


def test_a_conversation_begun_at_a_link_outlives_a_reload(open_page: OpenPage, pipeline: FakePipeline) -> None:
    page = open_page("/?q=Berapa+ke+Taiwan%3F")
    ask(page, "Sampai kapan?")
    assert "/answers/" in page.url
    page.reload()
    expect(page.locator(".question")).to_have_text(["Berapa ke Taiwan?", "Sampai kapan?"])
    assert len(pipeline.questions) == 2


def test_the_focus_goes_to_the_question_when_what_was_pressed_is_gone(open_page: OpenPage) -> None:
    page = open_page()
    page.route("**/api/ask/stream*", lambda route: route.abort())
    suggestion = "Apa itu program Migran Vokasi?"
    page.get_by_role("link", name=suggestion).click()
    expect(page.get_by_role("heading", name=suggestion)).to_be_focused()
    page.unroute("**/api/ask/stream*")
    page.get_by_role("button", name="Coba lagi").click()
    expect(page.get_by_role("heading", name=suggestion)).to_be_focused()
    ask(page, TAIWAN)
    expect(page.get_by_label("Pertanyaan Anda")).to_be_focused()


def test_a_question_names_its_language_once_it_is_known(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, "How many people from Lampung went to Taiwan?")
    ask(page, TAIWAN)
    assert [turn.get_attribute("lang") for turn in page.locator(".turn").all()] == ["en", "id"]


def test_what_is_remembered_of_a_long_question_ends_with_a_whole_emoji(
    open_page: OpenPage, pipeline: FakePipeline
) -> None:
    page = open_page()
    ask(page, "Taiwan " + "a" * 1492 + "😀 dan seterusnya")
    ask(page, "Sampai kapan?")
    remembered = pipeline.questions[-1].history[0].question
    assert (len(remembered), remembered[-1]) == (1500, "😀")


def test_on_a_phone_the_characters_left_are_shown_in_a_conversation_too(open_page: OpenPage) -> None:
    page = open_page(width=360)
    ask(page, TAIWAN)
    page.get_by_label("Pertanyaan Anda").fill("a" * 1950)
    expect(page.get_by_text("Sisa 50 karakter")).to_be_in_viewport(ratio=1)
    box = page.get_by_text("Sisa 50 karakter").bounding_box()
    assert box is not None
    assert box["width"] > 50
