from datetime import date

import pytest

from rag.types import Citation, Framing, Language, Sentence, Value
from rag.wording.prose import sentence_text


def said(statement: str, *values: str, language: Language = Language.ENGLISH) -> str:
    return sentence_text(Sentence(Framing.OVERVIEW, (), tuple(map(Value, values)), statement), language)


def test_what_there_is_is_counted_and_dated_in_both_languages() -> None:
    assert said("holdings", "1", "1") == "We hold 1 document (1 publisher)."
    assert said("holdings", "1200", "31", "2026-06-22", "2024-05-27") == (
        "We hold 1,200 documents (31 publishers). "
        "Where they are dated, from 27 May 2024 to 22 June 2026; the newest first:"
    )
    assert said("holdings", "46", "31", language=Language.INDONESIAN) == "Kami memiliki 46 dokumen (31 penerbit)."


@pytest.mark.parametrize(
    ("statement", "values", "told"),
    [
        ("latest_about", ("ferry",), "The newest documents about “ferry”, and what they begin with:"),
        ("more", ("1",), "1 more is in the list of documents."),
        ("more", ("38",), "38 more are in the list of documents."),
        ("leads", ("Kopi", "", "", "en"), "From “Kopi”, word for word; we write no summary of our own:"),
        (
            "leads",
            ("Kopi", "Dinas", "2026-02-12", "id"),
            "From “Kopi” (Dinas, 12 February 2026), word for word in Indonesian; we write no summary of our own:",
        ),
    ],
)
def test_frames_hold_what_they_are_about(statement: str, values: tuple[str, ...], told: str) -> None:
    assert said(statement, *values) == told


def test_a_document_is_named_with_what_is_known_of_it() -> None:
    def named(**known: object) -> str:
        citation = Citation(1, "d.md", "Kopi", "Kopi.", 0, 5, **known)
        return sentence_text(Sentence(Framing.DOCUMENT, (citation,)), Language.ENGLISH)

    assert named() == "“Kopi”"
    assert named(publisher="Dinas", published=date(2026, 2, 12)) == "“Kopi” (Dinas, 12 February 2026)"
