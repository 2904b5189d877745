from dataclasses import replace

from rag.errors import IndexMissing
from rag.types import Answer, Document, Heading, Outcome, Question
from tests.web.conftest import Open
from tests.web.fakes import FIGURES, MIGRANTS, FakePipeline, citation

SECTOR = "Apa isi bagian “Sektor pekerjaan” dalam “Pekerja migran Lampung dalam angka”?"
OTHER = "Apa isi bagian “Catatan” dalam “Pekerja migran Lampung dalam angka”?"
TEXT = f"{MIGRANTS.text}\nCatatan\nAngka sementara."


class Sectioned(FakePipeline):
    """Answers what is asked of the section about sectors, and nothing about the notes."""

    def document(self, document_id: str) -> Document | None:
        marks = [TEXT.index(name) for name in ("Sektor pekerjaan", "Catatan")]
        headings = (*MIGRANTS.headings, Heading(marks[0], marks[0] + 16, 2), Heading(marks[1], marks[1] + 7, 2))
        return replace(MIGRANTS, text=TEXT, headings=headings)

    def _look_up(self, question: Question) -> Answer:
        if "bagian" not in question.text:
            return super()._look_up(question)
        quoted = citation(1, MIGRANTS, "Sektor informal menyerap 64,9 persen <dari seluruhnya>.")
        told = Outcome.ANSWERED if "Sektor" in question.text else Outcome.NOT_FOUND
        return Answer(question.text, question.language, told, citations=(quoted,))


def test_only_questions_that_the_documents_answer_are_shown(open_client: Open) -> None:
    pipeline = Sectioned()
    client = open_client(pipeline)
    address = client.post("/", data={"q": "Berapa ke Taiwan?"}).url.path
    assert client.get(f"{address}/next").json() == {"questions": [SECTOR]}
    assert [each.text for each in pipeline.questions[1:]] == [SECTOR, OTHER]
    assert SECTOR in client.get(address).text


def test_they_are_looked_for_once(open_client: Open) -> None:
    pipeline = Sectioned()
    client = open_client(pipeline)
    address = client.post("/", data={"q": "Berapa ke Taiwan?"}).url.path
    first, again = client.get(f"{address}/next").json(), client.get(f"{address}/next").json()
    assert first == again
    assert len(pipeline.questions) == 3


def test_nothing_is_tried_where_a_language_model_would_have_to_answer(open_client: Open) -> None:
    pipeline = Sectioned()
    client = open_client(pipeline, chat_url="http://127.0.0.1:9/v1")
    address = client.post("/", data={"q": "Berapa ke Taiwan?"}).url.path
    assert client.get(f"{address}/next").json() == {"questions": []}
    assert len(pipeline.questions) == 1


class Failing(Sectioned):
    """Its index goes while further questions are tried."""

    def _look_up(self, question: Question) -> Answer:
        if "bagian" in question.text:
            raise IndexMissing("gone")
        return super()._look_up(question)


def test_a_failure_while_trying_shows_none(open_client: Open) -> None:
    client = open_client(Failing())
    address = client.post("/", data={"q": "Berapa ke Taiwan?"}).url.path
    assert client.get(f"{address}/next").json() == {"questions": []}


class AllAnswered(Sectioned):
    """Answers both sections, and nothing else."""

    def _look_up(self, question: Question) -> Answer:
        if "bagian" not in question.text:
            near = citation(1, MIGRANTS, FIGURES)
            return Answer(question.text, question.language, Outcome.NOT_FOUND, closest=(near,))
        told = (
            "Sektor informal menyerap 64,9 persen <dari seluruhnya>."
            if "Sektor" in question.text
            else "Angka sementara."
        )
        quoted = citation(1, replace(MIGRANTS, text=TEXT), told)
        return Answer(question.text, question.language, Outcome.ANSWERED, citations=(quoted,))


def test_beside_a_refusal_one_further_question_is_enough(open_client: Open) -> None:
    client = open_client(AllAnswered())
    address = client.post("/", data={"q": "Berapa ke Mars?"}).url.path
    assert client.get(f"{address}/next").json()["questions"] == [SECTOR]
