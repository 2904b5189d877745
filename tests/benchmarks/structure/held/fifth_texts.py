"""Texts, pages, sheets of values and letters of a fifth set of subjects."""

from datetime import date

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office
from tests.benchmarks.structure.writers.web import items, page, paragraphs, rows

CASES = (
    Case(
        kind="two_level_heads",
        file="kunjungan-observatorium.html",
        content=page(
            "Pengunjung Observatorium",
            "<table><thead><tr><th rowspan='2'>Bulan</th><th colspan='2'>Pelajar</th><th colspan='2'>Umum</th></tr>"
            + rows("#Pagi | #Malam | #Pagi | #Malam")
            + "</thead><tbody>"
            + rows("Mei | 412 | 96 | 133 | 207", "Juni | 280 | 64 | 175 | 318", "Juli | - | 41 | 260 | 402")
            + "</tbody></table><p>Pada Juli kunjungan pelajar pagi ditutup karena libur.</p>",
        ),
        asks=(
            ask("Berapa pelajar yang berkunjung malam hari pada bulan Juni?", "64", never=("280", "318")),
            ask("Berapa pengunjung umum pagi bulan Mei?", "133", never=("412", "207")),
            ask("How many general visitors came at night in July?", "402", never=("260", "41"), en=True),
            refuse("Berapa pelajar yang berkunjung pagi hari pada bulan Juli?"),
            refuse("Berapa pengunjung umum pagi bulan Agustus?"),
        ),
        lines=("Mei", "412", "96", "133", "207", "Juni", "280", "64", "175", "318", "Juli", "41", "260", "402"),
    ),
    Case(
        kind="label_grid",
        file="wisma-atlet.html",
        content=page(
            "Wisma Atlet Way Halim",
            "<div class='grid'><div><h4>Jumlah kamar</h4><p>84</p></div><div><h4>Tempat tidur</h4><p>252</p></div>"
            "<div><h4>Sewa per malam</h4><p>Rp120.000</p></div></div><h2>Asrama Pelatih</h2>"
            "<table><tr><td>Jumlah kamar</td><td>16</td></tr><tr><td>Sewa per malam</td><td>Rp150.000</td></tr>"
            "<tr><td>Pengelola</td><td>Dewi Maharani</td></tr></table>",
        ),
        asks=(
            ask("Berapa sewa per malam Wisma Atlet?", "Rp120.000", never=("Rp150.000",)),
            ask("Berapa jumlah kamar Asrama Pelatih?", "16", never=("84", "252")),
            ask("Who manages the coaches' dormitory (Asrama Pelatih)?", "Dewi Maharani", en=True),
            refuse("Berapa tempat tidur di Asrama Pelatih?"),
            refuse("Berapa luas Wisma Atlet?"),
        ),
        lines=("Jumlah kamar", "84", "Tempat tidur", "252", "Sewa per malam", "Rp120.000", "Asrama Pelatih", "16"),
    ),
    Case(
        kind="faq",
        file="tanya-bantuan-hukum.html",
        content=page(
            "Tanya Jawab Bantuan Hukum",
            "<details><summary>Siapa yang dapat dibantu?</summary><p>Warga dengan surat keterangan tidak mampu "
            "dari lurah."
            "</p></details><details><summary>Perkara apa yang tidak ditangani?</summary><ul>"
            + items("sengketa waris di atas Rp500 juta", "perkara korupsi", "perceraian tanpa kekerasan")
            + "</ul></details><details><summary>Berapa lama menunggu pengacara?</summary><p>Paling lama lima "
            "hari kerja; "
            "untuk tahanan satu hari.</p></details>",
        ),
        asks=(
            ask("Perkara apa saja yang tidak ditangani?", "waris", "korupsi", "perceraian"),
            ask("Berapa lama tahanan menunggu pengacara?", "satu hari"),
            ask("Who can get legal aid?", "tidak mampu", en=True),
            refuse("Berapa honor pengacara bantuan hukum?"),
            refuse("Di mana alamat kantor bantuan hukum?"),
        ),
        lines=("Siapa yang dapat dibantu", "surat keterangan tidak mampu", "perkara korupsi", "lima hari kerja"),
    ),
    Case(
        kind="amendment",
        file="ubah-pergub-taman.md",
        content="# PERATURAN GUBERNUR NOMOR 31 TAHUN 2025\n\nPERUBAHAN KEDUA ATAS PERATURAN GUBERNUR NOMOR 4 "
        "TAHUN 2018 TENTANG "
        "TAMAN PROVINSI\n\n## Pasal I\n\nBeberapa ketentuan diubah sebagai berikut:\n\n1. Pasal 6 diubah "
        "sehingga berbunyi "
        "sebagai berikut:\n\n   **Pasal 6**\n\n   (1) Taman dibuka pukul 05.30 sampai 21.00.\n\n   (2) Pedagang "
        "keliling dilarang "
        "masuk taman.\n\n2. Di antara Pasal 8 dan Pasal 9 disisipkan Pasal 8A sehingga berbunyi:\n\n   **Pasal "
        "8A**\n\n   "
        "Hewan peliharaan wajib memakai tali.\n\n3. Pasal 11 dihapus.\n\n## Pasal II\n\nPeraturan Gubernur ini "
        "berlaku pada "
        "tanggal 1 Desember 2025.\n",
        asks=(
            ask("Apa isi Pasal 8A?", "memakai tali", never=("Pedagang",)),
            ask("Pukul berapa taman dibuka?", "05.30"),
            ask("When does the regulation take effect?", "1 Desember 2025", en=True),
            ask("Apa isi Pasal I angka 3?", "dihapus"),
            refuse("Apa isi Pasal 9?"),
            refuse("Berapa denda bagi pedagang keliling yang masuk taman?"),
        ),
        lines=(
            "Pasal I",
            "Pasal 6",
            "(1) Taman dibuka",
            "(2) Pedagang keliling",
            "Pasal 8A",
            "memakai tali",
            "Pasal II",
        ),
    ),
    Case(
        kind="total_row",
        file="bantuan-pompa.csv",
        content="Kabupaten,Pompa diajukan,Pompa diterima,Kelompok tani\nMesuji,120,96,41\nTulang Bawang,88,88,30\n"
        "Way Kanan,64,-,22\nTotal,272,184,93\n",
        asks=(
            ask("Berapa pompa yang diterima Mesuji?", "96", never=("120", "41")),
            ask("Berapa total pompa yang diajukan?", "272", never=("184",)),
            ask("Which district requested the most pumps?", "Mesuji", never=("Tulang Bawang",), en=True),
            refuse("Berapa pompa yang diterima Way Kanan?"),
            refuse("Berapa pompa yang diajukan Pesisir Barat?"),
            refuse("Berapa harga satu pompa?"),
        ),
        lines=("Mesuji", "120", "96", "41", "Tulang Bawang", "88", "30", "Way Kanan", "64", "22", "272", "184", "93"),
    ),
    Case(
        kind="minutes",
        file="notulen-komite.txt",
        content="NOTULEN RAPAT KOMITE SEKOLAH\n\nHari/tanggal : Sabtu, 11 Oktober 2025\nTempat       : "
        "Perpustakaan SMPN 3\n"
        "Pemimpin     : Hj. Suryati\nPeserta      : 37 orang tua murid\n\nPembahasan\n\n1. Seragam olahraga\n   "
        "Harga paling "
        "tinggi Rp135.000; orang tua boleh menjahit sendiri.\n\n2. Karyawisata\n   Ditunda ke semester genap. "
        "Tujuan belum "
        "ditetapkan.\n\n3. Kantin sehat\n   Minuman bersoda dilarang mulai 1 November 2025.\n   Penanggung "
        "jawab: Bapak Edi "
        "Purnomo.\n\nRapat ditutup pukul 11.40.\n",
        asks=(
            ask("Siapa penanggung jawab kantin sehat?", "Edi Purnomo", never=("Suryati",)),
            ask("Di mana rapat komite sekolah diadakan?", "Perpustakaan SMPN 3"),
            ask("What is the highest price of the sports uniform?", "Rp135.000", en=True),
            ask("rapat komite selesai jam brp?", "11.40"),
            refuse("Ke mana tujuan karyawisata?"),
            refuse("Siapa penanggung jawab seragam olahraga?"),
        ),
        lines=("Sabtu, 11 Oktober 2025", "Perpustakaan SMPN 3", "Hj. Suryati", "37 orang tua", "Rp135.000", "11.40"),
    ),
    Case(
        kind="schedule",
        file="pelatihan-barista.html",
        content=page(
            "Jadwal Pelatihan Barista",
            "<table><tr><th></th><th>Senin</th><th>Selasa</th><th>Rabu</th></tr>"
            "<tr><th>08.00–10.00</th><td>Mengenal biji</td><td rowspan='2'>Sangrai</td><td>Seduh manual</td></tr>"
            "<tr><th>10.15–12.15</th><td>Uji rasa</td><td>Seni susu</td></tr>"
            "<tr><th>13.00–15.00</th><td colspan='2'>Praktik kedai</td><td>-</td></tr></table>",
        ),
        asks=(
            ask(
                "Apa materi pelatihan barista hari Senin pukul 10.15?", "Uji rasa", never=("Seni susu", "Mengenal biji")
            ),
            ask("Hari apa materi seduh manual?", "Rabu", never=("Selasa",)),
            ask("What is taught on Wednesday at 10.15?", "Seni susu", never=("Uji rasa",), en=True),
            refuse("Apa materi hari Kamis pukul 08.00?"),
            refuse("Siapa pengajar seni susu?"),
        ),
        lines=("Mengenal biji", "Sangrai", "Seduh manual", "Uji rasa", "Seni susu", "Praktik kedai"),
    ),
    Case(
        kind="struck",
        file="biaya-halal.html",
        content=page(
            "Biaya Sertifikasi Halal Usaha Mikro",
            "<p>Pendaftaran: <s>Rp300.000</s> <b>Rp230.000</b></p><p>Pemeriksaan bahan: <del>gratis</del> "
            "<ins>Rp65.000</ins></p><p>Sertifikat berlaku <del>2</del><ins>4</ins> tahun.</p>"
            "<p>Sampai Agustus telah terbit 2.914<sup>2</sup> sertifikat.</p><p><sup>2</sup> Tidak termasuk "
            "perpanjangan.</p>",
        ),
        asks=(
            ask("Berapa biaya pendaftaran sertifikasi halal?", "Rp230.000", never=("Rp300.000",)),
            ask("Berapa tahun sertifikat berlaku?", "4", never=("2 tahun", "24")),
            ask("How many certificates were issued until August?", "2.914", never=("2.9142",), en=True),
            refuse("Berapa biaya sertifikasi halal usaha menengah?"),
            refuse("Berapa hari pemeriksaan bahan berlangsung?"),
        ),
        lines=(
            "Rp230.000",
            "Pemeriksaan bahan",
            "Rp65.000",
            "Sertifikat berlaku",
            "2.914",
            "Tidak termasuk perpanjangan",
        ),
        gone=("Rp300.000",),
    ),
    Case(
        kind="sections",
        file="posko-mudik.md",
        content="# Posko Mudik\n\n## Posko Simpang Propau\n\n- Tenaga medis: 6 orang\n- Ambulans: 2 unit\n- "
        "Buka: 24 jam\n\n"
        "## Posko Rest Area Gunung Batin\n\n- Tenaga medis: 9 orang\n- Buka: 06.00 sampai 22.00\n\n## Posko "
        "Dermaga Eksekutif\n\n"
        "- Tenaga medis: 4 orang\n- Ambulans: 1 unit\n- Koordinator: dr. Melati Kirana\n",
        asks=(
            ask("Berapa tenaga medis di Posko Rest Area Gunung Batin?", "9", never=("6", "4")),
            ask("Siapa koordinator Posko Dermaga Eksekutif?", "Melati Kirana"),
            ask("How many ambulances are at Simpang Propau?", "2", never=("1",), en=True),
            refuse("Berapa ambulans di Posko Rest Area Gunung Batin?"),
            refuse("Siapa koordinator Posko Simpang Propau?"),
        ),
        lines=(
            "Posko Simpang Propau",
            "6 orang",
            "2 unit",
            "24 jam",
            "Posko Rest Area Gunung Batin",
            "9 orang",
            "1 unit",
        ),
    ),
    Case(
        kind="mail",
        file="kabar-plts.eml",
        content=lambda: office.letter(
            "Perkembangan PLTS pulau",
            "energi@example.org",
            "Fri, 7 Nov 2025 09:00:00 +0700",
            "Lihat HTML.",
            html="<p>Kemajuan pembangkit surya (kWp):</p><table>"
            + rows(
                "#Pulau | #Rencana | #Terpasang | #Keluarga",
                "Legundi | 120 | 120 | 310",
                "Sebesi | 200 | 75 | 640",
                "Pisang | 150 | belum | 405",
            )
            + "</table>"
            + paragraphs("Pemasangan di Pulau Pisang menunggu dermaga."),
        ),
        asks=(
            ask("Berapa kWp yang terpasang di Sebesi?", "75", never=("200", "120")),
            ask("Berapa keluarga di Pulau Pisang?", "405", never=("150",)),
            ask("What capacity is planned for Legundi?", "120", never=("310",), en=True),
            refuse("Berapa kWp yang terpasang di Pulau Tabuan?"),
            refuse("Berapa biaya PLTS di Sebesi?"),
        ),
        lines=(
            "Legundi",
            "120",
            "310",
            "Sebesi",
            "200",
            "75",
            "640",
            "Pisang",
            "150",
            "belum",
            "405",
            "menunggu dermaga",
        ),
        published=date(2025, 11, 7),
    ),
)
