"""Texts: where a tax bus stands, giving blood, waste by year, prices at two markets, power cuts."""

from tests.benchmarks.structure.cases import Case, ask, refuse

_TAX_BUS = """# Jadwal Samsat Keliling Kabupaten Way Kenali

Jadwal ini berlaku mulai 1 April 2026.

| Hari | Lokasi | Jam layanan |
|------|--------|-------------|
| Senin | Halaman Kantor Kecamatan Kenali Ulu | 08.30-12.00 |
| Selasa | Pasar Talang Pisang | 09.00-11.30 |
| Rabu | Lapangan Bandar Jering | 08.30-12.00 |
| Kamis | Terminal Kenali Jaya | 09.00-13.00 |
| Sabtu | Alun-alun Kenali Jaya | 16.00-19.30 |

## Yang perlu dibawa

- KTP asli pemilik kendaraan
- STNK asli

## Catatan

Samsat keliling hanya melayani pajak tahunan. Penggantian pelat lima tahunan dilayani di Kantor Samsat Kenali Jaya.
Pembayaran dapat dilakukan tunai atau dengan QRIS.
"""

_BLOOD = """# Giving Blood in Kenali Jaya

The Kenali Jaya Blood Transfusion Unit is open Monday to Saturday from 08.00 to 20.00 and on Sunday from 08.00 to 13.00.

## Who can give

- You are aged 17 to 60.
- You weigh at least 47 kg.
- Your haemoglobin is between 12.5 and 17 g/dL.
- At least 60 days have passed since you last gave blood.

## Stock of whole blood

| Blood group | Bags on 1 June 2026 | Bags on 1 July 2026 |
|---|---:|---:|
| A | 64 | 51 |
| B | 72 | 80 |
| AB | 18 | 23 |
| O | 95 | 77 |

The processing fee for one bag is Rp490,000. Patients with health insurance (BPJS) do not pay it.
"""

_WASTE = """Household waste collected in Way Kenali by subdistrict and year (tonnes);;;;
Subdistrict;2022;2023;2024;2025
Kenali Ulu;1845;1902;2017;2136
Kenali Jaya;5230;5418;5602;5871
Bandar Jering;2410;2388;2475;2560
Talang Pisang;965;1012;1048;1103
Sukamaju Ilir;1322;1380;1417;1499
Total;11772;12100;12559;13169
"""

_PRICES = """DINAS PERDAGANGAN KABUPATEN WAY KENALI
HARGA BAHAN POKOK (RUPIAH)
Hasil pantauan Senin, 6 April 2026

Komoditas              Satuan    Pasar Kenali Jaya    Pasar Bandar Jering
Beras medium           kg                   13.400                 13.100
Beras premium          kg                   15.600                 15.200
Gula pasir             kg                   17.500                 17.800
Minyak goreng curah    liter                16.900                 17.200
Telur ayam             kg                   28.500                 27.900
Daging sapi            kg                  138.000                135.000
Cabai merah            kg                   46.000                 43.500
Bawang putih           kg                   39.000                 40.500

Harga cabai merah di Pasar Kenali Jaya naik Rp4.000 dari pekan lalu karena hujan di daerah sentra tanam.
Operasi pasar beras diadakan pada 9 April 2026 di halaman kantor dinas.
"""

_POWER = """PENGUMUMAN PEMADAMAN LISTRIK TERENCANA
Unit Layanan Pelanggan Kenali Jaya

Sehubungan dengan pemeliharaan jaringan, aliran listrik dipadamkan sementara sebagai berikut.

Selasa, 12 Mei 2026
Pukul     : 09.00-12.00 WIB
Wilayah   : Talang Pisang dan Sukamaju Ilir
Pekerjaan : pemangkasan pohon

Kamis, 14 Mei 2026
Pukul     : 10.00-15.00 WIB
Wilayah   : Bandar Jering
Pekerjaan : penggantian trafo

Minggu, 17 Mei 2026
Pukul     : 08.00-11.00 WIB
Wilayah   : Kenali Ulu dan Pasar Lama
Pekerjaan : pemasangan tiang baru

Rumah sakit daerah tetap mendapat pasokan dari penyulang cadangan.
Apabila hujan lebat, pekerjaan ditunda dan jadwal baru diumumkan kemudian.
"""

