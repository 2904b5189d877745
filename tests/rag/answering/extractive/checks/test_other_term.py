import pytest

from rag.answering.extractive.candidates import candidates
from rag.answering.extractive.checks.other_term import OtherTerm
from rag.language.definitions import term_asked
from rag.models.reader import ReadSpan
from rag.questions.understanding import read
from rag.types import Hit, Language, Method, Passage, Question

TERMS = (
    "Etika merupakan seperangkat aturan tentang perilaku. Komunikasi adalah pengiriman pesan kepada orang lain. "
    "Etika komunikasi dapat diartikan sebagai norma dalam kegiatan komunikasi. Semua itu dipelajari di semester satu."
)


def objected(question: str, text: str = TERMS) -> list[str]:
    """The first words of the sentences that are objected to."""
    passage = Passage("d#0", "d", 0, len(text), text, "Norma")
    query = read(Question(question, Language.INDONESIAN))
    found = candidates([Hit(passage, 1.0, (Method.DENSE,))])
    return [one.text.split()[0] for one in found if OtherTerm().objects(query, one, ReadSpan(*one.within, 1.0))]


def test_the_meaning_of_another_term_is_no_answer_where_the_one_asked_for_is_explained() -> None:
    assert objected("Apa pengertian etika komunikasi?") == ["Etika", "Komunikasi"]
    assert objected("Apa yang dimaksud dengan komunikasi?") == ["Etika", "Etika"]


def test_where_the_term_is_not_explained_nothing_is_objected_to() -> None:
    assert objected("Apa itu etiket?") == []
    assert objected("Siapa yang mengirim pesan?") == []


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("Apa itu tikung?", "tikung"),
        ("Apa yang dimaksud dengan gabah titipan?", "gabah titipan"),
        ("What does retribusi mean?", "retribusi"),
        ("Apa itu kota dan berapa penduduknya?", "kota dan berapa penduduknya"),
        ("Apa isi Pasal 3?", None),
        ("Kapan pasar buka?", None),
    ],
)
def test_the_term_that_is_to_be_explained(question: str, term: str | None) -> None:
    assert term_asked(question) == term
