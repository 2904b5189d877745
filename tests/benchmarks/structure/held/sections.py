"""Sections, lists and records that say the same of different things; what was and what is; days."""

from datetime import date

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.web import items, page, paragraphs

_POSTS = "".join(
    f"<h2>Pos {name}</h2>" + paragraphs(f"Koordinator: {who}", f"Perahu karet: {boats} buah", f"Siaga: {hours}")
    for name, who, boats, hours in (
        ("Muara Timur", "Ridwan Saleh", 4, "24 jam"),
        ("Muara Barat", "Lukman Hakim", 7, "06.00-18.00"),
        ("Muara Selatan", "Teguh Wibowo", 2, "06.00-22.00"),
    )
)

CASES = (
    Case(
        kind="siblings",
        file="pos-sar.html",
        content=page("Pos SAR Pantai", _POSTS),
        asks=(
            ask("Berapa perahu karet di Pos Muara Barat?", "7", never=("4", "2")),
            ask("Siapa koordinator Pos Muara Selatan?", "Teguh Wibowo", never=("Ridwan Saleh", "Lukman Hakim")),
            refuse("Siapa koordinator Pos Muara Utara?"),
        ),
    ),
    Case(
        kind="siblings",
        file="paket-wisata.md",
        content="# Paket Wisata Pulau\n\n## Paket Karang\n\n- Harga: Rp350.000\n- Lama: 1 hari\n- Pemandu: 1 orang\n\n"
        "## Paket Samudra\n\n- Harga: Rp875.000\n- Lama: 3 hari\n- Pemandu: 2 orang\n",
        asks=(
            ask("Berapa harga Paket Samudra?", "Rp875.000", never=("Rp350.000",)),
            ask("Berapa lama Paket Karang?", "1 hari", never=("3 hari",)),
            refuse("Berapa harga Paket Mutiara?"),
        ),
    ),
    Case(
        kind="siblings",
        file="layanan-loket.txt",
        content="LAYANAN LOKET KECAMATAN\n\nLoket A\nPetugas: Anisa Rahma\nMelayani: surat pindah\n\n"
        "Loket B\nPetugas: Bagus Prakoso\nMelayani: rekomendasi usaha\n\nLoket C\nPetugas: Citra Melani\n"
        "Melayani: legalisasi ijazah\n",
        asks=(
            ask("Siapa petugas Loket B?", "Bagus Prakoso", never=("Anisa Rahma", "Citra Melani")),
            ask("Loket C melayani apa?", "legalisasi ijazah", never=("surat pindah", "rekomendasi usaha")),
            refuse("Siapa petugas Loket F?"),
        ),
    ),
    Case(
        kind="recurring_items",
        file="syarat-nikah.html",
        content=page(
            "Syarat Pencatatan Nikah",
            "<p>Calon pengantin perjaka membawa:</p><ol>"
            + items("fotokopi KTP", "akta kelahiran", "pasfoto latar biru", "surat sehat")
            + "</ol><p>Calon pengantin duda membawa:</p><ol>"
            + items("fotokopi KTP", "akta kelahiran", "akta cerai", "pasfoto latar biru")
            + "</ol>",
        ),
        asks=(
            ask("Apa saja yang dibawa calon pengantin duda?", "akta cerai", "fotokopi KTP", never=("surat sehat",)),
            ask("Apa saja yang dibawa calon pengantin perjaka?", "surat sehat", "fotokopi KTP", never=("akta cerai",)),
            refuse("Berapa biaya pencatatan nikah?"),
        ),
        lines=("perjaka membawa", "fotokopi KTP", "surat sehat", "duda membawa", "fotokopi KTP", "akta cerai"),
    ),
    Case(
        kind="before_after",
        file="lebar-irigasi.txt",
        content="Saluran Irigasi Dilebarkan\n\nSaluran irigasi Way Bulok dilebarkan dari 1,5 meter menjadi 2,8 meter. "
        "Iuran petani turun dari Rp45.000 menjadi Rp30.000 per musim.\n",
        asks=(
            ask("Berapa lebar saluran irigasi Way Bulok sebelum dilebarkan?", "1,5 meter", never=("2,8",)),
            ask("Berapa iuran petani sekarang?", "Rp30.000", never=("Rp45.000",)),
            refuse("Berapa panjang saluran irigasi Way Bulok?"),
        ),
    ),
    Case(
        kind="articles",
        file="warta-pekan.html",
        content=page(
            "Warta Pekan Ini",
            "<article><h2>Gudang beras diresmikan</h2><p>Gudang beras di Kampung Seputih berkapasitas 420 ton.</p>"
            "<p>Diresmikan oleh Camat Zainal Abidin.</p></article>"
            "<article><h2>Gudang pupuk diperbaiki</h2><p>Gudang pupuk di Kampung Bumi Nabung berkapasitas 150 ton.</p>"
            "<p>Perbaikan dipimpin Kepala Dinas Marlina Putri.</p></article>",
        ),
        asks=(
            ask("Berapa kapasitas gudang pupuk?", "150 ton", never=("420 ton",)),
            ask("Siapa yang meresmikan gudang beras?", "Zainal Abidin", never=("Marlina Putri",)),
            refuse("Berapa biaya pembangunan gudang beras?"),
        ),
    ),
    Case(
        kind="struck",
        file="kuota-magang.html",
        content=page(
            "Magang Balai Latihan",
            "<p>Kuota magang <s>25</s> 40 orang, uang makan <del>Rp20.000</del> <ins>Rp27.500</ins> per hari.</p>",
        ),
        asks=(
            ask("Berapa kuota magang Balai Latihan?", "40 orang", never=("25",)),
            ask("Berapa uang makan magang per hari?", "Rp27.500", never=("Rp20.000",)),
        ),
        gone=("Rp20.000",),
    ),
    Case(
        kind="note_marks",
        file="populasi-gajah.html",
        content=page(
            "Populasi Gajah",
            "<p>Gajah liar di kawasan itu berjumlah 247<sup>3</sup> ekor, turun 18<sup>a)</sup> ekor.</p>"
            "<p><sup>3</sup> Sensus udara.</p>",
        ),
        asks=(
            ask("Berapa jumlah gajah liar di kawasan itu?", "247", never=("2473", "247.3", "18")),
            refuse("Berapa jumlah badak di kawasan itu?"),
        ),
    ),
    Case(
        kind="dates",
        file="pasar-tani.html",
        content=page(
            "Pasar Tani Akhir Bulan",
            "<div class='tanggal'>Jum'at, 7 Nopember 2025</div>"
            "<div>Pasar tani dibuka Ahad, 23 Nop 2025 di lapangan kecamatan.</div>",
        ),
        asks=(
            ask("Kapan pasar tani dibuka?", "23 Nop 2025", never=("7 Nopember",)),
            refuse("Kapan pasar ikan dibuka?"),
        ),
        published=date(2025, 11, 7),
    ),
    Case(
        kind="rest_of_page",
        file="info-lainnya.html",
        content=page(
            "Bantuan Benih Jagung",
            paragraphs("Bantuan benih jagung disalurkan lewat kelompok tani.")
            + "<h2>Informasi Lainnya</h2>"
            + paragraphs("Setiap anggota menerima 15 kilogram benih.", "Penyaluran dilakukan di gudang KUD Makmur."),
        ),
        asks=(
            ask("Berapa kilogram benih jagung untuk setiap anggota?", "15 kilogram"),
            ask("Di mana penyaluran benih jagung dilakukan?", "gudang KUD Makmur"),
            refuse("Berapa harga benih jagung di kios?"),
        ),
        lines=("Informasi Lainnya", "15 kilogram", "gudang KUD Makmur"),
    ),
    Case(
        kind="hidden",
        file="beasiswa-guru.html",
        content=page(
            "Beasiswa Guru Ngaji",
            "<p>Beasiswa guru ngaji sebesar Rp600.000 per bulan.</p><p hidden>Draf lama: Rp450.000.</p>"
            "<details><summary>Kapan dana cair?</summary><p>Dana cair setiap tanggal 10.</p></details>",
        ),
        asks=(
            ask("Berapa besar beasiswa guru ngaji?", "Rp600.000", never=("Rp450.000",)),
            ask("Kapan dana beasiswa guru ngaji cair?", "tanggal 10"),
            refuse("Berapa orang penerima beasiswa guru ngaji?"),
        ),
        gone=("Rp450.000",),
    ),
    Case(
        kind="tiles",
        file="dasbor-desa.html",
        content=page(
            "Dasbor Desa Harapan Baru",
            "<section>"
            + "".join(
                f"<div class='card'><span>{number}</span><span>{label}</span></div>"
                for number, label in (("412", "Keluarga"), ("27", "Sumur bor"), ("9", "Warung desa"))
            )
            + "</section>",
        ),
        asks=(
            ask("Berapa sumur bor di Desa Harapan Baru?", "27", never=("412", "9")),
            refuse("Berapa masjid di Desa Harapan Baru?"),
        ),
        lines=("412", "27", "9"),
    ),
)
