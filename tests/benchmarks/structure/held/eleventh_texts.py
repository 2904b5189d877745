"""Pages and plain texts: the same questions to two groups, lending rules, spans with notes, places after dots."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import web


def _opened(*texts: str) -> str:
    """Questions that open: "question | answer"."""
    pairs = (text.split(" | ") for text in texts)
    return "".join(f"<details><summary>{asked}</summary><p>{said}</p></details>" for asked, said in pairs)


_WATER = web.page(
    "Tanya Jawab Air Pekon Tirta Lestari",
    "<h2>Pelanggan rumah tangga</h2>"
    + _opened(
        "Berapa biaya pasang baru? | Rp750.000, boleh dicicil tiga kali.",
        "Berapa lama pemasangan? | Paling lama 7 hari kerja setelah biaya dibayar.",
        "Berapa denda terlambat membayar? | Rp5.000 setiap bulan.",
        "Bolehkah berhenti sementara? | Boleh, paling lama 6 bulan, dengan beban tetap Rp10.000 sebulan.",
    )
    + "<h2>Pelanggan usaha</h2>"
    + _opened(
        "Berapa biaya pasang baru? | Rp1.400.000, dibayar sekaligus.",
        "Berapa lama pemasangan? | Paling lama 14 hari kerja setelah biaya dibayar.",
        "Berapa denda terlambat membayar? | 2% dari tagihan setiap bulan.",
    ),
)

_LENDING = """\
# Lending rules of the Rimba Raya Public Library

Applies to the main branch. The mobile library lends two items for a week, whatever the card.

## Cards

| Card | Items | Days | Renewals |
|---|---:|---:|---:|
| Child | 4 | 21 | 2 |
| Adult | 6 | 14 | 1 |
| Institution | 40 | 60 | none |
| Visitor | – | – | – |

## Charges (rupiah)

| Charge | Until 31 December 2025 | From 1 January 2026 |
|---|---:|---:|
| Fine per item and day | 500 | 1,000 |
| Lost card | 10,000 | 15,000 |
| Reserved item | 2,000 | free |
| Photocopy, per page | 300 | 350 |

## When no fine is due

1. Fines are not charged for:
   - holders of a child card;
   - items that fell due on a public holiday, if returned the next day;
   - holders of an institution card, **except** for audio-visual items.
2. A lost item is replaced by a copy of the same edition, or paid at twice its price.
"""

_SHOTS = web.page(
    "Imunisasi Dasar menurut Puskesmas",
    "<table><caption>Jumlah bayi, 2024 dan 2025</caption><thead>"
    '<tr><th rowspan="2">Puskesmas</th><th rowspan="2">Jenis</th><th colspan="2">2024</th>'
    '<th colspan="2">2025</th></tr>' + web.rows("#Sasaran | #Diimunisasi | #Sasaran | #Diimunisasi") + "</thead><tbody>"
    '<tr><td rowspan="3">Rawa Teduh</td><td>Campak</td><td>320</td><td>301</td><td>335</td><td>318</td></tr>'
    + web.rows("Polio | 320 | 296 | 335 | 327", "DPT | 320 | 288<sup>a</sup> | 335 | 309")
    + '<tr><td rowspan="3">Way Bening</td><td>Campak</td><td>210</td><td>187</td><td>198</td><td>190</td></tr>'
    + web.rows("Polio | 210 | 205 | 198 | 181<sup>b</sup>", "DPT | 210 | 193 | 198 | 186")
    + "</tbody></table><p><sup>a</sup> Vaksin kosong bulan Mei sampai Juli.</p>"
    "<p><sup>b</sup> Belum termasuk dua posyandu di seberang sungai.</p>",
)

_BUS = """\
                 SAMSAT KELILING KABUPATEN RIMBA RAYA
                     Jadwal semester I tahun 2026

MINGGU GANJIL (minggu ke-1 dan ke-3)
  Senin ............ Lapangan Cempaka ............ 08.30-12.00
  Selasa ........... Pasar Simpang Lima Belas .... 09.00-13.00
  Rabu ............. Balai Pekon Sido Tentram .... 08.30-11.30
  Kamis ............ libur

