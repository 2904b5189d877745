"""Office files with controls around cells, changes kept, budget forms, charts, tables side by side, covered cells."""

from email.message import EmailMessage
from typing import Any

from openpyxl.styles import Font
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office, word

_TAB = "<w:r><w:tab/></w:r>"


def _control(inside: str, kind: str = "<w:text/>") -> str:
    return f"<w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def _controls() -> bytes:
    choice = '<w:dropDownList><w:listItem w:displayText="Rusak berat" w:value="b"/></w:dropDownList>'
    rows = (
        word.row(*(word.cell(one, bold=True) for one in ("Jembatan", "Tahun dibangun", "Keadaan", "Lebar (m)"))),
        f"<w:tr>{word.cell('Way Pengubuan')}{_control(word.cell('1987'), '<w:date/>')}"
        f"{_control(word.cell('Rusak berat'), choice)}{word.cell('4,5')}</w:tr>",
        _control(word.row("Way Rarem", "2009", "Baik", "7,0")),
        f"<w:tr>{word.cell('Way Abung')}{word.cell('1995')}{_control(word.cell('Rusak ringan'), choice)}"
        f"{word.cell('5,2')}</w:tr>",
    )
    lead = _control(word.p("Penilaian dilakukan tim teknik bulan Februari 2025."))
    return word.word(word.p("Penilaian Jembatan", "Title") + lead + word.table(*rows, columns=4))


def _changed() -> bytes:
    def added(text: str) -> str:
        return f'<w:ins w:id="1" w:author="A" w:date="2025-05-02T08:00:00Z">{word.run(text)}</w:ins>'

    def removed(text: str) -> str:
        return (
            f'<w:del w:id="2" w:author="A" w:date="2025-05-02T08:00:00Z"><w:r><w:delText xml:space="preserve">{text}'
            "</w:delText></w:r></w:del>"
        )

    def label(name: str, value: str) -> str:
        return word.p(word.run(name) + _TAB + word.run(":") + _TAB + value)

    body = (
        word.p("PEMERINTAH KOTA SIMPANG SENDER")
        + label("Nomor", word.run("005/318/IV.04/2025"))
        + label("Lampiran", word.run("2 (dua) berkas"))
        + label("Perihal", word.run("Undangan Lokakarya Batik"))
        + word.p("Lokakarya akan diadakan pada:")
        + label("hari, tanggal", removed("Selasa, 6 Mei 2025") + added("Kamis, 8 Mei 2025"))
        + label("pukul", word.run("08.30 WIB"))
        + label("tempat", removed("Aula Dekranasda") + added("Gedung Pamer Lantai 2"))
        + label("pakaian", word.run("bebas rapi"))
        + word.p("Konfirmasi disampaikan kepada Sdri. Marlina.")
    )
    return word.word(body)


def _budget_form(book: Any) -> None:
    sheet = book.active
    sheet.title = "DPA 2.2.1"
    rows: tuple[tuple[Any, ...], ...] = (
        ("DOKUMEN PELAKSANAAN ANGGARAN", None, None, None, None, "Formulir DPA 2.2.1"),
        ("Kota Simpang Sender Tahun Anggaran 2025", None, None, None, None, None),
        ("Program", ":", "Pengembangan Kebudayaan", None, None, None),
        ("Kegiatan", ":", "Festival Tari Bedana", None, None, None),
        ("Lokasi", ":", "Lapangan Pemuda", None, None, None),
        ("Sasaran", ":", "40 sanggar", None, None, None),
        ("Kode Rekening", "Uraian", "Rincian Perhitungan", None, None, "Jumlah (Rp)"),
        (None, None, "Volume", "Satuan", "Harga Satuan", None),
        ("1", "2", "3", "4", "5", "6 = 3 x 5"),
        ("5.1.02", "Belanja Barang dan Jasa", None, None, None, 46800000),
        ("5.1.02.01", "Sewa panggung", 3, "hari", 6500000, 19500000),
        ("5.1.02.02", "Konsumsi peserta", 600, "kotak", 28000, 16800000),
        ("5.1.02.03", "Honor juri", 5, "orang", 2100000, 10500000),
        ("Jumlah", None, None, None, None, 46800000),
    )
    for row in rows:
        sheet.append(row)
    for area in ("A1:E1", "A2:F2", "C7:E7", "A7:A8", "B7:B8", "F7:F8", "A14:E14"):
        sheet.merge_cells(area)
    for number in (7, 8):
        for cell in sheet[number]:
            cell.font = Font(bold=True)


