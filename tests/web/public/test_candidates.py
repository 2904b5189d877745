from dataclasses import replace

from rag.types import (
    Answer,
    Block,
    BlockKind,
    Cell,
    Citation,
    Document,
    Heading,
    Language,
    Outcome,
    Question,
    Table,
    Value,
)
from tests.web.fakes import taiwan
from web.public.candidates import Candidate, candidates_of

LAW = "Pasal 1\nSatu.\nPasal 2\nDua.\nPasal 3\nTiga.\nPasal 4\nEmpat."
PRICES = "Harga\nBarang: Urea; Harga (Rp): 1.850\nBarang: NPK; Harga (Rp): 1.950\nCara menebus\nBawa KTP."


def law() -> Document:
    starts = [LAW.index(f"Pasal {n}") for n in range(1, 5)]
    blocks = tuple(Block(BlockKind.HEADING, s, s + 7, level=1, marker=LAW[s : s + 7]) for s in starts)
    return Document(
        "perda.md", "Perda Sampah", LAW, headings=tuple(Heading(s, s + 7, 1) for s in starts), blocks=blocks
    )


def prices() -> Document:
    def cell(text: str, row: int, column: int) -> Cell:
        return Cell(PRICES.index(text), PRICES.index(text) + len(text), row, column)

    rows = (cell("Urea", 0, 0), cell("1.850", 0, 1)), (cell("NPK", 1, 0), cell("1.950", 1, 1))
    start, end = PRICES.index("Barang"), PRICES.index("\nCara")
    table = Table(start, end, "", ("Barang", "Harga (Rp)"), rows)
    second = PRICES.index("Cara")
    return Document(
        "harga.md",
        "Harga Pupuk",
        PRICES,
        headings=(Heading(0, 5, 2), Heading(second, second + 12, 2)),
        blocks=(Block(BlockKind.TABLE, start, end, table=table),),
    )


def answer_about(document: Document, quote: str, language: Language = Language.INDONESIAN) -> Answer:
    start = document.text.index(quote)
    citation = Citation(1, document.id, document.title, quote, start, start + len(quote))
    return Answer("Apa?", language, Outcome.ANSWERED, citations=(citation,))


def questions(answer: Answer, document: Document) -> list[str]:
    return [each.question for each in candidates_of(answer, [document])]


def test_of_a_law_the_articles_beside_the_quoted_one_are_asked_for() -> None:
    assert questions(answer_about(law(), "Dua."), law()) == [
        "Apa isi Pasal 3 Perda Sampah?",
        "Apa isi Pasal 4 Perda Sampah?",
        "Apa isi Pasal 1 Perda Sampah?",
    ]


def test_of_a_table_another_row_than_the_quoted_one_and_of_headings_the_other_sections() -> None:
    answer = answer_about(prices(), "Barang: Urea; Harga (Rp): 1.850")
    assert questions(answer, prices()) == [
        "Apa isi bagian “Cara menebus” dalam “Harga Pupuk”?",
        "Harga: berapa Harga untuk NPK?",
    ]


def test_a_row_that_only_the_second_quote_is_of_is_not_asked_for_either() -> None:
    first = answer_about(prices(), "Bawa KTP.")
    row = answer_about(prices(), "Barang: Urea; Harga (Rp): 1.850").citations
    assert "Harga: berapa Harga untuk Urea?" in questions(first, prices())
    both = questions(replace(first, citations=(*first.citations, *row)), prices())
    assert "Harga: berapa Harga untuk NPK?" in both
    assert "Harga: berapa Harga untuk Urea?" not in both


def test_a_time_of_day_is_no_figure_to_ask_for() -> None:
    text = PRICES.replace("1.850", "18.50").replace("1.950", "19.50")
    timetable = replace(prices(), text=text)
    assert questions(answer_about(timetable, "Bawa KTP."), timetable) == ["Apa isi bagian “Harga” dalam “Harga Pupuk”?"]


def test_nothing_is_asked_of_a_document_in_another_language_than_the_answer() -> None:
    assert questions(answer_about(law(), "Dua.", Language.ENGLISH), law()) == []
    english = replace(law(), language=Language.ENGLISH)
    assert questions(answer_about(english, "Dua.", Language.ENGLISH), english)[0] == (
        "What does Pasal 3 of Perda Sampah say?"
    )


def test_what_was_asked_already_is_not_asked_again() -> None:
    answer = replace(answer_about(law(), "Dua."), question="apa isi Pasal 3 perda sampah?")
    assert questions(answer, law())[0] == "Apa isi Pasal 4 Perda Sampah?"


def test_only_an_answer_from_the_same_place_with_the_same_value_counts() -> None:
    answer = taiwan(Question("Berapa?", Language.INDONESIAN))
    citation = answer.citations[0]
    fits = Candidate("?", citation.document_id, citation.start, citation.end, "4.584 orang")
    assert fits.answered_by(answer)
    assert not replace(fits, value="697 orang").answered_by(answer)
    assert not replace(fits, start=citation.start + 1).answered_by(answer)
    assert not replace(fits, document_id="lain.md").answered_by(answer)
    assert not fits.answered_by(replace(answer, outcome=Outcome.NOT_FOUND))
    assert not fits.answered_by(replace(answer, short_answer=Value("697 orang")))
