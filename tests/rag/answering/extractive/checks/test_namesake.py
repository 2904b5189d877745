from rag.answering.extractive.candidates import candidates
from rag.answering.extractive.checks.namesake import Namesake
from rag.models.reader import ReadSpan
from rag.questions.understanding import read
from rag.types import Hit, Language, Method, Passage, Question

BRIDGES = "Jembatan Way Umpu sepanjang 140 meter selesai Maret 2025. Jembatan Way Tahmi masih dikerjakan."


def objected(question: str, text: str = BRIDGES, title: str = "Jembatan") -> list[str]:
    """The sentences that are objected to."""
    passage = Passage("d#0", "d", 0, len(text), text, title)
    query = read(Question(question, Language.INDONESIAN))
    found = candidates([Hit(passage, 1.0, (Method.DENSE,))])
    return [one.text for one in found if Namesake().objects(query, one, ReadSpan(*one.within, 1.0))]


def test_a_sentence_about_the_neighbour_is_no_answer() -> None:
    assert objected("Berapa meter panjang Jembatan Way Tahmi?") == [
        "Jembatan Way Umpu sepanjang 140 meter selesai Maret 2025."
    ]
    assert objected("Berapa meter panjang Jembatan Way Umpu?") == ["Jembatan Way Tahmi masih dikerjakan."]


def test_a_name_of_the_title_or_one_that_the_passage_lacks_is_no_ground() -> None:
    assert objected("Berapa meter panjang Jembatan Way Tahmi?", title="Jembatan Way Tahmi") == []
    assert objected("Berapa meter panjang Jembatan Way Besai?") == []


def test_offices_are_no_kinds() -> None:
    text = "Gubernur Mirza membuka pasar. Gubernur Lampung hadir bersama warga."
    assert objected("Kapan Gubernur Mirza membuka pasar?", text) == []
