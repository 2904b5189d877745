"""Kept apart: office files."""

import email.policy
from email.message import EmailMessage
from typing import Any

from pptx.util import Inches

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office, word


def _legacy() -> bytes:
    def field(code: str, shown: str) -> str:
        return (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + word.run(shown)
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    body = (
        word.p("Berita Acara Serah Terima Perahu", "Title")
        + word.p(word.run("Pihak pertama: ") + field("FORMTEXT", "Rusmana, Kepala UPT Perikanan"))
        + word.p(word.run("Pihak kedua: ") + field("FORMTEXT", "Zainuri, Ketua Kelompok Camar"))
        + word.p(word.run("Jumlah perahu: ") + field("FORMTEXT", "6 unit"))
        + word.p(word.run("Panjang perahu: ") + field("FORMTEXT", "9,2 meter"))
        + word.p(word.run("Nomor mesin: ") + field("FORMTEXT", "\u2002\u2002\u2002\u2002"))
        + word.p(word.run("Halaman ") + field("PAGE", "1"))
    )
    return word.word(body)


def _listed_cells() -> bytes:
    def stack(*texts: str) -> str:
        return f"<w:tc><w:tcPr/>{''.join(word.p(one, list_level=0, list_id=2) for one in texts)}</w:tc>"

    rows = (
        word.row("Izin", "Syarat", "Lama", header=True),
        word.row("Penelitian", stack("surat kampus", "proposal"), "3 hari"),
        word.row("Pendakian", stack("kartu identitas", "surat sehat", "daftar barang"), "1 hari"),
        word.row("Pemotretan", stack("surat permohonan"), "5 hari"),
    )
    numbering = word.levels(("decimal", "%1)"), restart=2)
    return word.word(word.p("Izin Masuk Taman Nasional", "Title") + word.table(*rows, columns=3), numbering=numbering)


def _laid_out() -> bytes:
    head = word.table(word.row("", "PEMERINTAH KABUPATEN TULANG MESUJI DINAS SOSIAL"), columns=2)
    body = word.table(
        word.row("Penerima bantuan", ":", "47 keluarga"),
        word.row("Bentuk bantuan", ":", "kompor dan alat tidur"),
        word.row("Hari penyaluran", ":", "Rabu, 19 Maret 2025"),
        columns=3,
    )
    signed = word.table(word.row("Mengetahui,", "Pelaksana,"), word.row("Suwito", "Ernawati"), columns=2)
    return word.word(head + word.p("Laporan Penyaluran Bantuan", "Title") + body + signed)


def _units(book: Any) -> None:
    sheet = book.active
    for row in (
        ("Sanggar", "Murid", "Kehadiran", "Iuran", "Mulai"),
        ("Tari Melinting", 42, 0.875, 35000, "2019"),
        ("Gitar Klasik", 18, 0.92, 60000, "2021"),
        ("Gamolan", 27, 0.7, None, "2023"),
    ):
        sheet.append(row)
    for number in (2, 3, 4):
        sheet.cell(number, 2).number_format = '0 "orang"'
        sheet.cell(number, 3).number_format = "0.0%"
        sheet.cell(number, 4).number_format = '"Rp"#,##0'


def _stacked(book: Any) -> None:
    sheet = book.active
    for row in (
        ("A. Pemberangkatan kapal cepat", None, None),
        ("Hari", "Jam", "Kapal"),
        ("Senin", "07.15", "Bintang Laut"),
        ("Jumat", "13.40", "Camar Putih"),
        (None, None, None),
        ("B. Pemberangkatan kapal barang", None, None),
        ("Hari", "Jam", "Kapal"),
        ("Senin", "21.00", "Niaga Jaya"),
        ("Kamis", "05.30", "Niaga Jaya"),
    ):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("A6:C6")


def _cards(show: Any) -> None:
    made = show.slides.add_slide(show.slide_layouts[5])
    made.shapes.title.text = "Layanan Bank Darah"
    for number, (name, lead, hours) in enumerate(
        (("Gerai Utara", "dr. Permata", "Senin–Kamis"), ("Gerai Selatan", "dr. Hamzah", "Jumat–Minggu"))
    ):
        group = made.shapes.add_group_shape()
        for row, text in enumerate((name, f"Dokter jaga: {lead}", f"Buka: {hours}")):
            box = group.shapes.add_textbox(Inches(1 + 4 * number), Inches(2 + row), Inches(3), Inches(1))
            box.text_frame.text = text
    office.slide(show, "Stok", "Golongan A: 31 kantong", "Golongan O: 54 kantong", "Golongan AB: 7 kantong")


def _started() -> str:
    items = "".join(
        f"<text:list-item{start}><text:p>{one}</text:p></text:list-item>"
        for start, one in (
            (' text:start-value="4"', "Peserta yang terlambat lebih dari 15 menit tidak masuk."),
            ("", "Telepon genggam disimpan panitia."),
            ("", "Hasil diumumkan 20 November 2025."),
        )
    )
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>Kecuali peserta dari pulau.</text:p></text:note-body></text:note>"
    )
    table = office.odt_table("Ujian | Ruang | Pengawas", "Menulis aksara | 2 | Rosdiana", "Membaca aksara | 5 | Kholid")
    return (
        '<text:h text:outline-level="1">Ujian Juru Aksara</text:h>'
        f"<text:p>Peserta membayar Rp20.000{note}.</text:p><text:list>{items}</text:list>{table}"
    )


