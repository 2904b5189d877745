"""Word files with boxes, notes, struck-out and hidden text, tables."""

from tests.benchmarks.structure.cases import Case, ask
from tests.benchmarks.structure.writers import word as w


def _boxes() -> bytes:
    box = w.p("Penting") + w.p("Uang muka kamar Rp200.000 tidak dapat kembali.")
    body = w.p("Wisma daerah menerima tamu setiap hari.") + w.text_box(box) + w.p("Kamar dibersihkan tiap pagi.")
    return w.word(w.p("Wisma Daerah", "Heading1") + body)


def _notes() -> bytes:
    first = w.p(w.run("Rumah tidak layak huni yang diperbaiki 248") + w.footnote_mark(2) + w.run(" unit."))
    second = w.p(w.run("Setiap keluarga menerima Rp20 juta") + w.footnote_mark(3) + w.run("."))
    notes = w.footnote(2, "Sebanyak 31 unit selesai pada triwulan pertama.") + w.footnote(
        3, "Dalam bentuk bahan bangunan."
    )
    return w.word(w.p("Perbaikan Rumah", "Heading1") + first + second, footnotes=notes)


def _struck() -> bytes:
    return w.word(
        w.p("Daftar Harga Bibit", "Heading1")
        + w.table(
            w.row("Bibit", "Harga", header=True),
            w.row("Durian", w.cell("Rp30.000")),
            f"<w:tr><w:tc><w:tcPr/>{w.p('Alpukat')}</w:tc><w:tc><w:tcPr/>"
            f"{w.p(w.run('Rp28.000', '<w:strike/>') + w.run(' Rp22.000'))}</w:tc></w:tr>",
            columns=2,
        )
    )


def _hidden() -> bytes:
    return w.word(
        w.p("Pengumuman Libur", "Heading1")
        + w.p(w.run("Kantor libur pada ") + w.run("1 Juni dan ", "<w:vanish/>") + w.run("2 Juni 2026."))
        + w.p(w.run("Angka cadangan 77 jangan dicetak.", "<w:vanish/>"))
    )


def _merged_header() -> bytes:
    return w.word(
        w.p("Tenaga Kesehatan", "Heading1")
        + w.table(
            w.row(w.cell("Puskesmas", merge="restart"), w.cell("Perawat", columns=2), w.cell("Bidan", columns=2)),
            w.row(w.cell("", merge="continue"), "Tetap", "Kontrak", "Tetap", "Kontrak"),
            w.row("Sekincau", "12", "7", "9", "4"),
            w.row("Liwa", "15", "3", "11", "6"),
            columns=5,
        )
    )


def _captions() -> bytes:
    return w.word(
        w.p("Konsumsi Listrik Kantor", "Heading1")
        + w.table(
            w.row("Gedung", "Semester I", "Semester II", header=True),
            w.row("Gedung A", "18,4", "17,9"),
            w.row("Gedung B", "22,1", "23,5"),
            columns=3,
        )
        + w.p("Tabel 1. Pemakaian listrik (ribu kWh)", "Caption")
    )


def _hyphens() -> bytes:
    hyphen = "<w:r><w:noBreakHyphen/></w:r>"
    text = w.run("Layang") + hyphen + w.run("layang hias dinilai pada peringatan ke") + hyphen + w.run("45 daerah.")
    return w.word(w.p("Festival Layang", "Heading1") + w.p(text))


def _bold_header() -> bytes:
    def bold(text: str) -> str:
        return w.cell(text, bold=True)

    return w.word(
        w.p("Sewa Lapangan", "Heading1")
        + w.table(
            w.row(bold("Lapangan"), bold("Pagi"), bold("Malam")),
            w.row("Futsal", "Rp80.000", "Rp120.000"),
            w.row("Tenis", "Rp60.000", "Rp95.000"),
            columns=3,
        )
    )


