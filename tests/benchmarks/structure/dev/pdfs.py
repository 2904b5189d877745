"""PDF files: tables by place, turned pages, marks, forms, pictures."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.pdf import Field, Page, Text, grid, lines, pdf, without_map

_YEARS = "Kecamatan | 2020 | 2021 | 2022 | 2023 | 2024 | Jumlah"
_PLACES = (70, 200, 270, 340, 410, 480, 550)
_LAMPS = (
    "Rejosari | 112 | 125 | 131 | 140 | 152 | 660",
    "Wonodadi | 87 | 91 | 96 | 104 | 118 | 496",
    "Sumberejo | 203 | 211 | 219 | 226 | 241 | 1.100",
    "Tegalsari | 64 | 70 | 75 | 79 | 83 | 371",
    "Karangrejo | 145 | 149 | 158 | 163 | 170 | 785",
    "Purwodadi | 98 | 102 | 109 | 113 | 121 | 543",
    "Banyumas | 176 | 181 | 187 | 194 | 205 | 943",
    "Ambarawa | 133 | 138 | 142 | 151 | 159 | 723",
    "Pagelaran | 121 | 127 | 134 | 139 | 148 | 669",
    "Sukaharjo | 59 | 63 | 66 | 71 | 77 | 336",
)


def _figures() -> bytes:
    head = lines(740, "Tabel 4. Lampu jalan terpasang menurut kecamatan, 2020-2024 (unit)")
    return pdf(Page([*head, *grid(710, _PLACES, _YEARS, *_LAMPS[:6])]), Page(grid(740, _PLACES, _YEARS, *_LAMPS[6:])))


def _wrapped() -> bytes:
    rows = (
        "Layanan | Syarat | Waktu",
        "Izin keramaian | Surat pengantar desa dan | 2 hari",
        " | denah lokasi acara | ",
        "Izin penutupan | Surat persetujuan warga serta | 5 hari",
        "jalan | gambar pengalihan arus | ",
    )
    return pdf(Page([*lines(740, "Layanan Perizinan Acara"), *grid(700, (70, 200, 450), *rows, step=15)]))


def _raised() -> bytes:
    return pdf(
        Page(
            [
                *lines(740, "Produksi Garam Rakyat", "Produksi garam tahun lalu mencapai 8.315"),
                Text(279.5, 729, "3", 6),
                Text(286, 725, "ton dari empat desa pesisir."),
                *lines(120, "3) Angka sementara sampai akhir Desember.", size=8),
            ]
        )
    )


def _watermark() -> bytes:
    body = lines(
        740,
        "Pengumuman Lelang Kendaraan",
        "Lelang kendaraan dinas dilaksanakan tanggal 14 April 2026.",
        "Uang jaminan lelang ditetapkan sebesar Rp7.500.000 untuk",
        "setiap peserta dan disetor paling lambat sehari sebelumnya.",
        step=30,
    )
    return pdf(Page([*body, Text(120, 520, "SALINAN TIDAK RESMI", 48, 45), Text(585, 200, "unduhan 2026", 7, 90)]))


def _sideways() -> bytes:
    words = ("Lampiran Daftar Sumur Bor", "Sumur bor di Dusun Talang Padi sedalam 72 meter.", "Debitnya 3 liter.")
    turned = [Text(100 + 20 * number, 80, text, 11, 90) for number, text in enumerate(words)]
    return pdf(Page(lines(740, "Laporan Sumur Bor", "Lampiran ada di halaman berikut.")), Page(turned))


def _columns() -> bytes:
    texts = (
        ("Posyandu Anggrek buka", "setiap Selasa minggu", "pertama. Kader yang", "bertugas ada delapan."),
        ("Posyandu Dahlia buka", "setiap Kamis minggu", "kedua. Kader yang", "bertugas ada lima."),
        ("Posyandu Teratai buka", "setiap Sabtu minggu", "ketiga. Kader yang", "bertugas ada enam."),
    )
    placed = [one for number, column in enumerate(texts) for one in lines(690, *column, x=60 + 175 * number)]
    return pdf(Page([*lines(740, "Jadwal Posyandu Kelurahan Tirta Kencana"), *placed]))


def _hyphens() -> bytes:
    return pdf(
        Page(
            lines(
                740,
                "Rencana Kerja Dinas Pemuda",
                "Rencana kerja dinas untuk masa 2025-",
                "2026 memuat peringatan hari jadi ke-",
                "62 dan lomba anak-",
                "anak di setiap kelurahan. Pemerin-",
                "tah menyediakan dana Rp85 juta.",
            )
        )
    )


def _villages() -> bytes:
    data = (("Sinar Harapan", 412, 188), ("Mekar Jaya", 388, 203), ("Tunas Baru", 527, 241), ("Bumi Sari", 295, 149))
    return pdf(
        *(
            Page(
                lines(
                    740,
                    "PROFIL DESA",
                    f"Nama desa: {name}",
                    f"Jumlah keluarga: {families}",
                    f"Luas sawah (ha): {fields}",
                    "Sumber: catatan kantor desa",
                )
            )
            for name, families, fields in data
        )
    )


def _form() -> bytes:
    labels = lines(740, "Permohonan Pinjam Lapangan", "Nama pemohon:", "Tanggal pakai:", "Jumlah orang:", step=30)
    values = (("nama", "Yulianto Wibowo"), ("tanggal", "23 Mei 2026"), ("orang", "140"))
    fields = [Field(name, value, 190, 710 - 30 * number) for number, (name, value) in enumerate(values)]
    return pdf(Page(labels, fields=fields))


def _scanned() -> bytes:
    stamp = [Text(380, 90, "SALINAN SESUAI ASLINYA", 9), Text(380, 78, "Kepala Bagian Umum", 9)]
    return pdf(*(Page(stamp, pictures=[(0, 0, 600, 800)]) for _ in range(3)))


def _unmapped() -> bytes:
    words = (
        "Keputusan kepala dinas tentang tarif air minum",
        "Tarif air minum untuk rumah tangga ditetapkan sebesar",
        "empat ribu rupiah untuk setiap meter kubik pemakaian",
    )
    return pdf(Page(lines(740, *map(without_map, words))))


CASES = (
    Case(
        kind="pdf_figures",
        file="lampu-jalan.pdf",
        content=_figures,
        asks=(
            ask("Berapa jumlah lampu jalan di Banyumas?", "943", never=("205", "176", "194", "723")),
            ask("Berapa lampu jalan terpasang di Tegalsari pada tahun 2022?", "75", never=("70", "79", "371", "96")),
            ask("How many street lamps did Pagelaran get in 2024?", "148", never=("139", "669", "77"), en=True),
        ),
        lines=("Wonodadi", "87", "91", "96", "104", "118", "496", "Pagelaran", "121", "127", "134", "148", "669"),
    ),
    Case(
        kind="pdf_wrapped_cells",
        file="izin-acara.pdf",
        content=_wrapped,
        asks=(
            ask("Apa syarat izin keramaian?", "Surat pengantar desa", "denah lokasi", never=("persetujuan warga",)),
            ask("Berapa hari waktu izin penutupan jalan?", "5 hari", never=("2 hari",)),
        ),
        lines=("Surat pengantar desa dan denah lokasi acara", "Surat persetujuan warga serta gambar pengalihan arus"),
    ),
    Case(
        kind="note_marks",
        file="garam-rakyat.pdf",
        content=_raised,
        asks=(ask("Berapa ton produksi garam tahun lalu?", "8.315", never=("8.3153", "83.153")),),
        lines=("Produksi garam tahun lalu mencapai 8.315", "ton dari empat desa pesisir"),
        gone=("8.3153",),
    ),
    Case(
        kind="watermark",
        file="lelang-kendaraan.pdf",
        content=_watermark,
        asks=(ask("Berapa uang jaminan lelang kendaraan?", "Rp7.500.000"),),
        lines=("tanggal 14 April 2026", "sebesar Rp7.500.000 untuk setiap peserta dan disetor paling lambat"),
        gone=("SALINAN TIDAK RESMI", "unduhan 2026"),
    ),
    Case(
        kind="sideways",
        file="sumur-bor.pdf",
        content=_sideways,
        asks=(ask("Berapa kedalaman sumur bor di Dusun Talang Padi?", "72 meter"),),
        lines=("Sumur bor di Dusun Talang Padi sedalam 72 meter", "Debitnya 3 liter"),
    ),
    Case(
        kind="text_columns",
        file="posyandu.pdf",
        content=_columns,
        asks=(
            ask("Kapan Posyandu Dahlia buka?", "Kamis", never=("Selasa", "Sabtu")),
            ask("Berapa kader yang bertugas di Posyandu Teratai?", "enam", never=("delapan", "lima")),
        ),
        lines=(
            "Posyandu Anggrek buka setiap Selasa minggu pertama",
            "bertugas ada delapan",
            "Posyandu Dahlia buka setiap Kamis minggu kedua",
            "Posyandu Teratai buka setiap Sabtu minggu ketiga",
        ),
    ),
    Case(
        kind="hyphens",
        file="rencana-kerja.pdf",
        content=_hyphens,
        asks=(ask("Rencana kerja dinas pemuda untuk masa apa?", "2025-2026"),),
        lines=("masa 2025-2026 memuat peringatan hari jadi ke-62 dan lomba anak-anak", "Pemerintah menyediakan dana"),
    ),
    Case(
        kind="page_per_village",
        file="profil-desa.pdf",
        content=_villages,
        asks=(
            ask("Berapa jumlah keluarga di Desa Tunas Baru?", "527", never=("412", "388", "295", "241")),
            ask("Berapa luas sawah di Desa Bumi Sari?", "149", never=("188", "203", "241", "295")),
            refuse("Berapa jumlah keluarga di Desa Cahaya Timur?"),
        ),
        lines=(
            "Sinar Harapan",
            "Jumlah keluarga: 412",
            "Mekar Jaya",
            "Jumlah keluarga: 388",
            "Tunas Baru",
            "Bumi Sari",
        ),
    ),
    Case(
        kind="form",
        file="pinjam-lapangan.pdf",
        content=_form,
        asks=(
            ask("Siapa nama pemohon yang meminjam lapangan?", "Yulianto Wibowo"),
            ask("How many people will use the field?", "140", en=True),
        ),
        lines=("Nama pemohon", "Yulianto Wibowo", "Tanggal pakai", "23 Mei 2026", "Jumlah orang", "140"),
    ),
    Case(
        kind="scanned",
        file="keputusan-pindai.pdf",
        content=_scanned,
        asks=(refuse("Apa isi keputusan itu?"),),
        unreadable=True,
    ),
    Case(
        kind="unmapped_font",
        file="tarif-air.pdf",
        content=_unmapped,
        asks=(refuse("Berapa tarif air minum untuk rumah tangga?"),),
        unreadable=True,
    ),
)
