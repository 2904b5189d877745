"""A sheet of several pages, with quotes, tables and notes."""

from rag.briefing.writing.sheet import Grid, Heading, Line, Note, Sheet

NOTES = (Note(1, "“Perda”, Dinas, halaman 2"), Note(2, "“Laporan”, Bagian Umum", "https://contoh.example/laporan"))
ROWS = tuple((Line(f"Rp{number}.000"), Line(f"Sewa los nomor {number} di pasar.", (2,))) for number in range(1, 61))
SHEET = Sheet(
    title="Bahan pengarahan: Pasar & los ≥ 5 m₂",
    language="id",
    facts=("Dibuat hari ini.",),
    blocks=(
        Heading("Pokok perkara"),
        Line("“Pasar dibuka kembali.\n- setiap Senin”", (1,), lead="Perda › Pasal 2:"),
        Line("Sewanya naik.", (1, 2), mark="(disunting)"),
        Heading("Angka"),
        Grid(("Angka", "Yang dihitung"), ROWS, Line("Sewa los", (1,))),
    ),
    notes=NOTES,
    page="Halaman",
    notes_heading="Sumber",
)
