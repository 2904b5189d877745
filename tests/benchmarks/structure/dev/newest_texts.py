"""Texts, pages, sheets of values and letters about turtles, trains, sign language and other things not asked "
"before."""

from datetime import date

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office
from tests.benchmarks.structure.writers.web import page, paragraphs, rows

CASES = (
    Case(
        kind="two_level_rows",
        file="penetasan-penyu.html",
        content=page(
            "Penetasan Penyu di Pantai Barat",
            "<table><caption>Telur dan tukik menurut pantai dan jenis, 2025</caption>"
            + rows("#Pantai | #Jenis | #Telur | #Menetas")
            + "<tr><td rowspan='2'>Pantai Muara Tembulih</td><td>Penyu lekang</td><td>4.310</td><td>3.877</td></tr>"
            + rows("Penyu hijau | 962 | 701")
            + "<tr><td rowspan='2'>Pantai Labuhan Jukung</td><td>Penyu lekang</td><td>1.205</td><td>1.019</td></tr>"
            + rows("Penyu hijau | 88 | nihil")
            + "<tr><td colspan='2'>Jumlah</td><td>6.565</td><td>5.597</td></tr></table>"
            + paragraphs("Tukik dilepas pada sore hari saat laut surut."),
        ),
        asks=(
            ask("Berapa telur penyu hijau di Pantai Muara Tembulih?", "962", never=("4.310", "88")),
            ask("brp penyu lekang yg menetas di labuhan jukung?", "1.019", never=("3.877", "1.205")),
            ask("How many eggs were counted in total?", "6.565", never=("5.597",), en=True),
            refuse("Berapa telur penyu belimbing di Pantai Labuhan Jukung?"),
            refuse("Berapa telur penyu hijau di Pantai Muara Tembulih tahun 2023?"),
            ask("Kapan tukik dilepas?", "sore hari"),
        ),
        lines=(
            "Pantai Muara Tembulih",
            "4.310",
            "3.877",
            "962",
            "701",
            "Pantai Labuhan Jukung",
            "88",
            "nihil",
            "6.565",
        ),
    ),
    Case(
        kind="label_grid",
        file="kereta-wisata.html",
        content=page(
            "Kereta Wisata Way Tuba",
            "<dl><dt>Panjang lintasan</dt><dd>23,5 km</dd><dt>Lama perjalanan</dt><dd>55 menit</dd>"
            "<dt>Daya angkut</dt><dd>160 penumpang</dd></dl>"
            "<div class='info'><div><span>Harga dewasa</span><strong>Rp45.000</strong></div>"
            "<div><span>Harga anak</span><strong>Rp25.000</strong></div>"
            "<div><span>Hari jalan</span><strong>Sabtu dan Minggu</strong></div></div>"
            "<h2>Kereta barang</h2><dl><dt>Panjang lintasan</dt><dd>71 km</dd><dt>Daya angkut</dt><dd>900 "
            "ton</dd></dl>",
        ),
        asks=(
            ask("Berapa harga tiket anak kereta wisata?", "Rp25.000", never=("Rp45.000",)),
            ask("Berapa lama perjalanan kereta wisata Way Tuba?", "55 menit"),
            ask("On which days does the tourist train run?", "Sabtu dan Minggu", en=True),
            ask("Berapa daya angkut kereta barang?", "900 ton", never=("160",)),
            refuse("Berapa lama perjalanan kereta barang?"),
            refuse("Berapa harga tiket lansia?"),
        ),
        lines=(
            "Panjang lintasan",
            "23,5 km",
            "Lama perjalanan",
            "55 menit",
            "Daya angkut",
            "160 penumpang",
            "Harga dewasa",
            "Rp45.000",
            "Harga anak",
            "Rp25.000",
            "Hari jalan",
            "Kereta barang",
            "71 km",
            "900 ton",
        ),
    ),
    Case(
        kind="faq",
        file="bahasa-isyarat.md",
        content="# Tanya Jawab Juru Bahasa Isyarat\n\n**T: Siapa yang boleh meminta juru bahasa isyarat?**\n\n"
        "J: Warga tuli yang mengurus layanan di kantor provinsi, dan panitia acara umum.\n\n"
        "**T: Berapa hari sebelumnya harus dipesan?**\n\nJ: Tiga hari kerja sebelum hari layanan; untuk acara umum "
        "sepuluh hari kerja.\n\n**T: Apakah ada biayanya?**\n\nJ: Tidak ada untuk warga tuli. Panitia acara umum "
        "menanggung Rp300.000 per jam.\n\n**T: Bagaimana membatalkan pesanan?**\n\nJ: Kirim pesan ke nomor "
        "pemesanan paling "
        "lambat sehari sebelumnya.\n",
        asks=(
            ask("Berapa hari sebelumnya harus pesan juru bahasa isyarat untuk acara umum?", "sepuluh hari kerja"),
            ask("Berapa yang ditanggung panitia acara umum?", "Rp300.000"),
            ask("How do I cancel a booking?", "sehari sebelumnya", en=True),
            refuse("Berapa jumlah juru bahasa isyarat yang tersedia?"),
            refuse("Apakah tersedia juru bahasa isyarat pada hari Minggu?"),
        ),
        lines=("Siapa yang boleh meminta", "Warga tuli", "Tiga hari kerja", "sepuluh hari kerja", "Rp300.000 per jam"),
    ),
    Case(
        kind="typed_divisions",
        file="perda-jembatan-timbang.txt",
        content="PERATURAN DAERAH PROVINSI NOMOR 9 TAHUN 2024\nTENTANG\nPENGENDALIAN MUATAN LEBIH\n\nBAB I\n"
        "KETENTUAN UMUM\n\nPasal 1\n\nDalam Peraturan Daerah ini yang dimaksud dengan:\n1. Muatan lebih adalah "
        "berat muatan "
        "yang melampaui daya angkut yang diizinkan.\n2. Jembatan timbang adalah alat untuk menimbang kendaraan "
        "beserta "
        "muatannya.\n\nBAB II\nPENIMBANGAN\n\nBagian Kesatu\nKewajiban\n\nPasal 2\n\n(1) Setiap angkutan barang "
        "wajib masuk "
        "jembatan timbang.\n(2) Kewajiban sebagaimana dimaksud pada ayat (1) dikecualikan bagi:\na. angkutan "
        "sembako bencana;\n"
        "b. kendaraan pemadam; dan\nc. mobil tangki air bersih.\n\nBagian Kedua\nDenda\n\nPasal 3\n\n(1) Muatan "
        "lebih sampai "
        "dengan 5% (lima persen) diberi peringatan tertulis.\n(2) Muatan lebih di atas 5% (lima persen) sampai "
        "dengan 20% (dua "
        "puluh persen) didenda Rp750.000,00 (tujuh ratus lima puluh ribu rupiah).\n(3) Muatan lebih di atas 20% "
        "(dua puluh "
        "persen) dilarang meneruskan perjalanan.\n\nBAB III\nPENUTUP\n\nPasal 4\n\nPeraturan Daerah ini berlaku "
        "pada tanggal "
        "diundangkan.\n",
        asks=(
            ask("Apa isi Pasal 3 ayat (3)?", "dilarang meneruskan perjalanan", never=("Rp750.000",)),
            ask("Kendaraan apa saja yang dikecualikan?", "sembako bencana", "pemadam", "tangki air bersih"),
            ask("Berapa denda muatan lebih 15 persen?", "Rp750.000,00", refusable=True),
            ask("What is a jembatan timbang?", "menimbang kendaraan", never=("melampaui",), en=True),
            refuse("Apa isi Pasal 5?"),
            refuse("Berapa denda bagi petugas yang menerima suap?"),
        ),
        lines=(
            "BAB I",
            "Pasal 1",
            "1. Muatan lebih adalah",
            "2. Jembatan timbang adalah",
            "BAB II",
            "Bagian Kesatu",
            "Pasal 2",
            "a. angkutan sembako bencana",
            "c. mobil tangki",
            "Bagian Kedua",
            "Pasal 3",
            "Pasal 4",
        ),
    ),
    Case(
        kind="scale",
        file="belanja-kebun-raya.csv",
        content="Anggaran Kebun Raya Liwa (dalam juta rupiah);;;\nUraian;2024;2025;2026\nGaji "
        "petugas;1.840;1.905;2.010\n"
        "Bibit dan pupuk;412;388;455\nRumah kaca;2.750;-;1.100\nJumlah;5.002;2.293;3.565\n",
        asks=(
            ask("Berapa anggaran bibit dan pupuk tahun 2025?", "388", "388 juta", never=("412", "455")),
            ask("Berapa jumlah anggaran kebun raya tahun 2026?", "3.565", never=("2.293", "5.002")),
            ask("How much was budgeted for the greenhouse (rumah kaca) in 2024?", "2.750", never=("1.100",), en=True),
            refuse("Berapa anggaran rumah kaca tahun 2025?"),
            refuse("Berapa anggaran gaji petugas tahun 2027?"),
            refuse("Berapa anggaran keamanan tahun 2025?"),
        ),
        lines=(
            "Gaji petugas",
            "1.840",
            "1.905",
            "2.010",
            "Bibit dan pupuk",
            "412",
            "388",
            "455",
            "Rumah kaca",
            "2.750",
        ),
    ),
    Case(
        kind="several_articles",
        file="kabar-olahraga.html",
        content="<html lang='id'><head><title>Kabar Olahraga</title></head><body><main>"
        "<article><h2>Lari Maraton Krakatau</h2><p class='date'>Jum'at, 5 September 2025</p><p>Lomba diikuti "
        "3.218 pelari dari "
        "14 provinsi. Juara pertama putra, Rudi Hamdani, mencatat waktu 2 jam 31 menit.</p></article>"
        "<article><h2>Kejuaraan Dayung Way Besai</h2><p class='date'>Ahad, 14 September 2025</p><p>Lomba "
        "diikuti 46 regu. "
        "Juara pertama diraih regu Tirta Perkasa.</p></article>"
        "<article><h2>Kejuaraan Anggar Pelajar</h2><p>Pendaftaran ditutup 30 September "
        "2025.</p></article></main></body></html>",
        asks=(
            ask("Berapa peserta Lari Maraton Krakatau?", "3.218", never=("46",)),
            ask("Siapa juara pertama Kejuaraan Dayung Way Besai?", "Tirta Perkasa", never=("Rudi",)),
            ask("When does registration for the fencing (anggar) championship close?", "30 September 2025", en=True),
            refuse("Berapa peserta Kejuaraan Anggar Pelajar?"),
            refuse("Siapa juara kedua Lari Maraton Krakatau?"),
        ),
        lines=("Lari Maraton Krakatau", "3.218 pelari", "Kejuaraan Dayung Way Besai", "46 regu", "Kejuaraan Anggar"),
    ),
    Case(
        kind="nested_list",
        file="adopsi-satwa.html",
        content=page(
            "Syarat Memelihara Satwa Titipan",
            "<h2>Perorangan</h2><ol type='a'><li>Fotokopi KTP</li><li>Bukti kandang:<ul><li>foto kandang</li>"
            "<li>ukuran paling kecil 6 m<sup>2</sup></li></ul></li><li>Surat keterangan dokter hewan</li></ol>"
            "<h2>Lembaga</h2><ol type='a'><li>Akta pendirian</li><li>Bukti kandang:<ul><li>denah kandang</li>"
            "<li>ukuran paling kecil 40 m<sup>2</sup></li></ul></li><li>Surat keterangan dokter hewan</li>"
            "<li>Rencana pelepasliaran</li></ol>",
        ),
        asks=(
            ask("Apa saja syarat memelihara satwa bagi perorangan?", "KTP", "kandang", "dokter hewan", never=("Akta",)),
            ask("Berapa ukuran kandang paling kecil bagi lembaga?", "40 m²|40 m2|40 m^2", never=("6 m",)),
            ask("What do institutions need besides the deed?", "Rencana pelepasliaran", en=True),
            refuse("Berapa biaya memelihara satwa titipan bagi lembaga?"),
            refuse("Berapa lama satwa boleh dititipkan?"),
        ),
        lines=(
            "Perorangan",
            "a. Fotokopi KTP",
            "b. Bukti kandang",
            "foto kandang",
            "c. Surat keterangan dokter hewan",
            "Lembaga",
            "a. Akta pendirian",
            "denah kandang",
            "d. Rencana pelepasliaran",
        ),
    ),
    Case(
        kind="mail",
        file="jadwal-kir.eml",
        content=lambda: office.letter(
            "Perubahan jadwal uji berkala kendaraan",
            "pkb@example.org",
            "Tue, 30 Sep 2025 18:20:00 +0000",
            "Yth. pemilik angkutan,\n\nUji berkala (KIR) mulai Oktober 2025 dibagi sebagai berikut:\n\n"
            "- Mobil penumpang umum: Senin dan Selasa, jalur 1\n- Truk dua sumbu: Rabu, jalur 2\n"
            "- Truk tiga sumbu atau lebih: Kamis, jalur 3\n\nLoket tutup pukul 14.00. Uji hari Jumat ditiadakan.\n\n"
            "Salam,\nSeksi Pengujian\n",
        ),
        asks=(
            ask("Hari apa uji KIR truk dua sumbu?", "Rabu", never=("Kamis", "Senin")),
            ask("Which lane is for trucks with three axles or more?", "jalur 3", never=("jalur 2",), en=True),
            ask("Loket KIR tutup jam berapa?", "14.00"),
            refuse("Hari apa uji KIR kereta gandengan?"),
            refuse("Berapa biaya uji KIR mobil penumpang umum?"),
        ),
        lines=("Mobil penumpang umum: Senin dan Selasa, jalur 1", "Truk dua sumbu: Rabu, jalur 2", "Kamis, jalur 3"),
        published=date(2025, 10, 1),
    ),
    Case(
        kind="collection",
        file="pos-pantau.jsonl",
        content="\n".join(
            (
                '{"id": "pos-1", "title": "Pos Pantau Gunung '
                'Seminung", "text": "<h2>Peralatan</h2><ul><li>Seismograf: 3'
                "</li><li>Kamera panas: 1</li></ul><h2>Petugas</h2><p>Pengamat: Wawan Setiadi, dibantu dua orang.</p>"
                '", "published": "2025-03-04"}',
                '{"id": "pos-2", "title": "Pos Pantau Gunung '
                'Pesagi", "text": "<h2>Peralatan</h2><ul><li>Seismograf: 2</li>'
                '</ul><h2>Petugas</h2><p>Pengamat: Lestari Ningrum.</p>", "published": "2025-03-05"}',
                '{"id": "pos-3", "title": "Pos Pantau Gunung '
                'Sekincau", "text": "<h2>Peralatan</h2><ul><li>Seismograf: 5'
                '</li><li>Kamera panas: 2</li></ul>", "published": "2025-03-06"}',
            )
        ),
        asks=(
            ask("Siapa pengamat di Pos Pantau Gunung Pesagi?", "Lestari Ningrum", never=("Wawan",)),
            ask("Berapa seismograf di Pos Pantau Gunung Sekincau?", "5", never=("3", "2")),
            ask("How many thermal cameras (kamera panas) does Gunung Seminung have?", "1", never=("2",), en=True),
            refuse("Siapa pengamat di Pos Pantau Gunung Sekincau?"),
            refuse("Berapa kamera panas di Pos Pantau Gunung Pesagi?"),
        ),
        lines=(
            "Seismograf: 3",
            "Kamera panas: 1",
            "Wawan Setiadi",
            "Seismograf: 2",
            "Lestari Ningrum",
            "Seismograf: 5",
        ),
    ),
    Case(
        kind="ranges",
        file="tarif-air-tanah.md",
        content="# Pajak Air Tanah\n\nTarif per meter kubik menurut pemakaian sebulan:\n\n"
        "| Pemakaian (m³) | Niaga kecil | Niaga besar | Industri |\n| --- | ---: | ---: | ---: |\n"
        "| 0–50 | Rp350 | Rp600 | Rp900 |\n| 51–500 | Rp420 | Rp780 | Rp1.150 |\n| 501–1.000 | Rp510 | Rp930 | "
        "Rp1.400 |\n"
        "| > 1.000 | Rp640 | Rp1.200 | Rp1.850[^1] |\n\n[^1]: Mulai 1 Juli 2026 menjadi Rp2.000.\n",
        asks=(
            ask("Berapa tarif niaga besar untuk pemakaian 51-500 m3?", "Rp780", never=("Rp420", "Rp1.150", "Rp930")),
            ask("Berapa tarif industri di atas 1.000 meter kubik?", "Rp1.850", never=("Rp1.200",)),
            ask("What is the tariff for small business at 0-50 cubic metres?", "Rp350", never=("Rp600",), en=True),
            refuse("Berapa tarif rumah tangga untuk pemakaian 0-50 m3?"),
            refuse("Berapa tarif niaga kecil tahun 2020?"),
        ),
        lines=("0–50", "Rp350", "Rp600", "Rp900", "51–500", "Rp780", "501–1.000", "Rp930", "Rp1.850", "1 Juli 2026"),
    ),
)
