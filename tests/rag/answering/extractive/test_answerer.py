from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest

from rag.answering.extractive.answerer import ExtractiveAnswerer
from rag.documents.chunking import split
from rag.documents.cleaning import Block, RawCell, RawPage, RawTable, clean
from rag.models.reader import Reading, ReadSpan
from rag.questions.understanding import Understanding, read
from rag.retrieval.evidence import Evidence
from rag.types import (
    Answer,
    AnswerReady,
    BlockKind,
    Document,
    Hit,
    Language,
    Method,
    Outcome,
    Passage,
    Question,
    SentenceReady,
    Value,
)
from rag.wording.prose import sentence_text, text_of
from tests.fakes import WordEncoder

TEXT = (
    "Pelatihan alumni berlangsung 3 bulan. Tujuan terbanyak adalah Taiwan sebanyak 4.584 orang. Kopi ditanam di lereng."
)
DOCUMENT = Document(
    "berita.md",
    "Pelatihan migran",
    TEXT,
    publisher="Kabar Contoh",
    published=date(2025, 11, 4),
)
EVERYTHING, NOTHING = dict.fromkeys(Language, 0.0), dict.fromkeys(Language, 1.1)


class PhraseReader:
    """Finds one phrase wherever it stands, and no answer elsewhere."""

    name = "phrase"

    def __init__(self, phrase: str, margin: float = 6.0) -> None:
        self._phrase, self._margin = phrase, margin

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        return tuple(self._reading(passage) for passage in passages)

    def _reading(self, passage: str) -> Reading:
        start = passage.find(self._phrase)
        if start < 0:
            return Reading((), 0.01, -8.0)
        return Reading((ReadSpan(start, start + len(self._phrase), self._margin),), 0.99, self._margin)


def answered(
    text: str, language: Language, least: Mapping[Language, float], phrase: str = "3 bulan", margin: float = 6.0
) -> Answer:
    *_, last = events(text, language, least, phrase, margin)
    assert isinstance(last, AnswerReady)
    return last.answer


def events(
    text: str, language: Language, least: Mapping[Language, float], phrase: str, margin: float = 6.0
) -> list[SentenceReady | AnswerReady]:
    answerer = ExtractiveAnswerer(WordEncoder(), PhraseReader(phrase, margin), least=least)
    passage = Passage("berita.md#0", DOCUMENT.id, 0, len(TEXT), TEXT, DOCUMENT.title)
    evidence = Evidence(read(Question(text, language)), (Hit(passage, 1.0, (Method.DENSE,), 0.9),))
    return list(answerer.answer(evidence, {DOCUMENT.id: DOCUMENT}.__getitem__))


def test_the_short_answer_comes_first_and_stands_in_its_quote() -> None:
    answer = answered("Berapa lama pelatihan alumni?", Language.INDONESIAN, EVERYTHING)
    assert answer.short_answer == Value("3 bulan")
    assert sentence_text(answer.sentences[0], answer.language) == "3 bulan."
    assert (
        sentence_text(answer.sentences[1], answer.language)
        == "Menurut Kabar Contoh (4 November 2025): “Pelatihan alumni berlangsung 3 bulan.”"
    )
    assert text_of(answer).startswith("3 bulan. [1] Menurut Kabar Contoh")


def test_every_quote_stands_in_the_document() -> None:
    answer = answered("Berapa lama pelatihan alumni?", Language.INDONESIAN, EVERYTHING)
    assert answer.citations
    assert all(TEXT[c.start : c.end] == c.quote for c in answer.citations)


def test_an_english_question_gets_english_framing_that_names_the_language_of_the_quote() -> None:
    answer = answered("How long is the training for alumni?", Language.ENGLISH, EVERYTHING)
    assert sentence_text(answer.sentences[0], answer.language) == "3 months (in the source: “3 bulan”)."
    assert sentence_text(answer.sentences[1], answer.language).startswith(
        "According to Kabar Contoh (4 November 2025), in Indonesian: “"
    )


