"""Texts: minutes with numbered decisions, questions folded in groups, old and new fees by unit, years side by side."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.office import letter
from tests.benchmarks.structure.writers.web import items, page

_MINUTES = """RISALAH MUSYAWARAH DESA TALANG KEMANG

Waktu     : Sabtu, 18 Oktober 2025
Tempat    : Balai Desa
Pemimpin  : Ketua Badan Permusyawaratan Desa
Hadir     : 43 warga

Hasil yang disepakati:

1. Jembatan gantung Dusun II diperbaiki mulai 3 November 2025.
   Pelaksana : Kepala Urusan Perencanaan
   Selesai   : 20 Desember 2025

2. Dibeli 350 bibit durian dengan harga Rp42.000 per batang.
   Pelaksana : Kelompok Tani Dusun III
   Selesai   : 15 November 2025

3. Lampu jalan dipasang di simpang empat dan lapangan.
   Pelaksana : Karang Taruna
   Selesai   : 28 November 2025

4. Rencana sewa tanah kas desa dibahas lagi setelah penilaian harga.
   Pelaksana : -
   Selesai   : -

Musyawarah ditutup pukul 22.15. Musyawarah berikutnya 22 November 2025.

Pencatat,
Kepala Urusan Umum
"""


def _folded(question: str, answer: str) -> str:
    return f"<details><summary>{question}</summary>{answer}</details>"


def _service(name: str, *folded: str) -> str:
    return f"<details open><summary><strong>{name}</strong></summary>{''.join(folded)}</details>"


_FAQ = _service(
    "Rawat Jalan",
    _folded("Kapan pendaftaran dibuka?", "<p>Pukul 06.30 sampai 11.00, kecuali Sabtu sampai 09.30.</p>"),
    _folded(
        "Apa yang harus dibawa?",
        f"<ul>{items('kartu berobat', 'surat rujukan, kecuali pasien gigi', 'hasil periksa terakhir')}</ul>",
    ),
    _folded("Berapa lama menunggu obat?", "<p>30 menit untuk obat jadi dan 60 menit untuk obat racikan.</p>"),
) + _service(
    "Rawat Inap",
    _folded("Kapan jam besuk?", "<p>Pukul 16.30 sampai 18.00; ruang anak pukul 10.00 sampai 11.00.</p>"),
    _folded(
        "Apa yang harus dibawa?",
        f"<ul>{items('surat perintah rawat', 'pakaian ganti', 'surat jaminan, kecuali pasien umum')}</ul>",
    ),
    _folded("Berapa penunggu yang diizinkan?", "<p>Satu orang; di ruang bersalin dua orang.</p>"),
    _folded("Apakah ada parkir menginap?", "<p>Ada, Rp15.000 per malam.</p>"),
)

_FEES = """# Penyesuaian Tarif Pelabuhan Talang Besi

Tarif baru berlaku sejak 1 Februari 2026.

| No | Jasa | Satuan | Tarif semula (Rp) | Tarif menjadi (Rp) |
|---:|------|--------|------------------:|-------------------:|
| **A** | **Dermaga Barang** | | | |
| 1 | Tambat kapal | etmal | 185.000 | 240.000 |
| 2 | Tambat kapal | jam | 22.000 | 27.500 |
| 3 | Timbangan | kali | 35.000 | tetap |
| **B** | **Dermaga Penumpang** | | | |
| 4 | Tambat perahu | etmal | 60.000 | 72.000 |
| 5 | Tambat perahu | jam | 8.000 | 9.500 |
| 6 | Timbangan | kali | 12.000 | 14.000 |
| **C** | **Gudang** | | | |
| 7 | Gudang kering | m2 per bulan | 31.000 | 38.000 |
| 8 | Gudang dingin | m2 per bulan | 74.000 | 91.000 |
| 9 | Forklif | jam | - | 165.000 |

