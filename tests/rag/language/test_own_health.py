import pytest

from rag.language.own_health import asks_for_treatment


@pytest.mark.parametrize(
    ("question", "ails"),
    [
        ("My blood pressure is 170. Which tablet should I take?", "blood pressure"),
        ("I feel dizzy since the vaccine, is it dangerous?", "dizzy"),
        ("My son has a fever of 39, how much paracetamol do I give?", "fever"),
        ("I have a headache. May I double the tablet?", "headache"),
        ("Anak saya demam, dikasih obat apa?", "demam"),
        ("Hb saya 8, minum berapa tablet sehari?", "Hb"),
        ("Perutku sakit tiga hari, obat yang manjur apa ya?", None),
        ("Perut saya sakit tiga hari, diobati apa?", "sakit"),
    ],
)
def test_who_asks_what_to_take_for_an_ailment_of_the_family_wants_treatment(question: str, ails: str | None) -> None:
    assert asks_for_treatment(question) == ails


@pytest.mark.parametrize(
    "question",
    [
        "Which pupils are not given iron tablets?",
        "How many tablets do anaemic pupils get?",
        "Saya sakit, bolehkah pupuk diambil istri?",
        "Anak saya anemia, apakah tablet tambah darah gratis?",
        "Saya hamil, dokumen apa untuk persalinan?",
        "I am pregnant; which treatment is covered?",
        "Sapi saya sakit, diberi obat apa?",
        "Which office should I take my sick rabbit to?",
        "I was ill on the day of the exam; how do I apply for another?",
        "",
    ],
)
def test_what_is_paid_given_or_allowed_is_asked_of_an_office(question: str) -> None:
    assert asks_for_treatment(question) is None
