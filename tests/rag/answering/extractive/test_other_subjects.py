from rag.answering.extractive.candidates import candidates
from rag.answering.extractive.other_subjects import of_named_subjects
from rag.answering.extractive.scoring import Scored, Signals
from rag.models.reader import ReadSpan
from rag.questions.understanding import read
from rag.types import Hit, Language, Method, Passage, Question

OTTERS = "Lingsang berjumlah 4 ekor dan diberi makan pukul 09.00."
OWLS = "Burung hantu berjumlah 7 ekor dan diberi makan pukul 21.00."


def left_out(question: str, *texts: str, title: str = "Kebun satwa") -> list[str]:
    """The sentences, each in a passage of its own, that are taken for being about another thing."""
    passages = [Passage(f"d#{at}", "d", at * 100, at * 100 + len(text), text, title) for at, text in enumerate(texts)]
    found = candidates([Hit(passage, 1.0, (Method.DENSE,)) for passage in passages])
    scored = [Scored(one, Signals(0, 0, 0, 0, 0), 1.0, ReadSpan(*one.within, 1.0)) for one in found]
    kept = of_named_subjects(read(Question(question, Language.INDONESIAN)), scored)
    return [one.candidate.text for one in scored if one not in kept]


def test_of_sentences_in_the_same_words_only_the_one_that_names_the_thing_tells_of_it() -> None:
    assert left_out("Jam berapa lingsang diberi makan?", OTTERS, OWLS) == [OWLS]
    assert left_out("Jam berapa burung hantu diberi makan?", OTTERS, OWLS) == [OTTERS]


def test_a_thing_that_no_sentence_names_or_the_title_does_is_no_ground() -> None:
    assert left_out("Jam berapa tapir diberi makan?", OTTERS, OWLS) == []
    assert left_out("Jam berapa lingsang diberi makan?", OTTERS, OWLS, title="Lingsang dan burung hantu") == []


def test_a_sentence_in_other_words_may_go_on_about_the_thing() -> None:
    assert left_out("Jam berapa lingsang diberi makan?", OTTERS, "Penjaga kandang datang pukul 06.00 tiap pagi.") == []