def test_weak_evidence_is_not_answered_and_says_where_was_looked() -> None:
    answer = answered("Berapa lama pelatihan alumni?", Language.INDONESIAN, NOTHING)
    assert answer.outcome is Outcome.NOT_FOUND
    assert (answer.citations, answer.sentences, answer.short_answer) == ((), (), None)
    assert [c.document_id for c in answer.looked_at] == ["berita.md"]
    assert "Pelatihan migran" in text_of(answer)


def test_a_refusal_quotes_the_nearest_sentence_as_what_the_sources_do_say() -> None:
    answer = answered("Pelatihan alumni berlangsung 3 bulan?", Language.INDONESIAN, NOTHING)
    assert [citation.quote for citation in answer.closest] == ["Pelatihan alumni berlangsung 3 bulan."]
    assert answer.closest == answer.looked_at[:1]
    assert "3 bulan" not in text_of(answer)


def test_a_refusal_names_the_document_with_the_nearest_sentence_first() -> None:
    # The other one has no sentence as near, but none as far either.
    texts = {"far.md": "Pelatihan alumni sudah dibuka.", "near.md": f"Kopi ditanam di lereng. {TEXT}"}
    documents = {name: Document(name, "Pelatihan", text) for name, text in texts.items()}
    hits = tuple(
        Hit(Passage(f"{name}#0", name, 0, len(text), text, "Pelatihan"), 1.0, (Method.DENSE,), 0.9)
        for name, text in texts.items()
    )
    asked = read(Question("Pelatihan alumni berlangsung 3 bulan?", Language.INDONESIAN))
    answerer = ExtractiveAnswerer(WordEncoder(), PhraseReader("3 bulan"), least=NOTHING)
    *_, last = answerer.answer(Evidence(asked, hits), documents.__getitem__)
    assert isinstance(last, AnswerReady)
    assert [citation.document_id for citation in last.answer.looked_at] == ["near.md", "far.md"]


def test_a_refusal_far_from_everything_quotes_nothing() -> None:
    assert answered("Siapa juara lomba layar?", Language.INDONESIAN, NOTHING).closest == ()


def test_a_country_that_no_source_names_is_not_answered_with_another() -> None:
    answer = answered("Berapa orang ke Korea Selatan?", Language.INDONESIAN, EVERYTHING, "4.584 orang")
    assert answer.outcome is Outcome.NOT_FOUND
    assert "“Korea Selatan”" in text_of(answer)
    assert "4.584" not in text_of(answer)


def test_a_year_that_no_source_names_is_not_answered() -> None:
    answer = answered("Berapa orang ke Taiwan pada tahun 2019?", Language.INDONESIAN, EVERYTHING, "4.584 orang")
    assert (answer.outcome, answer.confidence) == (Outcome.NOT_FOUND, 0.0)


def test_sentences_are_streamed_in_the_order_of_the_answer_with_their_citations() -> None:
    *sentences, last = events("Berapa lama pelatihan alumni?", Language.INDONESIAN, EVERYTHING, "3 bulan")
    assert isinstance(last, AnswerReady)
    assert [e.sentence for e in sentences if isinstance(e, SentenceReady)] == list(last.answer.sentences)
    assert all(e.citations == e.sentence.citations for e in sentences if isinstance(e, SentenceReady))


def test_without_evidence_there_is_no_answer() -> None:
    answerer = ExtractiveAnswerer(WordEncoder(), least=EVERYTHING)
    question = Question("Siapa gubernur?", Language.ENGLISH)
    (last,) = answerer.answer(Evidence(read(question), ()), {}.__getitem__)
    assert isinstance(last, AnswerReady)
    assert last.answer.outcome is Outcome.NOT_FOUND
    assert text_of(last.answer) == "There are no documents to search yet."


CROPS = ("kopi", "lada", "padi", "jagung", "singkong", "kakao", "tebu")


