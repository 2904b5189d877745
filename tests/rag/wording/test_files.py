import pytest

from rag.types import Document, Language, Notice, NoticeKind, Omission
from rag.wording.files import notice_text, notices_of, omission_text
from rag.wording.words import words_of

ID = words_of(Language.INDONESIAN)


def test_a_notice_names_its_pages_names_and_counts() -> None:
    cells = Notice(NoticeKind.HIDDEN_CELLS, name="Data 100%", count=1200, columns=2)
    assert notice_text(cells, ID) == (
        "lembar “Data 100%”: baris (1.200) dan kolom (2) yang berisi nilai disembunyikan dalam berkas dan tidak dibaca"
    )
    pages = Notice(NoticeKind.RECOGNISED_PAGES, (1, 4))
    assert notice_text(pages, ID).startswith("halaman 1, 4: dibaca dengan pengenalan teks (OCR)")


@pytest.mark.parametrize("language", Language)
def test_every_kind_of_notice_and_omission_is_put_into_words(language: Language) -> None:
    words = words_of(language)
    assert all(notice_text(Notice(kind), words) for kind in NoticeKind)
    assert len({omission_text(reason, words) for reason in Omission}) == len(Omission)


def test_pages_without_text_come_first_and_those_without_letters_are_no_pictures() -> None:
    garbled = Notice(NoticeKind.GARBLED_PAGES, (3,))
    document = Document("a", "A", "teks", unread_pages=(2, 3), notices=(garbled,))
    assert notices_of(document) == (Notice(NoticeKind.UNREAD_PAGES, (2,)), garbled)
    assert notices_of(Document("a", "A", "teks")) == ()
