"""Kept apart: pages and texts as sites, word processors and exports leave them."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.web import page


def _cells(row: str, tag: str = "td") -> str:
    return "<tr>" + "".join(f"<{tag}>{one.strip()}</{tag}>" for one in row.split("|")) + "</tr>"


def _pair(label: str, value: str) -> str:
    return (
        f'<div class="row mb-2"><div class="col-md-4 fw-bold">{label}</div><div class="col-md-8">: {value}</div></div>'
    )


_PROFILE = (
    '<div class="card"><div class="card-header"><h5>Data Umum</h5></div><div class="card-body">'
    + _pair("Nama situs", "Taman Purbakala Batu Bedil")
    + _pair("Juru pelihara", "Maryadi")
    + _pair("Luas lahan", "1,75 ha")
    + _pair("Jumlah menhir", "23 buah")
    + _pair("Nomor registrasi", "-")
    + '</div></div><div class="card"><div class="card-header"><h5>Kunjungan</h5></div><div class="card-body">'
    + _pair("Buka", "Selasa–Minggu, 08.00–16.00")
    + _pair("Tiket anak", "Rp2.000")
    + _pair("Tiket dewasa", "Rp5.000")
    + "</div></div>"
)

_BLOCK = (
    '<figure class="wp-block-table"><table><thead><tr><th>Rute</th><th>Armada</th><th>Penumpang</th></tr></thead>'
    "<tbody>"
    + _cells("Terminal Lama – Pasar Induk | 8 | 41.260")
    + _cells("Terminal Lama – Kampus | 5 | 33.905")
    + _cells("Pasar Induk – Pelabuhan | 3 | 12.480")
    + "</tbody><tfoot>"
    + _cells("Seluruh rute | 16 | 87.645")
    + '</tfoot></table><figcaption class="wp-element-caption">Bus kota, Januari–Juni 2025</figcaption></figure>'
    "<p>Rute Kampus ditambah dua armada mulai Agustus 2025.</p>"
)

_LABELLED = (
    '<table class="responsive"><tbody>'
    '<tr><td data-label="Alat">Palu rangka</td><td data-label="Milik">12</td><td data-label="Dipinjam">5</td></tr>'
    '<tr><td data-label="Alat">Tenda regu</td><td data-label="Milik">30</td><td data-label="Dipinjam">18</td></tr>'
    '<tr><td data-label="Alat">Pompa isap</td><td data-label="Milik">7</td><td data-label="Dipinjam">0</td></tr>'
    "</tbody></table><p>Peminjaman paling lama 14 hari.</p>"
)

_DITTO = (
    "<table><thead><tr><th>Jenis sampel</th><th>Wadah</th><th>Suhu simpan</th><th>Batas waktu</th></tr></thead><tbody>"
    + _cells("Air sumur | botol kaca | 4 °C | 24 jam")
    + _cells("Air laut | s.d.a. | s.d.a. | 48 jam")
    + _cells("Susu segar | botol plastik | 2 °C | 6 jam")
    + _cells("Ikan segar | kantong steril | s.d.a. | 12 jam")
    + "</tbody></table>"
)

_BUDGET = (
    '<table class="header"><tr><td><h4>RENCANA KERJA DAN ANGGARAN<br>PEKON SUKA NEGERI</h4></td><td rowspan="2">'
    "<h4>Formulir<br>RKA 2.1</h4></td></tr><tr><td><h4>Tahun Anggaran 2025</h4></td></tr></table>"
    '<table class="detail">'
    + _cells("Bidang | : | Pembangunan Pekon")
    + _cells("Kegiatan | : | Pembuatan Jamban Sehat")
    + _cells("Waktu pelaksanaan | : | April–Juni")
    + '</table><table class="rincian"><tr><td rowspan="2">Kode</td><td rowspan="2">Uraian</td><td colspan="3">Rincian '
    'Perhitungan</td><td rowspan="2">Jumlah (Rp)</td></tr>'
    + _cells("Volume | Satuan | Harga")
    + _cells("1 | 2 | 3 | 4 | 5 | 6")
    + _cells("2.1.1 | Semen | 180 | sak | 68.000 | 12.240.000")
    + _cells("2.1.2 | Pasir | 45 | m³ | 190.000 | 8.550.000")
    + _cells("2.1.3 | Upah tukang | 120 | hari | 130.000 | 15.600.000")
    + '<tr><td colspan="5">Jumlah</td><td>36.390.000</td></tr></table>'
)

_PANDOC = """# Balai Latihan Tenun

<details>
<summary>Siapa yang boleh mendaftar?</summary>

Warga berumur 17 sampai 45 tahun yang belum bekerja.

</details>

<details>
<summary>Apakah peserta mendapat uang saku?</summary>

Ya, Rp50.000 sehari, dibayar tiap akhir pekan.

</details>

Kelas
: Tenun dasar, 24 hari
: Tenun ikat, 40 hari

Pelatih
: Suprihatin (tenun dasar)

Setiap kelas diikuti paling banyak 16 orang[^a].

[^a]: Kelas tenun ikat 10 orang.
"""

_AMENDING = """PERATURAN DAERAH TENTANG PERUBAHAN ATAS PERATURAN DAERAH TENTANG PASAR HEWAN

Pasal I
Beberapa ketentuan dalam Peraturan Daerah tentang Pasar Hewan diubah sebagai berikut:
1. Ketentuan Pasal 4 diubah sehingga berbunyi sebagai berikut:
Pasal 4
(1) Pasar hewan dibuka pukul 05.00.
(2) Pasar hewan ditutup pukul 11.00.
2. Di antara Pasal 9 dan Pasal 10 disisipkan 1 (satu) pasal, yakni Pasal 9A, sehingga berbunyi sebagai berikut:
Pasal 9A
(1) Setiap ternak yang masuk diperiksa dokter hewan.
(2) Pemeriksaan dikenai biaya Rp7.500 tiap ekor.
3. Pasal 12 dihapus.

