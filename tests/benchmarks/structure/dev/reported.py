"""What was seen to go wrong, as it was seen."""

from tests.benchmarks.structure.cases import Case, ask
from tests.benchmarks.structure.writers.web import items, page, paragraphs, rows

CASES = (
    Case(
        kind="pairs",
        file="pengurus-kelompok.html",
        content=page(
            "Pengurus Kelompok Tani Sumber Makmur",
            "<p>Susunan pengurus masa bakti 2025-2028 adalah sebagai berikut.</p>"
            f"<table>{rows('Ketua | Ratna Dewi', 'Sekretaris | Budi Hartono', 'Bendahara | Eko Prasetyo')}</table>",
        ),
        asks=(
            ask("Siapa ketua Kelompok Tani Sumber Makmur?", "Ratna Dewi", never=("Budi Hartono", "Eko Prasetyo")),
            ask("Who is the treasurer of the group?", "Eko Prasetyo", never=("Ratna Dewi", "Budi Hartono"), en=True),
        ),
        lines=("Ketua", "Ratna Dewi", "Sekretaris", "Budi Hartono", "Bendahara", "Eko Prasetyo"),
    ),
    Case(
        kind="levels",
        file="peserta-kabupaten.html",
        content=page(
            "Peserta Pelatihan Kerajinan",
            "<p>Jumlah peserta pelatihan kerajinan menurut kabupaten.</p><table>"
            '<tr><th rowspan="2">Kabupaten</th><th colspan="2">Jumlah Peserta</th></tr>'
            "<tr><th>2024</th><th>2025</th></tr>"
            f"{rows('Pringsewu | 287 | 412', 'Pesawaran | 198 | 230', 'Tanggamus | 305 | 333')}</table>",
        ),
        asks=(
            ask("Berapa jumlah peserta di Pringsewu pada tahun 2025?", "412", never=("287", "230", "333")),
            ask("How many participants did Pesawaran have in 2024?", "198", never=("230", "287"), en=True),
        ),
        lines=("Pringsewu", "287", "412", "Pesawaran", "198", "230", "Tanggamus", "305", "333"),
    ),
    Case(
        kind="note_marks",
        file="jumlah-relawan.html",
        content=page(
            "Relawan Kebersihan Pantai",
            "<p>Aksi bersih pantai tahun ini diikuti 7.420<sup>1</sup> orang dari sebelas kecamatan.</p>"
            "<p><sup>1</sup> Termasuk peserta dari luar daerah.</p>",
        ),
        asks=(ask("Berapa orang yang ikut aksi bersih pantai?", "7.420", never=("7.4201", "74.201")),),
        lines=("orang dari sebelas kecamatan", "Termasuk peserta dari luar daerah"),
        gone=("7.4201", "7.4201 orang"),
    ),
    Case(
        kind="struck",
        file="biaya-kartu.html",
        content=page(
            "Kartu Identitas Anak",
            "<p>Biaya penerbitan Kartu Identitas Anak adalah <del>Rp50.000</del> Rp0 untuk semua warga.</p>",
        ),
        asks=(ask("Berapa biaya penerbitan Kartu Identitas Anak?", "Rp0", never=("Rp50.000",)),),
        lines=("Biaya penerbitan Kartu Identitas Anak adalah", "Rp0 untuk semua warga"),
        gone=("Rp50.000",),
    ),
    Case(
        kind="siblings",
        file="kelompok-ternak.html",
        content=page(
            "Bantuan Alat Pengolah Pakan",
            "<h2>Kelompok 7</h2>"
            + paragraphs("Jumlah unit: 14", "Lokasi: Way Bungur")
            + "<h2>Kelompok 23</h2>"
            + paragraphs("Jumlah unit: 9", "Lokasi: Way Serdang"),
        ),
        asks=(
            ask("Berapa jumlah unit untuk Kelompok 23?", "9", never=("14",)),
            ask("Di mana lokasi Kelompok 7?", "Way Bungur", never=("Way Serdang",)),
        ),
        lines=("Kelompok 7", "Jumlah unit: 14", "Way Bungur", "Kelompok 23", "Jumlah unit: 9", "Way Serdang"),
    ),
    Case(
        kind="recurring_items",
        file="syarat-pindah.html",
        content=page(
            "Syarat Surat Pindah",
            "<h2>Pemohon dewasa</h2><ol>"
            + items("KTP asli", "Kartu keluarga", "Surat pengantar lurah", "Akta kelahiran", "Pas foto", "Buku nikah")
            + "</ol><h2>Pemohon anak</h2><ol>"
            + items("Kartu keluarga", "Surat pengantar lurah", "Akta kelahiran", "Surat izin orang tua")
            + "</ol>",
        ),
        asks=(
            ask(
                "Apa saja syarat surat pindah untuk pemohon dewasa?",
                "KTP asli",
                "Kartu keluarga",
                "Surat pengantar lurah",
                "Akta kelahiran",
                "Buku nikah",
                never=("Surat izin orang tua",),
            ),
        ),
        lines=(
            "Pemohon dewasa",
            "KTP asli",
            "Kartu keluarga",
            "Surat pengantar lurah",
            "Akta kelahiran",
            "Pas foto",
            "Buku nikah",
            "Pemohon anak",
            "Kartu keluarga",
            "Surat pengantar lurah",
            "Akta kelahiran",
            "Surat izin orang tua",
        ),
    ),
    Case(
        kind="before_after",
        file="dermaga.txt",
        content="Perbaikan Dermaga Teluk Harapan\n\n"
        "Dermaga nelayan di Teluk Harapan diperpanjang dari 80 meter menjadi 140 meter pada tahun 2025.\n"
        "Pekerjaan selesai pada bulan Oktober.\n",
        asks=(
            ask("Berapa panjang dermaga sebelum diperpanjang?", "80 meter", never=("140 meter",)),
            ask("How long is the pier now?", "140 meter", never=("80 meter",), en=True),
        ),
        lines=("Dermaga nelayan di Teluk Harapan diperpanjang dari 80 meter menjadi 140 meter pada tahun 2025",),
    ),
)
