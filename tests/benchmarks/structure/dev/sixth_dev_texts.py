"""Pages and texts as villages, word processors and exports leave them: indented groups, typed bullets, tabs."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.web import page


def _budget_row(name: str, *sums: str, indent: int = 20) -> str:
    cells = "".join(f'<td class="text-end">{one}</td>' for one in sums)
    return f'<tr><td style="padding-left: {indent}px;">{name}</td>{cells}</tr>'


_BUDGET = (
    '<div class="card mb-4"><div class="card-header">Anggaran Pekon Way Sindi 2025</div><div class="card-body">'
    '<div class="table-responsive"><table class="table"><thead><tr><th>Uraian</th><th class="text-end">Anggaran</th>'
    '<th class="text-end">Realisasi</th></tr></thead><tbody>'
    '<tr><th colspan="3" class="text-uppercase">Pendapatan</th></tr>'
    + _budget_row("Hasil Usaha Pekon", "48.250.000,00", "31.400.000,00")
    + _budget_row("Dana Desa", "812.640.000,00", "812.640.000,00")
    + _budget_row("Bagi Hasil Pajak dan Retribusi", "22.115.000,00", "")
    + '<tr><th colspan="3" class="text-uppercase">Belanja</th></tr>'
    + _budget_row("Penyelenggaraan Pemerintahan", "264.300.000,00", "240.118.500,00")
    + _budget_row("Pembinaan Kemasyarakatan", "57.900.000,00", "18.250.000,00")
    + '<tr><th class="text-end">Surplus/(Defisit)</th><th>560.805.000,00</th><th>585.671.500,00</th></tr>'
    "</tbody></table></div></div></div>"
)

_BORDERS = (
    '<p style="text-indent: 30px">Pekon Batu Kebayan mempunyai luas 1.284 ha, dengan batas wilayah sbb:<br />\n'
    "• Sebelah Utara : Pekon Suka Marga <br />\n• Sebelah Timur : Hutan Lindung Register 44B<br />\n"
    "• Sebelah Selatan : Pekon Gunung Terang <br />\n• Sebelah Barat : Way Robok<br /></p>"
    "<p>Orbitasi :<br>- Jarak ke ibu kota kecamatan&nbsp;: 7 km<br>- Jarak ke ibu kota kabupaten&nbsp;: 38 km<br>"
    "- Lama tempuh ke kecamatan&nbsp;: 25 menit</p>"
)


def _typed(number: str, text: str) -> str:
    mark = f"<span style='mso-list:Ignore'>{number}<span style='font:7.0pt Arial'>&nbsp;&nbsp; </span></span>"
    return (
        f"<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>{mark}"
        f"<![endif]><span lang=IN>{text}<o:p></o:p></span></p>"
    )


def _word_row(*cells: str) -> str:
    inside = "".join(
        f"<td valign=top><p class=MsoNormal><span lang=IN>{one}<o:p></o:p></span></p></td>" for one in cells
    )
    return f"<tr>{inside}</tr>"


_MSO = (
    '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>SOP Peminjaman Arsip</title>'
    "<style>p.MsoNormal {margin:0cm}</style></head><body lang=IN><div class=WordSection1>"
    "<p class=MsoNormal align=center><b>SOP PEMINJAMAN ARSIP<o:p></o:p></b></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>"
    + _typed("1.", "Peminjam mengisi buku pinjam di ruang baca.")
    + _typed("2.", "Arsiparis memeriksa tingkat kerahasiaan arsip.")
    + _typed("3.", "Peminjam menerima salinan; naskah asli tidak dibawa keluar.")
    + "<p class=MsoNormal><o:p>&nbsp;</o:p></p><table class=MsoNormalTable border=1 cellspacing=0>"
    + _word_row("<b>Jenis arsip</b>", "<b>Lama pinjam</b>", "<b>Izin dari</b>")
    + _word_row("Arsip statis", "3 hari", "Kepala Bidang Layanan")
    + _word_row("Arsip vital", "1 hari", "Kepala Dinas")
    + _word_row("Peta dan gambar", "5 hari", "Arsiparis")
    + "</table></div></body></html>"
)


def _pane(year: str, *rows: str) -> str:
    body = "".join("<tr>" + "".join(f"<td>{c.strip()}</td>" for c in row.split("|")) + "</tr>" for row in rows)
    shown = " show active" if year == "2025" else ""
    return (
        f'<div class="tab-pane fade{shown}" id="y{year}" role="tabpanel" aria-labelledby="t{year}">'
        f"<table><thead><tr><th>Embarkasi</th><th>Jemaah</th><th>Kloter</th></tr></thead><tbody>{body}</tbody></table></div>"
    )


_TABS = (
    '<ul class="nav nav-tabs" role="tablist"><li class="nav-item"><button class="nav-link active" id="t2025" '
    'data-bs-toggle="tab" data-bs-target="#y2025" role="tab">Tahun 2025</button></li><li class="nav-item"><button '
    'class="nav-link" id="t2024" data-bs-toggle="tab" data-bs-target="#y2024" role="tab">Tahun 2024</button></li></ul>'
    '<div class="tab-content">'
    + _pane("2025", "Radin Inten | 4.118 | 11", "Palembang | 366 | 1")
    + _pane("2024", "Radin Inten | 3.905 | 10", "Palembang | 512 | 2")
    + "</div>"
)

_GROUPS = (
    "1 | Tidak/Belum Sekolah | 614 | 21,4% | 301 | 10,5% | 313 | 10,9%",
    "2 | Tamat SD/Sederajat | 1.027 | 35,7% | 518 | 18,0% | 509 | 17,7%",
    "3 | Diploma IV/Strata I | 96 | 3,3% | 37 | 1,3% | 59 | 2,1%",
    " | JUMLAH | 1.737 | 60,4% | 856 | 29,8% | 881 | 30,7%",
    " | BELUM MENGISI | 1.138 | 39,6% | 580 | 20,2% | 558 | 19,4%",
    " | TOTAL | 2.875 | 100,0% | 1.436 | 49,9% | 1.439 | 50,1%",
)
_STATISTICS = (
    '<table class="table table-striped"><thead><tr><th rowspan="2">No</th><th rowspan="2">Kelompok</th>'
    '<th colspan="2">Jumlah</th><th colspan="2">Laki-laki</th><th colspan="2">Perempuan</th></tr><tr>'
    + "<th>n</th><th>%</th>" * 3
    + "</tr></thead><tbody>"
    + "".join("<tr>" + "".join(f"<td>{c.strip()}</td>" for c in row.split("|")) + "</tr>" for row in _GROUPS)
    + "</tbody></table>"
)

_MARKDOWN = """# Sekolah Lapang Iklim

