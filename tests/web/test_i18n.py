import json
import re
from datetime import date
from pathlib import Path

import pytest

import web
from rag.types import Language
from web.i18n import language_from, words_of

ROOT = Path(web.__file__).parent
LOCALES = {path.stem: json.loads(path.read_text("utf-8")) for path in (ROOT / "locales").glob("*.json")}
NAMED_WHOLE = re.compile(r"words\(\s*[\"']([a-z_.]+)[\"']\s*[,)]")
NAMED_BEGINNING = re.compile(r"words\(\s*[\"']([a-z_.]+[._])[\"']\s*~")


def test_every_text_exists_in_both_languages_with_the_same_names_to_fill_in() -> None:
    assert LOCALES["id"].keys() == LOCALES["en"].keys()
    for key, text in LOCALES["id"].items():
        names = [sorted(re.findall(r"\{(\w+)\}", str(t))) for t in (text, LOCALES["en"][key])]
        assert names[0] == names[1], key


def test_every_key_a_template_or_script_names_exists() -> None:
    for path in (ROOT / "templates").rglob("*.html"):
        for key in NAMED_WHOLE.findall(path.read_text("utf-8")):
            assert key in LOCALES["id"], f"{path.name}: {key}"
    for path in (ROOT / "static/js").glob("*.js"):
        for key in re.findall(r"words\(\"([\w.]+)\"", path.read_text("utf-8")):
            assert f"script.{key}" in LOCALES["id"], f"{path.name}: {key}"


def test_every_problem_raised_has_words() -> None:
    source = "".join(path.read_text("utf-8") for path in ROOT.glob("*.py"))
    codes = re.findall(r"(?:Problem|problem_response)\((?:scope, )?\d+, \"(\w+)\"", source)
    assert "question_too_long" in codes
    for code in codes:
        assert f"problem.{code}" in LOCALES["id"]


def test_no_text_is_left_over() -> None:
    used = "".join(
        path.read_text("utf-8")
        for path in (*ROOT.glob("*.py"), *ROOT.glob("templates/**/*.html"), *ROOT.glob("static/js/*"))
    )
    beginnings = [*NAMED_BEGINNING.findall(used), "problem.", "script.step."]
    for key in LOCALES["id"]:
        named = f'"{key}"' in used or f"'{key}'" in used or f'"{key.removeprefix("script.")}"' in used
        assert named or key.startswith(tuple(beginnings)) or key.startswith("answer."), key


def test_dates_and_numbers_follow_the_language() -> None:
    day = date(2026, 2, 12)
    assert [words_of(language).date(day) for language in Language] == ["12 Februari 2026", "12 February 2026"]
    assert [words_of(language).number(9154.5, "#,##0.0") for language in Language] == ["9.154,5", "9,154.5"]


def test_a_source_line_has_its_date_written_out() -> None:
    words = words_of(Language.INDONESIAN)
    assert words.source("Antara, Judul, 2026-02-14") == "Antara, Judul, 14 Februari 2026"
    assert words.source("Potensinews.id") == "Potensinews.id"


@pytest.mark.parametrize(
    ("value", "language"), [("en", "en"), ("id", "id"), (None, "id"), ("fr", "id"), ("../x", "id")]
)
def test_anything_but_english_is_indonesian(value: str | None, language: str) -> None:
    assert language_from(value).value == language
