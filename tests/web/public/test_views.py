from dataclasses import replace

import pytest

from rag.types import Language, Question, Sentence
from tests.web.fakes import DOCUMENTS, FIGURES, MIGRANTS, MOST, PORTS, citation, differing, not_quite, taiwan
from web.i18n import words_of
from web.public.views import (
    Line,
    citation_href,
    gather,
    lines_of,
    plain_source,
    split_aside,
    view_answer,
    view_sentence,
    view_sentences,
    web_address,
)

FIRST, SECOND = citation(1, MIGRANTS, FIGURES), citation(2, MIGRANTS, MOST)
OTHER = citation(3, PORTS, "Pelabuhan perlu diperluas.")
LANGUAGES = {document_id: document.language for document_id, document in DOCUMENTS.items()}


def test_a_quote_in_another_language_is_cut_out_and_named() -> None:
    sentence = Sentence(f"It says {FIGURES} in its report.", (1,))
    view = view_sentence(sentence, (FIRST, SECOND), Language.ENGLISH, LANGUAGES)
    assert [(part.text, part.language) for part in view.segments] == [
        ("It says ", None),
        (FIGURES, Language.INDONESIAN),
        (" in its report.", None),
    ]
    assert view.citations == (FIRST,)


def test_what_introduces_a_quote_is_told_apart_and_not_said_twice() -> None:
    sentences = (Sentence(f"Menurut A: “{FIGURES}”", (1,)), Sentence(f"Menurut A: “{MOST}”", (2,)))
    views = view_sentences(sentences, (FIRST, SECOND), Language.INDONESIAN, LANGUAGES)
    assert [view.framing for view in views] == ["Menurut A:", None]
    assert [part.text for view in views for part in view.segments] == [f"“{FIGURES}”", f"“{MOST}”"]


def test_a_first_sentence_that_is_the_short_answer_becomes_the_headline() -> None:
    answer = taiwan(Question("Berapa ke Taiwan?", Language.INDONESIAN))
    view = view_answer(answer, DOCUMENTS.get)
    assert view.headline is not None
    assert [part.text for part in view.headline.segments] == ["4.584 orang"]
    assert len(view.sentences) == len(answer.sentences) - 1


def test_without_such_a_sentence_the_span_itself_is_the_headline_in_its_own_language() -> None:
    english = taiwan(Question("How many in Taiwan?", Language.ENGLISH))
    view = view_answer(replace(english, sentences=english.sentences[1:]), DOCUMENTS.get)
    assert view.headline is not None
    assert view.headline.segments[0].language is Language.INDONESIAN
    assert len(view.sentences) == 1


def test_a_list_in_a_quote_is_shown_as_one() -> None:
    assert lines_of("Materi:\n\n- satu\n- dua") == (Line("Materi:", False), Line("satu", True), Line("dua", True))


def test_a_quote_in_the_language_of_the_answer_is_left_whole() -> None:
    view = view_sentence(Sentence(FIGURES, (1,)), (FIRST,), Language.INDONESIAN, LANGUAGES)
    assert [part.text for part in view.segments] == [FIGURES]


def test_quotes_are_gathered_by_document_in_order() -> None:
    sources = gather((FIRST, OTHER, SECOND), LANGUAGES)
    assert [(source.title, [c.number for c in source.citations]) for source in sources] == [
        (MIGRANTS.title, [1, 2]),
        (PORTS.title, [3]),
    ]


def test_what_the_sources_do_say_is_told_apart_from_the_rest_that_was_read() -> None:
    view = view_answer(not_quite(Question("Ada kapal?", Language.INDONESIAN)), DOCUMENTS.get)
    assert [source.title for source in view.closest] == [PORTS.title]
    assert [source.title for source in view.looked_at] == [MIGRANTS.title]


def test_what_the_sources_do_say_is_copied_with_its_source() -> None:
    view = view_answer(not_quite(Question("Ada kapal?", Language.INDONESIAN)), DOCUMENTS.get)
    assert view.plain(words_of(Language.ENGLISH)).splitlines() == [
        "Dokumen yang ada tidak menyebutkannya.",
        "",
        "What the sources do say:",
        "“Pelabuhan perlu diperluas.” [1] Pelabuhan dan arus barang. 12 February 2026. page 1",
    ]


def test_values_that_differ_are_the_headline_without_the_words_the_notice_says() -> None:
    view = view_answer(differing(Question("Apakah berbeda?", Language.INDONESIAN)), DOCUMENTS.get)
    assert view.headline is not None
    assert [part.text for part in view.headline.segments] == ["5.001 orang menurut A; 4.584 orang menurut B"]
    assert [citation.number for citation in view.headline.citations] == [1, 2]


def test_an_address_keeps_slashes_and_escapes_the_rest() -> None:
    odd = replace(FIRST, document_id="a b/ç?#%.md", start=1, end=2)
    assert citation_href(odd) == "/documents/a%20b/%C3%A7%3F%23%25.md?start=1&end=2#kutipan"


def test_only_web_addresses_are_links() -> None:
    assert web_address("HTTPS://x.example") == "HTTPS://x.example"
    assert web_address("javascript:alert(1)") is None
    assert web_address(None) is None


def test_a_copied_source_can_be_found_again() -> None:
    assert plain_source(FIRST, words_of(Language.INDONESIAN)) == (
        "[1] Pekerja migran Lampung dalam angka. Tanya Lampung. 4 November 2025. "
        "https://contoh.example/pekerja-migran. Ringkasan berdasarkan: "
        "Kantor Berita Contoh, Data penempatan pekerja migran, 4 November 2025"
    )


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Dinas Sosial (Dinsos) Lampung", ("Dinas Sosial (Dinsos) Lampung", "")),
        ("Dinas Sosial (Dinsos) Lampung (2025)", ("Dinas Sosial (Dinsos) Lampung", "(2025)")),
        ("a duty (in the source: “bea (cukai)”)", ("a duty", "(in the source: “bea (cukai)”)")),
        ("(satu)", ("(satu)", "")),
        ("f(x)", ("f(x)", "")),
        ("satu) dua)", ("satu) dua)", "")),
        ("4.584 orang", ("4.584 orang", "")),
    ],
)
def test_only_the_bracket_that_ends_a_short_answer_is_set_apart(text: str, parts: tuple[str, str]) -> None:
    assert split_aside(text) == parts