class CropReader:
    """Finds every crop."""

    name = "crops"

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        return tuple(Reading(tuple(_crops(passage)), 0.99, 12.0) for passage in passages)


def _crops(passage: str) -> Iterator[ReadSpan]:
    return (ReadSpan(at, at + len(crop), 12.0) for crop in CROPS if (at := passage.find(crop)) >= 0)


def about_crops(question: str, text: str) -> Answer:
    document = replace(DOCUMENT, text=text)
    passage = Passage("berita.md#0", document.id, 0, len(text), text, document.title)
    evidence = Evidence(read(Question(question, Language.INDONESIAN)), (Hit(passage, 1.0, (Method.DENSE,), 0.9),))
    answerer = ExtractiveAnswerer(WordEncoder(), CropReader(), least=EVERYTHING)
    *_, ready = answerer.answer(evidence, {document.id: document}.__getitem__)
    assert isinstance(ready, AnswerReady)
    return ready.answer


@pytest.mark.parametrize(("question", "quotes"), [("Tanaman apa saja di sana?", 5), ("Tanaman apa di sana?", 4)])
def test_a_list_may_be_quoted_from_more_sentences_than_one_thing(question: str, quotes: int) -> None:
    text = " ".join(f"Desa {name} menanam {crop}." for name, crop in zip("ABCDEFG", CROPS, strict=True))
    answer = about_crops(question, text)
    assert len(answer.citations) == quotes


def about_rows(question: str, *rows: tuple[str, ...], phrase: str = "kopi") -> Answer:
    cells = tuple(tuple(map(RawCell, row)) for row in rows)
    block = Block("", kind=BlockKind.TABLE, table=RawTable(cells, header_rows=1))
    document = clean(RawPage((block,), title="Tanaman"), "d")
    (passage,) = split(document, lambda texts: [len(text.split()) for text in texts], 99)
    answerer = ExtractiveAnswerer(WordEncoder(), PhraseReader(phrase), least=EVERYTHING)
    evidence = Evidence(read(Question(question, Language.INDONESIAN)), (Hit(passage, 1.0, (Method.DENSE,), 0.9),))
    *_, last = answerer.answer(evidence, {document.id: document}.__getitem__)
    assert isinstance(last, AnswerReady)
    return last.answer


VILLAGES = (("Desa", "Tanaman"), ("Sukajadi", "kopi"), ("Wonosari", "lada"), ("Bumi Asri", "padi sawah"))


def test_who_asks_for_all_gets_the_whole_table_and_no_row_of_it_above() -> None:
    answer = about_rows("Tanaman apa saja di sana?", *VILLAGES)
    assert answer.short_answer is None
    assert answer.citations[0].quote.count("\n") == 2


def test_the_row_that_is_named_is_quoted_and_not_its_neighbours() -> None:
    answer = about_rows("Tanaman apa di Sukajadi?", *VILLAGES)
    assert answer.short_answer == Value("kopi")
    assert [citation.quote for citation in answer.citations] == ["Desa: Sukajadi; Tanaman: kopi"]


def test_what_the_reader_finds_in_another_row_gives_way_to_the_cell_that_is_meant() -> None:
    answer = about_rows("Tanaman apa di Wonosari?", *VILLAGES)
    assert answer.short_answer == Value("lada")
    assert [citation.quote for citation in answer.citations] == ["Desa: Wonosari; Tanaman: lada"]


def test_one_cell_of_a_row_is_no_sum() -> None:
    rows = (("Kecamatan", "Putra Emas", "Putri Emas"), ("Lirih", "11", "17"), ("Hulu", "9", "4"))
    answer = about_rows("Berapa total medali emas Lirih?", *rows, phrase="11")
    assert answer.short_answer is None
    assert ("one_of_columns", "total") in objections(answer)


