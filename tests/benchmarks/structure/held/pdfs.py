"""PDF files: tables by place, turned text, marks, a page for each village."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.pdf import HEIGHT, Field, Page, Text, grid, lines, pdf, without_map


def _deep() -> bytes:
    return pdf(
        Page(
            [
                *lines(750, "Siswa menurut jenjang"),
                *[Text(70, 700, "Kecamatan"), Text(262, 712, "Negeri"), Text(422, 712, "Swasta")],
                *[Text(x, 696, name) for x, name in ((230, "Putra"), (310, "Putri"), (390, "Putra"), (470, "Putri"))],
                *grid(
                    672,
                    (70, 254, 334, 414, 494),
                    "Natar | 512 | 498 | 203 | 187",
                    "Jati Agung | 377 | 402 | 96 | 118",
                    "Merbau | 241 | 229 | 54 | 61",
                ),
            ]
        )
    )


def _turned() -> bytes:
    table = grid(690, (80, 330, 450), "Menara | Tinggi | Pemancar", "Menara Bukit | 62 | 5", "Menara Kota | 45 | 11")
    turned = [Text(HEIGHT - text.y, text.x, text.text, text.size, 90) for text in table]
    return pdf(Page(lines(740, "Daftar Menara", "Tinggi dalam meter.")), Page(turned, turned=90))


def _villages() -> bytes:
    data = (("Desa Cipta Waras", 612, 48), ("Desa Sri Mulyo", 845, 31), ("Desa Tegal Sari", 529, 67))
    return pdf(
        *(
            Page([*lines(780, "Lembar Data Desa", size=9), *lines(740, name, f"Kepala keluarga: {k}", f"Sumur: {s}")])
            for name, k, s in data
        )
    )


def _over_pages() -> bytes:
    head = "Nama trayek | Tarif | Armada"
    first = ("Rajabasa - Kalianda | 18.000 | 14", "Rajabasa - Metro | 15.000 | 22", "Rajabasa - Liwa | 55.000 | 6")
    rest = ("Rajabasa - Krui | 62.000 | 5", "Rajabasa - Menggala | 40.000 | 9", "Rajabasa - Bakau | 28.000 | 17")
    places = (70, 330, 450)
    return pdf(
        Page([*lines(750, "Trayek Bus Antarkota"), *grid(710, places, head, *first)]),
        Page(grid(750, places, head, *rest)),
    )


def _marks() -> bytes:
    body = lines(740, "Bantuan Nelayan", "Setiap nelayan menerima jaring senilai Rp1.850.000", step=30)
    return pdf(Page([*body, Text(120, 500, "SALINAN", 80, 40), Text(585, 200, "diunduh dari portal", 8, 90)]))


def _form() -> bytes:
    labels = lines(740, "Formulir Sewa Gedung", "Nama penyewa:", "Jumlah kursi:", "Tanggal pakai:", step=30)
    values = (("nama", "Karang Taruna Bina"), ("kursi", "220"), ("tanggal", "14 Juli 2026"))
    return pdf(Page(labels, fields=[Field(name, value, 200, 710 - 30 * n) for n, (name, value) in enumerate(values)]))


def _columns() -> bytes:
    left = ("Bank benih dibuka", "di Balai Benih setiap", "Selasa, dengan kuota", "35 petani tiap pekan.")
    right = ("Klinik ternak dibuka", "di Rumah Potong setiap", "Kamis, dengan kuota", "20 ekor tiap hari.")
    return pdf(Page([*lines(740, "Dua Layanan Baru"), *lines(700, *left), *lines(700, *right, x=330)]))


def _unmapped() -> bytes:
    words = ("Daftar penerima bantuan pupuk organik", "Penerima mengambil pupuk di gudang setiap hari Rabu pagi")
    return pdf(Page(lines(740, *map(without_map, words * 3))))


CASES = (
    Case(
        kind="levels",
        file="siswa.pdf",
        content=_deep,
        asks=(
            ask("Berapa siswa putri sekolah swasta di Jati Agung?", "118", never=("96", "402", "377", "187")),
            ask("Berapa siswa putra sekolah negeri di Merbau?", "241", never=("229", "54", "61")),
            refuse("Berapa siswa putri sekolah swasta di Sidomulyo?"),
        ),
        lines=("Natar", "512", "498", "203", "187"),
    ),
    Case(
        kind="sideways",
        file="menara.pdf",
        content=_turned,
        asks=(
            ask("Berapa tinggi Menara Kota?", "45", never=("62", "11")),
            ask("Berapa pemancar di Menara Bukit?", "5", never=("11", "62")),
            refuse("Berapa tinggi Menara Pantai?"),
        ),
    ),
    Case(
        kind="page_per_village",
        file="data-desa.pdf",
        content=_villages,
        asks=(
            ask("Berapa sumur di Desa Sri Mulyo?", "31", never=("48", "67")),
            ask("Berapa kepala keluarga di Desa Tegal Sari?", "529", never=("612", "845")),
            refuse("Berapa sumur di Desa Karang Anyar?"),
        ),
        lines=("Desa Cipta Waras", "612", "Desa Sri Mulyo", "845", "Desa Tegal Sari", "67"),
    ),
    Case(
        kind="pdf_figures",
        file="trayek.pdf",
        content=_over_pages,
        asks=(
            ask("Berapa tarif trayek Rajabasa - Menggala?", "40.000", never=("62.000", "9")),
            ask("Berapa armada trayek Rajabasa - Metro?", "22", never=("15.000", "14")),
            refuse("Berapa tarif trayek Rajabasa - Palembang?"),
        ),
    ),
    Case(
        kind="watermark",
        file="bantuan-nelayan.pdf",
        content=_marks,
        asks=(
            ask("Berapa nilai jaring untuk setiap nelayan?", "Rp1.850.000"),
            refuse("Berapa jumlah nelayan yang menerima perahu?"),
        ),
    ),
    Case(
        kind="form",
        file="sewa-gedung.pdf",
        content=_form,
        asks=(
            ask("Berapa jumlah kursi dalam formulir sewa gedung?", "220", never=("14 Juli",)),
            ask("Kapan gedung dipakai?", "14 Juli 2026", refusable=True),
        ),
    ),
    Case(
        kind="text_columns",
        file="dua-layanan.pdf",
        content=_columns,
        asks=(
            ask("Hari apa klinik ternak dibuka?", "Kamis", never=("Selasa",)),
            ask("Berapa kuota bank benih tiap pekan?", "35", never=("20",)),
            refuse("Berapa kuota perpustakaan keliling?"),
        ),
    ),
    Case(
        kind="unmapped_font",
        file="penerima-pupuk.pdf",
        content=_unmapped,
        asks=(refuse("Hari apa pupuk diambil?"),),
        unreadable=True,
    ),
)
