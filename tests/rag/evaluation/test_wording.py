import json
import re
from pathlib import Path

import pytest

import rag.evaluation
from rag.evaluation.summary import GROUPINGS, Measure, summarise
from rag.evaluation.wording import terminal_language, wording
from rag.types import Language, Outcome
from tests.rag.evaluation.fakes import answer_json, gold_question, item, refused, right, wrong

ROOT = Path(rag.evaluation.__file__).parent
TEXTS = {path.stem: json.loads(path.read_text("utf-8")) for path in (ROOT / "locales").glob("*.json")}
ID, EN = wording(Language.INDONESIAN), wording(Language.ENGLISH)


def test_every_text_exists_in_both_languages_with_the_same_names_to_fill_in() -> None:
    assert TEXTS.keys() == {"id", "en"}
    assert TEXTS["id"].keys() == TEXTS["en"].keys()
    for key, text in TEXTS["id"].items():
        names = [sorted(re.findall(r"\{(\w+)\}", each)) for each in (text, TEXTS["en"][key])]
        assert names[0] == names[1], key


def test_every_measure_grouping_and_outcome_has_words() -> None:
    wanted = {f"{part}.{name}" for name in summarise([right("a")]) for part in ("measure", "meaning")}
    wanted |= {f"grouping.{name}" for name in GROUPINGS} | {f"outcome.{outcome.value}" for outcome in Outcome}
    assert wanted - TEXTS["id"].keys() == set()
    assert {key for key in TEXTS["id"] if key.startswith(("measure.", "meaning."))} <= wanted


def test_every_text_is_used() -> None:
    sources = "".join(path.read_text("utf-8") for path in (*ROOT.glob("*.py"), *ROOT.glob("templates/*")))
    built = ("measure.", "meaning.", "grouping.", "outcome.", "group.", "headline.", "charts.", "all.", "run.hash_")
    for key in TEXTS["id"]:
        assert key.startswith(built) or re.search(f"[\"']{key}[\"']", sources), key


def test_a_share_is_written_with_its_interval_and_a_time_in_milliseconds() -> None:
    share = Measure(0.8, 10, 0.49, 0.943)
    assert [words.measure("correct", share) for words in (EN, ID)] == ["0.800 (0.49-0.94)", "0,800 (0,49-0,94)"]
    time = Measure(1012.4, 10)
    assert [words.measure("latency_p50_ms", time) for words in (EN, ID)] == ["1,012 ms", "1.012 md"]
    assert EN.measure("correct", Measure(None, 0)) == "-"


def test_numbers_and_moments_follow_the_language() -> None:
    assert [words.percent(2 / 3) for words in (EN, ID)] == ["66.7%", "66,7%"]
    assert [words.number(-0.25, "+0.000;-0.000") for words in (EN, ID)] == ["-0.250", "-0,250"]
    assert [EN.number(value, "#,##0.##") for value in (0, 0.25, 1, 97.5)] == ["0", "0.25", "1", "97.5"]
    moment = "2026-02-13T07:05:00+07:00"
    assert [words.moment(moment) for words in (EN, ID)] == [
        "13 February 2026, 00:05 UTC",
        "13 Februari 2026, 00.05 UTC",
    ]
    assert EN.moment("yesterday") == "yesterday"


def test_the_reason_names_outcome_missing_string_or_document() -> None:
    assert EN.why_wrong(refused("a", answerable=True)) == "not found instead of answered"
    assert ID.why_wrong(refused("a", answerable=True)) == "tidak ditemukan, seharusnya dijawab"
    assert EN.why_wrong(wrong("a")) == "lacks 4.584"
    elsewhere = item(gold_question("a", documents=["x.md"]), answer_json("answered", "Ke Taiwan 4.584 orang."))
    assert EN.why_wrong(elsewhere) == "cites another document"
    spoiled = item(gold_question("a", forbidden=["orang"]), answer_json("answered", "Ke Taiwan 4.584 orang."))
    assert EN.why_wrong(spoiled) == "says orang"


def test_a_kind_nobody_has_put_into_words_keeps_its_name() -> None:
    assert (ID.group("near_miss"), ID.group("brand_new")) == ("nyaris sama", "brand_new")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "id_ID.UTF-8"}, "id"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LC_ALL": "C", "LANG": "id_ID"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "id_ID", "LANG": "de_DE"}, "id"),
        ({}, "en"),
    ],
)
def test_the_language_of_the_terminal_is_found_as_posix_says(environment: dict[str, str], language: str) -> None:
    assert terminal_language(environment).value == language
