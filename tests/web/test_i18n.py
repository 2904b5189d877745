import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import web
from rag.types import Language
from rag.wording.words import words_of
from web.i18n import language_from, preferred, script_texts
from web.protection.problems import MESSAGES, Problem, told

ROOT = Path(web.__file__).parent


def test_the_script_is_given_every_text_it_names_and_no_other() -> None:
    named: set[str] = {"step.rewrite", "step.retrieve", "step.answer"}
    for path in (ROOT / "static/js").glob("*.js"):
        named |= set(re.findall(r"words\(\"([\w.]+)\"", path.read_text("utf-8")))
    assert script_texts(words_of(Language.ENGLISH)).keys() == named


def test_the_script_fills_in_the_names_of_its_texts() -> None:
    said = [script_texts(words_of(language))["left"] for language in Language]
    assert said == ["Sisa {count} karakter", "Characters left: {count}"]


def test_every_problem_raised_has_words() -> None:
    source = "".join(path.read_text("utf-8") for path in ROOT.rglob("*.py"))
    codes = set(re.findall(r"(?:Problem|problem_response)\((?:scope, )?\d+, \"(\w+)\"", source))
    codes |= set(re.findall(r"\d{3}: \"(\w+)\"", (ROOT / "handling.py").read_text("utf-8")))
    codes |= set(re.findall(r"    code = \"(\w+)\"", source))
    assert {"question_too_long", "records_full"} <= codes
    assert codes == MESSAGES.keys()


def test_a_problem_is_told_in_the_language_of_the_visitor() -> None:
    problem = Problem(422, "question_too_long", limit=50, length=51)
    assert told(problem, words_of(Language.ENGLISH)) == "Your question is too long: 51 characters. At most 50."
    assert told(problem, words_of(Language.INDONESIAN)).endswith("51 karakter. Paling banyak 50.")


@pytest.mark.parametrize(
    ("value", "language"), [("en", "en"), ("id", "id"), (None, "id"), ("fr", "id"), ("../x", "id")]
)
def test_anything_but_english_is_indonesian(value: str | None, language: str) -> None:
    assert language_from(value).value == language


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "id"),
        ("en-US,en;q=0.9", "en"),
        ("id-ID,id;q=0.9,en;q=0.8", "id"),
        ("en;q=0.5,id;q=0.6", "id"),
        ("fr-FR,fr;q=0.9", "id"),
        ("fr,en;q=0.3", "en"),
        ("in", "id"),
        ("jv-ID,jv;q=0.9,en-US;q=0.8,en;q=0.7", "id"),
        ("ms-MY,en;q=0.9", "id"),
        ("en;q=zz,id;q=0.1", "id"),
        (",;=q, en ; q = 1", "en"),
    ],
)
def test_the_browser_is_asked_for_its_language_by_weight(accepted: str, language: str) -> None:
    assert preferred(accepted).value == language


def test_a_choice_comes_before_what_the_browser_asks_for(client: TestClient) -> None:
    english = {"Accept-Language": "en-GB"}
    assert '<html lang="en"' in client.get("/", headers=english).text
    client.cookies.set("bahasa", "id")
    assert '<html lang="id"' in client.get("/", headers=english).text


def test_an_error_of_the_interface_is_in_the_language_of_the_caller_whole(client: TestClient) -> None:
    wrong = {"question": 3, "history": "x"}
    told = [
        client.post("/api/ask", json=wrong, headers={"Accept-Language": each}).json()["error"]["message"]
        for each in ("id", "en")
    ]
    assert told == [
        "Ada isian yang belum sesuai: question: harus berupa teks; history: harus berupa daftar",
        "Something in the request does not fit: question: must be text; history: must be a list",
    ]
    assert (
        client.post("/api/ask", content="{", headers={"Content-Type": "application/json"})
        .json()["error"]["message"]
        .endswith("body: bukan JSON")
    )


@pytest.mark.parametrize(
    ("language", "told"), [("id", "bukan salah satu dari 'id', 'en'"), ("en", "is none of 'id', 'en'")]
)
def test_what_a_field_may_be_is_told_without_a_word_of_another_language(
    client: TestClient, language: str, told: str
) -> None:
    asked = {"question": "Berapa?", "language": "fr"}
    error = client.post("/api/ask", json=asked, headers={"Accept-Language": language}).json()["error"]
    assert error["message"].endswith(told)
