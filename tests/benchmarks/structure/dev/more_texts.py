"""Texts, pages and letters of other subjects, each line of them to be kept."""

from datetime import date

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office
from tests.benchmarks.structure.writers.web import items, page, paragraphs, rows

CASES = (
    Case(
        kind="pairs",
        file="info-lomba.html",
        content=page(
            "Lomba Desa Bersih",
            "<dl><dt>Penanggung jawab</dt><dd>Yuliana Sari</dd><dt>Juri</dt><dd>Agus Salim</dd>"
            "<dt>Hadiah utama</dt><dd>Rp25.000.000</dd><dt>Batas pendaftaran</dt><dd>30 Juni 2026</dd></dl>",
        ),
        asks=(
            ask("Siapa penanggung jawab Lomba Desa Bersih?", "Yuliana Sari", never=("Agus Salim",)),
            ask("What is the main prize?", "Rp25.000.000", en=True),
            refuse("Siapa pemenang Lomba Desa Bersih?"),
        ),
        lines=(
            "Penanggung jawab",
            "Yuliana Sari",
            "Juri",
            "Agus Salim",
            "Hadiah utama",
            "Rp25.000.000",
            "30 Juni 2026",
        ),
    ),
    Case(
        kind="levels",
        file="guru-jenjang.html",
        content=page(
            "Guru dan Tenaga Kependidikan",
            "<table><thead><tr><th rowspan='2'>Jenjang</th><th colspan='2'>Guru Tetap</th><th colspan='2'>Guru Honorer"
            "</th></tr><tr><th>Laki-laki</th><th>Perempuan</th><th>Laki-laki</th><th>Perempuan</th></tr></thead>"
            + rows("SD | 1.204 | 2.866 | 310 | 702", "SMP | 655 | 1.190 | 144 | 288", "SMA | 402 | 517 | 61 | 93")
            + "</table>",
        ),
        asks=(
            ask("Berapa guru honorer perempuan di SMP?", "288", never=("144", "1.190", "702")),
            ask("Berapa guru tetap laki-laki SMA?", "402", never=("517", "61")),
            ask("How many female permanent teachers are there in SD?", "2.866", never=("1.204", "702"), en=True),
            refuse("Berapa guru honorer perempuan di SMK?"),
        ),
        lines=(
            "SD",
            "1.204",
            "2.866",
            "310",
            "702",
            "SMP",
            "655",
            "1.190",
            "144",
            "288",
            "SMA",
            "402",
            "517",
            "61",
            "93",
        ),
    ),
    Case(
        kind="siblings",
        file="titik-banjir.md",
        content="# Titik Banjir\n\n## Blok 2\n\n- Tinggi air: 60 cm\n- Warga terdampak: 118\n\n## Blok 12\n\n"
        "- Tinggi air: 35 cm\n- Warga terdampak: 47\n- Pompa: 2 unit\n\n## Blok 22\n\n- Tinggi air: 90 cm\n",
        asks=(
            ask("Berapa warga terdampak di Blok 12?", "47", never=("118",)),
            ask("How high was the water in Blok 22?", "90 cm", never=("60 cm", "35 cm"), en=True),
            refuse("Berapa warga terdampak di Blok 22?"),
            refuse("Berapa pompa di Blok 2?"),
        ),
        lines=("Blok 2", "60 cm", "118", "Blok 12", "35 cm", "47", "2 unit", "Blok 22", "90 cm"),
    ),
    Case(
        kind="neighbours",
        file="isbat-nikah.html",
        content=page(
            "Sidang Isbat Nikah Terpadu",
            "<h3>Kecamatan Ulubelu</h3>"
            + paragraphs("Sidang digelar di Aula KUA pada 3 Februari 2026.", "Pesertanya 22 pasangan.")
            + "<h3>Kecamatan Limau</h3>"
            + paragraphs("Sidang digelar di Balai Pekon pada 10 Februari 2026.", "Pendaftaran sudah ditutup."),
        ),
        asks=(
            ask("Di mana sidang isbat nikah di Kecamatan Ulubelu?", "Aula KUA", never=("Balai Pekon",)),
            ask("When is the session in Limau?", "10 Februari 2026", never=("3 Februari",), en=True),
            refuse("Berapa pasangan peserta sidang di Kecamatan Limau?"),
        ),
        lines=("Kecamatan Ulubelu", "Aula KUA", "Pesertanya 22 pasangan", "Kecamatan Limau", "Balai Pekon", "ditutup"),
    ),
    Case(
        kind="recurring_items",
        file="syarat-rehab.html",
        content=page(
            "Bantuan Rehab Rumah",
            "<div><strong>Untuk pemilik rumah</strong></div><ul>"
            + items("Fotokopi KTP", "Fotokopi KK", "Foto rumah", "Surat tanah", "Surat tidak mampu")
            + "</ul><div><strong>Untuk penyewa</strong></div><ul>"
            + items("Fotokopi KTP", "Fotokopi KK", "Foto rumah", "Surat izin pemilik")
            + "</ul>",
        ),
        asks=(
            ask(
                "Apa saja syarat bantuan rehab untuk pemilik rumah?",
                *("Fotokopi KTP", "Fotokopi KK", "Foto rumah", "Surat tanah", "Surat tidak mampu"),
                never=("Surat izin pemilik",),
            ),
            refuse("Berapa nilai bantuan rehab rumah?"),
        ),
        lines=(
            "Untuk pemilik rumah",
            *("Fotokopi KTP", "Fotokopi KK", "Foto rumah", "Surat tanah", "Surat tidak mampu"),
            "Untuk penyewa",
            *("Fotokopi KTP", "Fotokopi KK", "Foto rumah", "Surat izin pemilik"),
        ),
    ),
    Case(
        kind="totals",
        file="panen-kakao.csv",
        content="kelompok,luas_ha,panen_kg\nMekar Jaya,12.5,8400\nSido Muncul,9.0,6150\nTunas Baru,15.2,10900\n",
        asks=(
            ask("Berapa panen kelompok Sido Muncul?", "6150|6.150", never=("8400", "10900")),
            ask("Kelompok mana yang panennya paling kecil?", "Sido Muncul", never=("Mekar Jaya", "Tunas Baru")),
            ask("How many kilograms did Tunas Baru harvest?", "10900|10.900", never=("8400",), en=True),
            refuse("Berapa panen kelompok Karya Tani?"),
        ),
        lines=("Mekar Jaya", "12.5", "8400", "Sido Muncul", "9.0", "6150", "Tunas Baru", "15.2", "10900"),
    ),
    Case(
        kind="mail",
        file="jawaban-warga.eml",
        content=lambda: office.letter(
            "Re: Iuran sampah",
            "kebersihan@example.org",
            "Mon, 2 Feb 2026 21:40:00 +0000",
            "Yth. Ibu Rahma,\n\nIuran sampah rumah tangga Rp12.000 sebulan. Pengangkutan dilakukan Selasa dan "
            "Jumat.\n\n"
            "Salam,\nDinas Kebersihan\n\nPada 1 Februari 2026 Ibu Rahma menulis:\n> Apakah iuran sampah Rp20.000?\n",
        ),
        asks=(
            ask("Berapa iuran sampah rumah tangga?", "Rp12.000", never=("Rp20.000",)),
            ask("On which days is the waste collected?", "Selasa", "Jumat", en=True),
            refuse("Berapa iuran sampah untuk restoran?"),
        ),
        lines=("Iuran sampah rumah tangga Rp12.000 sebulan", "Selasa dan Jumat"),
        published=date(2026, 2, 3),
    ),
    Case(
        kind="collection",
        file="siaran.jsonl",
        content='{"id": "a1", "title": "Lelang Ikan", "text": "Lelang ikan perdana mencatat 6,4 ton. Harga tongkol '
        "&amp; "
        'layang naik.", "published": "2025-08-30T18:30:00Z"}\n{"id": "a2", "title": "Rumput Laut", "text": "<table><tr>'
        "<th>Dusun</th><th>Ton</th></tr><tr><td>Ketapang</td><td>11</td></tr><tr><td>Pulau "
        "Pahawang</td><td>19</td></tr>"
        '</table>", "published": "2025-09-01"}\n',
        asks=(
            ask("Berapa ton rumput laut Pulau Pahawang?", "19", never=("11",)),
            ask("How many tons of fish were auctioned?", "6,4", en=True),
            refuse("Berapa ton rumput laut Dusun Batu Putu?"),
        ),
        lines=(
            "Lelang ikan perdana mencatat 6,4 ton",
            "tongkol & layang naik",
            "Ketapang",
            "11",
            "Pulau Pahawang",
            "19",
        ),
        published=date(2025, 8, 31),
    ),
    Case(
        kind="markdown",
        file="kredit-usaha.md",
        content='+++\ntitle = "Kredit Usaha Tani"\ndate = 2025-11-07\n+++\n\n<style>td {color: red}</style>\n<table>\n'
        "<tr><th>Plafon</th><th>Bunga</th><th>Tenor</th></tr>\n<tr><td>Sampai Rp10 juta</td><td>3%</td><td>12 "
        "bulan</td>"
        "</tr>\n<tr><td>Rp10 juta&ndash;Rp50 juta</td><td>5%</td><td>36 bulan</td></tr>\n</table>\n\n"
        "Pengajuan dibuka **sepanjang tahun** di kantor cabang.\n",
        asks=(
            ask("Berapa bunga untuk plafon sampai Rp10 juta?", "3%", never=("5%",)),
            ask("Kapan pengajuan kredit dibuka?", "sepanjang tahun"),
            refuse("Berapa bunga untuk plafon Rp500 juta?"),
        ),
        lines=("Sampai Rp10 juta", "3%", "12 bulan", "5%", "36 bulan", "Pengajuan dibuka sepanjang tahun"),
        gone=("color", "+++", "&ndash"),
        published=date(2025, 11, 7),
    ),
    Case(
        kind="repeal",
        file="cabut-perbup.html",
        content=page(
            "Peraturan Bupati Nomor 31 Tahun 2025 tentang Pengelolaan Parkir",
            paragraphs(
                "Pasal 1",
                "Tarif parkir berlangganan Rp60.000 per tahun.",
                "Pasal 2",
                "Pada saat Peraturan Bupati ini mulai berlaku, Peraturan Bupati Nomor 14 Tahun 2018 tentang Parkir "
                "Berlangganan dicabut dan dinyatakan tidak berlaku.",
                "Pasal 3",
                "Peraturan Bupati ini mulai berlaku pada tanggal 1 Januari 2026.",
            ),
        ),
        asks=(
            ask("Peraturan apa yang dicabut?", "Nomor 14 Tahun 2018"),
            ask("Apa isi Pasal 3?", "1 Januari 2026", never=("dicabut",)),
            ask("How much is a parking subscription?", "Rp60.000", en=True),
            refuse("Apa isi Pasal 12?"),
        ),
        lines=("Pasal 1", "Rp60.000 per tahun", "Pasal 2", "dicabut dan dinyatakan tidak berlaku", "Pasal 3"),
    ),
    Case(
        kind="several_articles",
        file="kabar-singkat.html",
        content=page(
            "Kabar Singkat",
            "<article><h2>Pasar Ternak</h2><p>Jum'at, 7 Nopember 2025</p><p>Pasar ternak Tanjung Bintang menjual 96 "
            "sapi.</p>"
            "</article><article><h2>Pasar Bunga</h2><p>Ahad, 9 Nopember 2025</p><p>Pasar bunga Kemiling diikuti 18 "
            "penjual."
            "</p></article>",
        ),
        asks=(
            ask("Berapa sapi yang terjual di pasar ternak?", "96", never=("18",)),
            ask("How many sellers joined the flower market?", "18", never=("96",), en=True),
            refuse("Berapa kambing yang terjual di pasar ternak?"),
        ),
        lines=("Pasar Ternak", "menjual 96 sapi", "Pasar Bunga", "diikuti 18 penjual"),
    ),
)
