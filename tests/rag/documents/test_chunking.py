from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rag.documents.chunking import embedding_text, split
from rag.language.text import sentence_spans
from rag.types import Document, Heading


def count_words(texts):
    return [len(text.split()) for text in texts]


def passages(text: str, limit: int = 6, **fields):
    return split(Document("d", "Judul", text, **fields), count_words, limit)


def test_packs_whole_sentences_up_to_the_limit() -> None:
    text = "Satu dua tiga. Empat lima enam. Tujuh delapan. Sembilan sepuluh sebelas dua belas."
    assert [p.text for p in passages(text)] == [
        "Satu dua tiga. Empat lima enam.",
        "Tujuh delapan.",
        "Sembilan sepuluh sebelas dua belas.",
    ]


def test_ids_count_up_from_zero_and_metadata_is_passed_on() -> None:
    first, second = passages(
        "Satu dua tiga empat lima. Enam tujuh.", limit=5, publisher="Kabar Contoh", published=date(2025, 3, 4)
    )
    assert (first.id, second.id) == ("d#0", "d#1")
    assert (second.title, second.publisher, second.published) == ("Judul", "Kabar Contoh", date(2025, 3, 4))


def test_a_text_within_the_limit_is_one_passage_even_if_its_sentences_count_more_apart() -> None:
    def with_marks(texts):
        return [len(text.split()) + 2 for text in texts]

    (only,) = split(Document("d", "J", "Satu dua. Tiga empat. Lima enam."), with_marks, 8)
    assert only.text == "Satu dua. Tiga empat. Lima enam."


def test_a_heading_starts_a_passage_and_is_not_in_its_text() -> None:
    text = "Pembuka.\n\nBAB I\n\nPasal 1\n\nIsi pasal."
    headings = (Heading(10, 15, 2), Heading(17, 24, 4))
    opening, article = passages(text, headings=headings)
    assert (opening.text, opening.heading) == ("Pembuka.", None)
    assert (article.text, article.heading, article.start) == ("Isi pasal.", "BAB I › Pasal 1", 26)


def test_a_document_of_headings_only_is_still_found() -> None:
    (only,) = passages("Jadwal Layanan", headings=(Heading(0, 14, 1),))
    assert only.text == "Jadwal Layanan"


def test_a_sentence_over_the_limit_is_cut_between_words() -> None:
    parts = [p.text for p in passages("satu dua tiga empat lima enam tujuh delapan", limit=3)]
    assert " ".join(parts) == "satu dua tiga empat lima enam tujuh delapan"
    assert max(count_words(parts)) <= 3


def test_a_word_over_the_limit_is_cut_all_the_same() -> None:
    parts = split(Document("d", "J", "x" * 40), lambda texts: [len(text) for text in texts], 16)
    assert "".join(p.text for p in parts) == "x" * 40
    assert max(len(p.text) for p in parts) <= 16


def test_a_small_last_passage_takes_sentences_from_the_one_before() -> None:
    text = "A satu. B dua. C tiga. D empat. E lima."
    assert [p.text for p in passages(text, limit=8)] == ["A satu. B dua. C tiga. D empat.", "E lima."]
    assert [p.text for p in passages(text, limit=9)] == ["A satu. B dua. C tiga.", "D empat. E lima."]


def test_pages_are_those_on_which_passages_begin() -> None:
    text = "Satu dua tiga. Empat lima enam."
    assert [p.page for p in passages(text, limit=3, page_starts=(0, 15))] == [1, 2]
    assert [p.page for p in passages(text, limit=3)] == [None, None]


def test_embedding_text_adds_title_and_heading_but_no_title_that_is_the_first_sentence() -> None:
    (plain,) = passages("Isi.")
    assert embedding_text(plain) == "Judul\nIsi."
    (derived,) = split(Document("d", "Isi yang sangat…", "Isi yang sangat panjang."), count_words, 9)
    assert embedding_text(derived) == "Isi yang sangat panjang."


def test_commentary_that_only_calls_an_article_clear_is_no_passage() -> None:
    text = "Pasal 1\n\nCukup jelas.\n\nPasal 2\n\nAyat (1) Cukup jelas.\n\nAyat (2) Biaya ialah ongkos."
    headings = (Heading(0, 7, 4), Heading(23, 30, 4))
    assert [(p.id, p.heading) for p in passages(text, limit=20, headings=headings)] == [("d#0", "Pasal 2")]


def test_an_empty_document_has_no_passages() -> None:
    assert passages("") == ()


def test_words_that_merely_look_like_a_numbered_item_are_kept() -> None:
    assert [p.text for p in passages("Satu dua tiga. - butir Drs. H. Ali", limit=2)][-2:] == ["butir Drs.", "H. Ali"]


PARTS = st.lists(
    st.sampled_from(["Satu dua tiga.", "Empat!", "lima enam", "Drs. H. Ali", "\n\n", " ", "- butir"]), max_size=25
)


@given(PARTS, st.integers(1, 12))
def test_offsets_are_exact_and_no_sentence_is_lost(parts: list[str], limit: int) -> None:
    text = " ".join(parts)
    found = passages(text, limit=limit)
    assert all(p.text == text[p.start : p.end] for p in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert max(count_words(p.text for p in found), default=0) <= limit
    assert "".join("".join(p.text.split()) for p in found) == "".join(text.split())
    for start, end in sentence_spans(text):
        if len(text[start:end].split()) <= limit:
            assert any(p.start <= start and end <= p.end for p in found)
