"""Tables that stand on their side, repeat their header, end in a foot, or are typed with blanks."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.web import page, rows

CASES = (
    Case(
        kind="sideways_table",
        file="indikator-tahun.html",
        content=page(
            "Indikator Ekonomi",
            "<table>"
            + rows("#Tahun | #Inflasi (%) | #Pengangguran (%) | #PDRB (miliar rupiah)")
            + rows("2022 | 5,5 | 4,5 | 41.870", "2023 | 3,2 | 4,2 | 44.215", "2024 | 1,6 | 4,1 | 46.930")
            + "</table>",
        ),
        asks=(
            ask("Berapa persen pengangguran pada 2023?", "4,2", never=("3,2", "4,5", "4,1")),
            ask("Berapa PDRB tahun 2024?", "46.930", "miliar", never=("44.215",)),
            refuse("Berapa inflasi tahun 2021?"),
            refuse("Berapa rasio gini tahun 2023?"),
        ),
    ),
    Case(
        kind="repeated_header",
        file="kapal-harian.html",
        content=page(
            "Kedatangan Kapal",
            "<table><thead>"
            + rows("#Kapal | #Asal | #Muatan | #Jam tiba")
            + "</thead><tbody>"
            + rows("KM Bahtera | Merak | 310 ton | 06.15", "KM Samudra | Cirebon | 145 ton | 09.40")
            + rows("#Kapal | #Asal | #Muatan | #Jam tiba")
            + rows("KM Cakrawala | Palembang | 520 ton | 13.05")
            + "</tbody><tfoot>"
            + rows("Jumlah |  | 975 ton | ")
            + "</tfoot></table>",
        ),
        asks=(
            ask("Berapa muatan KM Cakrawala?", "520", never=("145", "975")),
            ask("Where does KM Samudra come from?", "Cirebon", never=("Merak", "Palembang"), en=True),
            ask("Pukul berapa KM Bahtera tiba?", "06.15", never=("09.40", "13.05")),
            refuse("Berapa penumpang KM Samudra?"),
        ),
    ),
    Case(
        kind="row_headers",
        file="perbandingan-paket.html",
        content=page(
            "Paket Internet Desa",
            "<table>"
            + rows("#  | #Hemat | #Sedang | #Penuh")
            + "<tr><th scope='row'>Kecepatan</th><td>10 Mbps</td><td>20 Mbps</td><td>50 Mbps</td></tr>"
            + "<tr><th scope='row'>Biaya per bulan</th><td>Rp90.000</td><td>Rp140.000</td><td>Rp260.000</td></tr>"
            + "<tr><th scope='row'>Pemasangan</th><td>Rp200.000</td><td>gratis</td><td>gratis</td></tr></table>",
        ),
        asks=(
            ask("Berapa biaya per bulan paket Sedang?", "Rp140.000", never=("Rp90.000", "Rp260.000")),
            ask("How fast is the Penuh package?", "50 Mbps", never=("10 Mbps", "20 Mbps"), en=True),
            ask("Berapa biaya pemasangan paket Hemat?", "Rp200.000", never=("Rp90.000",)),
            refuse("Berapa biaya per bulan paket Keluarga?"),
        ),
    ),
    Case(
        kind="markdown",
        file="tanpa-garis-tepi.md",
        content="+++\ntitle = 'Ronda Malam'\n+++\n\nJadwal ronda RT 05:\n\nMalam | Ketua regu | Pos\n--- | --- | ---\n"
        "Senin | Pak Wagiman | Utara\nKamis | Pak Tukijo | Selatan \\| Timur\n\n~~Iuran Rp5.000.~~ Iuran Rp8.000.\n",
        asks=(
            ask("Siapa ketua regu ronda malam Kamis?", "Tukijo", never=("Wagiman",)),
            ask("Berapa iuran ronda?", "Rp8.000", never=("Rp5.000",)),
            refuse("Siapa ketua regu ronda malam Sabtu?"),
        ),
        gone=("Rp5.000",),
    ),
    Case(
        kind="typed_table",
        file="stok-darah.txt",
        content="STOK DARAH PMI\nKeadaan 2 Juli 2026, dalam kantong\n\n"
        "Golongan     PRC     TC     WB\n"
        "A             42     11      5\n"
        "B             37      8      9\n"
        "O             61     19     12\n"
        "AB            13      4      2\n",
        asks=(
            ask("Berapa kantong TC golongan B?", "8", never=("11", "37", "9", "19")),
            ask("How many bags of PRC of type O are in stock?", "61", never=("42", "19", "12"), en=True),
            refuse("Berapa kantong FFP golongan B?"),
        ),
    ),
    Case(
        kind="other_unit",
        file="kapasitas-embung.html",
        content=page(
            "Embung Baru",
            "<table>"
            + rows("#Embung | #Luas genangan (ha) | #Tampungan (ribu m³) | #Biaya (miliar rupiah)")
            + rows("Gelam | 3,4 | 82 | 6,1", "Trisno | 2,7 | 65 | 4,8")
            + "</table><p>Embung Gelam mengairi 120 hektare sawah.</p>",
        ),
        asks=(
            ask("Berapa tampungan Embung Trisno?", "65", never=("82", "2,7", "4,8")),
            ask("Berapa biaya Embung Gelam?", "6,1", "miliar", never=("4,8", "82")),
            refuse("Berapa meter kedalaman Embung Trisno?"),
            refuse("Berapa hektare sawah yang diairi Embung Trisno?"),
        ),
    ),
)
