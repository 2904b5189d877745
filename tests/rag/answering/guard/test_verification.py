"""What checks the checkers must object to what is wrong and to nothing else."""

from dataclasses import replace

import pytest

from rag.answering.composing.citing import cite
from rag.types import Answer, Framing, Language, Outcome, Sentence, Span
from tests.rag.answering.fakes import FIGURES, MEETING, document_of
from tests.rag.answering.verification import unsupported

TAIWAN = FIGURES.split(". ")[1] + "."
ATTACHES = MEETING.split(". ")[1] + "."
HOTEL = MEETING.split(". ")[0] + "."


def answer(text: str, quote: str, document_id: str) -> Answer:
    start = document_of(document_id).text.index(quote)
    citation = cite(1, Span(document_id, start, start + len(quote), quote), document_of(document_id))
    sentence = Sentence(Framing.STATEMENT, (citation,), statement=text)
    return Answer("?", Language.ENGLISH, Outcome.ANSWERED, sentences=(sentence,), citations=(citation,))


@pytest.mark.parametrize(
    ("text", "quote", "document_id"),
    [
        ("Taiwan received 4,584 people.", TAIWAN, "angka.md"),
        ("Menurut Data Penempatan (4 November 2025): “" + TAIWAN + "”", TAIWAN, "angka.md"),
        ("The Trade Attaché was Aziza Rahmaniar Salam.", ATTACHES, "rapat.md"),
        ("It took place on 12 February 2026.", HOTEL, "rapat.md"),
    ],
)
def test_what_the_source_says_is_supported(text: str, quote: str, document_id: str) -> None:
    assert unsupported(answer(text, quote, document_id), document_of) == ()


@pytest.mark.parametrize(
    ("text", "quote", "document_id", "named"),
    [
        ("Taiwan received 4,854 people.", TAIWAN, "angka.md", "4854"),
        ("Taiwan received 9,154 people.", TAIWAN, "angka.md", "9154"),  # of another sentence than the one cited
        ("South Korea received 4,584 people.", TAIWAN, "angka.md", "Korea"),
        ("The attaché was Ridwan Kamil.", ATTACHES, "rapat.md", "Kamil"),
        ("Menurut Kompas: “" + TAIWAN + "”", TAIWAN, "angka.md", "Kompas"),
        ("It took place on 12 March 2026.", HOTEL, "rapat.md", "March"),
        ("There were seven attachés.", ATTACHES, "rapat.md", "7"),
    ],
)
def test_a_number_or_name_of_no_source_is_named(text: str, quote: str, document_id: str, named: str) -> None:
    (line,) = unsupported(answer(text, quote, document_id), document_of)
    assert named in line.split(" of no source")[0]


def test_a_quote_that_is_not_exact_is_named() -> None:
    right = answer("Taiwan received 4,584 people.", TAIWAN, "angka.md")
    citation = replace(right.citations[0], start=0)
    wrong = replace(right, sentences=(replace(right.sentences[0], citations=(citation,)),), citations=(citation,))
    assert unsupported(wrong, document_of) == (f"quote 1 is not exact: {TAIWAN}",)


def test_a_text_that_says_more_than_its_sentences_is_named() -> None:
    more = replace(answer("Taiwan received 4,584 people.", TAIWAN, "angka.md"), unanswered=("and Korea",))
    assert unsupported(more, document_of) == ("the text says something else than its sentences",)


def test_a_sentence_that_cites_nothing_is_named() -> None:
    said = Sentence(Framing.STATEMENT, (), statement="Taiwan.")
    bare = Answer("?", Language.ENGLISH, Outcome.ANSWERED, sentences=(said,))
    assert unsupported(bare, document_of) == ("cites nothing, or what is not there: Taiwan.",)