def _beside(book: Any) -> None:
    sheet = book.active
    sheet.title = "Rekap"
    rows: tuple[tuple[Any, ...], ...] = (
        ("Penangkaran Rusa", None, None, None, "Penangkaran Merak", None, None),
        ("Bulan", "Lahir", "Mati", None, "Bulan", "Menetas", "Mati"),
        ("Januari", 6, 1, None, "Januari", 14, 3),
        ("Februari", 9, 0, None, "Februari", 21, 5),
        ("Maret", 4, 2, None, "Maret", 8, 1),
    )
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("E1:G1")


def _charted(show: Any) -> None:
    data = CategoryChartData()
    data.categories = ["Anorganik", "Organik", "Residu"]
    data.add_series("2024 (ton)", (412, 1180, 655))
    data.add_series("2025 (ton)", (530, 1095, 571))
    made = show.slides.add_slide(show.slide_layouts[5])
    made.shapes.title.text = "Sampah Terkelola"
    made.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(1), Inches(2), Inches(7), Inches(4), data)
    second = show.slides.add_slide(show.slide_layouts[5])
    second.shapes.title.text = "Armada"
    group = second.shapes.add_group_shape()
    for number, (label, value) in enumerate((("Truk", "14 unit"), ("Gerobak motor", "37 unit"), ("Perahu", "2 unit"))):
        for row, text in enumerate((value, label)):
            box = group.shapes.add_textbox(Inches(1 + 3 * number), Inches(2 + row), Inches(2), Inches(1))
            box.text_frame.text = text


def _covered() -> str:
    def row(*cells: str) -> str:
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    def cell(text: str, more: str = "") -> str:
        return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"

    gap = "<table:covered-table-cell/>"
    two = 'table:number-columns-spanned="2"'
    down = 'table:number-rows-spanned="2"'
    head = row(cell("Pelabuhan", down), cell("Bongkar (ton)", two), gap, cell("Muat (ton)", two), gap)
    head += row(gap, cell("Semester I"), cell("Semester II"), cell("Semester I"), cell("Semester II"))
    body = row(cell("Kuala Sekampung"), cell("8.410"), cell("9.025"), cell("3.310"), cell("2.780"))
    body += row(cell("Muara Gading"), cell("1.240"), cell("1.515"), cell("4.060", two), gap)
    body += row(cell("Labuhan Maringgai"), cell("620"), cell("-"), cell("905"), cell("1.170"))
    table = (
        f'<table:table table:name="T"><table:table-column table:number-columns-repeated="5"/><table:table-header-rows>'
        f"{head}</table:table-header-rows>{body}</table:table>"
    )
    return (
        '<text:h text:outline-level="1">Arus Barang Pelabuhan Rakyat</text:h>'
        + table
        + '<text:p>Kapal terbesar yang sandar berbobot<text:s text:c="2"/>750 GT<text:line-break/>'
        "Sandar malam dilarang.</text:p>"
    )


def _forwarded() -> bytes:
    message = EmailMessage()
    message["Subject"] = "Fwd: Jadwal servis alat berat"
    message["From"], message["To"] = "umum@example.org", "warga@example.org"
    message["Date"] = "Mon, 02 Jun 2025 09:12:00 +0700"
    rows = (
        ("Alat", "Tanggal servis", "Bengkel"),
        ("Ekskavator", "10 Juni 2025", "Karya Mesin"),
        ("Mesin gilas", "17 Juni 2025", "Karya Mesin"),
        ("Buldoser", "24 Juni 2025", "Sinar Teknik"),
    )
    table = "".join("<tr>" + "".join(f"<td>{one}</td>" for one in row) + "</tr>" for row in rows)
    message.set_content(
        "<div dir=ltr>Mohon diteruskan.<br><br><div class=gmail_quote><div class=gmail_attr>---------- Forwarded "
        "message ---------<br>Dari: <b>Bengkel Dinas</b><br>Tanggal: Sel, 27 Mei 2025<br></div><p>Selama servis alat "
        f"tidak dapat disewa.</p><table border=1>{table}</table></div></div>",
        subtype="html",
        cte="quoted-printable",
    )
    return message.as_bytes()


