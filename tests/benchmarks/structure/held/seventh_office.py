"""A calendar as a grid, minutes of a meeting, a record of handing over."""

from typing import Any

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office, word

_WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_EVENTS = {4: "Kelas menulis", 9: "Dongeng anak", 13: "Perawatan buku", 20: "Bedah buku", 27: "Libur nasional"}


def _calendar(book: Any) -> None:
    sheet = book.active
    sheet.title = "Agustus 2025"
    sheet["A1"] = "Kalender Kegiatan Perpustakaan Umum Agustus 2025"
    sheet.merge_cells("A1:G1")
    sheet.append(list(_WEEKDAYS))
    first = -3  # the first of the month is a Friday
    for week in range(5):
        days = [first + 7 * week + at for at in range(7)]
        sheet.append([f"{day} {_EVENTS[day]}" if day in _EVENTS else day if 1 <= day <= 31 else None for day in days])


def _minutes() -> bytes:
    def cell(*paragraphs: str) -> str:
        return f"<w:tc>{''.join(map(word.p, paragraphs))}</w:tc>"

    heads = ("No", "Pokok Bahasan", "Tindak Lanjut", "Penanggung Jawab", "Tenggat")
    rows = (
        word.row(*(word.cell(head, bold=True) for head in heads), header=True),
        f"<w:tr>{cell('1')}{cell('Sampah Pasar Inpres')}"
        f"{cell('- menambah dua kontainer', '- mengatur jam angkut')}{cell('Dinas Lingkungan Hidup')}"
        f"{cell('15 Mei 2025')}</w:tr>",
        f"<w:tr>{cell('2')}{cell('Genangan Jalan Kenari')}"
        f"{cell('- membersihkan gorong-gorong', '- memasang tanda')}{cell('Dinas Pekerjaan Umum')}"
        f"{cell('30 Mei 2025')}</w:tr>",
        f"<w:tr>{cell('3')}{cell('Lampu taman kota')}{cell('- mengganti 14 lampu')}{cell('Kelurahan Kebun Tebu')}"
        f"{cell('10 Juni 2025')}</w:tr>",
    )
    tab = "<w:r><w:tab/></w:r>"
    lead = "".join(
        word.p(word.run(label) + tab + word.run(f": {value}"))
        for label, value in (
            ("Hari/tanggal", "Selasa, 29 April 2025"),
            ("Tempat", "Ruang Rapat Kecamatan"),
            ("Pimpinan rapat", "Camat Way Laga"),
            ("Notulis", "Hendri Kurniawan"),
        )
    )
    body = word.p("NOTULEN RAPAT KOORDINASI") + lead + word.table(*rows, columns=5)
    return word.word(body + word.p("Rapat ditutup pukul 11.40 WIB."))


def _handover() -> bytes:
    lead = (
        "<text:p>BERITA ACARA SERAH TERIMA BARANG</text:p><text:p>Nomor: 028/56/BAST/2025</text:p>"
        "<text:p>Pada hari ini Jumat tanggal dua puluh tiga bulan Mei tahun dua ribu dua puluh lima (23-05-2025), kami "
        "yang bertanda tangan di bawah ini:</text:p>"
        "<text:p>1. Nama : Hermansyah, jabatan : Kepala Bagian Umum, selanjutnya disebut PIHAK PERTAMA;</text:p>"
        "<text:p>2. Nama : Dwi Astuti, jabatan : Kepala UPT Laboratorium, selanjutnya disebut PIHAK KEDUA.</text:p>"
        "<text:p>PIHAK PERTAMA menyerahkan kepada PIHAK KEDUA barang senilai Rp86.450.000,00 (delapan puluh enam juta "
        "empat ratus lima puluh ribu rupiah) sebagai berikut:</text:p>"
    )
    table = office.odt_table(
        "No | Nama Barang | Merek | Jumlah | Kondisi",
        "1 | Mikroskop | Optika | 6 unit | Baik",
        "2 | Lemari asam | Esko | 2 unit | Baik",
        "3 | Sentrifus | Hettich | 3 unit | Rusak ringan",
    )
    return office.odt(lead + table + "<text:p>Barang disimpan di gudang lantai satu.</text:p>")


CASES = (
    Case(
        kind="calendar_grid",
        file="kalender-perpustakaan.xlsx",
        content=lambda: office.workbook(_calendar),
        asks=(
            ask("Hari apa bedah buku diadakan?", "Rabu", never=("Senin", "Sabtu")),
            ask("Kegiatan apa yang ada pada tanggal 9 Agustus 2025?", "Dongeng anak", never=("Kelas menulis",)),
            ask("Tanggal berapa kelas menulis?", "4", never=("9", "20")),
            refuse("Tanggal berapa lomba catur?"),
        ),
        lines=("Kelas menulis", "Dongeng anak", "Perawatan buku", "Bedah buku", "Libur nasional"),
    ),
    Case(
        kind="minutes",
        file="notulen-rakor.docx",
        content=_minutes,
        asks=(
            ask("Siapa penanggung jawab genangan Jalan Kenari?", "Dinas Pekerjaan Umum", never=("Lingkungan",)),
            ask("Kapan tenggat lampu taman kota?", "10 Juni 2025", never=("15 Mei", "30 Mei")),
            ask("Apa tindak lanjut sampah Pasar Inpres?", "menambah dua kontainer", never=("gorong-gorong",)),
            ask("Siapa notulis rapat koordinasi?", "Hendri Kurniawan", never=("Camat",)),
            refuse("Siapa penanggung jawab perbaikan jembatan?"),
        ),
        lines=("Hendri Kurniawan", "Sampah Pasar Inpres", "mengatur jam angkut", "30 Mei 2025", "11.40 WIB"),
    ),
    Case(
        kind="handover",
        file="serah-terima.odt",
        content=_handover,
        asks=(
            ask("Berapa nilai barang yang diserahkan?", "86.450.000"),
            ask("Bagaimana kondisi sentrifus?", "Rusak ringan", never=("Baik",)),
            ask("Berapa unit lemari asam yang diserahkan?", "2", never=("6", "3 unit")),
            ask("Siapa pihak kedua dalam serah terima itu?", "Dwi Astuti", never=("Hermansyah",)),
            refuse("Berapa unit inkubator yang diserahkan?"),
        ),
        lines=("028/56/BAST/2025", "Hermansyah", "Dwi Astuti", "Mikroskop", "Sentrifus", "gudang lantai satu"),
    ),
)
