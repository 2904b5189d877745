from rag.answering.extractive.candidates import candidates, quotable_spans, table_spans
from rag.types import Hit, Method, Passage


def hit(text: str, start: int = 0, number: int = 0) -> Hit:
    return Hit(Passage(f"d#{number}", "d", start, start + len(text), text, "Judul"), 1.0, (Method.DENSE,))


def quotes(text: str) -> list[str]:
    return [text[start:end] for start, end in quotable_spans(text)]


def test_questions_and_scraps_are_not_quotable() -> None:
    assert quotes("Apa syaratnya? Syaratnya ijazah SMA. Selesai.") == ["Syaratnya ijazah SMA."]


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


TABLE = "Negara: Taiwan; Orang: 4.584\nNegara: Jepang; Orang: 385\n\nKelima tujuan itu penting."


def test_a_whole_table_is_a_candidate_instead_of_its_rows_when_it_is_wanted() -> None:
    texts = [candidate.text for candidate in candidates([hit(TABLE, start=7)], whole_tables=True)]
    rows = TABLE.split("\n\n")[0]
    assert texts == [rows, "Kelima tujuan itu penting."]
    assert rows not in [candidate.text for candidate in candidates([hit(TABLE)])]


def test_rows_of_other_columns_single_rows_and_endless_tables_are_no_table() -> None:
    one = "Negara: Taiwan; Orang: 4.584"
    assert table_spans(one + "\nSektor: formal; Orang: 12") == ()
    assert table_spans(one + "\nSebuah kalimat.\n" + one) == ()
    assert table_spans("\n".join([one] * 13)) == ()
    assert table_spans("\n".join([one] * 12)) == ((0, 12 * len(one) + 11),)
