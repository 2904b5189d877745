"""Of several lists that one answers which says more of the question, with the headings above it."""

from rag.answering.extractive.candidates import candidates
from rag.answering.extractive.lists import of_named_lists
from rag.answering.extractive.scoring import Scored, Signals
from rag.questions.understanding import read
from rag.types import Hit, Language, Method, Passage, Question

TRAIL = "- Beranda\n- Kebun gizi\n- Kebun gizi Kenari"
FACTS = "Keterangan:\n- Tahun berdiri: 2019\n- Prestasi: juara dua lomba kecamatan"


def kept(question: str, *headings: str) -> list[str]:
    """The quotes that stay of a trail of links and of facts below those headings."""
    below = Passage("d#1", "d", 99, 99 + len(FACTS), FACTS, "Kebun", headings=headings)
    passages = Passage("d#0", "d", 0, len(TRAIL), TRAIL, "Kebun"), below
    found = candidates([Hit(passage, 1.0, (Method.DENSE,)) for passage in passages])
    scored = [Scored(one, Signals(0, 0, 0, 0, 0), 1.0) for one in found]
    query = read(Question(question, Language.INDONESIAN))
    return [one.candidate.text for one in of_named_lists(query, scored)]


def test_a_list_says_what_the_headings_above_it_say() -> None:
    question = "Apa prestasi kebun gizi Kenari?"
    assert FACTS in kept(question, "Kebun gizi Kenari")
    assert FACTS not in kept("Di mana kebun gizi Kenari?", "Balai desa")
