"""Texts: a statute typed by line, a timetable with days above, prices of two weeks, a revised budget, fees."""

import json

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.web import page, rows

_STATUTE = """PERATURAN PEKON WAY KERISI
NOMOR 3 TAHUN 2026
TENTANG
LUBUK LARANGAN

Pasal 1
Lubuk larangan membentang dari jembatan gantung
sampai muara Way Ketibang, sepanjang
1.350 meter.

Pasal 2
(1) Setiap orang dilarang menangkap ikan di
    lubuk larangan.
(2) Larangan sebagaimana dimaksud pada ayat (1)
    tidak berlaku pada panen bersama, yang
    diadakan setiap bulan Agustus.
(3) Pada panen bersama hanya boleh dipakai:
    a. pancing;
    b. jala dengan mata paling kecil 5 cm; dan
    c. bubu bambu.

Pasal 3
(1) Pelanggar Pasal 2 ayat (1) membayar denda:
    a. pelanggaran pertama    : Rp500.000,00;
    b. pelanggaran kedua      : Rp1.500.000,00;
    c. pelanggaran berikutnya : Rp3.000.000,00.
(2) Pelanggar yang belum berumur 15 tahun tidak
    didenda, tetapi bekerja bakti selama
    3 (tiga) hari.
(3) Pelanggar yang memakai racun atau setrum
    membayar denda Rp10.000.000,00.

Pasal 4
Hasil panen bersama dibagi sebagai berikut:
60% untuk warga, 25% untuk kas pekon, dan
15% untuk masjid dan sekolah.
"""

_BUS = (
    "<table><caption>Jam keberangkatan</caption><thead><tr><th rowspan='2'>Rute</th><th rowspan='2'>Halte</th>"
    "<th colspan='2'>Hari kerja</th><th colspan='2'>Sabtu-Minggu</th></tr>"
    f"{rows('#Pagi | #Sore | #Pagi | #Sore')}</thead><tbody>"
    "<tr><td rowspan='3'>A</td><td>Terminal Raya</td><td>06.10</td><td>15.20</td><td>07.00</td><td>16.00</td></tr>"
    f"{rows('Simpang Tugu | 06.35 | 15.45 | | 16.25', 'Pantai Ketang | 07.15 | 16.28 | 08.05 | 17.05')}"
    "<tr><td rowspan='2'>B</td><td>Terminal Raya</td><td>06.40</td><td>15.50</td>"
    "<td colspan='2' rowspan='2'>tidak beroperasi</td></tr>"
    f"{rows('Kampus Hijau | 07.20 | 16.35')}</tbody></table>"
    "<p>Pada hari libur nasional berlaku jadwal Sabtu-Minggu, kecuali Rute A pagi "
    "yang ditiadakan.</p>"
)


def _prices(number: int, week: str, day: str, *prices: str, after: str = "") -> dict[str, str]:
    table = f"<table>{rows('#Jenis | #Way Lunas | #Sukapuri', *prices)}</table>"
    text = f"<p>Harga karet di tingkat petani, rupiah per kilogram:</p>{table}{after}"
    return {"id": f"karet-{number}", "title": f"Harga Karet {week}", "published": day, "text": text}


_NEWS = (
    _prices(
        1,
        "Pekan Kedua Mei 2026",
        "2026-05-12",
        "Slab tebal | 9.400 | 9.150",
        "Slab tipis | 10.250 | 10.600",
        "Lump segar | 8.700 | -",
        after="<p>Harga lump di Sukapuri tidak dicatat karena pasar libur.</p>",
    ),
    _prices(
        2,
        "Pekan Ketiga Mei 2026",
        "2026-05-19",
        "Slab tebal | 9.650 | 9.300",
        "Slab tipis | 10.400 | 10.700",
        "Lump segar | 8.850 | 8.600",
    ),
    {
        "id": "kelapa",
        "title": "Peremajaan Kelapa di Dua Kampung",
        "published": "2026-05-20",
        "text": "<p>Bibit dibagikan: 4.200 batang di Kampung Sidomaju dan 3.150 batang di Kampung Rantau Jati.</p>",
    },
)

