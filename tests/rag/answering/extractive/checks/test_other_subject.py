from rag.answering.extractive.candidates import candidates
from rag.answering.extractive.checks.other_subject import OtherSubject
from rag.models.reader import ReadSpan
from rag.questions.understanding import read
from rag.types import Hit, Language, Method, Passage, Question

OTTERS = "Lingsang berjumlah 4 ekor dan diberi makan pukul 09.00."
OWLS = "Burung hantu berjumlah 7 ekor dan diberi makan pukul 21.00."


def objected(question: str, text: str, title: str = "Kebun satwa") -> list[str]:
    """The sentences that are objected to."""
    passage = Passage("d#0", "d", 0, len(text), text, title)
    query = read(Question(question, Language.INDONESIAN))
    found = candidates([Hit(passage, 1.0, (Method.DENSE,))])
    return [one.text for one in found if OtherSubject().objects(query, one, ReadSpan(*one.within, 1.0))]


def test_of_sentences_in_the_same_words_only_the_one_that_names_the_thing_tells_of_it() -> None:
    text = f"{OTTERS} {OWLS}"
    assert objected("Jam berapa lingsang diberi makan?", text) == [OWLS]
    assert objected("Jam berapa burung hantu diberi makan?", text) == [OTTERS]


def test_a_thing_that_no_sentence_names_or_the_title_does_is_no_ground() -> None:
    assert objected("Jam berapa tapir diberi makan?", f"{OTTERS} {OWLS}") == []
    assert objected("Jam berapa lingsang diberi makan?", f"{OTTERS} {OWLS}", title="Lingsang dan burung hantu") == []


def test_a_sentence_in_other_words_may_go_on_about_the_thing() -> None:
    assert objected("Jam berapa lingsang diberi makan?", f"{OTTERS} Penjaga kandang datang pukul 06.00.") == []