Pasal II
Peraturan Daerah ini mulai berlaku pada tanggal 1 September 2025.

PENJELASAN

Pasal 4
Ayat (1)
Cukup jelas.
Ayat (2)
Penutupan dapat diundur pada hari besar keagamaan.
Pasal 9A
Cukup jelas.
"""

_TABBED = (
    "\ufeffKecamatan\tKomoditas\tLuas (ha)\tHasil (ton)\r\nSungkai Jaya\tNanas\t140\t3.220\r\n"
    "\tSingkong\t910\t21.500\r\n"
    "\tLada\t65\t48\r\nKota Alam\tNanas\t82\t1.790\r\n\tKaret\t1.305\t1.640\r\n"
)

CASES = (
    Case(
        kind="held",
        file="batu-bedil.html",
        content=page("Situs Batu Bedil", _PROFILE),
        asks=(
            ask("Siapa juru pelihara situs Batu Bedil?", "Maryadi"),
            ask("Berapa harga tiket anak?", "Rp2.000", never=("Rp5.000",)),
            ask("How many menhirs are there?", "23", en=True),
            refuse("Berapa nomor registrasi situs?"),
        ),
        lines=("Nama situs", "Juru pelihara", "Maryadi", "1,75 ha", "23 buah", "Tiket anak", "Rp2.000"),
    ),
    Case(
        kind="held",
        file="bus-kota.html",
        content=page("Angkutan Kota", _BLOCK),
        asks=(
            ask("Berapa penumpang rute Pasar Induk – Pelabuhan?", "12.480", never=("33.905", "41.260")),
            ask("Berapa armada seluruh rute?", "16", never=("8",)),
            refuse("Berapa penumpang rute Terminal Lama – Bandara?"),
        ),
        lines=("Terminal Lama – Kampus", "5", "33.905", "Seluruh rute", "87.645"),
    ),
    Case(
        kind="held",
        file="gudang-siaga.html",
        content=page("Gudang Siaga", _LABELLED),
        asks=(
            ask("Berapa tenda regu yang dipinjam?", "18", never=("30",)),
            ask("Berapa pompa isap yang dimiliki?", "7", never=("12", "0")),
            refuse("Berapa perahu karet yang dimiliki?"),
        ),
        lines=("Palu rangka", "12", "5", "Tenda regu", "30", "18", "14 hari"),
    ),
    Case(
        kind="held",
        file="kirim-sampel.html",
        content=page("Cara Mengirim Sampel", _DITTO),
        asks=(
            ask("Berapa batas waktu sampel air laut?", "48 jam", never=("24 jam", "12 jam")),
            ask("Wadah apa untuk susu segar?", "botol plastik", never=("kaca", "kantong")),
            refuse("Berapa batas waktu sampel air hujan?"),
        ),
        lines=("Air sumur", "botol kaca", "24 jam", "Air laut", "48 jam", "Ikan segar", "12 jam"),
    ),
    Case(
        kind="held",
        file="rka-jamban.html",
        content=page("RKA Pekon", _BUDGET),
        asks=(
            ask("Berapa jumlah anggaran upah tukang?", "15.600.000", never=("130.000", "8.550.000")),
            ask("Berapa harga satu sak semen?", "68.000", never=("12.240.000", "190.000")),
            ask("Kapan waktu pelaksanaan pembuatan jamban?", "April–Juni"),
            refuse("Berapa jumlah anggaran batu bata?"),
        ),
        lines=("Pembangunan Pekon", "Pembuatan Jamban Sehat", "Semen", "180", "sak", "68.000", "36.390.000"),
    ),
    Case(
        kind="held",
        file="balai-tenun.md",
        content=_PANDOC,
        asks=(
            ask("Berapa uang saku peserta?", "Rp50.000"),
            ask("Berapa hari kelas tenun ikat?", "40", never=("24",)),
            ask("Who may register?", "17 sampai 45", en=True),
            refuse("Siapa pelatih tenun ikat?"),
        ),
        lines=("Siapa yang boleh mendaftar", "17 sampai 45", "Rp50.000 sehari", "Tenun ikat, 40 hari", "Suprihatin"),
    ),
    Case(
        kind="held",
        file="ubah-pasar-hewan.txt",
        content=_AMENDING,
        asks=(
            ask("Pukul berapa pasar hewan ditutup?", "11.00", never=("05.00",)),
            ask("Apa isi Pasal 9A?", "dokter hewan", "Rp7.500"),
            ask("Kapan peraturan ini mulai berlaku?", "1 September 2025"),
            refuse("Berapa denda bagi pedagang pasar hewan?"),
        ),
        lines=("Pasal I", "(1) Pasar hewan dibuka", "Pasal 9A", "Rp7.500", "Pasal 12 dihapus", "hari besar keagamaan"),
    ),
    Case(
        kind="held",
        file="komoditas.csv",
        content=_TABBED,
        asks=(
            ask("Berapa hasil nanas di Kota Alam?", "1.790", never=("3.220",)),
            ask("Berapa luas singkong di Sungkai Jaya?", "910", never=("140", "21.500")),
            refuse("Berapa hasil lada di Kota Alam?"),
        ),
        lines=("Sungkai Jaya", "Nanas", "140", "3.220", "Singkong", "910", "Kota Alam", "82", "1.790", "Karet"),
    ),
)
