"""Pages and plain texts: figures above their labels, a village rule, a sheet with two heads, days that move."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office, web


def _tiles(*texts: str) -> str:
    """Tiles of "figure | label"."""
    cards = (text.split(" | ") for text in texts)
    inside = "".join(
        f'<div class="card"><div class="num">{number}</div><div class="lab">{label}</div></div>'
        for number, label in cards
    )
    return f'<div class="cards">{inside}</div>'


_VERIFIED = web.page(
    "Pelayanan Tera Kabupaten Way Lindai",
    "<h2>Capaian 2025</h2>"
    + _tiles(
        "1.284 | Timbangan pasar",
        "96 | Pompa ukur SPBU",
        "37 | Timbangan jembatan",
        "18 | Tangki ukur mobil",
    )
    + "<h2>Sasaran 2026</h2>"
    + _tiles("1.500 | Timbangan pasar", "104 | Pompa ukur SPBU", "45 | Timbangan jembatan")
    + "<h2>Biaya tera</h2><dl><dt>Timbangan meja</dt><dd>Rp15.000</dd><dt>Timbangan sentisimal</dt><dd>Rp35.000</dd>"
    "<dt>Pompa ukur</dt><dd>Rp120.000 per nozel</dd></dl>"
    "<p>Tera ulang di kantor dikenai separuh biaya di atas, kecuali pompa ukur.</p>",
)

_MARKET = """\
PERATURAN PEKON SUKA LESTARI
NOMOR 4 TAHUN 2025
TENTANG PENGELOLAAN PASAR PEKON

                              BAB II
                               SEWA
                              Pasal 5
(1) Sewa los ditetapkan sebesar Rp90.000 setiap bulan.
(2) Sewa kios setiap bulan:
    a. ukuran 2 x 3 meter sebesar Rp150.000;
    b. ukuran 3 x 4 meter sebesar Rp225.000.
(3) Sewa dibayar paling lambat tanggal 10 bulan berjalan.

                              Pasal 6
(1) Selama enam bulan pertama dibebaskan dari sewa:
    a. pedagang penyandang disabilitas; dan
    b. pedagang yang kiosnya musnah karena keba-
       karan.
(2) Pembebasan sebagaimana dimaksud pada ayat (1) tidak berla-
    ku bagi pedagang yang pindah dari los ke kios.

                              BAB IV
                              SANKSI
                              Pasal 9
Pedagang yang menunggak sewa dikenai:
    a. teguran lisan, untuk tunggakan 1 bulan;
    b. teguran tertulis, untuk tunggakan 2 bulan;
    c. penyegelan, untuk tunggakan 3 bulan; dan
    d. pencabutan hak pakai, untuk tunggakan lebih dari 4 bulan.

                              BAB V
                             PENUTUP
                              Pasal 12
Pada saat peraturan ini berlaku, Peraturan Pekon Nomor 2 Tahun 2019
yang menetapkan sewa los Rp60.000 setiap bulan dicabut.
"""

_FISH = """\
Produksi perikanan budidaya Kabupaten Way Lindai;;;;;;
Satuan: ton;;;;;;
Kecamatan;Nila;;Lele;;Gurami;
;2023;2024;2023;2024;2023;2024
Rejo Gading;412,5;438,0;96,2;88,7;31,0;35,5
Tanjung Lebar;287,4;301,9;154,8;171,3;-;4,2
Umbul Gedang;198,6;176,1;203,3;219,0;12,9;11,4
Negeri Santun;520,0;547,2;61,5;59,9;27,7;40,1
Jumlah;1418,5;1463,2;515,8;538,9;71,6;91,2
Catatan: tanda - berarti tidak ada pembudidaya.;;;;;;
"""

_MOVED = """\
Yth. Para Lurah,

menyusul pesan kami tanggal 3 April, jadwal vaksinasi rabies untuk anjing berubah:

Kelurahan          Semula             Menjadi            Kuota (ekor)
Gunung Lestari     Senin, 13 April    Kamis, 16 April    60
Sawah Indah        Selasa, 14 April   Senin, 20 April    45
Kali Hening        Rabu, 15 April     tetap              80
Pasir Gelap        Kamis, 16 April    Selasa, 21 April   35

Pukul dan tempat tidak berubah.

Salam,
Bidang Kesehatan Hewan

