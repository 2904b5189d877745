"""Texts: cards of services, thousands of two years, two tracks, tasks by section, prices in columns, licences."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.office import letter
from tests.benchmarks.structure.writers.web import items, page, paragraphs, rows


def _card(name: str, *points: tuple[str, str]) -> str:
    told = "".join(f"<div class='row'><dt>{label}</dt><dd>{value}</dd></div>" for label, value in points)
    return f"<div class='card'><h3>{name}</h3><dl>{told}</dl><a href='#'>Ajukan</a></div>"


_CARDS = (
    "<div class='cards'>"
    + _card(
        "Kartu Nelayan", ("Biaya", "Gratis"), ("Waktu", "3 hari kerja"), ("Syarat", "KTP dan surat keterangan pekon")
    )
    + _card("Buku Pelaut Lokal", ("Biaya", "Rp75.000"), ("Waktu", "7 hari kerja"), ("Masa berlaku", "5 tahun"))
    + _card("Pas Kecil Kapal", ("Biaya", "Rp6.000 per GT"), ("Waktu", "1-5 hari kerja"), ("Syarat", "bukti ukur kapal"))
    + "</div><p>Pas kecil untuk kapal di bawah 1 GT tidak dipungut biaya.</p>"
)

_SPENT = """\ufeffREKAP BELANJA TRIWULAN I;;;;;
(dalam ribu rupiah);;;;;
Perangkat daerah;Jenis belanja;2025;;2026;
;;Anggaran;Realisasi;Anggaran;Realisasi
Dinas Kebudayaan;Pegawai;1.240.000;1.198.500;1.310.000;1.276.400
;Barang dan jasa;860.000;702.300;915.000;640.750
;Modal;150.000;0;275.000;88.000
;Jumlah;2.250.000;1.900.800;2.500.000;2.005.150
Dinas Perhubungan;Pegawai;2.075.000;2.031.200;2.140.000;2.098.600
;Barang dan jasa;1.330.000;1.287.450;1.295.000;1.301.900*
;Modal;640.000;511.000;0;0
;Jumlah;4.045.000;3.829.650;3.435.000;3.400.500
*) Kelebihannya ditutup dari belanja tidak terduga.;;;;;
"""

_TRACKS = """# Regional Scholarship 2026

## Domestic track

- Deadline: 10 April 2026
- Monthly allowance: IDR 1,750,000
- Age limit: 24 years, for teachers 28 years
- Grade average: at least 3.00

## Overseas track

- Deadline: 17 April 2026
- Age limit: 35 years
- Grade average: at least 3.25
- English test: at least 6.0

## Selection

| Stage | Domestic track | Overseas track |
|---|---|---|
| Written test | 4 May 2026 | 11 May 2026 |
| Interview | 25 May 2026 | 8 June 2026 |
| Result | 15 June 2026 | 29 June 2026 |
"""

_TASKS = (
    "<p>Yth. para kepala seksi,</p><p>Berikut pembagian tugas setelah rapat 7 Mei 2026.</p>"
    f"<table>{rows('#Seksi | #Tugas | #Tenggat | #Keadaan')}"
    "<tr><td rowspan='2'>Seksi Bangunan</td><td>Pengecatan lumbung</td><td>29 Mei 2026</td><td>berjalan</td></tr>"
    f"{rows('Perbaikan pintu | 15 Mei 2026 | selesai')}"
    "<tr><td rowspan='2'>Seksi Gabah</td><td>Penimbangan ulang</td><td>22 Mei 2026</td><td>belum mulai</td></tr>"
    f"{rows('Pembelian 400 karung | 12 Juni 2026 | belum mulai')}</table>"
    "<p>Biaya pengecatan menjadi Rp21.500.000.</p>"
    "<blockquote><p>Pada 2 Mei 2026 sekretariat menulis:</p><p>Pengecatan lumbung paling lambat 20 Mei 2026 dengan "
    "biaya Rp18.000.000.</p></blockquote>"
)

_PRICES = """DINAS PERDAGANGAN RAWA INDAH
PEMANTAUAN HARGA (Rp)                       Selasa, 9 Juni 2026

Komoditas          Satuan   Ps. Gintang   Ps. Sentral   Ps. Kebun
-----------------------------------------------------------------
Beras
 - premium         kg            15.200        14.900      15.500
 - medium          kg            13.100        12.950      12.800
Cabai
 - rawit           kg            62.000        58.500      66.000
 - merah besar     kg            41.000        43.500      39.750
