"""Sections beside each other are bound as rows of a table are."""

from rag.answering.extractive.candidates import candidates
from rag.answering.extractive.scoring import Scored, Signals
from rag.answering.extractive.sections import of_named_sections
from rag.documents.chunking import split
from rag.documents.cleaning import Block, RawPage, clean
from rag.models.reader import ReadSpan
from rag.questions.understanding import read
from rag.types import BlockKind, Hit, Language, Method, Question


def kept(question: str, *sections: tuple[str, str], lists: bool = False) -> list[str]:
    """The quotes that stay, of a document with these headings and items."""
    blocks: list[Block] = []
    for heading, items in sections:
        blocks += [
            Block(heading, 2),
            *(Block(f"- {item}", 1, item=True, kind=BlockKind.ITEM) for item in items.split("; ")),
        ]
    document = clean(RawPage(tuple(blocks), title="Bantuan Warga"), "d")
    passages = split(document, lambda texts: [len(text.split()) for text in texts], 99)
    hits = [Hit(passage, 1.0, (Method.DENSE,)) for passage in passages]
    found = [
        Scored(one, Signals(0, 0, 0, 0, 0), 1.0, ReadSpan(*one.within, 1.0))
        for one in candidates(hits, whole_tables=lists)
    ]
    query = read(Question(question, Language.INDONESIAN))
    return [one.candidate.text for one in of_named_sections(query, found, {"d": document})]


def test_a_figure_in_a_sentence_is_not_the_number_that_a_section_is_called_by() -> None:
    blocks = ("Blok 2", "Warga terdampak: 118"), ("Blok 12", "Warga terdampak: 47; Pompa: 2 unit")
    assert kept("Berapa pompa di Blok 2?", *blocks) == ["- Warga terdampak: 118"]
    assert "- Pompa: 2 unit" in kept("Berapa pompa di Blok 12?", *blocks)


def test_what_a_list_says_does_not_name_its_section_where_another_is_called_so() -> None:
    own, rented = "Fotokopi KTP; Foto rumah; Surat tanah milik", "Fotokopi KTP; Foto rumah; Surat izin pemilik"
    sections = ("Untuk pemilik rumah", own), ("Untuk penyewa", rented)
    quotes = kept("Apa saja syarat untuk pemilik rumah?", *sections, lists=True)
    assert any("Surat tanah milik" in quote for quote in quotes)
    assert not any("Surat izin pemilik" in quote for quote in quotes)


def test_chapters_of_a_law_are_not_told_apart_by_the_words_of_their_names() -> None:
    chapters = (
        ("BAB II PENGELOLAAN PASAR", "Denda kios: Rp9.000; Denda lapak: Rp4.000"),
        ("BAB III DENDA PASAR", "Denda kios: dua hari"),
    )
    assert "- Denda lapak: Rp4.000" in kept("Berapa denda lapak pasar?", *chapters)
