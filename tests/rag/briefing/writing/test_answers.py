from dataclasses import replace

from rag.briefing.writing.answers import Told, answers_laid_out
from rag.briefing.writing.sheet import Grid, Heading, Line
from rag.types import Answer, Excerpt, Language, Question, Value
from tests.web.fakes import FIGURES, MOST, not_quite, several, taiwan

ASKED = Question("Berapa ke Taiwan?", Language.INDONESIAN)


def told(answer: Answer, address: str = "https://contoh.example/answers/1") -> Told:
    return Told(answer, "2026-11-29T14:00:00+00:00", address)


def test_one_answer_has_its_question_as_title_and_quotes_with_the_number_of_their_note() -> None:
    sheet = answers_laid_out([told(taiwan(ASKED))])
    assert sheet.title == "Berapa ke Taiwan?"
    assert sheet.facts[0] == "Tanya Lampung, 29 November 2026, 14.00 UTC. https://contoh.example/answers/1"
    assert sheet.blocks == (
        Line("4.584 orang.", (1,), item=False),
        Line(f"“{FIGURES}”", (1,), item=False),
        Line(f"“{MOST}”", (1,), item=False),
    )
    assert [note.link for note in sheet.notes] == ["https://contoh.example/pekerja-migran"]


def test_a_conversation_has_a_heading_for_each_question_and_one_numbering() -> None:
    other = not_quite(Question("Ada kapal?", Language.INDONESIAN))
    sheet = answers_laid_out([told(taiwan(ASKED)), told(other)])
    assert [block.text for block in sheet.blocks if isinstance(block, Heading)] == ["Berapa ke Taiwan?", "Ada kapal?"]
    assert sheet.blocks[-1] == Line("“Pelabuhan perlu diperluas.”", (2,), "Yang dikatakan sumber:", item=False)
    assert [note.number for note in sheet.notes] == [1, 2]


def test_each_of_several_questions_leads_its_answer_and_what_is_missing_is_said() -> None:
    sheet = answers_laid_out([told(several(Question("brp ke mana, lewat mana?", Language.INDONESIAN)))])
    lines = [block for block in sheet.blocks if isinstance(block, Line)]
    assert [line.lead for line in lines] == ["brp ke mana:", "", "lewat mana:", ""]
    assert lines[-1].text == "Dokumen yang kami miliki tidak memuat jawaban atas “siapa yang bayar”."


def test_a_long_answer_that_its_quote_repeats_is_left_out() -> None:
    answer = taiwan(ASKED)
    short, *below = answer.sentences
    long = replace(short, values=(Value(FIGURES[:-1]),))
    sheet = answers_laid_out([told(replace(answer, sentences=(long, *below)))])
    assert sheet.blocks[0] == Line(f"“{FIGURES}”", (1,), item=False)


def test_quoted_rows_of_a_table_are_a_table_below_its_caption() -> None:
    answer = taiwan(ASKED)
    rows = Excerpt("Panen", ("Desa", "Padi"), (("Sukajadi", "412"),), 1, (0, 1))
    quote = answer.sentences[1]
    tabled = replace(quote, citations=(replace(quote.citations[0], table=rows),))
    (grid,) = answers_laid_out([told(replace(answer, sentences=(tabled,)))]).blocks
    assert isinstance(grid, Grid)
    assert (grid.columns, grid.caption) == (("Desa", "Padi"), Line("Panen", (1,)))


def test_what_a_model_worded_is_said_to_be_so() -> None:
    sheet = answers_laid_out([told(replace(taiwan(ASKED), model="kecil + guard"))])
    assert "kecil" in sheet.facts[1]
