import io
import zipfile
from collections.abc import Callable

import docx
import openpyxl
import pptx
import pypdfium2
import pytest

from rag.types import Outcome
from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.dev import CASES
from tests.benchmarks.structure.held import CASES as HELD
from tests.benchmarks.structure.judging import Said, Verdict, kept_in_order, stands_in, verdict
from tests.benchmarks.structure.report import by_confidence, totals
from tests.benchmarks.structure.running import Judged, Result

OPENERS: dict[str, Callable[[bytes], object]] = {
    "docx": lambda data: docx.Document(io.BytesIO(data)),
    "xlsx": lambda data: openpyxl.load_workbook(io.BytesIO(data)),
    "pptx": lambda data: pptx.Presentation(io.BytesIO(data)),
    "odt": lambda data: zipfile.ZipFile(io.BytesIO(data)),
    "pdf": lambda data: pypdfium2.PdfDocument(data)[0].get_textpage(),
}
ROW = "Desa: Sidoharjo; 2024: 12; 2025: 17"


def answered(short: str | None, *quotes: str) -> Said:
    return Said(Outcome.ANSWERED, " ".join(quotes), short, quotes, confidence=0.95)


def computed(text: str, *quotes: str) -> Said:
    return Said(Outcome.ANSWERED, " ".join([text, *quotes]), None, quotes, own_words=(text,), confidence=0.9)


def refused() -> Said:
    return Said(Outcome.NOT_FOUND)


def test_the_neighbouring_cell_as_short_answer_is_wrong_though_the_row_is_quoted() -> None:
    asked = ask("2025?", "17", never=("12",))
    assert verdict(asked, answered("17", ROW)) is Verdict.RIGHT
    assert verdict(asked, answered("12", ROW)) is Verdict.WRONG


def test_a_row_shown_without_a_short_answer_is_right_and_another_row_before_it_is_not() -> None:
    asked = ask("2025?", "17", never=("12", "40"))
    assert verdict(asked, answered(None, ROW)) is Verdict.RIGHT
    assert verdict(asked, answered(None, "Desa: Margolunas; 2024: 33; 2025: 40", ROW)) is Verdict.WRONG


def test_a_sum_with_its_terms_is_right_and_another_thing_computed_is_not_though_the_row_is_shown() -> None:
    assert verdict(ask("jumlah?", "29", never=("12",)), computed("Dihitung: 12 + 17 = 29", ROW)) is Verdict.RIGHT
    assert verdict(ask("2025?", "17", never=("12",)), computed("Dihitung: ada 2 baris", ROW)) is Verdict.WRONG


def test_own_words_are_the_sentences_that_quote_nothing() -> None:
    sentences = [{"text": "Dihitung: 12 + 17 = 29. [1]"}, {"text": f"Menurut “Desa”: {ROW} [1]"}]
    answer = {"outcome": "answered", "text": "", "short_answer": None, "confidence": 0.9}
    said = Said.of({**answer, "sentences": sentences, "citations": [{"quote": ROW}]})
    assert said.own_words == ("Dihitung: 12 + 17 = 29. [1]",)


def test_the_caution_before_quotes_that_come_closest_is_no_headline() -> None:
    sentences = [{"text": "What comes closest:"}, {"text": f"{ROW} [1]"}]
    answer = {"outcome": "answered", "text": "", "short_answer": None, "confidence": 0.5, "tentative": True}
    said = Said.of({**answer, "sentences": sentences, "citations": [{"quote": ROW}]})
    assert said.headline == ROW


def test_a_list_may_not_hold_a_stranger_nor_lack_a_member() -> None:
    asked = ask("apa saja?", "KTP", "kartu keluarga", never=("paspor",))
    assert verdict(asked, answered(None, "- KTP\n- kartu keluarga")) is Verdict.RIGHT
    assert verdict(asked, answered(None, "- KTP\n- kartu keluarga\n- paspor")) is Verdict.WRONG
    assert verdict(asked, answered(None, "- KTP")) is Verdict.WRONG


def test_a_refusal_is_right_only_where_it_is_due_or_allowed() -> None:
    assert verdict(refuse("siapa?"), refused()) is Verdict.RIGHT
    assert verdict(refuse("siapa?"), answered("Sri", "Sri")) is Verdict.WRONG
    assert verdict(ask("berapa?", "9"), refused()) is Verdict.REFUSED
    assert verdict(ask("total?", "9", refusable=True), refused()) is Verdict.RIGHT


def test_lines_out_of_order_count_as_lost_but_for_the_longest_run() -> None:
    assert kept_in_order(("a b", "c", "d"), "d\na b\nc") == (True, True, False)
    assert kept_in_order(("KTP", "KK", "KTP", "foto"), "KTP KK foto") == (True, True, False, True)


def test_a_glued_figure_is_no_figure() -> None:
    assert stands_in("7.420", "diikuti 7.420, orang")
    assert not stands_in("7.420", "diikuti 7.4201 orang")


def test_totals_count_a_wrong_answer_as_sure_above_nine_tenths() -> None:
    asked = ask("berapa?", "9")
    judged = (Judged(asked, Verdict.WRONG, "8", 0.91), Judged(asked, Verdict.WRONG, "8", 0.9))
    found = totals([Result(Case("k", "f.txt", "", (asked,)), judged, demands=3, faults=("lost: a",))])
    assert (found.wrong, found.sure, found.kept, found.demands) == (2, 1, 2, 3)


def test_answers_are_counted_by_their_confidence_and_refusals_are_not() -> None:
    asked = ask("berapa?", "9")
    judged = (
        Judged(asked, Verdict.WRONG, "8", 0.85),
        Judged(asked, Verdict.RIGHT, "9", 0.9),
        Judged(asked, Verdict.REFUSED),
    )
    counts = {
        (low, high): (answers, wrong)
        for low, high, answers, wrong in by_confidence([Result(Case("k", "f.txt", "", (asked,)), judged, 0, ())])
    }
    assert counts[(0.8, 0.9)] == (2, 1)
    assert sum(answers for answers, _ in counts.values()) == 2


def test_at_least_fifty_documents_are_kept_apart_and_all_have_names_of_their_own() -> None:
    files = [case.file for case in (*CASES, *HELD)]
    assert len(HELD) >= 50
    assert len(set(files)) == len(files)


def test_a_quarter_of_the_questions_kept_apart_has_no_answer() -> None:
    asks = [one for case in HELD for one in case.asks]
    assert 4 * sum(not one.expected for one in asks) >= len(asks) >= 100


@pytest.mark.parametrize("case", [*CASES, *HELD], ids=lambda case: case.file)
def test_every_document_opens_and_every_question_can_fail(case: Case) -> None:
    suffix = case.file.rpartition(".")[2]
    OPENERS.get(suffix, bytes.decode)(case.data)
    assert 1 <= len(case.asks) <= 7
    for one in case.asks:
        assert bool(one.expected) == (Outcome.ANSWERED in one.outcomes)
