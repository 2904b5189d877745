from dataclasses import replace

from fastapi.testclient import TestClient
from lxml import html

from rag.types import Citation, Excerpt, Framing, Language, Question, Sentence, Value
from rag.wording.words import words_of
from tests.web.fakes import FIGURES, MIGRANTS, MOST, PORTS, citation, differing, not_quite, quoting, taiwan
from web.public.addresses import citation_href, web_address
from web.public.sentences import Line, lines_of, view_sentence, view_sentences
from web.public.sources import gather, plain_source
from web.public.views import HeadlineView, view_answer

FIRST, SECOND = citation(1, MIGRANTS, FIGURES), citation(2, MIGRANTS, MOST)
OTHER = citation(3, PORTS, "Pelabuhan perlu diperluas.")


def test_a_quote_in_another_language_names_it() -> None:
    (view,) = view_sentences([quoting(FIRST)], Language.ENGLISH)
    assert (view.text, view.language, view.citations) == (f"“{FIGURES}”", Language.INDONESIAN, (FIRST,))
    assert view.framing == "According to our summary of Kantor Berita Contoh (4 November 2025), in Indonesian:"
    (own,) = view_sentences([quoting(FIRST)], Language.INDONESIAN)
    assert own.language is None


def test_what_introduces_a_quote_is_not_said_twice() -> None:
    views = view_sentences([quoting(FIRST), quoting(SECOND), quoting(OTHER)], Language.INDONESIAN)
    assert [view.framing for view in views] == [
        "Menurut ringkasan dari Kantor Berita Contoh (4 November 2025):",
        None,
        "Menurut “Pelabuhan dan arus barang” (12 Februari 2026):",
    ]


def test_what_introduces_a_quote_is_said_again_below_another_question() -> None:
    views = view_sentences([quoting(FIRST, "brp"), quoting(SECOND, "brp"), quoting(FIRST, "di mana")], Language.ENGLISH)
    assert [(view.part, view.framing is None) for view in views] == [("brp", False), (None, True), ("di mana", False)]


def test_an_excerpt_has_the_heading_it_stands_under_and_nobody_who_says_it() -> None:
    excerpt = Sentence(Framing.EXCERPT, (FIRST,), part="Angka")
    (view,) = view_sentences([excerpt], Language.ENGLISH)
    assert (view.text, view.part, view.framing) == (f"“{FIGURES}”", "Angka", None)
    assert (view.language, view.citations) == (Language.INDONESIAN, (FIRST,))


def test_the_short_answer_becomes_the_headline() -> None:
    answer = taiwan(Question("Berapa ke Taiwan?", Language.INDONESIAN))
    view = view_answer(answer)
    assert view.headline == HeadlineView("4.584 orang", (FIRST,))
    assert len(view.sentences) == len(answer.sentences) - 1


def test_the_original_of_a_translated_short_answer_stands_beside_it() -> None:
    english = taiwan(Question("How many in Taiwan?", Language.ENGLISH))
    assert view_answer(english).headline == HeadlineView("4,584 people", (FIRST,), "(in the source: “4.584 orang”)")


def test_a_short_answer_without_a_translation_is_marked_as_the_language_of_its_source() -> None:
    english = taiwan(Question("Who in Taiwan?", Language.ENGLISH))
    answer = replace(english, short_answer=Value("Sari"))
    assert view_answer(answer).headline == HeadlineView("Sari", (FIRST,), language=Language.INDONESIAN)


def test_above_the_sentences_of_a_model_the_short_answer_is_the_headline_too() -> None:
    said = Sentence(Framing.STATEMENT, (FIRST,), statement="Taiwan received 4,584 people.")
    answer = replace(taiwan(Question("How many in Taiwan?", Language.ENGLISH)), sentences=(said,))
    view = view_answer(answer)
    assert view.headline == HeadlineView("4,584 people", (), "(in the source: “4.584 orang”)")
    assert [(each.text, each.citations) for each in view.sentences] == [(said.statement, (FIRST,))]


def test_a_list_in_a_quote_is_shown_as_one() -> None:
    assert lines_of("Materi:\n\n- satu\n- dua") == (Line("Materi:", False), Line("satu", True), Line("dua", True))


def test_quotes_are_gathered_by_document_in_order() -> None:
    sources = gather((FIRST, OTHER, SECOND))
    assert [(source.title, [c.number for c in source.citations]) for source in sources] == [
        (MIGRANTS.title, [1, 2]),
        (PORTS.title, [3]),
    ]


def test_what_the_sources_do_say_is_told_apart_from_the_rest_that_was_read() -> None:
    view = view_answer(not_quite(Question("Ada kapal?", Language.INDONESIAN)))
    assert [source.title for source in view.closest] == [PORTS.title]
    assert [source.title for source in view.looked_at] == [MIGRANTS.title]


def test_what_the_sources_do_say_is_copied_with_its_source() -> None:
    view = view_answer(not_quite(Question("Ada kapal?", Language.INDONESIAN)))
    assert view.plain(words_of(Language.ENGLISH)).splitlines() == [
        "Ada kapal?",
        "",
        "Dokumen yang kami miliki tidak memuat jawaban atas pertanyaan ini. "
        "Bagian yang paling dekat ada di: Pelabuhan dan arus barang; Pekerja migran Lampung dalam angka.",
        "",
        "What the sources do say:",
        "“Pelabuhan perlu diperluas.” [1] Pelabuhan dan arus barang. 12 February 2026. page 1",
    ]