MINGGU GENAP (minggu ke-2 dan ke-4)
  Senin ............ Kantor Camat Rimba Hulu ..... 08.00-12.00
  Selasa ........... Lapangan Cempaka ............ 13.00-15.30
  Rabu ............. libur
  Kamis ............ Terminal Rimba Hilir ........ 09.30-12.30

Minggu ke-5 tidak ada pelayanan.

YANG DILAYANI
  Pajak tahunan roda dua ......... ya
  Pajak tahunan roda empat ....... ya
  Ganti pelat lima tahunan ....... tidak (ke kantor Samsat induk)

BIAYA PENGESAHAN
  Roda dua ....................... Rp25.000
  Roda empat ..................... Rp50.000
"""

CASES = (
    Case(
        kind="same_questions_of_two_groups",
        file="tanya-air-pekon.html",
        content=_WATER,
        asks=(
            ask("mau pasang air buat usaha, biayanya brp?", "1.400.000", never=("750.000", "10.000")),
            ask("Paling lama berapa hari kerja pemasangan bagi rumah tangga?", "7", never=("14",)),
            ask("What penalty do business customers pay for late payment?", "2%", never=("5.000", "10.000"), en=True),
            refuse("pelanggan usaha boleh berhenti sementara brp bulan?"),
            refuse("Berapa tarif air per meter kubik untuk rumah tangga?"),
        ),
        lines=("Rp750.000", "7 hari kerja", "Rp5.000", "Pelanggan usaha", "Rp1.400.000", "14 hari kerja", "2%"),
    ),
    Case(
        kind="lending_rules",
        file="lending-rules.md",
        content=_LENDING,
        asks=(
            ask("How many days may an adult card holder keep an item?", "14", never=("21", "60", "6", "1"), en=True),
            ask(
                "What is the daily fine per item from January 2026?",
                "1,000|1.000",
                never=("500", "15,000", "350"),
                en=True,
            ),
            ask("For which items do institution card holders have to pay fines?", "audio-visual", en=True),
            refuse("How much is the daily fine at the mobile library?", en=True),
            refuse("How many times may a senior citizen card holder renew an item?", en=True),
        ),
        lines=("Child", "Adult", "Institution", "Fine per item and day", "Lost card", "audio-visual items"),
    ),
    Case(
        kind="spans_with_notes",
        file="imunisasi-puskesmas.html",
        content=_SHOTS,
        asks=(
            ask(
                "di Way Bening bayi yg diimunisasi polio 2024 ada brp?",
                "205",
                never=("210", "181", "296", "187", "193"),
            ),
            ask("Berapa sasaran DPT Puskesmas Rawa Teduh pada tahun 2025?", "335", never=("320", "309", "198", "288")),
            ask(
                "Why was the number of infants given DPT at Rawa Teduh low in 2024?",
                "Vaksin kosong",
                never=("posyandu", "seberang sungai"),
                en=True,
            ),
            refuse("brp bayi yg dapet BCG di Rawa Teduh th 2025?"),
            refuse("Berapa bayi diimunisasi campak di Way Bening tahun 2023?"),
        ),
        lines=("Rawa Teduh", "301", "318", "Polio", "327", "Way Bening", "187", "190", "193"),
    ),
    Case(
        kind="places_after_dots",
        file="samsat-keliling.txt",
        content=_BUS,
        asks=(
            ask(
                "minggu genap hari Selasa samsat kelilingnya jam brp?",
                "13.00-15.30|13.00",
                never=("09.00", "08.30", "08.00", "09.30"),
            ),
            ask(
                "Di mana Samsat keliling pada hari Rabu minggu ganjil?",
                "Sido Tentram",
                never=("libur", "Cempaka", "Simpang Lima Belas", "Terminal"),
            ),
            ask("bisa ganti pelat lima tahunan di samsat keliling ga?", "tidak", never=("ya",)),
            refuse("hari Jumat samsat keliling ada di mana?"),
            refuse("Berapa biaya pengesahan untuk truk roda enam?"),
        ),
        lines=("MINGGU GANJIL", "Pasar Simpang Lima Belas", "Balai Pekon Sido Tentram", "MINGGU GENAP", "13.00-15.30"),
    ),
)