Pada 3 April 2026 Bidang Kesehatan Hewan menulis:
> Vaksinasi dilayani pukul 08.00-11.00 di balai kelurahan masing-masing.
> Kucing dilayani hari Jumat, 17 April, di kantor dinas saja.
> Anjing gratis, kucing Rp25.000 per ekor.
"""

CASES = (
    Case(
        kind="figures_above_labels",
        file="capaian-tera.html",
        content=_VERIFIED,
        asks=(
            ask("target 2026 utk timbangan jembatan brp?", "45", never=("37", "104", "18", "1.500")),
            ask("Berapa pompa ukur SPBU yang ditera pada tahun 2025?", "96", never=("104", "37", "1.284", "120.000")),
            ask(
                "How much does it cost to have a timbangan sentisimal verified (tera)?",
                "35.000",
                never=("15.000", "120.000"),
                en=True,
            ),
            refuse("sasaran 2026 buat tangki ukur mobil brp?"),
            refuse("Berapa biaya tera timbangan jembatan?"),
        ),
        lines=("Timbangan pasar", "Timbangan jembatan", "1.500", "45", "Timbangan sentisimal"),
    ),
    Case(
        kind="typed_articles",
        file="perpek-pasar.txt",
        content=_MARKET,
        asks=(
            ask("nunggak sewa 3 bulan sanksinya apa?", "penyegelan", never=("teguran", "pencabutan")),
            ask(
                "How much is the monthly rent of a los now?",
                "90.000",
                never=("60.000", "150.000", "225.000"),
                en=True,
            ),
            ask(
                "Siapa saja yang tidak usah membayar sewa pada enam bulan pertama?",
                "penyandang disabilitas",
                "kiosnya musnah|karena kebakaran",
                never=("pindah dari los",),
            ),
            refuse("sewa kios ukuran 4 x 5 meter brp sebulan?"),
            refuse("Berapa denda bagi pedagang yang membuang sampah sembarangan di pasar?"),
        ),
        lines=("Pasal 5", "Rp150.000", "Rp225.000", "Pasal 6", "teguran lisan", "penyegelan", "Pasal 12", "Rp60.000"),
    ),
    Case(
        kind="years_under_kinds",
        file="produksi-ikan.csv",
        content=_FISH,
        asks=(
            ask("lele di Tanjung Lebar th 2024 brp ton?", "171,3", never=("154,8", "301,9", "219,0", "4,2")),
            ask(
                "Kecamatan mana yang produksi lelenya paling besar pada tahun 2023?",
                "Umbul Gedang",
                never=("Tanjung Lebar", "Negeri Santun", "Rejo Gading"),
            ),
            ask(
                "By how many tonnes did gurami production in Negeri Santun rise from 2023 to 2024?",
                "12,4|12.4",
                en=True,
            ),
            refuse("Produksi nila di Rejo Gading tahun 2022 berapa ton?"),
            refuse("bandeng di Umbul Gedang brp ton th 2024?"),
        ),
        lines=("Rejo Gading", "Tanjung Lebar", "Umbul Gedang", "Negeri Santun", "Jumlah"),
    ),
    Case(
        kind="days_before_and_after",
        file="ubah-jadwal-rabies.eml",
        content=lambda: office.letter(
            "Perubahan jadwal vaksinasi rabies",
            "Bidang Kesehatan Hewan <hewan@waylindai.example>",
            "Tue, 07 Apr 2026 09:12:00 +0700",
            _MOVED,
        ),
        asks=(
            ask("vaksin di Sawah Indah jadinya tgl brp?", "20 April", never=("14 April", "21 April", "16 April")),
            ask(
                "Kelurahan mana yang jadwal vaksinasinya tetap?",
                "Kali Hening",
                never=("Pasir Gelap", "Gunung Lestari", "Sawah Indah"),
            ),
            ask("How many dogs is the quota of Pasir Gelap?", "35", never=("45", "60", "80"), en=True),
            refuse("Kapan vaksinasi rabies di Kelurahan Tanjung Harum?"),
            refuse("kuota kucing di kantor dinas brp ekor?"),
        ),
        lines=("Gunung Lestari", "16 April", "Sawah Indah", "20 April", "Kali Hening", "Pasir Gelap", "17 April"),
    ),
)
