"""A passage may hold some rows of a table: which of them a question means is told by all."""

from rag.answering.extractive.candidates import Candidate, candidates
from rag.answering.extractive.checks.table_row import TableRow
from rag.answering.extractive.whole_tables import whole_table
from rag.documents.chunking import split
from rag.documents.cleaning import Block, RawCell, RawPage, RawTable, clean
from rag.models.reader import ReadSpan
from rag.questions.understanding import read
from rag.types import BlockKind, Document, Hit, Language, Method, Question

LINES = (
    "Kecamatan|Pekon|Sapi",
    "Way Ruhu|Suka Maju|41",
    "Way Ruhu|Tirta Kencana|12",
    "Jumlah Way Ruhu||53",
    "Bukit Kelir|Suka Maju|22",
    "Bukit Kelir|Mulya Sari|17",
    "Jumlah Bukit Kelir||39",
    "Tugu Kopi|Sumber Agung|51",
    "Tugu Kopi|Argo Mulyo|29",
    "Jumlah Tugu Kopi||80",
)
DOCUMENT = clean(
    RawPage(
        (
            Block(
                "",
                kind=BlockKind.TABLE,
                table=RawTable(tuple(tuple(map(RawCell, line.split("|"))) for line in LINES), header_rows=1),
            ),
        ),
        title="Ternak",
    ),
    "d",
)


def found(document: Document | None) -> list[Candidate]:
    passages = split(DOCUMENT, lambda texts: [len(text.split()) for text in texts], 38)
    assert len(passages) > 1
    hits = [Hit(passage, 1.0, (Method.DENSE,)) for passage in passages]
    return list(candidates(hits, document_of=(lambda _: document) if document else None))


def objected(question: str, document: Document | None, line: str) -> bool:
    query = read(Question(question, Language.INDONESIAN))
    one = next(each for each in found(document) if line in each.text)
    return TableRow().objects(query, one, ReadSpan(*one.within, 1.0)) is not None


def test_a_sum_does_not_answer_for_a_member_that_stands_in_another_passage() -> None:
    question = "Berapa sapi di Pekon Tirta Kencana Kecamatan Bukit Kelir?"
    assert objected(question, DOCUMENT, "Jumlah Bukit Kelir")
    assert not objected(question, None, "Jumlah Bukit Kelir")  # what the rows of its passage alone would tell


def test_the_sum_itself_and_the_row_meant_stay() -> None:
    assert not objected("Berapa jumlah sapi Kecamatan Bukit Kelir?", DOCUMENT, "Jumlah Bukit Kelir")
    assert not objected("Berapa sapi di Tirta Kencana?", DOCUMENT, "Tirta Kencana")


def test_rows_are_quoted_as_they_stand_in_their_passage() -> None:
    assert [one.text for one in found(DOCUMENT)] == [one.text for one in found(None)]
    for one in found(DOCUMENT):
        assert one.table is not None
        assert one.row is not None
        assert len(one.table.rows) == len(LINES) - 1
        assert all(one.words_of(cell) in one.text for cell in one.table.rows[one.row])


def test_a_table_that_the_passage_has_whole_is_itself() -> None:
    table = next(block.table for block in DOCUMENT.blocks if block.table is not None)
    assert whole_table(DOCUMENT, table) is table
