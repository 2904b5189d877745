import pytest

from rag.answering.extractive.conditions import on_condition
from rag.answering.extractive.glosses import said_again
from rag.documents.chunking import split
from rag.questions.understanding import read
from rag.types import Hit, Language, Method, Question
from tests.rag.answering.extractive.test_computing import document

BRIDGES = (
    ("No", "Nama jembatan", "Panjang (m)", "Kondisi"),
    ("1", "Jembatan Merah", "12", "Baik"),
    ("2", "Jembatan Tiga", "8", "Rusak berat"),
    ("3", "Jembatan Kali", "15", "Rusak ringan"),
    ("4", "Jembatan Gantung", "40", "Rusak berat"),
    ("5", "Jembatan Baru", "22", "Baik"),
    ("6", "Jembatan Lama", "24", "Rusak ringan"),
)


@pytest.mark.parametrize(
    ("question", "language", "told"),
    [
        ("Jembatan mana saja yang kondisinya rusak berat?", Language.INDONESIAN, ["Jembatan Tiga", "Jembatan Gantung"]),
        ("jembatan apa aja yg rusak ringan?", Language.INDONESIAN, ["Jembatan Kali", "Jembatan Lama"]),
        ("Which bridges (jembatan) are heavily damaged (rusak berat)?", Language.ENGLISH, ["Jembatan Tiga", "Gantung"]),
        ("Jembatan mana yang tidak rusak berat?", Language.INDONESIAN, None),
        ("Jembatan mana yang rusak berat di Kecamatan Ulu?", Language.INDONESIAN, None),
        ("Berapa jembatan yang rusak berat?", Language.INDONESIAN, None),
        ("Jembatan mana yang hanyut?", Language.INDONESIAN, None),
    ],
)
def test_the_rows_of_a_condition_are_told(question: str, language: Language, told: list[str] | None) -> None:
    about = document(*BRIDGES, title="Jembatan")
    hits = [
        Hit(one, 1.0, (Method.DENSE,), 0.9) for one in split(about, lambda texts: [len(t.split()) for t in texts], 200)
    ]
    found = on_condition(read(Question(question, language)), hits, {about.id: about}.__getitem__)
    assert (found is None) is (told is None)
    if found is not None and told is not None:
        assert len(found.spans) == len(told)
        assert all(name in span.text for name, span in zip(told, found.spans, strict=True))


def test_what_is_said_again_in_brackets_needs_not_be_known() -> None:
    question = "Which goods in the archive room (Ruang Arsip) are lost?"
    assert said_again(question, frozenset({"ruang", "arsip"})) >= {"archive", "room"}
    assert said_again(question, frozenset({"ruang"})) == frozenset()
    assert "lost" not in said_again(question, frozenset({"ruang", "arsip"}))
