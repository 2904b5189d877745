from rag.answering.extractive.candidates import candidates
from rag.answering.extractive.exceptions import exceptions_to
from rag.answering.extractive.scoring import Scored, Signals
from rag.types import Hit, Method, Passage


def sentences(text: str) -> list[Scored]:
    found = candidates([Hit(Passage("d#0", "d", 0, len(text), text, "Judul"), 1.0, (Method.DENSE,))])
    return [Scored(one, Signals(0, 0, 0, 0, 0), 0.0) for one in found]


def limits(text: str, rule: int = 0) -> list[str]:
    scored = sentences(text)
    return [one.candidate.text for one in exceptions_to(scored[rule], scored)]


def test_an_exception_near_the_rule_stands_beside_it() -> None:
    text = "Loket buka setiap hari. Antrean diambil di pintu. Ketentuan itu tidak berlaku pada hari libur."
    assert limits(text) == ["Ketentuan itu tidak berlaku pada hari libur."]


def test_a_condition_counts_only_in_the_very_next_sentence() -> None:
    text = "Penggantian kartu berbiaya Rp35.000. Kartu rusak diganti cuma-cuma."
    assert limits(text) == ["Kartu rusak diganti cuma-cuma."]
    assert limits("Kartu dicetak di kecamatan. Loket buka setiap pagi. Kartu rusak diganti cuma-cuma.") == []


def test_what_excepts_may_stand_before_the_rule() -> None:
    text = "Kecuali hari libur, loket selalu buka. Antrean diambil di pintu masuk."
    assert limits(text, rule=1) == ["Kecuali hari libur, loket selalu buka."]


def test_a_sentence_that_limits_nothing_is_not_quoted_along() -> None:
    assert limits("Loket buka setiap hari. Antrean diambil di pintu masuk.") == []
