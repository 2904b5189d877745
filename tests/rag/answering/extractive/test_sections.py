"""Sections beside each other are bound as rows of a table are."""

from collections.abc import Sequence

from rag.answering.extractive.candidates import candidates
from rag.answering.extractive.scoring import Scored, Signals
from rag.answering.extractive.sections import of_named_sections
from rag.documents.chunking import split
from rag.documents.cleaning import Block, RawCell, RawPage, RawTable, clean
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
    return kept_of(question, "Bantuan Warga", blocks, lists)


def kept_of(question: str, title: str, blocks: Sequence[Block], lists: bool = False) -> list[str]:
    document = clean(RawPage(tuple(blocks), title=title), "d")
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
    assert "- Pompa: 2 unit" not in kept("Berapa pompa di Blok 2?", *blocks)
    assert "- Pompa: 2 unit" in kept("Berapa pompa di Blok 12?", *blocks)


def test_a_label_that_another_card_has_is_not_answered_from_one_that_lacks_it() -> None:
    cards = ("Regu Timur", "Anggota: 18 orang; Perahu karet: 3 buah"), ("Regu Barat", "Anggota: 9 orang; Truk: 2 buah")
    assert kept("Berapa perahu karet Regu Barat?", *cards) == []
    assert kept("Berapa perahu karet Regu Timur?", *cards) == ["- Anggota: 18 orang", "- Perahu karet: 3 buah"]


def test_what_stands_above_the_first_heading_is_a_card_called_by_the_title() -> None:
    first = [Block(f"- {one}", 1, item=True, kind=BlockKind.ITEM) for one in ("Truk: 2 buah", "Anggota: 7 orang")]
    second = [Block("Regu Barat", 2), Block("- Anggota: 9 orang", 1, item=True, kind=BlockKind.ITEM)]
    assert kept_of("Berapa truk Regu Barat?", "Regu Timur", (*first, *second)) == []


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


def test_a_table_with_a_caption_is_no_card_beside_what_it_stands_in() -> None:
    rows = (("Nama kios", "Kios ikan"), ("Uang sewa", "Rp9.000"), ("Uang muka", "Rp4.000"))
    cells = tuple(tuple(map(RawCell, row)) for row in rows)
    table = RawTable(cells, caption="Sewa kios Pasar Gatra", header_rows=0)
    above = [Block("Pengelola pasar ialah Ibu Melur."), Block("", kind=BlockKind.TABLE, table=table)]
    after = [Block("Tata tertib", 2), Block("Kios ditutup pukul lima sore.")]
    quotes = kept_of("Siapa pengelola sewa kios Pasar Gatra?", "Berkas", (*above, *after))
    assert "Pengelola pasar ialah Ibu Melur." in quotes


def folded(question: str, title: str) -> list[str]:
    blocks = [
        Block("Pelatihan Kerja", 2),
        *(Block("Siapa yang boleh mendaftar?", 3), Block("Pencari kerja berusia 18 tahun.")),
        *(Block("Berapa lama?", 3), Block("Selama 30 hari kerja.")),
        Block("Pemagangan", 2),
        *(Block("Siapa yang boleh mendaftar?", 3), Block("Lulusan SMK tahun ini.")),
        *(Block("Berapa lama?", 3), Block("Selama 6 bulan penuh.")),
        *(Block("Apakah ada uang saku?", 3), Block("Ya, Rp900.000 per bulan.")),
    ]
    return kept_of(question, title, blocks)


def test_groups_of_the_same_questions_are_sections_of_one_kind() -> None:
    allowance = "Ya, Rp900.000 per bulan."
    assert allowance not in folded("Berapa uang saku peserta pelatihan kerja?", "Balai Latihan Kerja")
    assert allowance in folded("Berapa uang saku pemagangan?", "Balai Latihan Kerja")
    assert allowance in folded("Berapa uang saku di Balai Latihan Kerja?", "Balai Latihan Kerja")
    assert allowance in folded("Berapa uang saku?", "Balai Latihan Kerja")


def test_a_label_of_two_parts_of_a_form_is_of_the_part_that_is_named_though_the_title_has_the_word() -> None:
    rows = ("Nama|Toko Cerah", "Alamat|Jalan Anggrek", "B. KIOS|", "Alamat|Pasar Pagi", "Luas|9 meter")
    table = RawTable(tuple(tuple(map(RawCell, row.split("|"))) for row in rows))
    form = [Block("A. PEMILIK", item=True), Block("", kind=BlockKind.TABLE, table=table)]
    for question, addresses in (
        ("kiosnya alamatnya di mana?", ["Alamat: Pasar Pagi"]),
        ("Alamatnya di mana?", ["Alamat: Jalan Anggrek", "Alamat: Pasar Pagi"]),
    ):
        quotes = kept_of(question, "Formulir Sewa Kios", form)
        assert [one for one in quotes if one.startswith("Alamat")] == addresses


def test_a_line_above_a_table_names_its_rows_and_none_of_its_like() -> None:
    def hours(*rows: str) -> Block:
        cells = tuple(tuple(map(RawCell, row.split("|"))) for row in ("Hari|Buka", *rows))
        return Block("", kind=BlockKind.TABLE, table=RawTable(cells, header_rows=1))

    blocks = [
        Block("Loket di kota:"),
        hours("Senin|08.00", "Jumat|09.30"),
        Block("Loket di kampung:"),
        hours("Senin|10.00", "Sabtu|11.00"),
    ]
    assert "Hari: Sabtu; Buka: 11.00" not in kept_of("Loket di kota buka jam berapa hari Sabtu?", "Loket", blocks)
    quotes = kept_of("Loket di kampung buka jam berapa hari Senin?", "Loket", blocks)
    assert "Hari: Senin; Buka: 10.00" in quotes
    assert "Hari: Senin; Buka: 08.00" not in quotes


def test_a_table_that_goes_on_under_the_same_name_is_not_beside_itself() -> None:
    def stock(*rows: str) -> Block:
        cells = tuple(tuple(map(RawCell, row.split("|"))) for row in ("Barang|Masuk|Keluar", *rows))
        return Block("", kind=BlockKind.TABLE, table=RawTable(cells, header_rows=1))

    def told(second: str) -> list[str]:
        blocks = [Block("Stok gudang", 2), stock("Beras|90|71"), Block(second, 2), stock("Gula|40|35")]
        return kept_of("Berapa karung gula putih keluar?", "Laporan", blocks)

    assert "Barang: Gula; Masuk: 40; Keluar: 35" in told("Stok gudang (lanjutan)")
    assert "Barang: Gula; Masuk: 40; Keluar: 35" not in told("Stok cabang")