Jadwal pertemuan
================

| Pertemuan | Bahan | Narasumber |
|:---------:|-------|------------|
| 1 | Membaca awan<br>Mengukur hujan | Sutarno<br>(stasiun klimatologi) |
| 2 | Pola tanam \\| rotasi | Dewi Anggraini |
| 3 | Kunjungan lapangan | *belum ditetapkan* |

Perlengkapan yang sudah ada:

- [x] penakar hujan
- [x] buku catatan
- [ ] termometer

Biaya
-----

Peserta tidak membayar; uang transpor **Rp35.000** tiap pertemuan.
"""

_JSON = "\n".join(
    (
        '{"id": "r-11", "title": "Rumah Sakit Jiwa", "url": "https://example.org/r-11", "text": "<p>Tarif kamar per '
        "hari:</p><table><tr><th>Kelas</th><th>Tarif</th><th>Tempat tidur</th></tr><tr><td>I</td><td>Rp210.000</td>"
        '<td>12</td></tr><tr><td>II</td><td>Rp140.000</td><td>30</td></tr></table>", "published": "2025-02-10"}',
        '{"id": "r-12", "title": "Rumah Sakit Mata", "url": "https://example.org/r-12", "text": "<p>Tarif kamar per '
        "hari:</p><table><tr><th>Kelas</th><th>Tarif</th><th>Tempat tidur</th></tr><tr><td>I</td><td>Rp260.000</td>"
        '<td>8</td></tr><tr><td>III</td><td>Rp95.000</td><td>22</td></tr></table>", "published": "2025-02-11"}',
    )
)

_ANNEX = """PERATURAN BUPATI TENTANG TARIF LABORATORIUM LINGKUNGAN

