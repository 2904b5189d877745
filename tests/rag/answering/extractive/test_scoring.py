import pytest

from rag.answering.extractive.candidates import candidates
from rag.answering.extractive.scoring import Scorer, coverage
from rag.questions.understanding import read
from rag.types import Hit, Language, Method, Passage, Question


def test_coverage_is_the_share_of_the_wanted_words() -> None:
    wanted = ((frozenset({"a", "x"}),), (frozenset({"b"}),))
    assert coverage(wanted, frozenset({"x"})) == 0.5
    assert coverage((), frozenset()) == 1.0


def test_what_stands_for_several_words_is_named_by_all_of_them() -> None:
    identity_card = (frozenset({"ktp", "kartu"}), frozenset({"ktp", "duduk"}))
    assert coverage((identity_card,), frozenset({"ktp"})) == 1.0
    assert coverage((identity_card,), frozenset({"kartu", "duduk"})) == 1.0
    assert coverage((identity_card,), frozenset({"kartu", "vaksin"})) == 0.0


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Apa saja syarat calon kepala desa?", "Calon kepala desa harus:\n- berusia 25 tahun\n- sehat"),
        ("Bolehkah calon kepala desa tinggal di kota?", "Calon kepala desa boleh tinggal di kota."),
    ],
)
def test_who_asks_for_several_things_gets_the_list_of_them(question: str, first: str) -> None:
    text = "Calon kepala desa boleh tinggal di kota.\n\nCalon kepala desa harus:\n- berusia 25 tahun\n- sehat"
    hit = Hit(Passage("d#0", "d", 0, len(text), text, "Syarat"), 1.0, (Method.DENSE,))
    query = read(Question(question, Language.INDONESIAN))
    assert Scorer(None).score(query, candidates([hit]))[0].candidate.text == first
