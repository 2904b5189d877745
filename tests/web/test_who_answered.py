"""The page says who worded an answer: the documents themselves, or a language model whose sentences were checked."""

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from rag.types import Answer, Question
from tests.web.conftest import Open
from tests.web.fakes import FakePipeline

WITHOUT = {
    "id": "Dikutip kata demi kata dari dokumen, bukan karangan model bahasa.",
    "en": "Quoted word for word from documents, not composed by a language model.",
}
WITH = {
    "id": "Disusun dengan model bahasa contoh-7b, lalu setiap kalimatnya diperiksa terhadap dokumen.",
    "en": "Written with the language model contoh-7b; each sentence was then checked against the documents.",
}


class WithModel(FakePipeline):
    """Answers as a pipeline does when a guarded model has worded the answer."""

    def _look_up(self, question: Question) -> Answer:
        return replace(super()._look_up(question), model="contoh-7b + guard")


ASKED = {"id": "Berapa orang di Taiwan?", "en": "How many people are in Taiwan?"}


def page(client: TestClient, language: str, question: str | None = None) -> str:
    """What is said of an answer is in the language of its question."""
    client.cookies.set("bahasa", language)
    return client.post("/", data={"q": question or ASKED[language]}).text


@pytest.mark.parametrize("language", ["id", "en"])
def test_an_answer_without_a_model_says_so(client: TestClient, language: str) -> None:
    shown = page(client, language)
    assert WITHOUT[language] in shown
    assert WITH[language] not in shown


@pytest.mark.parametrize("language", ["id", "en"])
def test_an_answer_by_a_model_names_it_and_says_that_it_was_checked(open_client: Open, language: str) -> None:
    shown = page(open_client(WithModel()), language)
    assert WITH[language] in shown
    assert WITHOUT[language] not in shown


@pytest.mark.parametrize("pipeline", [FakePipeline, WithModel])
def test_a_refusal_is_nobodys_wording(open_client: Open, pipeline: type[FakePipeline]) -> None:
    shown = page(open_client(pipeline()), "en", "Siapa itu?")
    assert "word for word" not in shown
    assert "language model" not in shown


SENT = {
    "id": "Pertanyaan dikirim ke layanan model bahasa untuk menyusun jawaban.",
    "en": "Questions are sent to a language model service, which words the answers.",
}
MADE_UP = {"id": "Tidak ada yang dikarang.", "en": "Nothing is made up."}


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_front_page_tells_of_a_model_only_where_there_is_one(open_client: Open, language: str) -> None:
    with_model, without = open_client(chat_url="http://127.0.0.1:1/v1"), open_client()
    for client in (with_model, without):
        client.cookies.set("bahasa", language)
    assert SENT[language] in with_model.get("/").text
    assert MADE_UP[language] not in with_model.get("/").text
    assert SENT[language] not in without.get("/").text
    assert MADE_UP[language] in without.get("/").text
