from collections.abc import Sequence

import pytest

from rag.answering.extractive.answerer import ExtractiveAnswerer
from rag.documents.chunking import split
from rag.documents.cleaning import Block, RawCell, RawPage, RawTable, clean
from rag.models.reader import Reading
from rag.questions.understanding import read
from rag.retrieval.evidence import Evidence
from rag.types import Answer, AnswerReady, BlockKind, Document, Hit, Language, Method, Outcome, Question
from rag.wording.prose import text_of
from tests.fakes import WordEncoder

HARVEST = (
    ("Kecamatan", "Padi", "Jagung"),
    ("Sukamaju", "1.310", "90"),
    ("Bumi Asri", "1.020", "415"),
    ("Way Lima", "655", "80"),
)


class SilentReader:
    """Finds no answer anywhere."""

    name = "silent"

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        return tuple(Reading((), 0.01, -8.0) for _ in passages)


def document(*rows: tuple[str, ...], caption: str = "", title: str = "Hasil panen kecamatan") -> Document:
    cells = tuple(tuple(map(RawCell, row)) for row in rows)
    block = Block("", kind=BlockKind.TABLE, table=RawTable(cells, caption, header_rows=1))
    return clean(RawPage((block,), title=title), "panen.md")


def asked(
    question: str,
    about: Document,
    language: Language = Language.INDONESIAN,
    least: float = 0.4,
    least_short: float = 0.4,
) -> Answer:
    passages = split(about, lambda texts: [len(text.split()) for text in texts], 12)
    hits = tuple(Hit(passage, 1.0, (Method.DENSE,), 0.9) for passage in passages)
    answerer = ExtractiveAnswerer(
        WordEncoder(),
        SilentReader(),
        least=dict.fromkeys(Language, least),
        least_short=dict.fromkeys(Language, least_short),
    )
    *_, last = answerer.answer(Evidence(read(Question(question, language)), hits), {about.id: about}.__getitem__)
    assert isinstance(last, AnswerReady)
    return last.answer


def test_the_largest_is_named_with_its_figure_and_the_whole_table() -> None:
    answer = asked("Kecamatan mana yang panen jagungnya paling banyak?", document(*HARVEST))
    assert answer.short_answer is not None
    assert answer.short_answer.text == "Bumi Asri"
    assert "Dihitung dari tabel: yang terbesar di kolomnya adalah 415." in text_of(answer)
    assert answer.citations[0].quote.count("\n") == 2


def test_a_total_shows_each_of_its_terms_and_is_no_quote() -> None:
    answer = asked("Berapa total panen padi semua kecamatan?", document(*HARVEST))
    assert answer.short_answer is None
    assert "1.310 + 1.020 + 655 = 2.985" in text_of(answer)


def test_a_total_that_the_table_gives_is_quoted() -> None:
    answer = asked("Berapa total panen padi?", document(*HARVEST, ("Jumlah", "2.985", "585")))
    assert answer.short_answer is not None
    assert answer.short_answer.text == "2.985"
    assert "Dihitung" not in text_of(answer)


def test_the_unit_of_the_caption_goes_with_the_result() -> None:
    answer = asked("Berapa selisih panen padi Sukamaju dan Way Lima?", document(*HARVEST, caption="Panen (ton)"))
    assert "1.310 − 655 = 655 ton" in text_of(answer)


def test_rows_are_counted_when_their_kind_is_asked_for() -> None:
    assert "ada 3 baris" in text_of(asked("Berapa kecamatan yang panen?", document(*HARVEST)))


def test_rows_are_not_counted_where_one_thing_has_several() -> None:
    yearly = (("Kecamatan", "Tahun", "Gabah"), ("Way Lima", "2023", "310"), ("Way Lima", "2024", "295"))
    assert "ada 2 baris" not in text_of(asked("Berapa kecamatan yang ada?", document(*yearly, title="Lumbung")))


def two_sections() -> Document:
    def table(*rows: tuple[str, ...]) -> Block:
        cells = tuple(tuple(map(RawCell, row)) for row in (("Desa", "Penduduk"), *rows))
        return Block("", kind=BlockKind.TABLE, table=RawTable(cells, header_rows=1))

    first = table(("Merak", "5.210"), ("Hajimena", "6.100"))
    second = table(("Karang", "7.300"), ("Marga", "4.100"))
    none = (Block("Kecamatan Semaka", 2), Block("Belum ada data yang masuk."))
    blocks = (Block("Kecamatan Natar", 2), first, Block("Kecamatan Wonosobo", 2), second, *none)
    return clean(RawPage(blocks, title="Penduduk kecamatan"), "desa.md")


@pytest.mark.parametrize(
    ("district", "village"), [("Natar", "Hajimena"), ("Wonosobo", "Karang"), ("Semaka", None), ("Kalirejo", None)]
)
def test_of_sections_with_the_same_columns_that_is_computed_which_is_named(district: str, village: str | None) -> None:
    answer = asked(f"Desa mana yang penduduknya paling banyak di Kecamatan {district}?", two_sections())
    assert (answer.short_answer.text if answer.short_answer else None) == village


def test_an_english_question_is_told_in_english() -> None:
    answer = asked("What is the total harvest of padi?", document(*HARVEST), Language.ENGLISH)
    assert "Computed from the table: 1.310 + 1.020 + 655 = 2.985" in text_of(answer)


@pytest.mark.parametrize(
    "question",
    ["Kecamatan mana yang penduduknya paling banyak?", "Berapa total anggaran pendidikan kota?", "Mana yang terbesar?"],
)
def test_nothing_is_computed_from_a_table_about_something_else_or_an_unnamed_column(question: str) -> None:
    assert asked(question, document(*HARVEST)).outcome is Outcome.NOT_FOUND


@pytest.mark.parametrize(
    ("rows", "caption", "told"),
    [
        ((("Desa", "Pasar"), ("Margorejo", "312")), "Pendapatan (dalam juta rupiah)", "312 juta rupiah"),
        ((("Desa", "Luas sawah (ha)"), ("Margorejo", "312")), "", "312 ha"),
        ((("Desa", "Pasar"), ("Margorejo", "312")), "", "312."),
    ],
)
def test_a_figure_is_told_with_the_unit_of_its_column_or_caption(
    rows: tuple[tuple[str, ...], ...], caption: str, told: str
) -> None:
    word = "sawah" if "sawah" in rows[0][1] else "pasar"
    answer = asked(f"Berapa {word} Margorejo?", document(*rows, caption=caption, title="Data desa"))
    assert answer.short_answer is not None
    assert answer.short_answer.text == "312"
    assert text_of(answer).startswith(told)


def test_what_is_computed_needs_its_confidence_too_and_is_not_told_in_another_way() -> None:
    question, about = "Kecamatan mana yang panen jagungnya paling banyak?", document(*HARVEST)
    assert asked(question, about, least=0.9).short_confidence == 0.9
    assert asked(question, about, least=0.91).outcome is Outcome.NOT_FOUND
    without = asked(question, about, least_short=0.91)
    assert (without.outcome, without.short_answer, without.short_confidence) == (Outcome.ANSWERED, None, None)


def test_what_is_to_be_added_up_and_is_no_figure_is_not_told_by_one_row() -> None:
    steps = document(
        ("Langkah", "Waktu"), ("Mencatat berkas", "2 hari"), ("Memeriksa berkas", "3 jam"), title="Langkah izin"
    )
    answer = asked(
        "Adding up all steps (langkah) of the izin, how long is the waktu?", steps, Language.ENGLISH, least=0
    )
    assert answer.outcome is Outcome.NOT_FOUND