Telur ayam         kg            27.800        28.200      27.400
Minyak goreng
 - curah           liter         16.400        16.750      16.100
 - kemasan         liter         19.900        20.300      19.600
-----------------------------------------------------------------
Catatan: harga Ps. Kebun dicatat sehari sebelumnya.
"""

_ISLAND = (
    paragraphs(
        "Pulau Merambat ramai dikunjungi pada triwulan pertama 2026.",
        "Rata-rata lama menginap wisatawan mancanegara 2,6 malam.",
    )
    + "<table><caption>Wisatawan menurut asal dan lama tinggal (orang)</caption><thead><tr><th rowspan='2'>Bulan</th>"
    "<th colspan='2'>Nusantara</th><th colspan='2'>Mancanegara</th></tr>"
    f"{rows('#Menginap | #Harian | #Menginap | #Harian')}</thead><tbody>"
    + rows("Januari | 1.240 | 3.815 | 96 | 41", "Februari | 1.105 | 3.290 | 118 | 37")
    + rows("Maret | 980 | 2.745<sup>a</sup> | 87 | 52")
    + f"</tbody><tfoot>{rows('Jumlah | 3.325 | 9.850 | 301 | 130')}</tfoot></table>"
    "<p><small><sup>a</sup> tidak termasuk penumpang kapal sewaan</small></p>"
)

_LICENCES = (
    "<table>"
    + rows(
        "# | #Homestay | #Rumah makan | #Pemandu wisata",
        "#Waktu proses | 1-5 hari kerja | 3-7 hari kerja | 1 hari kerja",
        "#Biaya | gratis | Rp150.000 | Rp50.000",
        "#Masa berlaku | 5 tahun | 3 tahun | 2 tahun",
        "#Pemeriksaan lokasi | ya | ya | tidak",
        "#Ukuran paling kecil | 2 kamar | 10 kursi |",
    )
    + f"</table><h2>Cara mengurus</h2><ol>{items('Isi formulir.', 'Serahkan di loket 2.', 'Bayar di bank.')}</ol>"
    "<p>Homestay di kawasan konservasi memerlukan rekomendasi balai taman.</p>"
)

CASES = (
    Case(
        kind="service_cards",
        file="kartu-layanan-pesisir.html",
        content=page("Layanan Nelayan", _CARDS),
        asks=(
            ask("bikin pas kecil kapal brp hari jadinya?", "1-5 hari kerja", never=("3 hari kerja", "7 hari kerja")),
            ask(
                "Berapa biaya pas kecil untuk kapal 4 GT?", "24.000|Rp6.000 per GT", never=("75.000", "tidak dipungut")
            ),
            ask(
                "Which document is valid for five years?", "Buku Pelaut", never=("Kartu Nelayan", "Pas Kecil"), en=True
            ),
            refuse("kartu nelayan berlaku brp taun?"),
            refuse("Berapa biaya mengganti Kartu Nelayan yang hilang?"),
        ),
        lines=(
            "Kartu Nelayan",
            "Gratis",
            "3 hari kerja",
            "Buku Pelaut Lokal",
            "Rp75.000",
            "Pas Kecil",
            "1-5 hari kerja",
        ),
    ),
    Case(
        kind="thousands_of_two_years",
        file="rekap-belanja-ribu.csv",
        content=_SPENT,
        asks=(
            ask(
                "realisasi belanja modal Dinas Kebudayaan 2026 brp?",
                "88.000|88.000.000",
                never=("275.000", "511.000", "150.000"),
            ),
            ask(
                "Berapa jumlah anggaran Dinas Perhubungan tahun 2025?",
                "4.045.000|4.045.000.000",
                never=("3.435.000", "3.829.650", "2.250.000"),
            ),
            ask(
                "What covered the overspending on goods and services (barang dan jasa) at Dinas Perhubungan?",
                "belanja tidak terduga",
                en=True,
            ),
            refuse("Dinas Kebudayaan taun 2024 ngabisin brp?"),
            refuse("Berapa belanja hibah Dinas Perhubungan tahun 2026?"),
        ),
        lines=(
            "Dinas Kebudayaan",
            "1.198.500",
            "88.000",
            "Dinas Perhubungan",
            "1.287.450",
            "3.400.500",
            "tidak terduga",
        ),
    ),
    Case(
        kind="two_tracks",
        file="scholarship-tracks.md",
        content=_TRACKS,
        asks=(
            ask("batas umur guru di jalur dalam negeri brp?", "28", never=("35",)),
            ask(
                "On what date is the interview for the overseas track?",
                "8 June 2026",
                never=("25 May 2026", "11 May 2026"),
                en=True,
            ),
            ask("What grade average does the domestic track ask for?", "3.00", never=("3.25", "6.0"), en=True),
            refuse("uang saku bulanan jalur luar negeri brp?"),
            refuse("Berapa nilai tes bahasa Inggris untuk jalur dalam negeri?"),
        ),
        lines=("10 April 2026", "1,750,000", "28 years", "Overseas track", "35 years", "Written test", "8 June 2026"),
    ),
    Case(
        kind="tasks_by_section",
        file="tugas-lumbung-pekon.eml",
        content=lambda: letter(
            "Tugas setelah rapat lumbung",
            "Sekretariat <lumbung@example.org>",
            "Fri, 8 May 2026 03:20:00 +0000",
            "Pesan ini berisi tabel.",
            html=f"<html><body>{_TASKS}</body></html>",
        ),
        asks=(
            ask("tenggat ngecat lumbung skrg tgl brp?", "29 Mei 2026", never=("20 Mei 2026", "15 Mei 2026")),
            ask("Seksi apa yang mengerjakan penimbangan ulang?", "Seksi Gabah", never=("Seksi Bangunan",)),
            ask(
                "Which tasks have not begun yet?",
                "Penimbangan ulang",
                "karung",
                never=("Pengecatan", "pintu"),
                en=True,
            ),
            refuse("perbaikan pintu abis brp?"),
            refuse("Berapa karung gabah yang ada di lumbung?"),
        ),
        lines=(
            "7 Mei 2026",
            "Seksi Bangunan",
            "29 Mei 2026",
            "Seksi Gabah",
            "22 Mei 2026",
            "12 Juni 2026",
            "Rp21.500.000",
        ),
    ),
    Case(
        kind="prices_in_columns",
        file="pantau-harga-juni.txt",
        content=_PRICES,
        asks=(
            ask("cabe rawit paling murah di pasar mana?", "Sentral", never=("Gintang", "Kebun")),
            ask("minyak goreng kemasan di Pasar Gintang brp seliter?", "19.900", never=("16.400", "20.300", "19.600")),
            ask(
                "On which day were the prices at Ps. Kebun noted?",
                "8 Juni 2026|sehari sebelumnya|Senin|Monday",
                en=True,
            ),
            refuse("gula pasir di Pasar Sentral brp?"),
            refuse("Berapa harga telur ayam di Pasar Kebun seminggu sebelumnya?"),
        ),
        lines=("9 Juni 2026", "premium", "15.200", "rawit", "58.500", "Telur ayam", "kemasan", "19.900", "20.300"),
    ),
    Case(
        kind="origin_and_stay",
        file="wisatawan-pulau.html",
        content=page("Wisatawan Pulau Merambat", _ISLAND),
        asks=(
            ask("turis asing yg nginep bulan Februari ada brp?", "118", never=("1.105", "37", "96")),
            ask(
                "Berapa jumlah wisatawan nusantara harian selama triwulan pertama?",
                "9.850",
                never=("3.325", "130", "301"),
            ),
            ask("Who is not counted among the domestic day visitors of March?", "kapal sewaan", en=True),
            refuse("turis nusantara rata-rata nginep brp malam?"),
            refuse("Berapa wisatawan mancanegara yang menginap pada bulan April?"),
        ),
        lines=("2,6 malam", "Nusantara", "1.240", "Februari", "118", "Maret", "Jumlah", "9.850", "kapal sewaan"),
    ),
    Case(
        kind="licences_as_columns",
        file="banding-izin-wisata.html",
        content=page("Perbandingan Izin Usaha Wisata", _LICENCES),
        asks=(
            ask("izin rumah makan berlaku brp taun?", "3 tahun", never=("5 tahun", "2 tahun")),
            ask(
                "How long does it take to get a homestay licence?",
                "1-5 hari kerja|1 to 5 working days",
                never=("3-7 hari kerja", "5 tahun"),
                en=True,
            ),
            ask("Izin apa yang tidak memerlukan pemeriksaan lokasi?", "Pemandu", never=("Homestay", "Rumah makan")),
            refuse("izin biro perjalanan bayar brp?"),
            refuse("Berapa ukuran paling kecil untuk pemandu wisata?"),
        ),
        lines=("1-5 hari kerja", "Rp150.000", "3 tahun", "10 kursi", "loket 2", "balai taman"),
    ),
)
