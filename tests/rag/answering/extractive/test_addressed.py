import pytest

from rag.answering.extractive.addressed import words_of_address


@pytest.mark.parametrize(
    ("document_id", "url", "words"),
    [
        ("desa-macanan/profil.html", None, "desa macanan profil"),
        ("unggahan/2020/05/uu-22.pdf", None, "unggahan"),
        ("a/b.md", "https://macanan.desa.id/layanan/surat-pindah.html", "macanan desa layanan surat pindah"),
        ("berita.jsonl#12", None, "berita"),
    ],
)
def test_words_of_a_path_and_an_address_without_figures_and_endings(
    document_id: str, url: str | None, words: str
) -> None:
    assert words_of_address(document_id, url) == words
