"""Texts: minutes with numbered decisions, questions folded in groups, old and new fees by unit, years side by side."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.office import letter
from tests.benchmarks.structure.writers.web import items, page

_MINUTES = """NOTULEN RAPAT PERSIAPAN PASAR MURAH

Hari/tanggal : Rabu, 11 Maret 2026
Tempat       : Ruang Rapat Lantai 2 Kantor Bupati Way Belida
Pimpinan     : Asisten Perekonomian
Peserta      : 17 orang

Keputusan rapat:

1. Pasar murah diadakan di Lapangan Tugu Kopi pada tanggal 14 April 2026.
   Penanggung jawab : Bidang Perdagangan
   Batas waktu      : 31 Maret 2026

2. Disediakan 1.200 paket sembako seharga Rp85.000 per paket.
   Penanggung jawab : Bagian Perekonomian
   Batas waktu      : 7 April 2026

3. Tenda, listrik, dan air bersih disiapkan di lapangan.
   Penanggung jawab : Bidang Sarana
   Batas waktu      : 12 April 2026

4. Usul menambah minyak goreng ditunda sampai rapat berikutnya.
   Penanggung jawab : -
   Batas waktu      : -

Rapat ditutup pukul 11.40 WIB. Rapat berikutnya tanggal 25 Maret 2026.

Notulis,
Sekretariat
"""


def _folded(question: str, answer: str) -> str:
    return f"<details><summary>{question}</summary>{answer}</details>"


def _service(name: str, *folded: str) -> str:
    return f"<details open><summary><strong>{name}</strong></summary>{''.join(folded)}</details>"


_FAQ = _service(
    "Pelatihan Kerja",
    _folded("Siapa yang boleh mendaftar?", "<p>Pencari kerja berusia 18 sampai 35 tahun.</p>"),
    _folded(
        "Apa saja syaratnya?",
        f"<ol>{items('KTP', 'ijazah terakhir, kecuali peserta pelatihan anyaman', 'kartu pencari kerja')}</ol>",
    ),
    _folded("Berapa lama pelatihannya?", "<p>30 hari kerja, kecuali pelatihan las yang berlangsung 45 hari kerja.</p>"),
) + _service(
    "Pemagangan",
    _folded("Siapa yang boleh mendaftar?", "<p>Lulusan SMK paling lama 3 tahun setelah lulus.</p>"),
    _folded(
        "Apa saja syaratnya?",
        f"<ol>{items('ijazah SMK', 'surat sehat', 'izin orang tua, kecuali yang sudah berusia 21 tahun')}</ol>",
    ),
    _folded("Berapa lama magangnya?", "<p>6 bulan; di perusahaan pelayaran 9 bulan.</p>"),
    _folded("Apakah ada uang saku?", "<p>Ya, Rp900.000 per bulan.</p>"),
)

_FEES = """# Perubahan Tarif Sewa Aset Kabupaten Way Belida

Tarif baru berlaku mulai 1 Juli 2026.

| No | Objek | Satuan | Tarif lama (Rp) | Tarif baru (Rp) |
|---:|-------|--------|----------------:|----------------:|
| **A** | **Gedung Serbaguna** | | | |
| 1 | Aula utama | hari | 1.500.000 | 2.000.000 |
| 2 | Aula utama | jam | 250.000 | 325.000 |
| 3 | Ruang rapat | hari | 400.000 | tetap |
| **B** | **Stadion Mini** | | | |
| 4 | Lapangan utama | hari | 1.100.000 | 1.350.000 |
| 5 | Lapangan utama | jam | 175.000 | 210.000 |
| 6 | Ruang rapat | hari | 280.000 | 360.000 |
| **C** | **Alat Berat** | | | |
| 7 | Ekskavator kecil | jam | 290.000 | 340.000 |
| 8 | Ekskavator besar | jam | 450.000 | 515.000 |
| 9 | Truk tangki | rit | - | 425.000 |

