import re
from html.parser import HTMLParser
from pathlib import Path

from rag.evaluation.compare import compare_runs
from rag.evaluation.report import headline, render_report, write_report
from rag.evaluation.run import Item
from rag.evaluation.wording import wording
from rag.types import Language
from tests.rag.evaluation.fakes import answer_json, gold_question, item, refused, right, run, wrong


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.targets: set[str] = set()
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            if name == "href" and value and value.startswith("#"):
                self.targets.add(value[1:])
            elif name in ("src", "href") and value:
                self.outside.append(value)


def test_the_report_needs_nothing_from_outside_and_its_links_lead_somewhere() -> None:
    before, after = run(wrong("a"), right("b")), run(right("a"), wrong("b"), refused("c", answerable=False))
    links = _Links()
    links.feed(render_report(after, compare_runs(before, after)))
    assert links.outside == []
    assert links.targets == {"q-a", "f-b"}
    assert links.targets <= links.ids


def test_a_failure_shows_expectation_quote_and_passages() -> None:
    page = render_report(run(wrong("a")))
    article = re.search(r'<details class="failure" id="f-a">.*?</details>', page, re.DOTALL)
    assert article is not None
    for shown in ("4.584 (missing)", "Ke Jepang 385 orang.", "Petikan.", "lacks 4.584"):
        assert shown in article[0]


def test_a_question_that_failed_shows_its_error() -> None:
    failed = refused("a", answerable=True)
    page = render_report(run(Item(failed.gold, None, (), failed.score, failed.retrieval, "the model broke")))
    assert "failed: the model broke" in page


def test_text_from_documents_is_escaped() -> None:
    spiteful = item(gold_question("a", question="<script>x</script>"), answer_json("answered", "<img src=x>"))
    page = render_report(run(spiteful))
    assert "<script>" not in page
    assert "<img" not in page


def test_an_indonesian_report_has_its_words_and_numbers_in_indonesian() -> None:
    before, after = run(wrong("a"), right("b")), run(right("a"), wrong("b"), refused("c", answerable=False))
    page = render_report(after, compare_runs(before, after), Language.INDONESIAN)
    text = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    assert '<html lang="id">' in text
    for shown in ("Evaluasi 13 Februari 2026, 00.00 UTC", "66,7% pertanyaan", "Membaik (1):", "kurang 4.584", "0,667"):
        assert shown in text
    for english in ("questions", "Figures", "Expected", "interval", "confidence", "milliseconds", "(missing)"):
        assert english not in text


def test_the_report_is_written_where_told(tmp_path: Path) -> None:
    write_report(run(right("a")), tmp_path / "deep" / "report.html")
    assert (tmp_path / "deep" / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_the_headline_leaves_out_what_was_not_asked() -> None:
    words = wording(Language.ENGLISH)
    assert headline([right("a"), wrong("b"), refused("c", answerable=False)], words) == (
        "66.7% of the questions came out right; 50.0% of the answerable ones were answered rightly; "
        "100.0% of those without an answer were refused; 50.0% of the quotes are exact."
    )
    assert "refused" not in headline([right("a")], words)