def _attached() -> bytes:
    message = EmailMessage(policy=email.policy.SMTP)
    message["Subject"], message["From"], message["To"] = "Hasil panen kebun dinas", "kebun@example.org", "w@example.org"
    message["Date"] = "Fri, 11 Jul 2025 22:05:00 +0000"
    message.set_content(
        "Yth. rekan,\r\n\r\nPanen durian 1.340 kg dan manggis 415 kg.\r\nSisa panen dibagi ke panti pada 14 Juli 2025."
        "\r\n\r\n> Kapan hasil panen dijual?\r\nDijual tiap Sabtu di halaman kantor.\r\n\r\n-- \r\nKebun Dinas\r\n",
        charset="iso-8859-1",
        cte="quoted-printable",
    )
    return message.as_bytes()


CASES = (
    Case(
        kind="held",
        file="serah-perahu.docx",
        content=_legacy,
        asks=(
            ask("Siapa pihak kedua dalam serah terima perahu?", "Zainuri", never=("Rusmana",)),
            ask("Berapa panjang perahu?", "9,2 meter", never=("6 unit",)),
            refuse("Berapa nomor mesin perahu?"),
        ),
        lines=("Pihak pertama", "Rusmana", "Pihak kedua", "Zainuri", "6 unit", "9,2 meter"),
    ),
    Case(
        kind="held",
        file="izin-taman.docx",
        content=_listed_cells,
        asks=(
            ask(
                "Apa saja syarat izin pendakian?",
                "kartu identitas",
                "surat sehat",
                "daftar barang",
                never=("proposal",),
            ),
            ask("Berapa lama izin pemotretan?", "5 hari", never=("3 hari", "1 hari")),
            refuse("Berapa lama izin berkemah?"),
        ),
        lines=("Penelitian", "surat kampus", "proposal", "3 hari", "Pendakian", "surat sehat", "Pemotretan", "5 hari"),
    ),
    Case(
        kind="held",
        file="salur-bantuan.docx",
        content=_laid_out,
        asks=(
            ask("Berapa keluarga penerima bantuan?", "47"),
            ask("Kapan bantuan disalurkan?", "19 Maret 2025"),
            refuse("Berapa nilai bantuan tiap keluarga?"),
        ),
        lines=("Laporan Penyaluran Bantuan", "Penerima bantuan", "47 keluarga", "Rabu, 19 Maret 2025", "Ernawati"),
    ),
    Case(
        kind="held",
        file="sanggar.xlsx",
        content=lambda: office.workbook(_units),
        asks=(
            ask("Berapa persen kehadiran sanggar Gitar Klasik?", "92", never=("87,5", "70")),
            ask("Berapa iuran Tari Melinting?", "35.000|35000|35,000", never=("60.000",)),
            refuse("Berapa iuran sanggar Gamolan?"),
        ),
        lines=("Tari Melinting", "42 orang", "Gitar Klasik", "18 orang", "Gamolan", "27 orang"),
    ),
    Case(
        kind="held",
        file="kapal-cepat.xlsx",
        content=lambda: office.workbook(_stacked),
        asks=(
            ask("Jam berapa kapal barang berangkat hari Senin?", "21.00", never=("07.15",)),
            ask("Kapal cepat apa yang berangkat hari Jumat?", "Camar Putih", never=("Niaga",)),
            refuse("Jam berapa kapal cepat berangkat hari Kamis?"),
        ),
        lines=("Pemberangkatan kapal cepat", "Senin", "07.15", "Bintang Laut", "kapal barang", "21.00", "Niaga Jaya"),
    ),
    Case(
        kind="held",
        file="bank-darah.pptx",
        content=lambda: office.slides(_cards),
        asks=(
            ask("Siapa dokter jaga di Gerai Selatan?", "Hamzah", never=("Permata",)),
            ask("Berapa kantong darah golongan O?", "54", never=("31", "7")),
            refuse("Berapa kantong darah golongan B?"),
        ),
        lines=("Gerai Utara", "dr. Permata", "Gerai Selatan", "dr. Hamzah", "Golongan O: 54 kantong"),
    ),
    Case(
        kind="held",
        file="juru-aksara.odt",
        content=lambda: office.odt(_started()),
        asks=(
            ask("Siapa pengawas ujian membaca aksara?", "Kholid", never=("Rosdiana",)),
            ask("Berapa biaya ujian juru aksara?", "Rp20.000"),
            refuse("Siapa pengawas ujian lisan?"),
        ),
        lines=("Rp20.000", "Telepon genggam disimpan panitia", "20 November 2025", "Menulis aksara", "Rosdiana"),
    ),
    Case(
        kind="held",
        file="panen-kebun.eml",
        content=_attached,
        asks=(
            ask("Berapa kilogram panen manggis?", "415", never=("1.340",)),
            ask("Kapan hasil panen dijual?", "Sabtu", never=("14 Juli",)),
            refuse("Berapa kilogram panen rambutan?"),
        ),
        lines=("Panen durian 1.340 kg", "14 Juli 2025", "Dijual tiap Sabtu"),
    ),
)