BAB I
KETENTUAN UMUM

Pasal 1
(1) Laboratorium lingkungan menguji air, udara, dan tanah.
(2) Tarif pengujian tercantum dalam Lampiran.

Pasal 2
(1) Sekolah dikenai separuh tarif.
(2) Pengujian untuk penegakan hukum tidak dikenai tarif.

Ditetapkan di Way Tuba
pada tanggal 14 Mei 2025

LAMPIRAN
PERATURAN BUPATI TENTANG TARIF LABORATORIUM LINGKUNGAN

No   Parameter             Satuan      Tarif (Rp)
1    Air: pH               contoh          15.000
2    Air: logam berat      parameter      120.000
3    Udara: debu           titik          275.000
4    Tanah: bahan organik  contoh          60.000
"""

_CSV = (
    "Rekapitulasi Sumur Resapan;;;\nKota Bumi Agung, Triwulan II 2025;;;\n;;;\n"
    "Kelurahan;Sumur terbangun;Kedalaman rata-rata (m);Keterangan\n"
    'Kampung Sawah;18;3,5;"selesai,\nmenunggu serah terima"\nGedong Pakuon;7;2,8;berjalan\n'
    "Rawa Laut;0;;belum mulai\nJumlah;25;;\n;;;\nSumber: Bidang Sumber Daya Air;;;\n"
)

CASES = (
    Case(
        kind="indented_groups",
        file="apb-pekon.html",
        content=page("Transparansi Anggaran", _BUDGET),
        asks=(
            ask("Berapa realisasi Dana Desa?", "812.640.000,00"),
            ask("Berapa anggaran Pembinaan Kemasyarakatan?", "57.900.000,00", never=("18.250.000", "264.300.000,00")),
            ask(
                "How much was budgeted for village administration (penyelenggaraan pemerintahan)?",
                "264.300.000,00",
                en=True,
            ),
            refuse("Berapa realisasi Bagi Hasil Pajak dan Retribusi?"),
            refuse("Berapa anggaran Penanggulangan Bencana?"),
        ),
        lines=(
            "Pendapatan",
            "Hasil Usaha Pekon",
            "48.250.000,00",
            "Belanja",
            "Pembinaan Kemasyarakatan",
            "18.250.000,00",
        ),
    ),
    Case(
        kind="bullets_in_paragraph",
        file="batas-pekon.html",
        content=page("Kondisi Wilayah", _BORDERS),
        asks=(
            ask("Apa batas sebelah barat Pekon Batu Kebayan?", "Way Robok", never=("Suka Marga", "Gunung Terang")),
            ask("Berapa jarak ke ibu kota kabupaten?", "38 km", never=("7 km",)),
            ask("What lies east of Batu Kebayan?", "Register 44B", never=("Way Robok",), en=True),
            refuse("Berapa jarak ke ibu kota provinsi?"),
        ),
        lines=("Sebelah Utara : Pekon Suka Marga", "Sebelah Barat : Way Robok", "ibu kota kabupaten : 38 km"),
    ),
    Case(
        kind="word_html",
        file="sop-arsip.html",
        content=_MSO,
        asks=(
            ask("Siapa yang memberi izin meminjam arsip vital?", "Kepala Dinas", never=("Bidang", "Arsiparis")),
            ask("Berapa lama peta dan gambar boleh dipinjam?", "5 hari", never=("3 hari", "1 hari")),
            ask("Apa langkah kedua peminjaman arsip?", "memeriksa tingkat kerahasiaan"),
            refuse("Berapa lama arsip foto boleh dipinjam?"),
        ),
        lines=(
            "1. Peminjam mengisi",
            "2. Arsiparis memeriksa",
            "Arsip statis",
            "3 hari",
            "Arsip vital",
            "Kepala Dinas",
        ),
    ),
    Case(
        kind="tabs_by_year",
        file="jemaah-tab.html",
        content=page("Data Jemaah Haji", _TABS),
        asks=(
            ask("Berapa jemaah embarkasi Palembang tahun 2024?", "512", never=("366", "3.905")),
            ask("Berapa kloter Radin Inten tahun 2025?", "11", never=("10",)),
            refuse("Berapa jemaah embarkasi Radin Inten tahun 2023?"),
            refuse("Berapa jemaah embarkasi Padang tahun 2025?"),
        ),
        lines=("Tahun 2025", "Radin Inten", "4.118", "Palembang", "366", "Tahun 2024", "3.905", "512"),
    ),
    Case(
        kind="count_and_share",
        file="statistik-pendidikan.html",
        content=page("Demografi Berdasar Pendidikan", _STATISTICS),
        asks=(
            ask("Berapa perempuan yang tamat SD?", "509", never=("518", "1.027")),
            ask("Berapa persen penduduk laki-laki yang Diploma IV/Strata I?", "1,3%", never=("3,3%", "2,1%")),
            ask("How many people have not filled in (belum mengisi)?", "1.138", never=("580",), en=True),
            refuse("Berapa penduduk laki-laki yang tamat SMA?"),
        ),
        lines=("Tidak/Belum Sekolah", "614", "21,4%", "Tamat SD/Sederajat", "1.027", "BELUM MENGISI", "1.138", "TOTAL"),
    ),
    Case(
        kind="breaks_in_cells",
        file="sekolah-iklim.md",
        content=_MARKDOWN,
        asks=(
            ask("Siapa narasumber pertemuan ke-2?", "Dewi Anggraini", never=("Sutarno",)),
            ask("Apa saja bahan pertemuan 1?", "Membaca awan", "Mengukur hujan"),
            ask("How much is paid for transport per meeting?", "Rp35.000", en=True),
            refuse("Siapa narasumber pertemuan ke-4?"),
        ),
        lines=("Membaca awan", "Mengukur hujan", "Pola tanam | rotasi", "Dewi Anggraini", "penakar hujan", "Rp35.000"),
    ),
    Case(
        kind="tables_in_json",
        file="rumah-sakit.jsonl",
        content=_JSON,
        asks=(
            ask("Berapa tarif kelas I di Rumah Sakit Mata?", "Rp260.000", never=("Rp210.000",)),
            ask("Berapa tempat tidur kelas II Rumah Sakit Jiwa?", "30", never=("12",)),
            refuse("Berapa tarif kelas III di Rumah Sakit Jiwa?"),
            refuse("Berapa tarif kelas VIP di Rumah Sakit Mata?"),
        ),
        lines=("Rp210.000", "12", "Rp140.000", "30", "Rp260.000", "8", "Rp95.000", "22"),
    ),
    Case(
        kind="annex",
        file="perbup-laboratorium.txt",
        content=_ANNEX,
        asks=(
            ask("Berapa tarif pengujian debu di udara?", "275.000", never=("120.000", "60.000")),
            ask("Berapa tarif yang dikenakan kepada sekolah?", "separuh"),
            ask("Apa isi Pasal 2?", "Sekolah dikenai separuh tarif", "penegakan hukum"),
            refuse("Berapa tarif pengujian kebisingan?"),
            refuse("Apa isi Pasal 7?"),
        ),
        lines=("Pasal 1", "(2) Tarif pengujian", "Pasal 2", "14 Mei 2025", "LAMPIRAN", "Air: logam berat", "120.000"),
    ),
    Case(
        kind="title_above_csv",
        file="sumur-resapan.csv",
        content=_CSV,
        asks=(
            ask("Berapa sumur resapan terbangun di Gedong Pakuon?", "7", never=("18", "2,8")),
            ask("Berapa kedalaman rata-rata sumur di Kampung Sawah?", "3,5", never=("2,8",)),
            ask("Berapa jumlah sumur terbangun seluruhnya?", "25"),
            refuse("Berapa kedalaman rata-rata sumur di Rawa Laut?"),
            refuse("Berapa sumur resapan di Kampung Baru?"),
        ),
        lines=("Rekapitulasi Sumur Resapan", "Kampung Sawah", "18", "3,5", "Gedong Pakuon", "7", "2,8", "Jumlah", "25"),
    ),
)
