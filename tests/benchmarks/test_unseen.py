"""The unseen gold set and its figures, worked out by hand; no collected documents needed."""

from collections import Counter
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from rag.errors import BadInput
from rag.evaluation.importers import read_questions
from rag.evaluation.run import Item
from tests.benchmarks.unseen.collecting import collect
from tests.benchmarks.unseen.figures import Fault, Totals, fault, faults, is_surely_wrong, totals
from tests.benchmarks.unseen.measuring import GOLD, dev_only, must_exist, unfounded
from tests.benchmarks.unseen.printing import failures, tables
from tests.benchmarks.unseen.sources import Source, read_sources
from tests.rag.evaluation.fakes import answer_json, gold_question, item, right, run

QUESTIONS = read_questions([GOLD])
SECOND = GOLD.with_name("second")
COLLECTIONS = [GOLD.parent, SECOND, GOLD.with_name("third"), GOLD.with_name("fourth")]
LISTED = '[[repository]]\nname = "a/b"\ncommit = "c"\nlicence = "l"\n[repository.files]\n"x.md" = "y.md"\n'
SOURCE = Source("owner/name", "c0ffee", "none stated", "pages/a.php", "villages/a.html")


def wrong_number(name: str, confidence: float, **changes: Any) -> Item:
    return item(gold_question(name, **changes), answer_json("answered", "Ke Jepang 385 orang.", confidence))


def refusal(name: str, *, answerable: bool = True) -> Item:
    return item(gold_question(name, answerable=answerable), answer_json("not_found"))


def told(name: str, confidence: float = 0.5) -> Item:
    gold = gold_question(name, answerable=False)
    return item(gold, answer_json("answered", "Ke Jepang 385 orang.", confidence))


def printed(*what: object) -> str:
    console = Console(file=StringIO(), width=120)
    console.print(*what, markup=False)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize("folder", COLLECTIONS)
def test_every_document_of_a_question_has_a_source(folder: Path) -> None:
    known = {source.document for source in read_sources(folder / "sources.toml")}
    asked = read_questions([folder / "gold"])
    assert {name for question in asked for name in question.documents} <= known


def test_no_collection_shares_a_repository_with_another() -> None:
    repositories = [{one.repository for one in read_sources(folder / "sources.toml")} for folder in COLLECTIONS]
    assert len(set.union(*repositories)) == sum(map(len, repositories))


def test_the_second_collection_shares_no_domain_with_the_first() -> None:
    asked = read_questions([SECOND / "gold"])
    domains = [{question.id.rpartition("-")[0] for question in group} for group in (QUESTIONS, asked)]
    assert not domains[0] & domains[1]


@pytest.mark.parametrize(("folder", "dev", "held"), [(SECOND, 8, 10), (COLLECTIONS[3], 14, 12)])
def test_of_a_collection_whole_domains_are_held(folder: Path, dev: int, held: int) -> None:
    asked = read_questions([folder / "gold"])
    splits = {question.id.rpartition("-")[0]: question.split for question in asked}
    assert all(splits[question.id.rpartition("-")[0]] == question.split for question in asked)
    assert Counter(split.value for split in splits.values()) == {"dev": dev, "held": held}


def test_a_domain_belongs_to_one_split_and_half_of_the_domains_are_held() -> None:
    splits = {question.id.rpartition("-")[0]: question.split.value for question in QUESTIONS}
    assert all(splits[question.id.rpartition("-")[0]] == question.split for question in QUESTIONS)
    assert Counter(splits.values()) == {"dev": 8, "held": 8}


def test_two_fifths_have_no_answer_and_half_are_in_english() -> None:
    unanswerable = sum(not question.answerable for question in QUESTIONS)
    english = sum(question.language == "en" for question in QUESTIONS)
    assert unanswerable / len(QUESTIONS) == pytest.approx(0.4, abs=0.02)
    assert english / len(QUESTIONS) == pytest.approx(0.5, abs=0.02)


def test_expected_strings_are_a_few_words_so_that_no_sentence_of_a_source_is_kept() -> None:
    asked = [question for folder in COLLECTIONS for question in read_questions([folder / "gold"])]
    strings = [one for question in asked for group in question.expected for one in group]
    assert max(len(string.split()) for string in strings) <= 5


