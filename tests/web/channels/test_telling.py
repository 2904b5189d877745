"""How an answer becomes messages."""

from rag.types import Language, Question
from tests.web.fakes import taiwan
from web.channels.telling import MOST_MESSAGES, fitted, messages, units


def test_sources_follow_the_answer_with_the_place_of_the_quote_as_a_link() -> None:
    (told,) = messages(taiwan(Question("Taiwan?", Language.ENGLISH)), 4000, "https://tanya.example/lampung/")
    first, _, rest = told.partition("\n\nSources:\n\n")
    assert first.startswith("4,584 people")
    line, link = rest.split("\n")
    assert line.startswith("[1] Pekerja migran Lampung dalam angka. Tanya Lampung. ")
    assert link == ("https://tanya.example/lampung/documents/pekerja%20migran/angka%202025.md?start=18&end=91#kutipan")


def test_a_document_that_is_quoted_twice_is_named_once() -> None:
    (told,) = messages(taiwan(Question("Taiwan?", Language.INDONESIAN)), 4000, "https://tanya.example")
    *_, last = told.split("\n\n")
    assert told.count("Pekerja migran Lampung dalam angka.") == 1
    assert last == ("[2] https://tanya.example/documents/pekerja%20migran/angka%202025.md?start=92&end=143#kutipan")


def test_without_an_address_of_the_site_the_source_of_the_document_is_the_link() -> None:
    (told,) = messages(taiwan(Question("Taiwan?", Language.ENGLISH)), 4000, None)
    assert "https://contoh.example/pekerja-migran" in told
    assert "/documents/" not in told


def test_paragraphs_share_a_message_while_they_fit() -> None:
    assert fitted(["aaaa", "bbbb", "cccc"], 12) == ("aaaa\n\nbbbb", "cccc")


def test_a_long_paragraph_is_cut_between_words() -> None:
    assert fitted(["satu dua tiga empat"], 12) == ("satu dua", "tiga empat")


def test_length_counts_as_messengers_count() -> None:
    told = fitted(["😀" * 30], 22)
    assert [units(each) for each in told] == [20, 20, 20]
    assert "".join(told) == "😀" * 30


def test_what_is_beyond_the_last_message_is_shown_to_be_left_out() -> None:
    told = fitted(["x" * 10] * 9, 12)
    assert len(told) == MOST_MESSAGES
    assert told[-1] == "x" * 10 + " …"
    assert max(map(units, told)) <= 12
