from rag.answering.extractive.candidates import candidates, quotable_spans, titled
from rag.documents.chunking import split
from rag.documents.cleaning import Block, RawCell, RawPage, RawTable, clean
from rag.types import BlockKind, Hit, Method, Passage


def hit(text: str, start: int = 0, number: int = 0) -> Hit:
    return Hit(Passage(f"d#{number}", "d", start, start + len(text), text, "Judul"), 1.0, (Method.DENSE,))


def quotes(text: str) -> list[str]:
    return [text[start:end] for start, end in quotable_spans(text)]


def test_the_reader_is_shown_a_title_made_of_the_first_words_once() -> None:
    text = "Balai itu melatih calon pekerja setiap bulan."
    derived, named = (Passage("d#0", "d", 0, len(text), text, title) for title in ("Balai itu melatih…", "Balai"))
    below_heading = Passage("d#1", "d", 0, len(text), text, "Balai itu melatih…", headings=("Pelatihan",))
    assert titled(derived) == text
    assert titled(below_heading) == f"Pelatihan\n{text}"
    assert titled(named) == text  # a name that the text begins with is said by it as well
    assert titled(Passage("d#0", "d", 0, len(text), text, "Dinas")) == f"Dinas\n{text}"


def test_questions_and_scraps_are_not_quotable() -> None:
    assert quotes("Apa syaratnya? Syaratnya ijazah SMA. Selesai.") == ["Syaratnya ijazah SMA."]


def test_items_that_are_no_statements_stand_together() -> None:
    short, long = "- KTP\n- Kartu keluarga asli\n- SIUP", "- Bayar di bank daerah\n- Ambil izin di loket"
    text = f"{short}\n\nLoket buka setiap hari.\n\n{long}"
    assert [one.text for one in candidates([hit(text)])] == [
        "- Kartu keluarga asli",
        "Loket buka setiap hari.",
        "- Bayar di bank daerah",
        "- Ambil izin di loket",
        short,
    ]


def test_lines_that_are_no_statements_stand_together_where_there_is_nothing_else() -> None:
    names = "Kampung Atas\n\nKampung Bawah\n\nKampung Tengah"
    assert [one.text for one in candidates([hit(names)])] == [names]
    assert [one.text for one in candidates([hit(f"{names}\n\nKetiganya dipimpin kepala dusun.")])] == [
        "Ketiganya dipimpin kepala dusun."
    ]
    assert candidates([hit("Kampung Atas"), hit("\n".join(["Kampung"] * 13), 100, 1)]) == ()


def test_a_line_ending_in_a_colon_takes_its_list() -> None:
    text = "Materi pelatihan:\n- bahasa Jepang level N5\n- prosedur migrasi\n\nPelatihan berlangsung tiga bulan."
    assert quotes(text) == [
        "Materi pelatihan:\n- bahasa Jepang level N5\n- prosedur migrasi",
        "Pelatihan berlangsung tiga bulan.",
    ]


def test_offsets_point_into_the_document_and_overlaps_are_taken_once() -> None:
    first, again = (
        hit("Satu dua tiga. Empat lima enam.", start=100),
        hit("Empat lima enam. Tujuh delapan sembilan.", 115, 1),
    )
    found = candidates([first, again])
    assert [(c.span.start, c.text) for c in found] == [
        (100, "Satu dua tiga."),
        (115, "Empat lima enam."),
        (132, "Tujuh delapan sembilan."),
    ]
    assert found[2].within == (17, 40)


def tabled(*rows: tuple[str, str]) -> Hit:
    cells = tuple(tuple(map(RawCell, row)) for row in rows)
    table = Block("", kind=BlockKind.TABLE, table=RawTable(cells, header_rows=1))
    document = clean(RawPage((Block("Datanya begini."), table, Block("Kelima tujuan itu penting.")), title="J"), "d")
    (passage,) = split(document, lambda texts: [len(text.split()) for text in texts], 999)
    return Hit(passage, 1.0, (Method.DENSE,))


COUNTRIES = (("Negara", "Orang"), ("Taiwan", "4.584"), ("Jepang", "385"))


def test_a_row_of_a_table_is_a_candidate_however_few_words_it_has() -> None:
    found = candidates([tabled(("Jabatan", "Nama"), ("Ketua", "Sari"))])
    assert [(one.text, one.row) for one in found] == [
        ("Jabatan: Ketua; Nama: Sari", 0),
        ("Kelima tujuan itu penting.", None),
    ]


def test_a_whole_table_is_a_candidate_instead_of_its_rows_when_it_is_wanted() -> None:
    whole, *others = candidates([tabled(*COUNTRIES)], whole_tables=True)
    assert whole.text == "Negara: Taiwan; Orang: 4.584\nNegara: Jepang; Orang: 385"
    assert (whole.is_row, whole.table is not None) == (False, True)
    assert [one.is_row for one in others] == [False]


def test_single_rows_and_endless_tables_are_not_shown_whole() -> None:
    one, endless = tabled(*COUNTRIES[:2]), tabled(COUNTRIES[0], *(COUNTRIES[1] for _ in range(13)))
    assert all(candidate.is_row for hit in (one, endless) for candidate in candidates([hit], whole_tables=True)[:1])


def test_the_words_of_a_cell() -> None:
    row = candidates([tabled(*COUNTRIES)])[1]
    assert row.table is not None
    assert [row.words_of(cell) for cell in row.table.rows[1]] == ["Jepang", "385"]
