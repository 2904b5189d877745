from rag.answering.candidates import candidates, quotable_spans
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
