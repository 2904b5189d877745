from dataclasses import replace
from datetime import date

import pytest

from rag.types import Answer, Citation, Framing, Language, Outcome, Refusal, Sentence, Value
from rag.wording.prose import introduction, sentence_text, source_name, suggestions, text_of

ID, EN = Language.INDONESIAN, Language.ENGLISH
OPENS = Citation(1, "buka.md", "Jam layanan", "Loket buka pukul 8.", 0, 19, "Dinas Contoh", date(2025, 5, 4))
CLOSES = Citation(2, "tutup.md", "Loket tutup", "Loket tutup pukul 15.", 0, 21)
QUOTES = tuple(Sentence(Framing.QUOTE, (one,)) for one in (OPENS, CLOSES))


def answer(*sentences: Sentence, language: Language = ID, **more: object) -> Answer:
    return replace(Answer("?", language, Outcome.ANSWERED, sentences=sentences), **more)


def test_a_quote_is_introduced_by_publisher_and_date_or_by_its_title() -> None:
    assert sentence_text(QUOTES[0], ID) == "Menurut Dinas Contoh (4 Mei 2025): “Loket buka pukul 8.”"
    assert sentence_text(QUOTES[1], ID) == "Menurut “Loket tutup”: “Loket tutup pukul 15.”"


def test_a_quote_in_another_language_than_the_answer_says_so() -> None:
    assert introduction(OPENS, EN) == "According to Dinas Contoh (4 May 2025), in Indonesian:"
    english = replace(OPENS, language=EN)
    assert introduction(english, EN) == "According to Dinas Contoh (4 May 2025):"
    assert introduction(english, ID) == "Menurut Dinas Contoh (4 Mei 2025), dalam bahasa Inggris:"


def test_a_quote_from_a_picture_is_introduced_as_read_by_text_recognition() -> None:
    seen = replace(CLOSES, confidence=0.9)
    assert introduction(seen, ID) == "Menurut “Loket tutup” (hasil pengenalan teks):"
    unsure = replace(seen, doubtful=("15.",))
    assert (
        introduction(unsure, EN)
        == "According to “Loket tutup” (read by text recognition; doubtful: 15.), in Indonesian:"
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [("pukul 15", "pukul 15 (belum tentu terbaca benar: bandingkan dengan aslinya)."), ("pukul 8", "pukul 8.")],
)
def test_a_short_answer_says_that_its_figure_was_not_read_surely(value: str, text: str) -> None:
    unsure = replace(CLOSES, confidence=0.7, doubtful=("15.",))
    assert sentence_text(Sentence(Framing.SHORT_ANSWER, (unsure,), values=(Value(value),)), ID) == text


def test_a_summary_names_those_it_retells() -> None:
    summary = replace(OPENS, based_on=("Kabar Asli, Judul Asli, 2025-11-04", "Warta"))
    assert source_name(summary, ID) == "ringkasan dari Kabar Asli, Warta (4 Mei 2025)"
    assert source_name(summary, EN) == "our summary of Kabar Asli, Warta (4 May 2025)"


@pytest.mark.parametrize(
    ("value", "language", "text"),
    [
        (Value("pukul 8"), ID, "pukul 8."),
        (Value("Sari, M.M."), ID, "Sari, M.M."),
        (Value("3 bulan", "3 months"), EN, "3 months (in the source: “3 bulan”)."),
        (Value("Sari"), EN, "Sari."),
    ],
)
def test_a_short_answer_is_a_sentence_with_one_full_stop(value: Value, language: Language, text: str) -> None:
    assert sentence_text(Sentence(Framing.SHORT_ANSWER, (OPENS,), values=(value,)), language) == text


def test_values_that_differ_are_each_said_with_their_source() -> None:
    unlike = Sentence(Framing.DIFFERING, (OPENS, CLOSES), values=(Value("pukul 8"), Value("pukul 15")))
    assert sentence_text(unlike, EN) == (
        "The sources differ; the newest first: "
        "pukul 8 according to Dinas Contoh (4 May 2025); pukul 15 according to “Loket tutup”."
    )


def test_the_words_of_a_model_stay_as_they_passed() -> None:
    said = Sentence(Framing.STATEMENT, (OPENS, CLOSES), statement="Loket buka dari pukul 8 sampai 15.")
    assert text_of(answer(said)) == "Loket buka dari pukul 8 sampai 15. [1] [2]"


def test_each_of_several_questions_stands_before_its_first_sentence_and_those_without_an_answer_last() -> None:
    parts = (replace(QUOTES[0], part="kapan"), replace(QUOTES[1], part="kapan"), replace(QUOTES[1], part="sampai"))
    opens, closes = (
        "Menurut Dinas Contoh (4 Mei 2025): “Loket buka pukul 8.”",
        "Menurut “Loket tutup”: “Loket tutup pukul 15.”",
    )
    assert text_of(answer(*parts, unanswered=("di mana",))) == (
        f"“kapan”: {opens} [1] {closes} [2] “sampai”: {closes} [2] "
        "Dokumen yang kami miliki tidak memuat jawaban atas “di mana”."
    )


def test_what_was_not_found_says_what_no_source_names_and_where_was_looked() -> None:
    refused = answer(language=EN, outcome=Outcome.NOT_FOUND, looked_at=(OPENS, CLOSES), unnamed=("Aceh", "2019"))
    assert text_of(refused) == (
        "The documents we hold do not contain an answer to this question. "
        "Our documents do not mention “Aceh”, “2019” in this connection. "
        "The closest passages are in: Jam layanan; Loket tutup."
    )
    assert suggestions(refused)[1] == "Ask about one thing at a time."


def test_without_documents_that_is_what_is_said() -> None:
    assert text_of(answer(outcome=Outcome.NOT_FOUND)) == "Belum ada dokumen yang bisa dicari."


@pytest.mark.parametrize("language", Language)
def test_every_reason_to_decline_has_words_and_no_suggestions(language: Language) -> None:
    declined = [answer(language=language, outcome=Outcome.DECLINED, refusal=why) for why in Refusal]
    assert len({text_of(one) for one in declined}) == len(Refusal)
    assert {suggestions(one) for one in declined} == {()}
