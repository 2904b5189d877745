"""Invented sources, and an index over them that is made of words alone."""

from datetime import UTC, datetime
from pathlib import Path

from rag.answering.extractive.answerer import ExtractiveAnswerer
from rag.briefing.briefer import Briefer
from rag.documents.loaders import load
from rag.index.ingest import ingest
from rag.index.versions import LiveIndex
from rag.retrieval.retriever import Retriever
from rag.settings import Settings
from rag.types import Document
from tests.fakes import WordEncoder

MARKET = """---
title: Pasar Ternak Sumber Mulya
date: 2026-03-02
publisher: Pemerintah Desa Sumber Mulya
---

Pasar ternak Sumber Mulya dibuka kembali pada 5 Maret 2026 setelah los sapi diperbaiki.

## Putusan musyawarah

Musyawarah menyepakati sewa los pasar ternak Rp40.000 sebulan. Pedagang lanjut usia dikecualikan dari sewa itu.

## Pengurus

Ketua pengurus pasar ternak adalah Wayan Sudarma.

## Syarat masuk

Ternak yang masuk pasar wajib disertai surat sehat:

- dari dokter hewan
- atau dari mantri ternak

## Ternak terjual

| Ternak | Terjual 2025 (ekor) |
|---|---|
| Sapi | 412 |
| Kambing | 1.080 |
"""
OTHER = """---
title: Laporan Pasar Ternak Sumber Mulya
date: 2026-04-10
publisher: Dinas Peternakan Kabupaten Way Jernih
---

Musyawarah menyepakati sewa los pasar ternak Rp55.000 sebulan.

Los sapi pasar ternak mampu menampung 230 ekor sapi.
"""
APART = """---
title: Jadwal Perpustakaan Keliling
---

Perpustakaan keliling mengunjungi sekolah dasar setiap Kamis pagi dengan membawa seribu buku.
"""


def document(text: str, folder: Path, name: str = "pasar.md") -> Document:
    """The text as the program reads it."""
    (folder / name).write_text(text, "utf-8")
    (read,) = load(folder / name, name, 1_000_000)
    assert isinstance(read, Document)
    return read


def briefer(folder: Path, texts: dict[str, str]) -> Briefer:
    """Over an index of these texts, at a fixed time."""
    sources = folder / "sources"
    sources.mkdir()
    for name, text in texts.items():
        (sources / name).write_text(text, "utf-8")
    encoder = WordEncoder()
    ingest([sources], folder / "index", encoder, Settings())
    return Briefer(
        LiveIndex(folder / "index"),
        Retriever(encoder),
        encoder,
        ExtractiveAnswerer(encoder),
        passages_read=4,
        longest_question=200,
        now=lambda: datetime(2026, 5, 1, 8, 30, tzinfo=UTC),
    )
