"""PDF files: roads over two pages in groups, a rule that changes a rule, a leaflet in columns, a form with fields."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import pdf, report

_ROADS: dict[str, tuple[str, ...]] = {
    "KECAMATAN REJO GADING": (
        "Simpang Kopi - Lubuk Dalam | 4,20 | 5,5 | Baik",
        "Lubuk Dalam - Sido Tentram | 2,75 | 4,0 | Sedang",
        "Pasar Lama - Terminal | 1,10 | 6,0 | Baik",
        "Jalan Poros | 6,40 | 4,5 | Rusak ringan",
        "Bendungan - Talang Sejuk | 3,85 | 3,5 | Rusak berat",
        "Talang Sejuk - Batas Kecamatan | 5,05 | 3,5 | Sedang",
    ),
    "KECAMATAN TANJUNG LEBAR": (
        "Dermaga - Kampung Nelayan | 1,60 | 4,0 | Baik",
        "Kampung Nelayan - Tambak | 2,35 | 3,0 | Rusak ringan",
        "Jalan Poros | 7,90 | 5,0 | Baik",
        "Tambak - Mercusuar | 4,45 | 3,0 | Rusak berat",
        "Balai Benih - Simpang Garam | 3,15 | 3,5 | Sedang",
        "Simpang Garam - Dermaga | 0,95 | 4,0 | Baik",
        "Lingkar Pantai | 8,30 | 6,0 | Sedang",
    ),
    "KECAMATAN UMBUL GEDANG": (
        "Jalan Poros | 5,25 | 4,0 | Sedang",
        "Kebun Lada - Umbul Atas | 6,70 | 3,0 | Rusak berat",
        "Umbul Atas - Air Terjun | 3,40 | 3,0 | Rusak ringan",
        "Simpang Sekolah - Puskesmas | 0,80 | 4,5 | Baik",
        "Puskesmas - Pasar Ternak | 1,95 | 4,5 | Baik",
        "Pasar Ternak - Batas Kabupaten | 9,15 | 5,0 | Sedang",
    ),
    "KECAMATAN NEGERI SANTUN": (
        "Alun-alun - Stadion | 2,05 | 7,0 | Baik",
        "Stadion - Rumah Sakit | 1,45 | 7,0 | Baik",
        "Jalan Poros | 4,60 | 6,0 | Rusak ringan",
        "Rumah Sakit - Ring Road | 3,30 | 6,0 | Sedang",
        "Kampung Tua - Sungai Bening | 2,90 | 3,5 | Rusak berat",
    ),
}


def _roads() -> bytes:
    rows, bands = ["No | Ruas jalan | Panjang (km) | Lebar (m) | Kondisi"], []
    for name, roads in _ROADS.items():
        bands.append(((0, len(rows)), (4, len(rows))))
        rows.append(f"{name} | | | |")
        rows += [f"{number} | {road}" for number, road in enumerate(roads, start=1)]
    return report.report(
        report.text("DAFTAR RUAS JALAN KABUPATEN WAY LINDAI", "Heading2"),
        report.text("Keadaan 31 Desember 2025"),
        report.ruled(rows, (30, 200, 75, 65, 90), spans=bands),
        report.text("Ruas yang rusak berat diperbaiki tahun 2026, kecuali ruas Tambak - Mercusuar."),
    )


def _changing() -> bytes:
    return report.report(
        report.text("PERATURAN BUPATI WAY LINDAI", "Heading2"),
        report.text("NOMOR 21 TAHUN 2026"),
        report.text("TENTANG PERUBAHAN ATAS PERATURAN BUPATI NOMOR 8 TAHUN 2022 TENTANG PAJAK REKLAME"),
        report.text("Pasal I", "Heading3"),
        report.text("Beberapa ketentuan dalam Peraturan Bupati Nomor 8 Tahun 2022 diubah sebagai berikut:"),
        report.text("1. Ketentuan Pasal 4 yang semula berbunyi: Papan nama dikenai pajak Rp40.000 per meter persegi"),
        report.text("diubah sehingga berbunyi: Papan nama dikenai pajak Rp65.000 per meter persegi sebulan."),
        report.text("2. Ketentuan Pasal 7 ayat (2) diubah sehingga Pasal 7 berbunyi sebagai berikut:"),
        report.text("Pasal 7", "Heading3"),
        report.text("(1) Izin reklame berlaku 1 tahun."),
        report.text("(2) Permohonan perpanjangan diajukan paling lambat 30 hari sebelum izin berakhir."),
        report.text("(3) Ketentuan ayat (2) dikecualikan bagi spanduk dan umbul-umbul."),
        report.text("3. Di antara Pasal 9 dan Pasal 10 disisipkan 1 pasal, yakni Pasal 9A:"),
        report.text("Pasal 9A", "Heading3"),
        report.text("Reklame layar digital dikenai pajak:"),
        report.text("a. Rp180.000 per meter persegi sebulan, di jalan kabupaten;"),
        report.text("b. Rp240.000 per meter persegi sebulan, di alun-alun dan terminal."),
        report.text("4. Pasal 12 dihapus."),
        report.text("Pasal II", "Heading3"),
        report.text("Peraturan Bupati ini mulai berlaku pada tanggal 1 Juli 2026."),
    )


def _leaflet() -> bytes:
    left = pdf.lines(
        690,
        "DRY HOUSEHOLD WASTE",
        "Collected on Tuesday and",
        "Friday, before 7 a.m.",
        "Use the blue bag, at most",
        "12 kg a bag.",
        "Not taken: glass, paint tins.",
        "",
        "GARDEN WASTE",
        "Collected on the first",
        "Saturday of the month.",
        "Tie branches in bundles of",
        "at most 1.5 metres.",
        "Fee: none.",
        x=60,
    )
    right = pdf.lines(
        690,
        "BULKY GOODS",
        "Collected on request, on",
        "Wednesday. Call 555-0162",
        "three working days before.",
        "Fee: Rp35,000 an item;",
        "mattresses Rp50,000.",
        "",
        "HAZARDOUS WASTE",
        "Not collected. Bring it to",
        "the depot at Kiln Road,",
        "Monday to Thursday,",
        "9 a.m. to 2 p.m.",
        "Fee: none, except for",
        "tyres (Rp10,000 each).",
        x=330,
    )
    head = [pdf.Text(60, 740, "What goes when? Waste collection in Harbour District", 15)]
    return pdf.pdf(pdf.Page([*head, *left, *right, pdf.Text(60, 440, "Valid from 1 March 2026. Sanitation Office")]))


def _form() -> bytes:
    labels = (
        ("Nama kegiatan", "Pasar malam Umbul Gedang"),
        ("Penyelenggara", "Karang Taruna Umbul Gedang"),
        ("Tempat", "Lapangan Pasar Ternak"),
        ("Tanggal mulai", "14 Agustus 2026"),
        ("Tanggal selesai", "23 Agustus 2026"),
        ("Jam kegiatan", "16.00-22.30"),
        ("Perkiraan pengunjung", "1.200 orang per malam"),
        ("Jumlah lapak", "85"),
        ("Penanggung jawab listrik", ""),
    )
    office = (
        ("Tanggal diterima", "3 Juli 2026"),
        ("Nomor izin", "503/88/VII/2026"),
        ("Uang jaminan", "Rp2.500.000"),
        ("Jam kegiatan diizinkan", "16.00-21.30"),
    )
    texts = [pdf.Text(70, 740, "PERMOHONAN IZIN KERAMAIAN", 14), pdf.Text(70, 710, "A. Diisi pemohon")]
    fields = []
    for top, pairs in ((685, labels), (455, office)):
        for number, (label, value) in enumerate(pairs):
            height = top - 22 * number
            texts.append(pdf.Text(70, height, label))
            fields.append(pdf.Field(f"f{top}{number}", value, 230, height))
    texts.append(pdf.Text(70, 480, "B. Diisi petugas"))
    texts.append(pdf.Text(70, 350, "Uang jaminan dikembalikan 7 hari setelah lapangan dibersihkan."))
    return pdf.pdf(pdf.Page(texts, fields=fields))


CASES = (
    Case(
        kind="groups_over_two_pages",
        file="ruas-jalan-lindai.pdf",
        content=_roads,
        asks=(
            ask("jalan poros di Kecamatan Umbul Gedang panjangnya brp km?", "5,25", never=("6,40", "7,90", "4,60")),
            ask(
                "Bagaimana kondisi ruas Kampung Tua - Sungai Bening?",
                "Rusak berat",
                never=("Rusak ringan", "Sedang", "Baik"),
            ),
            ask(
                "Which heavily damaged (rusak berat) road will not be repaired in 2026?",
                "Tambak - Mercusuar|Mercusuar",
                never=("Talang Sejuk", "Umbul Atas", "Kampung Tua"),
                en=True,
            ),
            refuse("lebar jalan Simpang Kopi - Alun-alun brp?"),
            refuse("Berapa panjang ruas Lingkar Pantai yang diaspal pada tahun 2024?"),
        ),
        lines=("KECAMATAN REJO GADING", "Rusak berat", "Dermaga - Kampung Nelayan", "Lingkar Pantai", "Pasar Ternak"),
    ),
    Case(
        kind="a_rule_that_changes_a_rule",
        file="perbup-ubah-reklame.pdf",
        content=_changing,
        asks=(
            ask("pajak papan nama skrg brp per meter?", "65.000", never=("40.000", "180.000", "240.000")),
            ask("Reklame apa yang dikecualikan dari tenggat 30 hari?", "spanduk", "umbul-umbul", never=("papan nama",)),
            ask(
                "What is the tax per square metre on a digital screen (layar digital) at the terminal?",
                "240.000",
                never=("180.000", "65.000", "40.000"),
                en=True,
            ),
            refuse("isi Pasal 5 apa?"),
            refuse("Berapa pajak reklame pada badan kendaraan?"),
        ),
        lines=("Rp40.000", "Rp65.000", "Pasal 7", "umbul-umbul", "Pasal 9A", "Rp180.000", "Rp240.000", "1 Juli 2026"),
    ),
    Case(
        kind="leaflet_in_columns",
        file="waste-leaflet.pdf",
        content=_leaflet,
        asks=(
            ask("When is garden waste collected?", "first Saturday", never=("Tuesday", "Friday", "Wednesday"), en=True),
            ask(
                "How much does it cost to have a mattress collected?",
                "50,000|50.000",
                never=("35,000", "10,000"),
                en=True,
            ),
            ask("What colour is the bag for dry household waste?", "blue", en=True),
            refuse("What is the telephone number of the depot at Kiln Road?", en=True),
            refuse("On which days is glass collected?", en=True),
        ),
        lines=("DRY HOUSEHOLD WASTE", "12 kg a bag", "GARDEN WASTE", "BULKY GOODS", "HAZARDOUS WASTE", "1 March 2026"),
    ),
    Case(
        kind="a_form_with_fields",
        file="izin-pasar-malam.pdf",
        content=_form,
        asks=(
            ask(
                "pasar malamnya selesai tgl brp?",
                "23 Agustus 2026|23 Agustus",
                never=("14 Agustus 2026", "3 Juli 2026"),
            ),
            ask("Berapa uang jaminan yang harus dibayar?", "2.500.000", never=("1.200",)),
            ask("How many stalls (lapak) will there be?", "85", never=("1.200", "7"), en=True),
            refuse("siapa penanggung jawab listriknya?"),
            refuse("Berapa sewa lapangan semalam?"),
        ),
        lines=("Pasar malam Umbul Gedang", "14 Agustus 2026", "503/88/VII/2026", "Rp2.500.000"),
    ),
)
