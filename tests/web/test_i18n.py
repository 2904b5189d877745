import re
from pathlib import Path

import pytest

import web
from rag.types import Language
from rag.wording.words import words_of
from web.i18n import language_from, script_texts
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
    codes |= set(re.findall(r"\d{3}: \"(\w+)\"", (ROOT / "app.py").read_text("utf-8")))
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
