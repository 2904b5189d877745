from rag.briefing.exporting.markdown import markdown
from rag.briefing.writing.sheet import Grid, Heading, Line, Note, Sheet

SHEET = Sheet(
    title="Bank *sampah*",
    language="id",
    facts=("Dibuat hari ini.",),
    blocks=(
        Heading("Pokok perkara"),
        Line("“Satu\n- dua”", (1,), lead="Judul:"),
        Line("Tiga", (1, 2), mark="(disunting)"),
        Grid(("Angka", "Perihal"), ((Line("5|6"), Line("ayam", (2,))),), Line("Harga", (1,))),
    ),
    notes=(Note(1, "“Judul”, Dinas"), Note(2, "“Lain”", "https://contoh.example/a")),
    page="Halaman",
    notes_heading="Sumber",
)


def test_markdown_has_footnotes_lists_and_tables_and_harms_no_character() -> None:
    assert markdown(SHEET) == (
        "# Bank \\*sampah\\*\n\n*Dibuat hari ini.*\n\n## Pokok perkara\n\n"
        "- *Judul:*  \n  “Satu  \n  \\- dua”[^1]\n- Tiga *(disunting)*[^1][^2]\n\n"
        "Harga[^1]\n\n| Angka | Perihal |\n| --- | --- |\n| 5\\|6 | ayam[^2] |\n\n"
        "[^1]: “Judul”, Dinas\n[^2]: “Lain” <https://contoh.example/a>\n"
    )