def test_documents_are_copied_under_their_own_names(tmp_path: Path) -> None:
    page = tmp_path / "owner+name" / "pages" / "a.php"
    page.parent.mkdir(parents=True)
    page.write_bytes(b"<p>Isi</p>")
    assert collect([SOURCE], tmp_path, tmp_path / "out") == 1
    assert (tmp_path / "out" / "villages" / "a.html").read_bytes() == b"<p>Isi</p>"


def test_an_absent_checkout_is_named_with_its_commit(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="owner/name at commit c0ffee"):
        collect([SOURCE], tmp_path, tmp_path / "out")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('name = "x"', "is not a list of sources"),
        (LISTED.replace("x.md", "../x.md"), "leaves its folder"),
        (LISTED + LISTED.replace("a/b", "a/c"), "two files become 'x.md'"),
    ],
)
def test_sources_that_cannot_be_used_are_refused_in_words(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "sources.toml"
    file.write_text(text)
    with pytest.raises(BadInput, match=message):
        read_sources(file)


def test_totals_count_right_answers_right_refusals_and_sure_mistakes() -> None:
    group = [right("a"), wrong_number("b", 0.95), refusal("c"), told("d", 0.91), refusal("e", answerable=False)]
    assert totals(group) == Totals(
        answered_right=1,
        answerable=3,
        refused_right=1,
        unanswerable=2,
        short_right=0,
        short=0,
        sure_wrong=2,
        questions=5,
    )


def test_only_what_is_said_above_the_line_is_surely_wrong() -> None:
    assert [is_surely_wrong(one) for one in (told("a", 0.9), told("b", 0.901), right("c"), refusal("d"))] == [
        False,
        True,
        False,
        False,
    ]


def test_a_refusal_is_told_apart_by_whether_the_words_were_among_the_passages() -> None:
    gold, answer = gold_question("a", expected=[["petikan"]]), answer_json("not_found")
    assert fault(item(gold, answer, ["d.md"])) is Fault.REFUSED_THOUGH_FOUND
    assert fault(item(gold, answer, ["other.md"])) is Fault.REFUSED_NOT_FOUND


def test_a_wrong_answer_is_told_apart_by_the_document_it_cites() -> None:
    assert fault(wrong_number("a", 0.5)) is Fault.OTHER_SENTENCE
    assert fault(wrong_number("b", 0.5, documents=["other.md"])) is Fault.OTHER_DOCUMENT
    assert fault(right("c")) is None


def test_a_wrong_short_answer_above_the_right_quote_is_a_fault_too() -> None:
    answer = answer_json("answered", "Ke Taiwan 4.584 orang.")
    assert fault(item(gold_question("a"), {**answer, "short_answer": "385 orang"})) is Fault.WRONG_SHORT_ANSWER
    assert fault(item(gold_question("b"), {**answer, "short_answer": "4.584 orang"})) is None


def test_the_most_frequent_kind_of_fault_comes_first() -> None:
    found = faults([wrong_number("a", 0.5), told("b"), told("c"), right("d")])
    assert [(kind, [one.gold.id for one in group]) for kind, group in found] == [
        (Fault.TOLD_WHAT_IS_NOT_THERE, ["b", "c"]),
        (Fault.OTHER_SENTENCE, ["a"]),
    ]


def test_of_held_questions_only_totals_are_printed_or_kept() -> None:
    items = [wrong_number("open", 0.5), wrong_number("secret", 0.5, split="held")]
    text = printed(*tables(items)) + failures(items)
    assert "Pertanyaan open?" in text
    assert "secret" not in text
    assert "held id" in text
    assert [one.gold.id for one in dev_only(run(*items)).items] == ["open"]


def test_a_question_whose_words_are_not_in_its_document_is_named(tmp_path: Path) -> None:
    (tmp_path / "d.md").write_text("Ke Taiwan 4.584 orang.")
    gold = tmp_path / "gold.jsonl"
    rows = [gold_question("a"), gold_question("b", expected=[["9.999"]])]
    gold.write_text("".join(row.model_dump_json(exclude_defaults=True) + "\n" for row in rows))
    assert list(unfounded(tmp_path, gold)) == ["b"]


def test_measuring_an_empty_folder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"has no d\.md; run `collect` into it first"):
        must_exist(tmp_path, [gold_question("a")])
