from dataclasses import replace

from rag.types import Language, Sentence
from tests.web.fakes import DOCUMENTS, FIGURES, MIGRANTS, MOST, PORTS, citation
from web.i18n import words_of
from web.views import citation_href, gather, plain_source, view_sentence, web_address

FIRST, SECOND = citation(1, MIGRANTS, FIGURES), citation(2, MIGRANTS, MOST)
OTHER = citation(3, PORTS, "Pelabuhan perlu diperluas.")
LANGUAGES = {document_id: document.language for document_id, document in DOCUMENTS.items()}


def test_a_quote_in_another_language_is_cut_out_and_named() -> None:
    sentence = Sentence(f"According to it: “{FIGURES}”", (1,))
    view = view_sentence(sentence, (FIRST, SECOND), Language.ENGLISH, LANGUAGES)
    assert [(part.text, part.language) for part in view.segments] == [
        ("According to it: “", None),
        (FIGURES, Language.INDONESIAN),
        ("”", None),
    ]
    assert view.citations == (FIRST,)


def test_a_quote_in_the_language_of_the_answer_is_left_whole() -> None:
    view = view_sentence(Sentence(FIGURES, (1,)), (FIRST,), Language.INDONESIAN, LANGUAGES)
    assert [part.text for part in view.segments] == [FIGURES]


def test_quotes_are_gathered_by_document_in_order() -> None:
    sources = gather((FIRST, OTHER, SECOND), LANGUAGES)
    assert [(source.title, [c.number for c in source.citations]) for source in sources] == [
        (MIGRANTS.title, [1, 2]),
        (PORTS.title, [3]),
    ]


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
