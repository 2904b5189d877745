"""Answers below headings that ask: which of several groups is meant is told by the headings above."""

import pytest

from rag.answering.extractive.asked_above import answered_below
from rag.answering.extractive.candidates import candidates
from rag.documents.chunking import split
from rag.documents.cleaning import Block, RawPage, clean
from rag.questions.understanding import read
from rag.types import Hit, Language, Method, Question

POST = clean(
    RawPage(
        (
            Block("Kiriman Kilat", 2),
            Block("Berapa lama sampai?", 3),
            Block("Satu hari kerja di dalam provinsi."),
            Block("Berapa ongkosnya?", 3),
            Block("Rp22.000 per kilogram. Kiriman ditimbang di loket."),
            Block("Kiriman Biasa", 2),
            Block("Berapa lama sampai?", 3),
            Block("Empat hari kerja saja."),
        ),
        title="Kantor Pos Way Belida",
    ),
    "pos",
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Berapa lama kiriman kilat sampai?", ["Satu hari kerja di dalam provinsi."]),
        ("Berapa lama kiriman biasa sampai?", ["Empat hari kerja saja."]),
        ("Berapa lama kiriman sampai?", ["Satu hari kerja di dalam provinsi.", "Empat hari kerja saja."]),
        ("Berapa ongkos kiriman kilat?", ["Rp22.000 per kilogram."]),
        ("Berapa lama kiriman luar negeri sampai?", []),
        ("Kapan kiriman kilat sampai?", []),
        ("Berapa ongkos kiriman biasa?", []),
    ],
)
def test_the_first_sentence_below_a_heading_answers_it(question: str, told: list[str]) -> None:
    query = read(Question(question, Language.INDONESIAN))
    passages = split(POST, lambda texts: [len(text.split()) for text in texts], 99)
    found = candidates([Hit(passage, 1.0, (Method.DENSE,)) for passage in passages])
    assert [one.text for one in found if answered_below(query, one)] == told
