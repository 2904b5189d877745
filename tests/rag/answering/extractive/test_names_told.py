import pytest

from rag.answering.extractive.answerer import ExtractiveAnswerer
from rag.answering.extractive.candidates import candidates
from rag.answering.extractive.names_told import names_nobody
from rag.answering.extractive.scoring import Scored, Signals
from rag.documents.chunking import split
from rag.documents.cleaning import Block, RawCell, RawPage, RawTable, clean
from rag.models.reader import Reading, ReadSpan
from rag.questions.understanding import read
from rag.retrieval.evidence import Evidence
from rag.types import AnswerReady, BlockKind, Document, Hit, Language, Method, Outcome, Question
from tests.fakes import WordEncoder


def table(*lines: str) -> Block:
    cells = tuple(tuple(RawCell(text, header=not row) for text in line.split("|")) for row, line in enumerate(lines))
    return Block("", kind=BlockKind.TABLE, table=RawTable(cells))


def hits(*blocks: Block) -> tuple[Document, list[Hit]]:
    document = clean(RawPage(blocks, title="Skrining"), "skrining.md")
    passages = split(document, lambda texts: [len(text.split()) for text in texts], 50)
    return document, [Hit(passage, 1.0, (Method.DENSE,), 0.9) for passage in passages]


def nobody(question: str, *blocks: Block) -> bool:
    _, found = hits(*blocks)
    scored = [Scored(one, Signals(0, 0, 0, 0, 0), 9.0 - row) for row, one in enumerate(candidates(found))]
    return names_nobody(read(Question(question, Language.INDONESIAN)), scored)


COUNTED = table("Kecamatan|Anemia laki-laki|Anemia perempuan", "Sekar Hulu|48|171", "Rawa Biru|39|122")
ELECTED = table("Nomor|Calon|Suara", "1|Sarwono Bahri|704", "2|Lastri Murni|1.093")


@pytest.mark.parametrize(
    "question",
    [
        "Sebutkan nama-nama pelajar perempuan yang anemia di Sekar Hulu!",
        "Nama semua murid Sekar Hulu yang anemia siapa?",
        "Give me the names of the 171 anaemic girls of Sekar Hulu.",
        "How many girls of Sekar Hulu are anaemic? Name every one.",
    ],
)
def test_how_many_they_are_does_not_say_who(question: str) -> None:
    assert nobody(question, COUNTED)
    assert nobody(question, Block("Di Sekar Hulu tercatat 171 pelajar pada Oktober 2025."))


def test_names_are_told_by_names() -> None:
    asked = "Sebutkan nama-nama calon!"
    assert not nobody(asked, ELECTED)
    assert not nobody(asked, Block("Calonnya Sarwono Bahri dan Lastri Murni."))
    assert not nobody(asked, Block("Sarwono Bahri menjadi calon."))
    assert not nobody(asked, Block("Para calon ialah:"))


@pytest.mark.parametrize("question", ["Berapa pelajar yang anemia?", "Siapa yang diperiksa?", "Apa nama programnya?"])
def test_who_asks_for_no_names_gets_none(question: str) -> None:
    assert not nobody(question, COUNTED)


class FindsNothing:
    name = "nothing"

    def read(self, question: str, passages: tuple[str, ...]) -> tuple[Reading, ...]:
        return tuple(Reading((ReadSpan(0, 6, 6.0),), 0.99, 6.0) for _ in passages)


@pytest.mark.parametrize(("without", "outcome"), [((), Outcome.NOT_FOUND), (("names",), Outcome.ANSWERED)])
def test_an_answer_without_names_is_none(without: tuple[str, ...], outcome: Outcome) -> None:
    document, found = hits(COUNTED)
    least = dict.fromkeys(Language, 0.0)
    answerer = ExtractiveAnswerer(WordEncoder(), FindsNothing(), least=least, without=frozenset(without))
    query = read(Question("Sebutkan nama-nama pelajar anemia di Sekar Hulu!", Language.INDONESIAN))
    *_, last = answerer.answer(Evidence(query, tuple(found)), {document.id: document}.__getitem__)
    assert isinstance(last, AnswerReady)
    assert last.answer.outcome is outcome
