"""A timeline, a dictionary of data, figures large above their labels, results of a selection, hours of the tide."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.pdf import Page, Text, grid, lines, pdf
from tests.benchmarks.structure.writers.web import page

_YEARS = (
    ("1986", "Dermaga kayu pertama dibangun warga Kuala Teluk."),
    ("1999", "Tempat pelelangan ikan dipindahkan ke sisi timur muara."),
    ("2011", "Gudang beku berkapasitas 40 ton mulai dipakai."),
    ("2022", "Dermaga beton sepanjang 120 meter diresmikan Bupati."),
)
_TIMELINE = page(
    "Sejarah Pelabuhan Kuala Teluk",
    '<div class="garis-waktu">'
    + "".join(
        f'<div class="titik"><span class="tahun">{year}</span><div class="isi"><p>{told}</p></div></div>'
        for year, told in _YEARS
    )
    + "</div>",
)

_DICTIONARY = """# Kamus Data Bantuan Pangan

Berkas `bantuan.csv` diterbitkan Dinas Sosial setiap tiga bulan.

| Kolom | Tipe | Wajib | Keterangan |
| --- | --- | :---: | --- |
| `id_kpm` | teks (16) | ya | nomor keluarga penerima, disamarkan |
| `jiwa` | bilangan bulat | ya | banyaknya anggota keluarga |
| `beras_kg` | desimal | tidak | beras yang diterima, dalam kilogram |
| `tgl_salur` | tanggal (YYYY-MM-DD) | ya | hari beras diserahkan |

Nilai kosong berarti belum disalurkan. Pertanyaan: data@dinsos.example.
"""


def _tiles() -> bytes:
    shown = [*lines(760, "Sekilas Kecamatan Way Mesuji 2025", size=16)]
    tiles = (
        (70, "18.472", "jiwa penduduk"),
        (240, "14", "desa dan kelurahan"),
        (410, "312,6", "km² luas wilayah"),
    )
    for x, value, label in tiles:
        shown += [Text(x, 690, value, 26), Text(x, 668, label, 10)]
    second = ((70, "9", "puskesmas pembantu"), (240, "41", "sekolah dasar"), (410, "5.208", "rumah tangga petani"))
    for x, value, label in second:
        shown += [Text(x, 600, value, 26), Text(x, 578, label, 10)]
    shown += lines(530, "Diolah Seksi Pemerintahan dari laporan desa bulan Maret 2025.", size=9)
    return pdf(Page(shown))


def _selected() -> bytes:
    columns = (70, 110, 230, 400, 450)
    head = "No | Nomor Peserta | Nama | Nilai | Hasil"
    first = (
        "1 | 25-0107 | Anggraini | 81,50 | Lulus",
        "2 | 25-0112 | Bagus Prakoso | 64,25 | Tidak lulus",
        "3 | 25-0119 | Cahyono | 77,00 | Lulus",
        "4 | 25-0123 | Dewi Lestari | 90,75 | Lulus",
    )
    second = ("5 | 25-0130 | Edi Susanto | 58,00 | Tidak lulus", "6 | 25-0138 | Fitria | 72,25 | Cadangan")
    note = "Peserta yang lulus mendaftar ulang tanggal 11 sampai 13 Juni 2025 di Ruang Kepegawaian."
    return pdf(
        Page([*lines(770, "PENGUMUMAN HASIL SELEKSI PENYULUH KONTRAK", size=13), *grid(720, columns, head, *first)]),
        Page([*grid(760, columns, head, *second), *lines(690, note)]),
    )


_TIDES = """JAM PASANG SURUT MUARA SUNGAI BURUNG
Minggu pertama Oktober 2025

Tanggal      Pasang 1   Tinggi (m)   Surut 1   Tinggi (m)
1 Oktober    04.12      1,6          10.25     0,4
2 Oktober    04.58      1,7          11.03     0,3
3 Oktober    05.41      1,9          11.47     0,3
4 Oktober    06.20      2,1          12.31     0,2

Perahu bermuatan penuh hanya boleh melintas saat pasang di atas 1,8 meter.
"""

CASES = (
    Case(
        kind="timeline",
        file="sejarah-pelabuhan.html",
        content=_TIMELINE,
        asks=(
            ask("Tahun berapa gudang beku mulai dipakai?", "2011", never=("1999", "2022")),
            ask("Kapan dermaga kayu pertama dibangun?", "1986", never=("2022",)),
            ask("How long is the concrete pier?", "120", en=True),
            refuse("Tahun berapa mercusuar dibangun?"),
        ),
        lines=("1986", "Dermaga kayu pertama", "1999", "sisi timur muara", "2011", "40 ton", "2022", "120 meter"),
    ),
    Case(
        kind="data_dictionary",
        file="kamus-data.md",
        content=_DICTIONARY,
        asks=(
            ask("Apa arti kolom beras_kg?", "beras yang diterima", never=("anggota keluarga",)),
            ask("Apa tipe data kolom jiwa?", "bilangan bulat", never=("desimal", "teks")),
            ask("Seberapa sering berkas bantuan.csv diterbitkan?", "tiga bulan"),
            refuse("Apa tipe data kolom alamat?"),
        ),
        lines=("id_kpm", "bilangan bulat", "beras_kg", "tgl_salur", "belum disalurkan"),
    ),
    Case(
        kind="value_above_label",
        file="sekilas-kecamatan.pdf",
        content=_tiles,
        asks=(
            ask("Berapa jumlah penduduk Kecamatan Way Mesuji?", "18.472", never=("5.208",)),
            ask("Berapa banyak sekolah dasar di Way Mesuji?", "41", never=("14", "9")),
            ask("Berapa luas wilayah Kecamatan Way Mesuji?", "312,6", never=("18.472",)),
            refuse("Berapa banyak sekolah menengah atas di Way Mesuji?"),
        ),
        lines=("18.472", "14", "312,6", "9", "41", "5.208"),
    ),
    Case(
        kind="results",
        file="hasil-seleksi-peserta.pdf",
        content=_selected,
        asks=(
            ask("Apa hasil seleksi Bagus Prakoso?", "Tidak lulus", never=("Cadangan",)),
            ask("Berapa nilai Dewi Lestari?", "90,75", never=("77,00", "81,50")),
            ask("Apa hasil peserta nomor 25-0138?", "Cadangan", never=("Tidak lulus",)),
            ask("Kapan peserta yang lulus mendaftar ulang?", "11", "13 Juni 2025"),
            refuse("Berapa nilai Gunarto?"),
        ),
        lines=("Anggraini", "81,50", "Dewi Lestari", "90,75", "Edi Susanto", "Fitria", "Cadangan", "13 Juni 2025"),
    ),
    Case(
        kind="tides",
        file="pasang-surut.txt",
        content=_TIDES,
        asks=(
            ask("Jam berapa pasang tanggal 3 Oktober 2025?", "05.41", never=("11.47", "04.58")),
            ask("Berapa tinggi pasang tanggal 4 Oktober?", "2,1", never=("0,2", "1,9")),
            ask("Pada pasang berapa perahu bermuatan penuh boleh melintas?", "1,8"),
            refuse("Jam berapa surut tanggal 9 Oktober 2025?"),
        ),
        lines=("1 Oktober", "04.12", "1,6", "0,4", "4 Oktober", "06.20", "12.31", "1,8 meter"),
    ),
)