Sekolah dan panti asuhan membayar separuh tarif Gedung Serbaguna.
"""

_YEARS = (
    "Produksi Tanaman Pangan Kabupaten Way Belida Menurut Jenis (ton);;;;\n"
    "Jenis Tanaman;2022;2023;2024;2025*)\n"
    "Padi sawah irigasi;41.208;42.917;40.355;43.760\n"
    "Padi sawah tadah hujan;12.644;11.930;10.782;12.115\n"
    "Padi ladang;3.905;3.612;3.488;...\n"
    "Jagung pipilan kering;28.471;30.226;31.890;33.054\n"
    "Jagung manis;1.940;2.185;2.306;2.519\n"
    "Ubi kayu;96.310;94.752;91.448;90.127\n"
    "Ubi jalar;2.760;2.655;-;2.490\n"
    ";;;;\n"
    "*) Angka sementara;;;;\n"
    "... Data tidak tersedia;;;;\n"
    "Sumber: Dinas Pertanian;;;;\n"
)

CASES = (
    Case(
        kind="numbered_decisions",
        file="notulen-pasar-murah.eml",
        content=lambda: letter(
            "Notulen rapat pasar murah", "Sekretariat <rapat@example.org>", "Thu, 12 Mar 2026 02:10:00 +0000", _MINUTES
        ),
        asks=(
            ask("Siapa penanggung jawab tenda dan listrik?", "Bidang Sarana", never=("Perdagangan", "Perekonomian")),
            ask(
                "Kapan batas waktu penyediaan paket sembako?", "7 April 2026", never=("31 Maret 2026", "12 April 2026")
            ),
            ask(
                "On what date is the cheap market (pasar murah) held?",
                "14 April 2026",
                never=("31 Maret 2026",),
                en=True,
            ),
            ask("Apa keputusan nomor 4?", "minyak goreng", never=("Tenda", "paket sembako")),
            refuse("Who is responsible for decision number 6?", en=True),
        ),
        lines=("11 Maret 2026", "17 orang", "1. Pasar murah", "31 Maret 2026", "2. Disediakan", "3. Tenda", "12 April"),
    ),
    Case(
        kind="folded_in_groups",
        file="tanya-balai-latihan.html",
        content=page("Tanya Jawab Balai Latihan Kerja", _FAQ),
        asks=(
            ask(
                "Apa saja syarat pemagangan?",
                "ijazah SMK",
                "surat sehat",
                "izin orang tua",
                never=("kartu pencari kerja", "KTP"),
            ),
            ask("Berapa lama pelatihan las?", "45 hari kerja", never=("6 bulan", "9 bulan")),
            ask("Who need not hand in a school certificate (ijazah) for job training?", "anyaman", en=True),
            ask("Berapa lama magang di perusahaan pelayaran?", "9 bulan", never=("45 hari",)),
            refuse("Berapa uang saku peserta pelatihan kerja?"),
        ),
        lines=(
            "Pelatihan Kerja",
            "18 sampai 35",
            "kartu pencari kerja",
            "45 hari",
            "Pemagangan",
            "ijazah SMK",
            "9 bulan",
        ),
    ),
    Case(
        kind="old_and_new_fees",
        file="ubah-tarif-sewa.md",
        content=_FEES,
        asks=(
            ask("Berapa tarif baru aula utama per jam?", "325.000", never=("250.000", "2.000.000", "210.000")),
            ask("Berapa tarif baru ruang rapat di Stadion Mini?", "360.000", never=("280.000", "400.000", "tetap")),
            ask(
                "What was the old hourly fee for the large excavator?", "450.000", never=("515.000", "290.000"), en=True
            ),
            refuse("Berapa tarif lama truk tangki?"),
            refuse("What is the new fee per day for the large excavator?", en=True),
        ),
        lines=("1 Juli 2026", "Gedung Serbaguna", "325.000", "Stadion Mini", "210.000", "Alat Berat", "515.000", "rit"),
    ),
    Case(
        kind="years_side_by_side",
        file="produksi-pangan.csv",
        content=_YEARS,
        asks=(
            ask("Berapa produksi padi sawah tadah hujan tahun 2024?", "10.782", never=("40.355", "11.930", "12.115")),
            ask("Berapa ton jagung manis tahun 2025?", "2.519", never=("33.054", "2.306")),
            ask(
                "How much dry maize (jagung pipilan kering) was harvested in 2022?", "28.471", never=("1.940",), en=True
            ),
            refuse("Berapa produksi padi ladang tahun 2025?"),
            refuse("How many tonnes of cassava (ubi kayu) were produced in 2021?", en=True),
        ),
        lines=(
            "Padi sawah irigasi",
            "41.208",
            "Padi sawah tadah hujan",
            "10.782",
            "Jagung manis",
            "2.519",
            "Ubi jalar",
        ),
    ),
)
