"""Questions about the documents, through the whole pipeline over invented ones."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from rag.answering.extractive.answerer import ExtractiveAnswerer
from rag.index.ingest import ingest
from rag.index.versions import LiveIndex
from rag.models.reader import Reading, ReadSpan
from rag.pipeline import Pipeline
from rag.retrieval.retriever import Retriever
from rag.settings import Settings
from rag.types import Answer, Filters, Framing, Language, Outcome, Question
from rag.wording.prose import sentence_text, text_of
from tests.fakes import WordEncoder

NEWS = {
    "taman": ("Taman kota dibuka", "2026-03-02", "Taman kota dibuka pada Senin pagi. Wali kota memotong pita."),
    "pasar": ("Pasar malam pindah", "2026-01-05", "Pasar malam dipindahkan ke lapangan baru. Pedagang setuju."),
    "pupuk": ("Program pupuk murah", "2025-06-01", "Pupuk murah dibagikan kepada petani. Harga pupuk Rp2.000."),
    "lama": ("Catatan lama", None, "Catatan ini menyebut taman kota sekali saja. Tanpa tanggal."),
}


class FigureReader:
    """Takes the first figure of a passage for the answer."""

    name = "figures"

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        return tuple(self._reading(passage) for passage in passages)

    def _reading(self, passage: str) -> Reading:
        start = passage.find("Rp")
        return Reading((), 0.01, -8.0) if start < 0 else Reading((ReadSpan(start, start + 7, 8.0),), 0.99, 8.0)


def _pipeline(folder: Path, news: dict[str, tuple[str, str | None, str]], least: float = 0.0) -> Pipeline:
    sources = folder / "sources"
    sources.mkdir()
    for name, (title, day, text) in news.items():
        dated = f"date: {day}\n" if day else ""
        (sources / f"{name}.md").write_text(f"---\ntitle: {title}\n{dated}publisher: Kantor {name}\n---\n\n{text}\n")
    ingest([sources], folder / "index", WordEncoder(), Settings())
    encoder = WordEncoder()
    thresholds = dict.fromkeys(Language, least)
    return Pipeline(
        LiveIndex(folder / "index"),
        Retriever(encoder),
        ExtractiveAnswerer(encoder, FigureReader(), least=thresholds),
        encoder_name=encoder.name,
        passages_read=4,
        longest_question=200,
        today=lambda: date(2026, 11, 22),
    )


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Pipeline:
    return _pipeline(tmp_path_factory.mktemp("news"), NEWS)


@pytest.fixture(scope="module")
def fares(tmp_path_factory: pytest.TempPathFactory) -> Pipeline:
    return _pipeline(tmp_path_factory.mktemp("fares"), FARES)


def asked(pipeline: Pipeline, text: str, filters: Filters | None = None) -> Answer:
    return pipeline.answer(Question(text, Language.INDONESIAN, (), filters or Filters()))


def cited(answer: Answer) -> list[str]:
    return [citation.document_id for citation in answer.citations]


def test_all_documents_are_listed_newest_first_with_their_number(pipeline: Pipeline) -> None:
    answer = asked(pipeline, "dokumen apa saja yang kamu punya?")
    assert (answer.outcome, answer.confidence) == (Outcome.ANSWERED, 1.0)
    assert cited(answer) == ["taman.md", "pasar.md", "pupuk.md", "lama.md"]
    assert text_of(answer).startswith(
        "Kami memiliki 4 dokumen (4 penerbit). Yang bertanggal, dari 1 Juni 2025 sampai 2 Maret 2026; "
        "yang terbaru lebih dulu: “Taman kota dibuka” (Kantor taman, 2 Maret 2026) [1]"
    )
    assert answer.citations[0].quote == "Taman kota dibuka pada Senin pagi."


def test_of_many_documents_the_rest_is_counted(tmp_path: Path) -> None:
    many = {f"d{n:02}": (f"Berita {n}", "2026-01-01", f"Kabar nomor {n} dari desa.") for n in range(11)}
    answer = asked(_pipeline(tmp_path, many), "daftar semua dokumen")
    assert len(answer.citations) == 8
    assert sentence_text(answer.sentences[-1], Language.INDONESIAN) == "3 lagi ada di daftar dokumen."


def test_filters_hold_for_the_list_too(pipeline: Pipeline) -> None:
    answer = asked(pipeline, "daftar semua dokumen", Filters(publisher="kantor pasar"))
    assert cited(answer) == ["pasar.md"]
    later = asked(pipeline, "daftar semua dokumen", Filters(published_from=date(2026, 1, 5)))
    assert cited(later) == ["taman.md", "pasar.md"]


def test_the_newest_are_quoted_and_what_has_no_date_is_not_among_them(pipeline: Pipeline) -> None:
    answer = asked(pipeline, "Apa berita terbaru?")
    assert cited(answer) == ["taman.md", "pasar.md", "pupuk.md"]
    assert [one.framing for one in answer.sentences] == [Framing.OVERVIEW, *[Framing.QUOTE] * 3]


def test_without_any_date_nothing_is_called_the_newest(tmp_path: Path) -> None:
    undated = {name: (title, None, text) for name, (title, _, text) in NEWS.items()}
    answer = asked(_pipeline(tmp_path, undated), "Apa berita terbaru?")
    assert text_of(answer).startswith("Dokumen tidak bertanggal")
    assert len(answer.citations) == 4


def test_the_newest_about_a_topic_are_those_that_their_titles_name(pipeline: Pipeline) -> None:
    answer = asked(pipeline, "berita terbaru tentang taman kota")
    assert cited(answer) == ["taman.md"]
    assert "tentang “taman kota”" in text_of(answer)


def test_a_topic_that_no_document_has_is_said_to_be_missing(pipeline: Pipeline) -> None:
    answer = asked(pipeline, "berita terbaru tentang gempa bumi")
    assert answer.outcome is Outcome.NOT_FOUND
    assert [(one.check, one.missing) for one in answer.objections] == [("no_document", ("gempa bumi",))]
    assert text_of(answer).startswith("Kami tidak menemukan dokumen tentang “gempa bumi”.")
    assert (answer.sentences, answer.citations) == ((), ())


def test_what_a_document_says_is_quoted_from_it_alone(pipeline: Pipeline) -> None:
    answer = asked(pipeline, "rangkumin berita pasar malam dong")
    assert set(cited(answer)) == {"pasar.md"}
    assert [one.quote for one in answer.citations] == ["Pasar malam dipindahkan ke lapangan baru."]
    assert "kami tidak menulis rangkuman sendiri" in text_of(answer)


def test_a_summary_of_what_is_no_document_is_an_ordinary_question(pipeline: Pipeline) -> None:
    answer = asked(pipeline, "ringkasan petani menerima harga")
    assert not any(sentence.framing is Framing.OVERVIEW for sentence in answer.sentences)


def test_a_summary_of_everything_is_refused_with_what_there_is(pipeline: Pipeline) -> None:
    answer = asked(pipeline, "rangkum semua dokumen")
    assert text_of(answer).startswith("Kami tidak dapat merangkum semua dokumen")
    assert len(answer.citations) == 4


def test_no_list_of_programmes_is_made_up(pipeline: Pipeline) -> None:
    answer = asked(pipeline, "daftar semua program")
    assert cited(answer) == ["pupuk.md"]
    assert text_of(answer).startswith("Kami tidak menyimpan daftar “program”.")


def test_what_is_chosen_by_words_needs_its_confidence(tmp_path: Path) -> None:
    strict = _pipeline(tmp_path, {"taman": NEWS["taman"]}, least=0.95)
    assert asked(strict, "berita terbaru tentang taman kota").outcome is Outcome.NOT_FOUND
    assert asked(strict, "Apa berita terbaru?").outcome is Outcome.ANSWERED


FARES = {
    "bus": ("Tarif bus", "2026-03-02", "Tarif bus kota sekarang Rp2.000 sekali jalan."),
    "feri": ("Tarif feri", "2026-03-03", "Tarif feri sungai sekarang Rp9.000 sekali jalan."),
}


def test_both_sides_of_a_comparison_are_quoted_each_under_its_name(fares: Pipeline) -> None:
    answer = asked(fares, "bandingkan tarif bus dan tarif feri")
    assert answer.outcome is Outcome.ANSWERED
    parts = {sentence.part: sentence.citations[0].document_id for sentence in answer.sentences}
    assert parts == {"tarif bus": "bus.md", "tarif feri": "feri.md"}


def test_half_of_a_comparison_is_no_answer_and_the_missing_side_is_named(fares: Pipeline) -> None:
    answer = asked(fares, "bandingkan tarif bus dan tarif pesawat")
    assert (answer.outcome, answer.sentences, answer.citations) == (Outcome.NOT_FOUND, (), ())
    assert [(one.check, one.missing) for one in answer.objections] == [("one_side", ("tarif pesawat",))]
    assert "keterangan yang cukup tentang “tarif pesawat”" in text_of(answer)
    assert [one.document_id for one in answer.closest] == ["bus.md"]
