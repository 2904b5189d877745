"""Word files with boxes, notes, struck-out and hidden text, merged headers."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import word as w


def _boxes() -> bytes:
    box = w.p("Nomor darurat puskesmas: 0812 5550 147") + w.p("Ambulans siaga sampai pukul 22.00")
    return w.word(w.p("Layanan Puskesmas Way Lunik", "Heading1") + w.text_box(box) + w.p("Loket buka hari kerja."))


def _notes() -> bytes:
    body = w.p(
        w.run("Jumlah perahu yang terdaftar 1.560") + w.footnote_mark(2) + w.run(" unit, semuanya milik nelayan kecil.")
    )
    notes = w.footnote(2, "Tidak termasuk 84 perahu yang sedang diperbaiki.")
    return w.word(w.p("Pendataan Perahu", "Heading1") + body, footnotes=notes)


def _struck() -> bytes:
    return w.word(
        w.p("Jadwal Imunisasi", "Heading1")
        + w.p(w.run("Imunisasi dilaksanakan hari ") + w.run("Rabu", "<w:strike/>") + w.run(" Kamis di posyandu."))
        + w.p(w.run("Kuota ") + w.run("150", "<w:dstrike/>") + w.run(" 90 anak setiap kali layanan."))
    )


def _hidden() -> bytes:
    return w.word(
        w.p("Undangan Rapat", "Heading1")
        + w.p(w.run("Rapat dimulai pukul 09.30") + w.run(" (konsep: 08.00)", "<w:vanish/>") + w.run(" di aula."))
        + w.p(w.run("Catatan penyusun: jangan dikirim.", "<w:vanish/>"))
    )


def _merged_header() -> bytes:
    return w.word(
        w.p("Beasiswa Daerah", "Heading1")
        + w.p("Besaran beasiswa setiap semester.")
        + w.table(
            w.row(w.cell("Jenjang", merge="restart"), w.cell("Beasiswa", columns=2), header=True),
            w.row(w.cell("", merge="continue"), "Uang kuliah", "Uang saku", header=True),
            w.row("Sarjana", "Rp5.000.000", "Rp3.600.000"),
            w.row("Magister", "Rp9.000.000", "Rp4.800.000"),
            columns=3,
        )
    )


def _equal_neighbours() -> bytes:
    bold = [w.cell(text, bold=True) for text in ("Hari", "Loket 1", "Loket 2", "Loket 3")]
    return w.word(
        w.p("Jadwal Loket Pelayanan", "Heading1")
        + w.table(
            w.row(*bold),
            w.row("Senin", "Buka", "Buka", "Tutup"),
            w.row("Selasa", "Tutup", "Buka", "Buka"),
            columns=4,
        )
    )


def _units() -> bytes:
    return w.word(
        w.p("Pendapatan Desa", "Heading1")
        + w.p("Tabel 2. Pendapatan asli desa (dalam juta rupiah)", "Caption")
        + w.table(
            w.row("Desa", "Pasar", "Wisata", header=True),
            w.row("Sidoharjo", "245", "78"),
            w.row("Margolunas", "312", "140"),
            columns=3,
        )
    )


def _hyphens() -> bytes:
    word = w.run("Taman bacaan dibuka untuk anak") + "<w:r><w:noBreakHyphen/></w:r>" + w.run("anak usia 5")
    return w.word(
        w.p("Taman Bacaan", "Heading1")
        + w.p(word + "<w:r><w:noBreakHyphen/></w:r>" + w.run("12 tahun tanpa dipungut biaya."))
    )


def _letter() -> bytes:
    tab = "<w:r><w:tab/></w:r>"
    return w.word(
        w.p(w.run("Nomor") + tab + w.run(": 005/217/DPU/2026"))
        + w.p(w.run("Perihal") + tab + w.run(": Penutupan Jembatan Sementara"))
        + w.p("Kepada Yth. para camat")
        + w.p("Jembatan Way Kunyit ditutup mulai 4 Mei 2026 sampai 18 Mei 2026 untuk pengecatan.")
    )


def _ticks() -> bytes:
    return w.word(
        w.p("Formulir Keadaan Rumah", "Heading1")
        + w.p("Atap rumah:")
        + w.p(w.tick(ticked=False) + w.run(" genteng"))
        + w.p(w.tick(ticked=True) + w.run(" seng"))
        + w.p(w.tick(ticked=False) + w.run(" rumbia"))
    )


CASES = (
    Case(
        kind="text_box",
        file="layanan-puskesmas.docx",
        content=_boxes,
        asks=(ask("Sampai pukul berapa ambulans puskesmas siaga?", "22.00"),),
        lines=("Nomor darurat puskesmas: 0812 5550 147", "Ambulans siaga sampai pukul 22.00", "Loket buka hari kerja"),
    ),
    Case(
        kind="footnotes",
        file="pendataan-perahu.docx",
        content=_notes,
        asks=(
            ask("Berapa perahu yang terdaftar?", "1.560", never=("15.602", "1.5602", "84")),
            ask("Berapa perahu yang sedang diperbaiki?", "84", never=("1.560",)),
        ),
        lines=("Jumlah perahu yang terdaftar 1.560", "Tidak termasuk 84 perahu yang sedang diperbaiki"),
    ),
    Case(
        kind="struck",
        file="jadwal-imunisasi.docx",
        content=_struck,
        asks=(
            ask("Hari apa imunisasi dilaksanakan?", "Kamis", never=("Rabu",)),
            ask("How many children can come each time?", "90", never=("150",), en=True),
        ),
        lines=("Imunisasi dilaksanakan hari Kamis di posyandu", "Kuota 90 anak setiap kali layanan"),
        gone=("Rabu", "150"),
    ),
    Case(
        kind="hidden",
        file="undangan-rapat.docx",
        content=_hidden,
        asks=(ask("Pukul berapa rapat dimulai?", "09.30", never=("08.00",)),),
        lines=("Rapat dimulai pukul 09.30 di aula",),
        gone=("konsep: 08.00", "Catatan penyusun"),
    ),
    Case(
        kind="levels",
        file="beasiswa.docx",
        content=_merged_header,
        asks=(
            ask("Berapa uang saku beasiswa magister?", "Rp4.800.000", never=("Rp9.000.000", "Rp3.600.000")),
            ask("Berapa uang kuliah untuk jenjang sarjana?", "Rp5.000.000", never=("Rp3.600.000", "Rp9.000.000")),
        ),
        lines=("Sarjana", "Rp5.000.000", "Rp3.600.000", "Magister", "Rp9.000.000", "Rp4.800.000"),
        gone=("Jenjang Jenjang", "Beasiswa Beasiswa"),
    ),
    Case(
        kind="merged",
        file="jadwal-loket.docx",
        content=_equal_neighbours,
        asks=(ask("Pada hari Senin, Loket 3 buka atau tutup?", "Tutup", never=("Buka",)),),
        lines=("Senin", "Buka", "Buka", "Tutup", "Selasa", "Tutup", "Buka", "Buka"),
    ),
    Case(
        kind="units",
        file="pendapatan-desa.docx",
        content=_units,
        asks=(
            ask(
                "Berapa pendapatan Desa Margolunas dari wisata?",
                "140|140 juta",
                "juta|140 juta",
                never=("312", "78", "245"),
            ),
            refuse("Berapa pendapatan Desa Margolunas dari parkir?"),
        ),
        lines=("Tabel 2. Pendapatan asli desa (dalam juta rupiah)", "Sidoharjo", "245", "78", "Margolunas", "312"),
    ),
    Case(
        kind="hyphens",
        file="taman-bacaan.docx",
        content=_hyphens,
        asks=(ask("Taman bacaan dibuka untuk anak usia berapa?", "5-12 tahun|5–12 tahun|5‑12 tahun"),),
        lines=("Taman bacaan dibuka untuk anak-anak usia 5-12 tahun",),
    ),
    Case(
        kind="pairs",
        file="surat-jembatan.docx",
        content=_letter,
        asks=(
            ask("Apa nomor surat tentang penutupan jembatan?", "005/217/DPU/2026"),
            ask("Sampai kapan Jembatan Way Kunyit ditutup?", "18 Mei 2026", never=("4 Mei 2026",)),
        ),
        lines=("005/217/DPU/2026", "Penutupan Jembatan Sementara", "ditutup mulai 4 Mei 2026 sampai 18 Mei 2026"),
    ),
    Case(
        kind="form",
        file="keadaan-rumah.docx",
        content=_ticks,
        asks=(ask("Apa jenis atap rumah itu?", "seng", never=("genteng", "rumbia"), refusable=True),),
        lines=("☐ genteng", "☒ seng", "☐ rumbia"),
    ),
)