def test_values_that_differ_are_the_headline_without_the_words_the_notice_says() -> None:
    view = view_answer(differing(Question("Apakah berbeda?", Language.INDONESIAN)))
    assert view.headline is not None
    assert view.headline.text == (
        "5.001 orang menurut “Pelabuhan dan arus barang” (12 Februari 2026); "
        "4.584 orang menurut ringkasan dari Kantor Berita Contoh (4 November 2025)"
    )
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


def test_quoted_rows_of_a_table_are_shown_as_a_table_with_the_cell_that_answers(client: TestClient) -> None:
    rows = Excerpt("Panen (ton)", ("Desa", "Padi"), (("Sukajadi", "412"),), 1, (0, 1))
    citation = Citation(1, "d", "Panen", "Desa: Sukajadi; Padi: 412", 0, 25, table=rows)
    view = view_sentence(Sentence(Framing.QUOTE, (citation,)), None, Language.INDONESIAN)
    assert (view.table, view.text) == (rows, "")
    templates = client.app.state.templates  # type: ignore[attr-defined]
    shown = html.fromstring(str(templates.env.get_template("table.html").module.excerpt(rows)))
    assert [cell.text for cell in shown.xpath("//th[@scope='col']")] == ["Desa", "Padi"]
    assert shown.xpath("string(//td/mark)") == "412"
    assert shown.xpath("//div[@tabindex]/@aria-label") == ["Panen (ton)"]
    unnamed = templates.env.get_template("table.html").module.excerpt(replace(rows, caption=""))
    assert html.fromstring(str(unnamed)).xpath("//div[@role='group']/@aria-label") == ["Desa, Padi"]


def test_a_long_answer_is_marked_in_its_quote_and_not_said_twice() -> None:
    words = "4.584 orang pekerja migran asal Lampung sampai Juni 2025"
    answer = taiwan(Question("Berapa ke Taiwan?", Language.INDONESIAN))
    short, *below = answer.sentences
    long = Value(f"{words}")
    long_answer = replace(answer, short_answer=long, sentences=(replace(short, values=(long,)), *below))
    assert view_answer(long_answer).headline is not None  # 56 characters
    longer = Value(f"menerima {words}")
    view = view_answer(replace(answer, short_answer=longer, sentences=(replace(short, values=(longer,)), *below)))
    assert view.headline is None
    assert view.sentences[0].key == longer.text
    assert view.sentences[0].around == ("“Taiwan ", ".”")
    elsewhere = replace(answer, short_answer=Value("kata " * 13), sentences=(short, *below))
    assert view_answer(elsewhere).headline is not None


def test_the_words_that_answer_are_marked_on_the_page(client: TestClient) -> None:
    sentence = replace(view_sentence(quoting(FIRST), None, Language.INDONESIAN), key="4.584 orang")
    template = client.app.state.templates.env.get_template("sentence.html")  # type: ignore[attr-defined]
    shown = html.fromstring(template.render(words=words_of(Language.INDONESIAN), sentence=sentence))
    assert shown.xpath("string(//strong)") == "4.584 orang"
    assert FIGURES in shown.text_content()


def test_whose_table_it_is_is_said_once_too(client: TestClient) -> None:
    rows = Excerpt("", ("Desa", "Padi"), (("Sukajadi", "412"),), 1, (0, 1))
    table, of_other = (quoting(replace(FIRST, table=each)) for each in (rows, replace(rows, caption="Lain")))
    views = view_sentences([quoting(SECOND), table, of_other], Language.INDONESIAN)
    assert [view.framing is None for view in views] == [False, True, True]
    template = client.app.state.templates.env.get_template("sentence.html")  # type: ignore[attr-defined]
    shown = html.fromstring(template.render(words=words_of(Language.INDONESIAN), sentence=views[1]))
    assert "Dari tabel:" in shown.xpath("string(//p[@class='framing'])")


def row(number: int, start: int, name: str, meant: tuple[int, int] | None = None, caption: str = "Panen") -> Sentence:
    rows = Excerpt(caption, ("Desa", "Padi"), ((name, str(start)),), 1, meant)
    return quoting(replace(FIRST, number=number, start=start, end=start + 9, table=rows))


def test_rows_of_one_table_stand_in_one_in_its_order_with_all_their_marks() -> None:
    (view,) = view_sentences([row(1, 40, "Way Rilau", (0, 1)), row(2, 20, "Sukajadi")], Language.INDONESIAN)
    assert view.table is not None
    assert view.table.rows == (("Sukajadi", "20"), ("Way Rilau", "40"))
    assert view.table.meant == (1, 1)
    assert [citation.number for citation in view.citations] == [1, 2]


def test_other_tables_and_a_second_cell_that_answers_stand_apart() -> None:
    rows = [row(1, 40, "A", (0, 1)), row(2, 20, "B", (0, 1)), row(3, 60, "C", caption="Tebu"), quoting(SECOND)]
    assert len(view_sentences(rows, Language.INDONESIAN)) == 4
