import pytest

from rag.answering.extractive.narrowing import BeforeOrAfter, FirstClause, Narrowing
from tests.rag.answering.extractive.checks.looking import asked, candidate, spanned


def taken(narrowing: Narrowing, question: str, text: str, found: str) -> str:
    one = candidate(text)
    return one.said(narrowing.narrowed(asked(question), one, spanned(text, found)))


@pytest.mark.parametrize(
    ("question", "span", "expected"),
    [
        ("Berapa orang?", "4.584 orang, disusul Hong Kong dengan 2.389 orang", "4.584 orang"),
        ("Berapa persen?", "35,1 persen atau", "35,1 persen atau"),
        ("Berapa lama?", "3 bulan dan 12 bulan", "3 bulan"),
        ("Berapa orang?", "Taiwan, 4.584 orang", "Taiwan, 4.584 orang"),
        ("Siapa yang hadir?", "Sari, Budi, dan Rina", "Sari, Budi, dan Rina"),
        ("Apa yang ditanam?", "kopi, pisang, dan nanas", "kopi, pisang, dan nanas"),
    ],
)
def test_one_figure_is_cut_out_of_several(question: str, span: str, expected: str) -> None:
    assert taken(FirstClause(), question, f"Ada {span} saja.", span) == expected


PIER = "Dermaga nelayan diperpanjang dari 80 meter menjadi 140 meter pada tahun 2025."
FEE = "Jalan dilebarkan dari 3 meter menjadi 5 meter, sedangkan iuran turun dari Rp20.000 menjadi Rp12.500 per rumah."


@pytest.mark.parametrize(
    ("question", "text", "found", "expected"),
    [
        ("Berapa panjang dermaga sebelum diperpanjang?", PIER, "140 meter", "80 meter"),
        ("How long was the pier before?", PIER, "140 meter", "80 meter"),
        ("How long is the pier now?", PIER, "80 meter", "140 meter"),
        ("Berapa panjang dermaga?", PIER, "140 meter", "140 meter"),
        ("Berapa iuran sekarang?", FEE, "Rp20.000", "Rp12.500"),
        ("Berapa iuran semula?", FEE, "Rp12.500", "Rp20.000"),
    ],
)
def test_the_old_figure_is_for_how_it_was_and_the_new_one_for_how_it_is(
    question: str, text: str, found: str, expected: str
) -> None:
    assert taken(BeforeOrAfter(), question, text, found) == expected