_WORKS = """Capital works of the Public Works Office in 2026,,,,,
Amounts in IDR million,,,,,
,,,,,
Programme,Project,Approved,Revised,Change,Status
Roads,Kemuning bridge,"4,800","5,350",550,Under way
,Hillside road,"3,200","2,450",(750),Under way
,Road signs,600,600,-,Finished
,Subtotal,"8,600","8,400",(200),
Water,Pipe renewal,"2,750","2,750",-,Not begun
,Spring protection,900,"1,275",375,Under way
,Subtotal,"3,650","4,025",375,
Buildings,Market roof,"1,480",980,(500),Suspended (a)
,Subtotal,"1,480",980,(500),
Total,,"13,730","13,405",(325),
(a) No payment may be made until the court decides.,,,,,
"""


def _fees(name: str, *shown: str) -> str:
    return f"<td><h3>{name}</h3><table>{rows('#Golongan | #Per bulan (Rp) | #Jemput ekstra (Rp)', *shown)}</table></td>"


_WASTE = (
    "<table class='layout'><tr>"
    + _fees("Rumah Tangga", "Kecil | 8.000 | 3.000", "Sedang | 15.000 | 5.000", "Besar | 27.500 | 9.000")
    + _fees("Usaha", "Kecil | 35.000 | 12.000", "Sedang | 80.000 | 25.000", "Besar | 165.000 | sesuai volume")
    + "</tr></table><h2>Golongan menurut luas bangunan</h2><dl><dt>Kecil</dt><dd>sampai 60 m<sup>2</sup></dd>"
    "<dt>Sedang</dt><dd>lebih dari 60 sampai 150 m<sup>2</sup></dd><dt>Besar</dt><dd>lebih dari 150 m<sup>2</sup></dd>"
    "</dl><p>Rumah ibadah dan panti asuhan dibebaskan dari iuran.</p>"
)

_PARK = """---
title: Visiting the Bukit Punai Nature Park
---

# Visiting the Bukit Punai Nature Park

## Entrance (IDR per person per day)

| Visitor          | Weekday | Weekend |
|:-----------------|--------:|--------:|
| Domestic adult   |  20,000 |  30,000 |
| Domestic student |  10,000 |  15,000 |
| Foreign visitor[^1] | 150,000 | 225,000 |

## Activities

| Activity | Unit | Fee (IDR) |
|:--|:--|--:|
| Camping | tent and night | 35,000 |
| Boat | boat of up to 6 people | 400,000 |
| Filming | day | 2,000,000 |

[^1]: Foreign students with a student card pay the weekday fee of a domestic adult on any day.

## Questions

**Is the park open on Mondays?**
No, except on national holidays.

**May I bring a dog?**
No.
"""

