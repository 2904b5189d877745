from rag.evaluation.names import GROUPINGS as GROUPING_NAMES
from rag.evaluation.names import MEASURES, OUTCOMES
from rag.evaluation.summary import GROUPINGS, Measure, summarise
from rag.evaluation.wording import wording
from rag.types import Language, Outcome
from tests.rag.evaluation.fakes import answer_json, gold_question, item, refused, right, wrong

ID, EN = wording(Language.INDONESIAN), wording(Language.ENGLISH)


def test_every_measure_grouping_and_outcome_has_words() -> None:
    assert MEASURES.keys() == summarise([right("a")]).keys()
    assert GROUPING_NAMES.keys() == GROUPINGS.keys()
    assert OUTCOMES.keys() == {*(outcome.value for outcome in Outcome), "failed"}


def test_a_share_is_written_with_its_interval_and_a_time_in_milliseconds() -> None:
    share = Measure(0.8, 10, 0.49, 0.943)
    assert [words.measure("correct", share) for words in (EN, ID)] == ["0.800 (0.49-0.94)", "0,800 (0,49-0,94)"]
    time = Measure(1012.4, 10)
    assert [words.measure("latency_p50_ms", time) for words in (EN, ID)] == ["1,012 ms", "1.012 md"]
    assert EN.measure("correct", Measure(None, 0)) == "-"


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


def test_languages_are_named_as_those_of_questions() -> None:
    assert [words.group("id") for words in (EN, ID)] == ["Indonesian", "bahasa Indonesia"]
