import logging
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from rag.index.ingest import ingest
from rag.settings import Settings
from rag.types import Language, Question
from rag.warming import warm
from tests.fakes import WordEncoder
from tests.rag.test_pipeline import NothingRead, make_pipeline


class Titled:
    """A pipeline over documents of these titles that remembers what it was asked."""

    def __init__(self, *titles: str, failing: bool = False) -> None:
        self.titles = titles
        self.failing = failing
        self.asked: list[Question] = []

    def documents(self, limit: int) -> Any:
        facts = [SimpleNamespace(title=title, language=Language.ENGLISH) for title in self.titles]
        return SimpleNamespace(documents=facts[:limit])

    def answer(self, question: Question) -> None:
        self.asked.append(question)
        if self.failing:
            raise ZeroDivisionError("a defect of ours")


def test_the_newest_documents_are_asked_for_by_their_titles_in_their_language_cut_to_the_limit() -> None:
    pipeline: Any = Titled("Kopi", "Karet dan damar", "Lada", "Udang")
    assert warm(pipeline, 5) == 3
    assert pipeline.asked == [Question(text, Language.ENGLISH) for text in ("Kopi", "Karet", "Lada")]


def test_passages_are_read_so_that_the_reader_is_warm_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kopi.md").write_text(
        "# Panen kopi robusta\n\nKopi robusta Lampung dipanen dua kali pada tahun 2024.\n"
    )
    ingest([tmp_path / "kopi.md"], tmp_path / "index", WordEncoder(), Settings())
    read: list[str] = []
    real = NothingRead.read
    monkeypatch.setattr(NothingRead, "read", lambda self, text, given: (read.append(text), real(self, text, given))[1])
    assert warm(make_pipeline(tmp_path / "index"), 200) == 1
    assert read == ["Panen kopi robusta"]


def test_before_the_first_index_nothing_is_asked_and_nothing_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert warm(make_pipeline(tmp_path), 200) == 0
    assert not caplog.records


def test_a_title_that_cannot_be_answered_is_logged_and_does_not_keep_the_server_from_starting(
    caplog: pytest.LogCaptureFixture,
) -> None:
    pipeline: Any = Titled("Kopi", "Lada", failing=True)
    with caplog.at_level(logging.WARNING):
        assert warm(pipeline, 200) == 0
    assert len(pipeline.asked) == 1
    assert "a defect of ours" in caplog.text
