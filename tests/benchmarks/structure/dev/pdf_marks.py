"""PDF files: turned pages, marks, forms, pictures."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.pdf import HEIGHT, Field, Page, Text, grid, lines, pdf, without_map


def _raised() -> bytes:
    return pdf(
        Page(
            [
                *lines(740, "Laporan Terumbu Karang", "Terumbu karang yang pulih seluas 1.275"),
                Text(269.7, 729, "1", 6),
                Text(276, 725, "hektare di empat pulau."),
                *lines(100, "1 Hasil pengukuran bulan Mei.", size=8),
            ]
        )
    )


def _watermark() -> bytes:
    body = lines(
        740,
        "Penerimaan Relawan Literasi",
        "Relawan literasi menerima uang harian sebesar Rp65.000 dan",
        "bertugas selama 45 hari di perpustakaan desa.",
        step=40,
    )
    return pdf(Page([*body, Text(150, 560, "DRAF", 90, 35), Text(20, 300, "diunduh oleh tamu", 8, 90)]))


def _sideways() -> bytes:
    table = grid(
        700, (80, 300, 420), "Dermaga | Panjang | Lebar", "Dermaga Utara | 95 | 12", "Dermaga Selatan | 60 | 8"
    )
    turned = [Text(HEIGHT - text.y, text.x, text.text, text.size, 90) for text in table]
    return pdf(Page(lines(740, "Ukuran Dermaga Kota", "Ukuran dalam meter.")), Page(turned, turned=90))


def _columns() -> bytes:
    left = ("Pelatihan membatik", "diadakan di balai", "kelurahan mulai 5 Mei", "2026 selama 8 hari.")
    right = ("Pelatihan las diadakan", "di bengkel dinas mulai", "18 Mei 2026 selama", "15 hari penuh.")
    return pdf(Page([*lines(740, "Dua Pelatihan Baru"), *lines(700, *left), *lines(700, *right, x=330)]))


def _hyphens() -> bytes:
    return pdf(
        Page(
            lines(
                740,
                "Gerakan Literasi",
                "Gerakan literasi mengajak ibu-",
                "ibu membaca buku pada hari ulang tahun ke-",
                "58 kabupaten. Program berjalan tahun 2024-",
                "2027 dengan perpus-",
                "takaan keliling.",
            )
        )
    )


def _form() -> bytes:
    labels = lines(740, "Formulir Pengaduan Jalan Rusak", "Nama jalan:", "Panjang rusak (m):", "Pelapor:", step=30)
    values = (("jalan", "Jalan Pulau Damar"), ("panjang", "35"), ("pelapor", "Hasnah Yunus"))
    return pdf(Page(labels, fields=[Field(name, value, 200, 710 - 30 * n) for n, (name, value) in enumerate(values)]))


def _scanned() -> bytes:
    signature = [Text(330, 120, "Ditandatangani secara elektronik oleh", 8), Text(330, 108, "Kepala Dinas", 8)]
    picture = [(20, 20, 560, 760)]
    return pdf(Page(signature, pictures=picture), Page(signature, pictures=picture))


def _unmapped() -> bytes:
    words = ("Jadwal pengambilan sampah rumah tangga", "Setiap hari Selasa dan Jumat pagi di tepi jalan besar")
    return pdf(Page(lines(740, *map(without_map, words))), Page(lines(740, *map(without_map, reversed(words)))))


CASES = (
    Case(
        kind="note_marks",
        file="terumbu-karang.pdf",
        content=_raised,
        asks=(ask("Berapa hektare terumbu karang yang pulih?", "1.275", never=("1.2751", "12.751")),),
        lines=("Terumbu karang yang pulih seluas 1.275", "hektare di empat pulau"),
        gone=("1.2751",),
    ),
    Case(
        kind="watermark",
        file="relawan-literasi.pdf",
        content=_watermark,
        asks=(ask("Berapa uang harian relawan literasi?", "Rp65.000"),),
        lines=("sebesar Rp65.000 dan bertugas selama 45 hari di perpustakaan desa",),
        gone=("DRAF", "diunduh oleh tamu"),
    ),
    Case(
        kind="sideways",
        file="ukuran-dermaga.pdf",
        content=_sideways,
        asks=(ask("Berapa panjang Dermaga Utara?", "95", never=("60", "12", "8")),),
        lines=("Dermaga Utara", "95", "12", "Dermaga Selatan", "60", "8"),
    ),
    Case(
        kind="text_columns",
        file="dua-pelatihan.pdf",
        content=_columns,
        asks=(
            ask("Berapa lama pelatihan las?", "15 hari", never=("8 hari",)),
            ask("Di mana pelatihan membatik diadakan?", "balai kelurahan", never=("bengkel",)),
        ),
        lines=(
            "di balai kelurahan mulai 5 Mei 2026 selama 8 hari",
            "di bengkel dinas mulai 18 Mei 2026 selama 15 hari",
        ),
    ),
    Case(
        kind="hyphens",
        file="gerakan-literasi.pdf",
        content=_hyphens,
        asks=(ask("Program gerakan literasi berjalan tahun berapa?", "2024-2027"),),
        lines=(
            "mengajak ibu-ibu membaca buku pada hari ulang tahun ke-58",
            "tahun 2024-2027 dengan perpustakaan keliling",
        ),
    ),
    Case(
        kind="form",
        file="aduan-jalan.pdf",
        content=_form,
        asks=(
            ask("Siapa pelapor jalan rusak itu?", "Hasnah Yunus"),
            ask("Berapa meter panjang jalan yang rusak?", "35"),
        ),
        lines=("Nama jalan", "Jalan Pulau Damar", "Panjang rusak (m)", "35", "Pelapor", "Hasnah Yunus"),
    ),
    Case(
        kind="scanned", file="surat-pindai.pdf", content=_scanned, asks=(refuse("Apa isi surat itu?"),), unreadable=True
    ),
    Case(
        kind="unmapped_font",
        file="jadwal-sampah.pdf",
        content=_unmapped,
        asks=(refuse("Hari apa sampah rumah tangga diambil?"),),
        unreadable=True,
    ),
)