CASES = (
    Case(
        kind="controls_around_cells",
        file="nilai-jembatan.docx",
        content=_controls,
        asks=(
            ask("Bagaimana keadaan jembatan Way Pengubuan?", "Rusak berat", never=("ringan", "Baik")),
            ask("Berapa lebar jembatan Way Rarem?", "7,0", never=("4,5", "5,2")),
            ask("When was the Way Pengubuan bridge built?", "1987", never=("2009", "1995"), en=True),
            refuse("Bagaimana keadaan jembatan Way Umpu?"),
        ),
        lines=("Februari 2025", "Way Pengubuan", "1987", "Rusak berat", "4,5", "Way Rarem", "2009", "Way Abung", "5,2"),
    ),
    Case(
        kind="tracked_letter",
        file="undangan-batik.docx",
        content=_changed,
        asks=(
            ask("Kapan lokakarya batik diadakan?", "8 Mei 2025", never=("6 Mei",)),
            ask("Di mana lokakarya batik diadakan?", "Gedung Pamer", never=("Aula",)),
            ask("Berapa nomor surat undangan lokakarya?", "005/318/IV.04/2025"),
            refuse("Siapa pembicara lokakarya batik?"),
        ),
        lines=(
            "005/318/IV.04/2025",
            "Undangan Lokakarya Batik",
            "Kamis, 8 Mei 2025",
            "08.30 WIB",
            "Gedung Pamer Lantai 2",
        ),
        gone=("6 Mei 2025", "Aula Dekranasda"),
    ),
    Case(
        kind="budget_form",
        file="dpa-festival.xlsx",
        content=lambda: office.workbook(_budget_form),
        asks=(
            ask("Berapa jumlah belanja sewa panggung?", "19500000|19.500.000", never=("6500000", "6.500.000")),
            ask("Berapa harga satuan konsumsi peserta?", "28000|28.000", never=("16800000",)),
            ask("Di mana lokasi Festival Tari Bedana?", "Lapangan Pemuda"),
            ask("How many judges (juri) are paid?", "5", en=True),
            refuse("Berapa jumlah belanja sewa tenda?"),
        ),
        lines=(
            "Pengembangan Kebudayaan",
            "Festival Tari Bedana",
            "Sewa panggung",
            "hari",
            "Konsumsi peserta",
            "Honor juri",
        ),
    ),
    Case(
        kind="tables_side_by_side",
        file="penangkaran.xlsx",
        content=lambda: office.workbook(_beside),
        asks=(
            ask("Berapa merak yang mati bulan Februari?", "5", never=("0", "21")),
            ask("Berapa rusa yang lahir bulan Maret?", "4", never=("8",)),
            refuse("Berapa rusa yang lahir bulan April?"),
            refuse("Berapa gajah yang lahir bulan Januari?"),
        ),
        lines=("Penangkaran Rusa", "Penangkaran Merak"),
    ),
    Case(
        kind="chart",
        file="sampah-terkelola.pptx",
        content=lambda: office.slides(_charted),
        asks=(
            ask(
                "Berapa ton sampah organik yang dikelola tahun 2025?",
                "1095|1.095",
                never=("1180", "530"),
                refusable=True,
            ),
            ask("Berapa unit gerobak motor pengangkut sampah?", "37", never=("14",)),
            refuse("Berapa ton limbah medis yang dikelola tahun 2025?"),
        ),
        lines=("Sampah Terkelola", "Armada", "Gerobak motor", "37 unit"),
    ),
    Case(
        kind="covered_cells",
        file="pelabuhan-rakyat.odt",
        content=lambda: office.odt(_covered()),
        asks=(
            ask("Berapa ton muat di Kuala Sekampung semester II?", "2.780", never=("9.025", "3.310")),
            ask("Berapa ton bongkar di Muara Gading semester I?", "1.240", never=("1.515", "4.060")),
            ask("What is the tonnage of the largest ship?", "750 GT", en=True),
            refuse("Berapa ton bongkar di Labuhan Maringgai semester II?"),
        ),
        lines=("Kuala Sekampung", "8.410", "9.025", "3.310", "2.780", "Muara Gading", "4.060", "750 GT"),
    ),
    Case(
        kind="forwarded_mail",
        file="servis-alat.eml",
        content=_forwarded,
        asks=(
            ask("Kapan buldoser diservis?", "24 Juni 2025", never=("10 Juni", "17 Juni")),
            ask("Di bengkel mana mesin gilas diservis?", "Karya Mesin", never=("Sinar",)),
            refuse("Kapan traktor diservis?"),
            refuse("Berapa biaya servis ekskavator?"),
        ),
        lines=("Selama servis alat tidak dapat disewa", "Ekskavator", "10 Juni 2025", "Buldoser", "Sinar Teknik"),
    ),
)