CASES = (
    Case(
        kind="statute_by_line",
        file="pekon-lubuk-larangan.txt",
        content=_STATUTE,
        asks=(
            ask(
                "ketauan nangkep ikan utk kedua kalinya didenda brp?",
                "Rp1.500.000,00|Rp1.500.000",
                never=("Rp500.000,00", "Rp3.000.000,00", "Rp10.000.000,00"),
            ),
            ask("Anak umur 12 tahun yang melanggar dihukum apa?", "bekerja bakti|kerja bakti"),
            ask(
                "What share of the common harvest goes to the village treasury (kas pekon)?",
                "25%",
                never=("60%", "15%"),
                en=True,
            ),
            refuse("kelompok pengawas dapet brp persen dr hasil panen?"),
            refuse("Berapa lebar lubuk larangan?"),
        ),
        lines=(
            "Pasal 1",
            "1.350 meter",
            "(2) Larangan",
            "b. jala",
            "Pasal 3",
            "Rp1.500.000,00",
            "(3) Pelanggar",
            "25%",
        ),
    ),
    Case(
        kind="days_above_times",
        file="bus-kota-pinggiran.html",
        content=page("Jadwal Bus Kota Pinggiran", _BUS),
        asks=(
            ask("bus B dr Terminal Raya sore hari kerja jam brp?", "15.50", never=("15.20", "06.40", "16.35", "16.00")),
            ask(
                "Minggu sore bus A lewat Simpang Tugu jam brp?",
                "16.25",
                never=("15.45", "17.05", "16.00", "16.28"),
            ),
            ask("Which trip is cancelled on national holidays?", "Rute A", "pagi|morning", en=True),
            refuse("Pukul berapa bus Rute A berhenti di Simpang Tugu pada Sabtu pagi?"),
            refuse("bus C dr Terminal Raya jam brp?"),
        ),
        lines=(
            "Terminal Raya",
            "06.10",
            "Simpang Tugu",
            "16.25",
            "Kampus Hijau",
            "16.35",
            "libur nasional",
        ),
    ),
    Case(
        kind="prices_of_two_weeks",
        file="harga-karet-mei.jsonl",
        content="".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in _NEWS),
        asks=(
            ask("slab tipis di Sukapuri pekan ketiga Mei harganya brp?", "10.700", never=("10.600", "10.400", "9.300")),
            ask("Berapa batang bibit kelapa untuk Kampung Rantau Jati?", "3.150", never=("4.200",)),
            ask("Why was no price of lump rubber noted in Sukapuri in the second week of May?", "libur", en=True),
            refuse("bibit kelapa harganya brp sebatang?"),
            refuse("Berapa harga slab tebal di Way Lunas pada pekan keempat Mei?"),
        ),
        lines=("Slab tebal", "9.400", "Slab tipis", "10.600", "9.650", "10.700", "4.200 batang"),
    ),
    Case(
        kind="revised_budget",
        file="capital-works.csv",
        content=_WORKS,
        asks=(
            ask("Which project was cut the most?", "Hillside road", never=("Market roof", "Kemuning bridge"), en=True),
            ask("Spring protection abis direvisi jadi brp juta?", "1,275", never=("900", "2,750")),
            ask("Mengapa proyek Market roof belum boleh dibayar?", "court|pengadilan"),
            refuse("What was the approved budget of the Hillside road in 2025?", en=True),
            refuse("kontraktor Kemuning bridge siapa?"),
        ),
        lines=(
            "Kemuning bridge",
            "5,350",
            "Hillside road",
            "Spring protection",
            "1,275",
            "Market roof",
            "13,405",
            "court",
        ),
    ),
    Case(
        kind="two_tables_beside",
        file="iuran-sampah-kota.html",
        content=page("Iuran Sampah Kota Rawa Indah", _WASTE),
        asks=(
            ask("usaha sedang bayar sampah brp sebulan?", "80.000", never=("15.000", "25.000", "35.000")),
            ask(
                "Rumah tangga dengan luas bangunan 100 meter persegi membayar berapa per bulan?",
                "15.000",
                never=("80.000", "8.000", "27.500"),
            ),
            ask("Who is exempt from the fee?", "Rumah ibadah", "panti asuhan", en=True),
            refuse("kantor pemerintah klo jemput ekstra bayar brp?"),
            refuse("sampahnya diangkut jam brp?"),
        ),
        lines=("Rumah Tangga", "27.500", "Usaha", "80.000", "sesuai volume", "60 sampai 150", "panti asuhan"),
    ),
    Case(
        kind="fees_with_a_note",
        file="park-visitor-fees.md",
        content=_PARK,
        asks=(
            ask("turis asing masuk hari Sabtu bayar brp?", "225,000", never=("150,000", "30,000")),
            ask(
                "What does a foreign student with a student card pay on a Sunday?",
                "20,000|domestic adult",
                never=("225,000", "30,000", "15,000"),
                en=True,
            ),
            ask("Kapan taman itu buka pada hari Senin?", "national holidays|hari libur nasional"),
            refuse("parkir mobil brp?"),
            refuse("What does filming cost per hour?", en=True),
        ),
        lines=("Domestic adult", "20,000", "225,000", "Camping", "35,000", "Filming", "2,000,000", "national holidays"),
    ),
)
