from datetime import date

import pytest

from rag.types import Citation, Language
from rag.wording.words import words_of

ID, EN = words_of(Language.INDONESIAN), words_of(Language.ENGLISH)


def test_a_text_is_said_in_the_language_with_its_names_filled_in() -> None:
    assert [words.gettext("page %(page)s", page=3) for words in (EN, ID)] == ["page 3", "halaman 3"]


def test_a_per_cent_sign_is_one() -> None:
    assert EN.gettext("Value (95 %% interval)") == "Value (95 % interval)"


def test_a_text_without_its_value_is_an_error_and_not_a_gap() -> None:
    with pytest.raises(KeyError, match="page"):
        EN.gettext("page %(page)s")


@pytest.mark.parametrize(
    ("count", "english", "indonesian"),
    [(0, "0 documents", "0 dokumen"), (1, "1 document", "1 dokumen"), (2500, "2,500 documents", "2.500 dokumen")],
)
def test_plurals_follow_the_language(count: int, english: str, indonesian: str) -> None:
    said = [words.ngettext("%(count)s document", "%(count)s documents", count) for words in (EN, ID)]
    assert said == [english, indonesian]


def test_the_context_tells_two_meanings_of_a_word_apart() -> None:
    assert (ID.gettext("English"), ID.pgettext("of a question", "English")) == ("Bahasa Inggris", "bahasa Inggris")


def test_dates_and_numbers_follow_the_language() -> None:
    day = date(2026, 8, 1)
    assert [words.date(day) for words in (EN, ID)] == ["1 August 2026", "1 Agustus 2026"]
    assert [words.number(9154.5, "#,##0.0") for words in (EN, ID)] == ["9,154.5", "9.154,5"]
    assert [words.percent(2 / 3) for words in (EN, ID)] == ["66.7%", "66,7%"]
    assert [words.number(-0.25, "+0.000;-0.000") for words in (EN, ID)] == ["-0.250", "-0,250"]
    assert [EN.number(value, "#,##0.##") for value in (0, 0.25, 1, 97.5)] == ["0", "0.25", "1", "97.5"]
    assert [words.milliseconds(1012.4) for words in (EN, ID)] == ["1,012 ms", "1.012 md"]


def test_a_moment_is_told_in_utc() -> None:
    moment = "2026-02-13T07:05:00+07:00"
    assert [words.moment(moment) for words in (EN, ID)] == [
        "13 February 2026, 00:05 UTC",
        "13 Februari 2026, 00.05 UTC",
    ]
    assert EN.moment("yesterday") == "yesterday"


def test_a_source_line_has_its_date_written_out() -> None:
    assert ID.source("Antara, Judul, 2026-02-14") == "Antara, Judul, 14 Februari 2026"
    assert ID.source("Potensinews.id") == "Potensinews.id"


def test_each_language_names_the_other_as_its_speakers_do() -> None:
    assert [(words.other.value, words.other_by_its_own_name) for words in (ID, EN)] == [
        ("en", "English"),
        ("id", "Bahasa Indonesia"),
    ]


@pytest.mark.parametrize(
    ("doubtful", "said"), [((), "hasil pengenalan teks"), (("Rp2:389",), "hasil pengenalan teks; meragukan: Rp2:389")]
)
def test_a_recognised_quote_is_told_as_such(doubtful: tuple[str, ...], said: str) -> None:
    citation = Citation(1, "c.pdf", "Judul", "Parkir Rp2:389", 0, 14, confidence=0.7, doubtful=doubtful)
    assert words_of(Language.INDONESIAN).recognised(citation) == said
