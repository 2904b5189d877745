"""Word, slides, OpenDocument, letters."""

from typing import Any

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import word as w
from tests.benchmarks.structure.writers.office import letter, odt, odt_table, slide, slide_table, slides


def _levels() -> bytes:
    return w.word(
        w.p("Produksi Ternak", "Heading1")
        + w.p("Tabel 4. Produksi menurut kecamatan (ekor)", "Caption")
        + w.table(
            w.row(w.cell("Kecamatan", merge="restart"), w.cell("Kambing", columns=2), w.cell("Sapi", columns=2)),
            w.row(w.cell("", merge="continue"), "2024", "2025", "2024", "2025"),
            w.row("Sekampung", "1.204", "1.377", "318", "295"),
            w.row("Batanghari", "986", "1.051", "264", "301"),
            columns=5,
        )
    )


def _tables() -> bytes:
    def rates(sheep: str, cow: str) -> str:
        return w.table(
            w.row("Layanan", "Tarif", header=True), w.row("Vaksin", sheep), w.row("Rawat inap", cow), columns=2
        )

    return w.word(
        w.p("Tarif Klinik Hewan", "Heading1")
        + w.p("Hewan kecil", "Heading2")
        + rates("Rp30.000", "Rp55.000")
        + w.p("Hewan besar", "Heading2")
        + rates("Rp48.000", "Rp140.000")
    )


def _box() -> bytes:
    box = w.text_box(w.p("Narahubung: Septi Wulandari, ruang 12"))
    return w.word(w.p("Pendaftaran Kursus Jahit", "Heading1") + w.p("Kursus berlangsung 24 kali pertemuan.") + box)


def _notes() -> bytes:
    return w.word(
        w.p("Laporan Hutan Rakyat", "Heading1")
        + w.p(w.run("Hutan rakyat seluas 3.150") + w.footnote_mark(1) + w.run(" hektare dikelola koperasi.")),
        footnotes=w.footnote(1, "Belum termasuk lahan sengketa 90 hektare."),
    )


def _ticked() -> bytes:
    return w.word(
        w.p("Formulir Pilihan Pelatihan", "Heading1")
        + w.p(w.tick(ticked=False) + w.run(" Pelatihan barista"))
        + w.p(w.tick(ticked=True) + w.run(" Pelatihan pengelasan"))
        + w.p("Pemohon: Joni Iskandar")
    )


def _show() -> bytes:
    def fill(show: Any) -> None:
        slide(show, "Rencana Kerja 2026", "Sasaran: 18 kampung iklim", "Anggaran: Rp640 juta", notes="Rapat 3 Maret")
        slide_table(
            show,
            "Kampung iklim",
            (("Kampung", "Pohon", "Biopori"), ("Sinar Rejeki", "430", "75"), ("Tri Tunggal", "385", "120")),
        )

    return slides(fill)


CASES = (
    Case(
        kind="levels",
        file="produksi-ternak.docx",
        content=_levels,
        asks=(
            ask("Berapa produksi sapi di Batanghari pada 2025?", "301", never=("264", "1.051", "295")),
            ask("Berapa produksi kambing di Sekampung pada 2024?", "1.204", never=("1.377", "318")),
            refuse("Berapa produksi kerbau di Batanghari pada 2025?"),
        ),
    ),
    Case(
        kind="siblings",
        file="tarif-klinik.docx",
        content=_tables,
        asks=(
            ask("Berapa tarif rawat inap hewan besar?", "Rp140.000", never=("Rp55.000", "Rp48.000")),
            ask("Berapa tarif vaksin hewan kecil?", "Rp30.000", never=("Rp48.000",)),
            refuse("Berapa tarif operasi hewan besar?"),
        ),
    ),
    Case(
        kind="text_box",
        file="kursus-jahit.docx",
        content=_box,
        asks=(
            ask("Siapa narahubung kursus jahit?", "Septi Wulandari"),
            ask("Berapa kali pertemuan kursus jahit?", "24 kali", never=("12",)),
            refuse("Berapa biaya kursus jahit?"),
        ),
    ),
    Case(
        kind="footnotes",
        file="hutan-rakyat.docx",
        content=_notes,
        asks=(ask("Berapa luas hutan rakyat?", "3.150", never=("31501", "31.501", "90 hektare")),),
        lines=("3.150 hektare",),
    ),
    Case(
        kind="ticks",
        file="pilihan-pelatihan.docx",
        content=_ticked,
        asks=(
            ask("Siapa pemohon dalam formulir pilihan pelatihan?", "Joni Iskandar"),
            refuse("Berapa lama pelatihan pengelasan?"),
        ),
        lines=("☐ Pelatihan barista", "☒ Pelatihan pengelasan"),
    ),
    Case(
        kind="slides",
        file="rencana-kerja.pptx",
        content=_show,
        asks=(
            ask("Berapa biopori di Tri Tunggal?", "120", never=("75", "385")),
            ask("Berapa anggaran rencana kerja 2026?", "Rp640 juta", never=("18",)),
            refuse("Berapa pohon di Way Halim?"),
        ),
    ),
    Case(
        kind="opendocument",
        file="jadwal-air.odt",
        content=lambda: odt(
            "<text:h text:outline-level='1'>Pembagian Air Sawah</text:h>"
            + odt_table("Blok | Hari | Lama", "Blok Melati | Senin | 5 jam", "Blok Mawar | Kamis | 3 jam")
        ),
        asks=(
            ask("Berapa lama air untuk Blok Mawar?", "3 jam", never=("5 jam",)),
            ask("Hari apa giliran Blok Melati?", "Senin", never=("Kamis",)),
            refuse("Berapa lama air untuk Blok Kenanga?"),
        ),
    ),
    Case(
        kind="mail",
        file="undangan.eml",
        content=lambda: letter(
            "Undangan musyawarah pasar",
            "camat@example.org",
            "Mon, 01 Jun 2026 08:00:00 +0700",
            "Musyawarah pasar diadakan Kamis, 11 Juni 2026 di Gedung Serbaguna pukul 13.30.\n",
        ),
        asks=(
            ask("Di mana musyawarah pasar diadakan?", "Gedung Serbaguna"),
            ask("Kapan musyawarah pasar diadakan?", "11 Juni 2026", never=("1 Juni",)),
            refuse("Siapa ketua panitia musyawarah pasar?"),
        ),
    ),
)