def _pairs() -> bytes:
    return w.word(
        w.p("Data Kapal Ikan", "Heading1")
        + w.table(
            w.row("Nama kapal", "Camar Laut"),
            w.row("Pemilik", "Rusli Hakim"),
            w.row("Nakhoda", "Amir Syarif"),
            w.row("Bobot", "28 GT"),
            columns=2,
        )
    )


CASES = (
    Case(
        kind="text_box",
        file="wisma.docx",
        content=_boxes,
        asks=(ask("Berapa uang muka kamar wisma daerah?", "Rp200.000"),),
        lines=("Wisma daerah menerima tamu setiap hari", "Uang muka kamar Rp200.000 tidak dapat kembali", "tiap pagi"),
    ),
    Case(
        kind="footnotes",
        file="perbaikan-rumah.docx",
        content=_notes,
        asks=(
            ask("Berapa unit rumah tidak layak huni yang diperbaiki?", "248", never=("2482", "31")),
            ask("How many homes were finished in the first quarter?", "31", never=("248",), en=True),
        ),
        lines=("tidak layak huni yang diperbaiki 248", "Rp20 juta"),
    ),
    Case(
        kind="struck",
        file="harga-bibit.docx",
        content=_struck,
        asks=(ask("Berapa harga bibit alpukat?", "Rp22.000", never=("Rp28.000", "Rp30.000")),),
        lines=("Durian", "Rp30.000", "Alpukat", "Rp22.000"),
        gone=("Rp28.000",),
    ),
    Case(
        kind="hidden",
        file="libur-kantor.docx",
        content=_hidden,
        asks=(ask("Kapan kantor libur?", "2 Juni 2026", never=("1 Juni",)),),
        lines=("Kantor libur pada 2 Juni 2026",),
        gone=("1 Juni", "Angka cadangan 77"),
    ),
    Case(
        kind="levels",
        file="tenaga-kesehatan.docx",
        content=_merged_header,
        asks=(
            ask("Berapa bidan kontrak di Puskesmas Sekincau?", "4", never=("7", "9", "12", "6")),
            ask("How many permanent nurses (perawat tetap) work at Liwa?", "15", never=("3", "11", "12"), en=True),
        ),
        lines=("Sekincau", "12", "7", "9", "4", "Liwa", "15", "3", "11", "6"),
    ),
    Case(
        kind="units",
        file="listrik-kantor.docx",
        content=_captions,
        asks=(
            ask(
                "Berapa pemakaian listrik Gedung B pada Semester II?",
                "23,5|23,5 ribu",
                "ribu|23,5 ribu",
                never=("22,1", "17,9"),
            ),
        ),
        lines=("Gedung A", "18,4", "17,9", "Gedung B", "22,1", "23,5"),
    ),
    Case(
        kind="hyphens",
        file="layang-layang.docx",
        content=_hyphens,
        asks=(ask("Layang-layang hias dinilai pada peringatan ke berapa?", "ke-45|45"),),
        lines=("Layang-layang hias dinilai pada peringatan ke-45 daerah",),
    ),
    Case(
        kind="merged",
        file="sewa-lapangan.docx",
        content=_bold_header,
        asks=(
            ask("Berapa sewa lapangan tenis malam hari?", "Rp95.000", never=("Rp60.000", "Rp120.000")),
            ask("What does the futsal field cost in the morning?", "Rp80.000", never=("Rp120.000",), en=True),
        ),
        lines=("Futsal", "Rp80.000", "Rp120.000", "Tenis", "Rp60.000", "Rp95.000"),
    ),
    Case(
        kind="pairs",
        file="kapal-ikan.docx",
        content=_pairs,
        asks=(
            ask("Siapa nakhoda kapal Camar Laut?", "Amir Syarif", never=("Rusli Hakim",)),
            ask("Who owns the boat?", "Rusli Hakim", never=("Amir Syarif",), en=True),
        ),
        lines=("Nama kapal", "Camar Laut", "Pemilik", "Rusli Hakim", "Nakhoda", "Amir Syarif", "Bobot", "28 GT"),
    ),
)
