"""Pages that their own program writes into in the browser."""

from pathlib import Path

import pytest

from rag.documents.loaders import html
from rag.types import Notice, NoticeKind

SAID = (
    "Bawa kartu tanda penduduk dan kartu keluarga.",
    "Isi formulir di loket dua lalu tunggu panggilan.",
    "Ambil surat pada hari kerja berikutnya sebelum tengah hari.",
)
PLAIN = "<p>Syarat surat pindah ada di bawah ini.</p>"
PROGRAM = "const langkah = ['{}', \"{}\", `<li>{}</li>`]; tampil(langkah)".format(*SAID)


def notices(page: str) -> tuple[Notice, ...]:
    return html.parse(f"<html><body>{page}</body></html>".encode(), Path("x.html")).notices


def test_words_that_a_program_shows_are_told_of() -> None:
    words = sum(len(text.split()) for text in SAID)
    assert notices(f"{PLAIN}<script>{PROGRAM}</script>") == (Notice(NoticeKind.BY_PROGRAM, count=words),)


@pytest.mark.parametrize(
    "page",
    [
        PLAIN * 40 + f"<script>{PROGRAM}</script>",
        f"{PLAIN}<script type='application/ld+json'>{PROGRAM}</script>",
        f"{PLAIN}<script src='a.js'>{PROGRAM}</script>",
        PLAIN + "<script>" + "$('.a').pilih({lebar: 20, isi: '#menu .kiri', tema: 'gelap sekali'});" * 30 + "</script>",
        f"{PLAIN}<p>{PROGRAM}</p>",
    ],
)
def test_a_program_that_tells_little_is_not(page: str) -> None:
    assert notices(page) == ()