def test_a_row_whose_columns_are_named_alike_has_no_short_answer() -> None:
    rows = (
        ("Kecamatan", "Emas Putra", "Emas Putri", "Juara"),
        ("Lirih", "11", "17", "Sari"),
        ("Hulu", "9", "4", "Ani"),
    )
    answer = about_rows("Berapa emas Lirih?", *rows, phrase="11")
    assert answer.short_answer is None
    assert ("one_of_columns", "Emas Putra, Emas Putri") in objections(answer)


def objections(answer: Answer) -> list[tuple[str, str]]:
    return [(reason.check, reason.detail) for reason in answer.objections]


def test_a_refusal_names_the_check_that_objected_and_what_it_misses() -> None:
    absent = answered("Berapa orang ke Korea Selatan?", Language.INDONESIAN, EVERYTHING, "4.584 orang")
    assert objections(absent) == [("missing_places", "Korea Selatan")]
    unsure = answered("Berapa lama pelatihan alumni?", Language.INDONESIAN, NOTHING)
    assert [check for check, _ in objections(unsure)] == ["confidence"]
    spoiled = answered("Siapa Atase Perhubungan?", Language.INDONESIAN, NOTHING, "Taiwan")
    assert [check for check, _ in objections(spoiled)] == ["office", "confidence"]


@pytest.mark.parametrize(("margin", "outcome"), [(0.5, Outcome.NOT_FOUND), (9.0, Outcome.ANSWERED)])
def test_what_has_no_word_of_the_question_is_told_only_when_it_is_sure(margin: float, outcome: Outcome) -> None:
    assert answered("Asdfghjkl?", Language.INDONESIAN, EVERYTHING, "Taiwan", margin).outcome is outcome
    assert answered("Berapa orang ke Taiwan?", Language.INDONESIAN, EVERYTHING, "Taiwan", margin).outcome is not (
        Outcome.NOT_FOUND
    )


def test_a_withheld_short_answer_names_the_check_that_objected() -> None:
    answer = answered("Apakah pelatihan alumni 3 bulan?", Language.INDONESIAN, EVERYTHING)
    assert (answer.outcome, answer.short_answer) == (Outcome.ANSWERED, None)
    assert objections(answer) == [("choice", "")]


def test_an_answer_without_a_check_does_not_ask_it() -> None:
    passage = Passage("berita.md#0", DOCUMENT.id, 0, len(TEXT), TEXT, DOCUMENT.title)
    query = read(Question("Berapa orang ke Taiwan pada 2019?", Language.INDONESIAN))
    found = Evidence(query, (Hit(passage, 1.0, (Method.DENSE,), 0.9),))
    reader = PhraseReader("4.584 orang")
    lenient = ExtractiveAnswerer(WordEncoder(), reader, least=EVERYTHING, without=frozenset({"missing_years"}))
    *_, last = lenient.answer(found, {DOCUMENT.id: DOCUMENT}.__getitem__)
    assert isinstance(last, AnswerReady)
    assert last.answer.outcome is Outcome.ANSWERED


def test_a_short_answer_is_shown_from_its_own_threshold_and_says_how_sure_it_is() -> None:
    def given(least_short: float) -> Answer:
        answerer = ExtractiveAnswerer(
            WordEncoder(),
            PhraseReader("3 bulan"),
            least=EVERYTHING,
            least_short=dict.fromkeys(Language, least_short),
        )
        passage = Passage("berita.md#0", DOCUMENT.id, 0, len(TEXT), TEXT, DOCUMENT.title)
        query = read(Question("Berapa lama pelatihan alumni?", Language.INDONESIAN))
        evidence = Evidence(query, (Hit(passage, 1.0, (Method.DENSE,), 0.9),))
        *_, last = answerer.answer(evidence, {DOCUMENT.id: DOCUMENT}.__getitem__)
        assert isinstance(last, AnswerReady)
        return last.answer

    shown = given(0.0)
    assert shown.short_answer == Value("3 bulan")
    assert shown.short_confidence is not None
    assert given(shown.short_confidence).short_answer == Value("3 bulan")
    withheld = given(shown.short_confidence + 0.001)
    assert (withheld.short_answer, withheld.short_confidence) == (None, None)
    assert withheld.outcome is Outcome.ANSWERED


