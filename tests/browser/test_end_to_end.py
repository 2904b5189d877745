"""Files on disk, the real embedding model, the real pipeline, a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from rag.assembly import build_pipeline
from rag.index.ingest import ingest
from rag.models.encoders.base import Encoder
from rag.settings import Settings
from tests.browser.conftest import ask, new_page, serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LENGTH = "Pelatihan menjahit di Balai Melati berlangsung selama enam minggu dan tidak dipungut biaya."
TRAINING = f"""---
title: Pelatihan di Balai Melati
date: 2025-03-04
publisher: Dinas Contoh
based_on:
  - publisher: Harian Contoh
    title: Balai Melati buka pelatihan
    date: 2025-03-03
---

## Jadwal

{LENGTH} Pendaftaran dibuka setiap awal bulan.
"""
BRIDGE = "Jembatan Sungai Tenang diperbaiki pada Agustus 2024. Panjangnya 120 meter.\n"


@pytest.fixture
def page(browser: Browser, bundled_encoder: Encoder, tmp_path: Path) -> Iterator[Page]:
    """The chat page over two files ingested just now."""
    sources = tmp_path / "documents"
    sources.mkdir()
    (sources / "pelatihan.md").write_text(TRAINING, encoding="utf-8")
    (sources / "jembatan.txt").write_text(BRIDGE, encoding="utf-8")
    settings = Settings(_env_file=None, index=tmp_path / "index", database=tmp_path / "web.sqlite")
    ingest([sources], settings.index, bundled_encoder, settings)
    with serving(settings, build_pipeline(settings)) as address:
        page = new_page(browser, base_url=address)
        page.goto("/")
        yield page
        page.context.close()


def test_a_file_put_in_answers_with_its_own_words_marked_and_what_it_is_based_on(page: Page) -> None:
    ask(page, "Berapa lama pelatihan menjahit di Balai Melati?")
    expect(page.locator("[data-answer]")).to_contain_text("enam minggu")
    expect(page.locator(".based-on").first).to_contain_text("Harian Contoh, Balai Melati buka pelatihan, 3 Maret 2025")
    page.locator(".cite").first.click()
    expect(page.locator("dialog mark")).to_have_text(LENGTH)
    expect(page.locator("dialog")).to_contain_text("Pelatihan di Balai Melati")


def test_what_no_file_says_is_not_answered(page: Page) -> None:
    ask(page, "Siapa presiden Brasil sekarang?")
    expect(page.get_by_text("Jawabannya tidak kami temukan")).to_be_visible()
