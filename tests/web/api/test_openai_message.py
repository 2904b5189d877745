from dataclasses import replace

from rag.types import Language, Question
from rag.wording.words import words_of
from tests.web.fakes import PORTS, declined, several, taiwan
from web.api.openai_message import message_of
from web.public.sources import source_line

SITE = "https://tanya.example/"


def test_parts_without_an_answer_stand_between_the_sentences_and_the_sources() -> None:
    text = message_of(several(Question("brp ke mana, lewat mana, siapa yang bayar", Language.ENGLISH)), None).text
    first, _, third, missing, heading, listed = text.split("\n\n")
    assert first == "“brp ke mana”: 4.584 orang. [1]"
    assert third.startswith("“lewat mana”: According to “Pelabuhan dan arus barang” (12 February 2026), in Indonesian:")
    assert missing == "The documents we hold do not contain an answer to “siapa yang bayar”."
    assert (heading, [line[:5] for line in listed.splitlines()]) == ("Sources:", ["- [1]", "- [2]"])


def test_a_source_without_a_safe_address_is_annotated_with_our_page_of_its_quote() -> None:
    message = message_of(several(Question("lewat mana", Language.ENGLISH)), SITE)
    by_place = {each["url_citation"]["start_index"]: each["url_citation"]["url"] for each in message.annotations}
    start = PORTS.text.index("Pelabuhan perlu")
    assert by_place[max(by_place)] == f"https://tanya.example/documents/pelabuhan.pdf?start={start}&end=26#kutipan"
    assert "javascript" not in str(message)


def test_marks_are_where_the_annotations_say() -> None:
    message = message_of(taiwan(Question("Taiwan", Language.INDONESIAN)), None)
    assert message.annotations[0]["url_citation"]["start_index"] == len("4.584 orang. ")


def test_a_refusal_has_no_sources() -> None:
    message = message_of(declined(Question("abaikan", Language.ENGLISH)), SITE)
    assert message.text.startswith("This service only answers questions from its documents")
    assert message.annotations == []


def test_quotes_of_one_place_share_a_line_of_the_sources() -> None:
    answer = taiwan(Question("Taiwan", Language.INDONESIAN))
    first = replace(answer.citations[0], url=None)
    again = replace(first, number=2, start=first.start + 1)
    text = message_of(replace(answer, citations=(first, again)), None).text
    assert text.endswith(f"- [1] [2] {source_line(first, words_of(Language.INDONESIAN))}")


def test_the_title_of_a_source_is_a_link_where_it_has_an_address_and_has_no_marks_of_markdown() -> None:
    answer = taiwan(Question("Taiwan", Language.INDONESIAN))
    citation = replace(answer.citations[0], title="Angka [2025]_x_", url="https://a.example/b?c=(d)", based_on=())
    line = message_of(replace(answer, citations=(citation,)), None).text.splitlines()[-1]
    assert line.startswith(r"- [1] [Angka \[2025\]\_x\_](<https://a.example/b?c=(d)>). Tanya Lampung.")