def test_quotes_that_may_not_answer_are_shown_as_what_comes_closest() -> None:
    answer = answered("Bagaimana nasib kopi di lereng gunung?", Language.INDONESIAN, EVERYTHING, phrase="tidak ada")
    assert answer.outcome is Outcome.ANSWERED
    assert answer.tentative
    assert text_of(answer).startswith("Dokumen tidak menyatakannya secara langsung; yang paling mendekati: Menurut")
    assert all(sentence.citations for sentence in answer.sentences[1:])


def test_a_short_answer_is_not_tentative() -> None:
    answer = answered("Berapa lama pelatihan alumni?", Language.INDONESIAN, EVERYTHING)
    assert answer.short_answer is not None
    assert not answer.tentative


CANDIDATES = (("Nomor urut", "Calon kepala desa", "Suara"), ("1", "Sari", "704"), ("2", "Wening", "1.093"))


def test_nothing_is_computed_of_a_grave_matter_that_the_document_does_not_name() -> None:
    assert about_rows("Calon kepala desa dengan suara paling banyak siapa?", *CANDIDATES).short_answer == Value(
        "Wening"
    )
    answer = about_rows("Calon kepala desa dengan suap paling banyak siapa?", *CANDIDATES)
    assert (answer.outcome, objections(answer)) == (Outcome.NOT_FOUND, [("grave", "suap")])


def in_parts(text: str) -> Answer:
    """Of a question that consists of several."""
    query = Understanding(200).understand(Question(text, Language.ENGLISH))
    passage = Passage("berita.md#0", DOCUMENT.id, 0, len(TEXT), TEXT, DOCUMENT.title)
    found = (Hit(passage, 1.0, (Method.DENSE,), 0.9),)
    evidence = Evidence(query, found, parts=tuple(Evidence(part, found) for part in query.parts))
    answerer = ExtractiveAnswerer(WordEncoder(), PhraseReader("3 bulan"), least=EVERYTHING)
    *_, last = answerer.answer(evidence, {DOCUMENT.id: DOCUMENT}.__getitem__)
    assert isinstance(last, AnswerReady)
    return last.answer


def test_what_leans_on_a_matter_that_is_told_nowhere_is_not_answered_either() -> None:
    asked = "Which party does the trainer belong to, and how long is it trained?"
    assert in_parts(asked).outcome is Outcome.NOT_FOUND
    assert in_parts(asked.replace("party", "course")).outcome is Outcome.ANSWERED


def nearest_of(question: str, without: frozenset[str] = frozenset()) -> Outcome:
    """Of a document that knows a trainer, told with so little confidence that it would only be what comes closest."""
    text = "Pelatihan alumni dipimpin Kepala Bidang Pelatihan, Sarwono Bahri. Kopi ditanam di lereng."
    document = replace(DOCUMENT, text=text)
    passage = Passage("berita.md#0", document.id, 0, len(text), text, document.title)
    query = read(Question(question, Language.INDONESIAN))
    answerer = ExtractiveAnswerer(WordEncoder(), PhraseReader("nowhere"), least=EVERYTHING, without=without)
    *_, last = answerer.answer(
        Evidence(query, (Hit(passage, 1.0, (Method.DENSE,), 0.9),)), {document.id: document}.__getitem__
    )
    assert isinstance(last, AnswerReady)
    return last.answer.outcome


def test_beside_the_name_of_a_person_nothing_is_told_that_only_comes_closest() -> None:
    about_him = "Apakah pelatihan alumni Sarwono Bahri disukai?"
    assert nearest_of(about_him) is Outcome.NOT_FOUND
    assert nearest_of(about_him, frozenset({"people"})) is Outcome.ANSWERED
    assert nearest_of("Apakah pelatihan alumni disukai?") is Outcome.ANSWERED