CASES = (
    Case(
        kind="place_by_day",
        file="samsat-keliling.md",
        content=_TAX_BUS,
        asks=(
            ask(
                "Hari Kamis samsat kelilingnya mangkal di mana?",
                "Terminal Kenali Jaya",
                never=("Pasar Talang Pisang", "Lapangan Bandar Jering"),
            ),
            ask("Kalau mau ganti pelat lima tahunan ke mana?", "Kantor Samsat Kenali Jaya"),
            ask("Pukul berapa layanan di Pasar Talang Pisang selesai?", "11.30", never=("12.00", "13.00")),
            refuse("Pukul berapa Samsat keliling melayani di Pasar Sukamaju Ilir?"),
            refuse("How much is the fine for paying vehicle tax late?", en=True),
        ),
        lines=("Senin", "Pasar Talang Pisang", "09.00-11.30", "Kamis", "Alun-alun", "STNK asli", "QRIS"),
    ),
    Case(
        kind="stock_at_two_days",
        file="giving-blood.md",
        content=_BLOOD,
        asks=(
            ask("How many bags of group AB were in stock on 1 July 2026?", "23", never=("18", "80"), en=True),
            ask("Berat badan minimal buat donor darah berapa kilo?", "47"),
            ask("How many days must pass between two donations?", "60", never=("17",), en=True),
            refuse("How many bags of group O were in stock on 1 August 2026?", en=True),
            refuse("Mobil donor darah keliling mangkal di mana?"),
        ),
        lines=("08.00 to 20.00", "17 to 60", "47 kg", "AB", "23", "77", "Rp490,000"),
    ),
    Case(
        kind="waste_by_year",
        file="household-waste.csv",
        content=_WASTE,
        asks=(
            ask(
                "How many tonnes of waste were collected in Sukamaju Ilir in 2024?",
                "1417",
                never=("1380", "1499", "1048"),
                en=True,
            ),
            ask("Sampah di Bandar Jering tahun 2025 ada berapa ton?", "2560", never=("2475", "5871", "1103")),
            ask(
                "Which subdistrict had the least waste collected in 2023?",
                "Talang Pisang",
                never=("Sukamaju Ilir", "Kenali Ulu"),
                en=True,
            ),
            refuse("Tahun 2021 sampah di Kenali Ulu berapa ton?"),
            refuse("How many tonnes of the waste in Kenali Jaya were recycled in 2025?", en=True),
        ),
        lines=("Kenali Ulu", "1845", "2136", "Bandar Jering", "2560", "Talang Pisang", "965", "13169"),
    ),
    Case(
        kind="prices_at_two_markets",
        file="harga-bahan-pokok.txt",
        content=_PRICES,
        asks=(
            ask("Telur ayam di Pasar Bandar Jering sekilo berapa?", "27.900", never=("28.500", "17.200", "135.000")),
            ask("Mengapa harga cabai merah naik?", "hujan"),
            ask("Selisih harga daging sapi di dua pasar itu berapa?", "3.000"),
            refuse("Bawang merah sekarang berapa sekilo?"),
            refuse("Gula pasir di Pasar Talang Pisang harganya berapa?"),
        ),
        lines=("6 April 2026", "Beras medium", "13.100", "Telur ayam", "27.900", "Bawang putih", "40.500", "Rp4.000"),
    ),
    Case(
        kind="power_cuts",
        file="pemadaman-terencana.txt",
        content=_POWER,
        asks=(
            ask("Listrik di Bandar Jering padam tanggal berapa?", "14 Mei 2026", never=("12 Mei 2026", "17 Mei 2026")),
            ask(
                "Pekerjaan apa yang dilakukan pada 17 Mei 2026?",
                "pemasangan tiang",
                never=("pemangkasan pohon", "penggantian trafo"),
            ),
            ask("Sukamaju Ilir mati lampunya sampai jam berapa?", "12.00", never=("15.00", "11.00")),
            refuse("Kampung Sawah kapan mati lampunya?"),
            refuse("How many customers are affected by the outage in Kenali Ulu?", en=True),
        ),
        lines=("12 Mei 2026", "Sukamaju Ilir", "14 Mei 2026", "penggantian trafo", "17 Mei 2026", "penyulang cadangan"),
    ),
)
