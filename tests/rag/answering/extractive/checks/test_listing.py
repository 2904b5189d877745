from rag.answering.extractive.checks import CHECKS, EVIDENCE_CHECKS, SHORT_CHECKS, checks_without
from rag.answering.extractive.checks.base import first_objection
from tests.rag.answering.extractive.checks.looking import asked, candidate, spanned


def test_a_check_is_left_out_by_its_name_wherever_it_is_asked() -> None:
    left = checks_without({"exclusion", "missing_years"})
    assert {check.name for check in (*CHECKS, *SHORT_CHECKS)} - {
        check.name for check in (*left.of_spans, *left.of_short_answers)
    } == {"exclusion"}
    assert [check.name for check in EVIDENCE_CHECKS if check not in left.of_evidence] == ["missing_years"]


def test_no_two_checks_of_one_list_have_the_same_name() -> None:
    for listing in (CHECKS, EVIDENCE_CHECKS, SHORT_CHECKS):
        assert len({check.name for check in listing}) == len(listing)


def test_the_first_check_that_objects_gives_the_reason() -> None:
    text = "Atase Tenaga Kerja Budi Santoso hadir."
    query = asked("Siapa Atase Perhubungan?")
    reason = first_objection(CHECKS, query, candidate(text), spanned(text, "Budi Santoso"))
    assert reason
    assert (reason.check, reason.detail) == ("office", "atase perhubungan")
    rest = checks_without({"office"}).of_spans
    assert first_objection(rest, query, candidate(text), spanned(text, "Budi Santoso")) is None