Kapal nelayan di bawah 5 GT tidak membayar tambat.
"""

_YEARS = (
    "Jumlah Kunjungan Wisatawan Kota Talang Besi Menurut Tempat (orang);;;;\n"
    "Tempat Wisata;2021;2022;2023;2024**)\n"
    "Pantai Batu Layar;58.310;71.204;80.977;84.615\n"
    "Pantai Batu Payung;19.442;23.870;25.118;27.903\n"
    "Air Terjun Kembar;6.215;8.034;7.761;...\n"
    "Museum Kota Lama;14.880;16.327;18.540;19.066\n"
    "Museum Kereta;4.127;5.390;6.018;6.744\n"
    "Kebun Raya;33.905;36.481;35.270;37.158\n"
    "Danau Bening;9.733;-;10.246;11.402\n"
    ";;;;\n"
    "**) Angka perkiraan;;;;\n"
    "... Belum dihitung;;;;\n"
    "Sumber: Dinas Pariwisata;;;;\n"
)

CASES = (
    Case(
        kind="numbered_decisions",
        file="risalah-talang-kemang.eml",
        content=lambda: letter(
            "Risalah musyawarah desa", "Kantor Desa <desa@example.org>", "Mon, 20 Oct 2025 03:45:00 +0000", _MINUTES
        ),
        asks=(
            ask("Siapa pelaksana pemasangan lampu jalan?", "Karang Taruna", never=("Perencanaan", "Kelompok Tani")),
            ask(
                "Kapan pembelian bibit durian harus selesai?",
                "15 November 2025",
                never=("20 Desember 2025", "28 November 2025"),
            ),
            ask("When do the repairs of the bridge begin?", "3 November 2025", never=("20 Desember 2025",), en=True),
            ask("Apa hasil nomor 4?", "tanah kas desa", never=("Lampu jalan", "bibit durian")),
            refuse("Who carries out item number 5?", en=True),
        ),
        lines=(
            "18 Oktober 2025",
            "43 warga",
            "1. Jembatan",
            "20 Desember 2025",
            "2. Dibeli",
            "3. Lampu",
            "28 November",
        ),
    ),
    Case(
        kind="folded_in_groups",
        file="tanya-rumah-sakit.html",
        content=page("Tanya Jawab RSUD Talang Besi", _FAQ),
        asks=(
            ask(
                "Apa saja yang harus dibawa untuk rawat inap?",
                "surat perintah rawat",
                "pakaian ganti",
                "surat jaminan",
                never=("kartu berobat", "rujukan"),
            ),
            ask("Berapa lama menunggu obat racikan?", "60 menit"),
            ask("Which outpatients need no referral letter (surat rujukan)?", "gigi", never=("umum",), en=True),
            ask("Pukul berapa jam besuk ruang anak?", "10.00", never=("06.30", "09.30")),
            refuse("Berapa penunggu yang diizinkan untuk pasien rawat jalan?"),
        ),
        lines=("Rawat Jalan", "06.30", "hasil periksa terakhir", "60 menit", "Rawat Inap", "pakaian ganti", "Rp15.000"),
    ),
    Case(
        kind="old_and_new_fees",
        file="tarif-pelabuhan-talang.md",
        content=_FEES,
        asks=(
            ask("Berapa tarif tambat kapal per jam sekarang?", "27.500", never=("22.000", "240.000", "9.500")),
            ask("Tarif timbangan di Dermaga Penumpang menjadi berapa?", "14.000", never=("12.000", "35.000", "tetap")),
            ask(
                "What was the former fee for the cold store (gudang dingin)?",
                "74.000",
                never=("91.000", "31.000"),
                en=True,
            ),
            refuse("Berapa tarif forklif semula?"),
            refuse("What is the new fee per day for the dry store (gudang kering)?", en=True),
        ),
        lines=(
            "1 Februari 2026",
            "Dermaga Barang",
            "27.500",
            "Dermaga Penumpang",
            "9.500",
            "Gudang",
            "91.000",
            "Forklif",
        ),
    ),
    Case(
        kind="years_side_by_side",
        file="kunjungan-talang-besi.csv",
        content=_YEARS,
        asks=(
            ask("Berapa kunjungan ke Pantai Batu Payung tahun 2023?", "25.118", never=("80.977", "23.870", "27.903")),
            ask("Berapa wisatawan Museum Kereta tahun 2024?", "6.744", never=("19.066", "6.018")),
            ask("How many people visited Museum Kota Lama in 2021?", "14.880", never=("4.127", "16.327"), en=True),
            refuse("Berapa kunjungan ke Air Terjun Kembar tahun 2024?"),
            refuse("How many visitors did Kebun Raya have in 2020?", en=True),
        ),
        lines=("Pantai Batu Layar", "58.310", "Pantai Batu Payung", "25.118", "Museum Kereta", "6.744", "Danau Bening"),
    ),
)
