"""What is true and beside the question is not said: a document may have ordered it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest

from rag.answering.generative.answerer import GenerativeAnswerer
from rag.answering.generative.relevance import answers
from rag.answering.guard.guard import Guard
from rag.answering.guard.support import units
from rag.models.reader import Reading, ReadSpan
from rag.questions.understanding import read
from rag.types import AnswerReady, Language, Passage, Question
from tests.rag.answering.fakes import AlikeEncoder, QuotesFirst, Says, document_of, evidence

TITLE = "Pasar Ternak"
TEXT = "Pasar ternak dibuka setiap Sabtu."
MARKET = Passage("p", "pasar.md", 0, len(TEXT), TEXT, TITLE)
ASKED = read(Question("Kapan pasar ternak dibuka?", Language.INDONESIAN))
TAIWAN = "Negara tujuan terbanyak adalah Taiwan dengan 4.584 orang."


@dataclass
class Finds:
    """A reader that finds these words wherever they stand, so sure; it remembers what it was shown."""

    wanted: str
    score: float = 3.0
    name: str = "finds"
    shown: list[str] = field(default_factory=list)

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        self.shown += passages
        return tuple(self._reading(text) for text in passages)

    def _reading(self, text: str) -> Reading:
        at = text.find(self.wanted)
        spans = (ReadSpan(at, at + len(self.wanted), self.score),) if at >= 0 else ()
        return Reading(spans, 0.5, self.score)


@pytest.mark.parametrize(
    ("wanted", "score", "belongs"),
    [("Sabtu", 0.5, True), ("Sabtu", -0.5, False), (TITLE, 9.0, False), ("Minggu", 9.0, False)],
    ids=["found", "found, and likelier no answer", "found in the title only", "not found"],
)
def test_a_statement_answers_when_the_reader_finds_an_answer_in_it(wanted: str, score: float, belongs: bool) -> None:
    reader = Finds(wanted, score)
    assert answers("Setiap Sabtu pasar dibuka.", units(MARKET), ASKED, reader) is belongs
    assert reader.shown == ["Pasar Ternak\nSetiap Sabtu pasar dibuka."]


class QuotesOne(QuotesFirst):
    """Cites nothing but the sentence that it quotes."""

    def answer(self, evidence, document_of):
        *sentences, last = super().answer(evidence, document_of)
        yield from sentences
        yield AnswerReady(replace(last.answer, citations=last.answer.citations[:1]))


@pytest.mark.parametrize(("reader", "is_said"), [(Finds("4.584"), True), (Finds("4.584", -4.0), False), (None, False)])
def test_a_true_sentence_beside_the_quotes_is_said_when_it_answers(reader: Finds | None, is_said: bool) -> None:
    answerer = GenerativeAnswerer(Says(f"{TAIWAN} [1]. "), Guard(AlikeEncoder()), QuotesOne(), 5.0, reader)
    *_, last = answerer.answer(evidence(), document_of)
    assert isinstance(last, AnswerReady)
    assert (TAIWAN in [sentence.statement for sentence in last.answer.sentences]) is is_said


def test_what_words_a_quote_needs_no_answer_to_be_found_in_it() -> None:
    reader = Finds("nothing")
    said = "Provinsi Lampung memberangkatkan 9.154 pekerja migran ke luar negeri."
    *_, last = GenerativeAnswerer(Says(f"{said} [1]. "), Guard(AlikeEncoder()), QuotesOne(), 5.0, reader).answer(
        evidence(), document_of
    )
    assert isinstance(last, AnswerReady)
    assert last.answer.sentences[0].statement == said
    assert reader.shown == []
