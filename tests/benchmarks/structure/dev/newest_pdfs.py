"""PDF files about soils, surveyors, a zoo, roads, an arts group and city forests."""

from reportlab.lib.pagesizes import A4, landscape

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.pdf import WIDTH, Field, Page, Text, grid, lines, pdf
from tests.benchmarks.structure.writers.report import report, ruled, text, unruled

_SOILS = (
    "Kotabumi | 5,2 | 1,4 | 0,11 | 8,6 | masam",
    "Metro Kibang | 6,4 | 2,1 | 0,19 | 14,2 | netral",
    "Natar | 5,8 | 1,7 | 0,14 | 10,9 | agak masam",
    "Seputih Raman | 6,1 | 2,8 | 0,22 | 17,5 | netral",
)

_TRIALS = tuple(
    f"{number} | {name} | {a} | {b} | {c}"
    for number, (name, a, b, c) in enumerate(
        (
            (f"Peserta {first} {last}", 60 + (7 * k) % 37, 55 + (11 * k) % 43, "Lulus" if k % 3 else "Tidak lulus")
            for k, (first, last) in enumerate(
                (one, two)
                for one in ("Arif", "Bunga", "Cahya", "Dimas", "Erna", "Farid", "Gita", "Hendra", "Intan", "Jaka")
                for two in ("Pratama", "Wulandari", "Saputra", "Lestari", "Hidayat")
            )
        ),
        start=1,
    )
)


def _soils() -> bytes:
    places = (70, 220, 300, 380, 460, 520)
    head = "Lokasi | pH | C organik (%) | N (%) | KTK | Sifat"
    return pdf(
        Page(
            [
                Text(70, 765, "Laboratorium Tanah", 8),
                Text(510, 765, "Halaman 1", 8),
                *lines(735, "Hasil Uji Tanah Sawah", size=14),
                *[
                    Text(one.x - (18 if one.text == "C organik (%)" else 0), one.y, one.text, 9)
                    for one in grid(700, places, head, *_SOILS)
                ],
                *lines(560, "KTK: kapasitas tukar kation."),
                Text(200, 300, "SALINAN", 60, 45),
            ]
        )
    )


def _trials() -> bytes:
    return report(
        text("Hasil Ujian Juru Ukur Tanah", "Heading1"),
        ruled(("No | Nama | Teori | Praktik | Keterangan", *_TRIALS), (35, 190, 60, 60, 90)),
        text("Ujian ulang praktik diadakan 8 Desember 2025."),
    )


def _leaflet() -> bytes:
    return report(
        text("Buletin Taman Satwa", "Heading1"),
        text(
            "<b>Jam buka.</b> Taman satwa buka Selasa sampai Minggu pukul 08.30 sampai 16.30. Hari Senin "
            "kandang dibersihkan "
            "dan pengunjung tidak dapat masuk."
        ),
        *[
            text(f"{name} berjumlah {count}<super>{mark}</super> ekor dan diberi makan pukul {hour}. " + more)
            for name, count, mark, hour, more in (
                (
                    "Gajah",
                    "9",
                    "1",
                    "07.00",
                    "Kandang gajah dekat pintu utara dan dijaga empat pawang bergantian. " * 5,
                ),
                ("Tapir", "3", "2", "16.00", "Tapir hanya tampak pagi hari karena siang bersembunyi di semak. " * 5),
                ("Beruang madu", "5", "3", "10.00", "Kandang beruang madu diperbaiki sampai akhir tahun. " * 5),
            )
        ],
        text("<super>1</super> Termasuk dua anak. <super>2</super> Satu sakit. <super>3</super> Semua jantan."),
        columns=2,
    )


def _sideways() -> bytes:
    places = (70, 260, 380, 500)
    table = (
        "Ruas | Panjang (km) | Mantap (km) | Rusak (km)",
        "Liwa–Krui | 32,4 | 25,1 | 7,3",
        "Bukit Kemuning–Liwa | 58,0 | 41,6 | 16,4",
        "Krui–Biha | 27,9 | 27,9 | -",
    )
    turned = [
        Text(WIDTH - one.y, one.x, one.text, one.size, 90)
        for one in (*lines(540, "Keadaan Jalan Provinsi 2025", x=70), *grid(500, places, *table))
    ]
    upright = lines(
        740, "Ringkasan", "Jalan yang rusak diperbaiki mulai ruas Liwa–Krui.", "Biaya perbaikan belum dihitung."
    )
    return pdf(Page(upright), Page(turned, turned=90))


def _form() -> bytes:
    names = ("Nama kelompok seni", "Ketua", "Jumlah anggota", "Alat musik utama", "Nomor telepon")
    values = ("Sanggar Cangget Agung", "Zulkifli Anwar", "24", "Gamolan", "")
    return pdf(
        Page(
            lines(740, "Formulir Pendaftaran Sanggar", *names, step=40),
            fields=[Field(n, v, 250, 700 - 40 * k) for k, (n, v) in enumerate(zip(names, values, strict=True)) if v],
        )
    )


def _plan() -> bytes:
    return report(
        text("Rencana Induk Hutan Kota", "Heading1"),
        unruled(
            (
                "Lokasi | Luas (ha) | 2024 | 2025 | 2026",
                "Rencana tanam (batang) | | | |",
                "Taman Gunung Sulah | 3,2 | 400 | 650 | 900",
                "Bukit Camang | 11,8 | 1.100 | 1.450 | -",
                "Realisasi tanam (batang) | | | |",
                "Taman Gunung Sulah | 3,2 | 372 | 498 |",
                "Bukit Camang | 11,8 | 1.036 | 1.212 |",
            ),
            (150, 60, 60, 60, 60),
        ),
        size=landscape(A4),
    )


CASES = (
    Case(
        kind="figures_pdf",
        file="uji-tanah.pdf",
        content=_soils,
        asks=(
            ask("Berapa pH tanah di Natar?", "5,8", never=("1,7", "5,2")),
            ask("Apa sifat tanah di Seputih Raman?", "netral", never=("masam",)),
            ask("What is the CEC (KTK) in Metro Kibang?", "14,2", never=("17,5", "0,19"), en=True),
            refuse("Berapa kadar fosfor di Kotabumi?"),
            refuse("Berapa pH tanah di Sukadana?"),
        ),
        lines=tuple(" | ".join(_SOILS).split(" | ")),
        gone=("SALINAN",),
    ),
    Case(
        kind="long_table",
        file="juru-ukur.pdf",
        content=_trials,
        asks=(
            ask("Berapa nilai praktik Peserta Erna Hidayat?", "61", never=("80",)),
            ask("Apakah Peserta Jaka Hidayat lulus?", "Lulus", never=("Tidak",)),
            ask("When is the practical retake?", "8 Desember 2025", en=True),
            refuse("Berapa nilai teori Peserta Kirana Pratama?"),
            refuse("Berapa nilai wawancara Peserta Gita Lestari?"),
        ),
        lines=tuple(one.split(" | ")[1] for one in _TRIALS),
    ),
    Case(
        kind="columns_pdf",
        file="taman-satwa.pdf",
        content=_leaflet,
        asks=(
            ask("Jam berapa tapir diberi makan?", "16.00", never=("07.00", "10.00")),
            ask("Berapa ekor gajah di taman satwa?", "9", never=("91", "3")),
            ask("On which day is the zoo closed?", "Senin", en=True),
            refuse("Berapa harga tiket masuk taman satwa?"),
            refuse("Berapa pawang yang menjaga tapir?"),
        ),
        lines=("Jam buka", "Gajah berjumlah 9", "Tapir berjumlah 3", "Beruang madu berjumlah 5"),
        gone=("berjumlah 91",),
    ),
    Case(
        kind="turned_page",
        file="jalan-provinsi.pdf",
        content=_sideways,
        asks=(
            ask("Berapa kilometer jalan rusak di ruas Bukit Kemuning–Liwa?", "16,4", never=("41,6", "7,3")),
            ask("Berapa panjang ruas Liwa–Krui?", "32,4", never=("25,1", "58,0")),
            ask("How many km are in good condition (mantap) between Krui and Biha?", "27,9", never=("25,1",), en=True),
            refuse("Berapa kilometer jalan rusak di ruas Krui–Biha?"),
            refuse("Berapa biaya perbaikan ruas Liwa–Krui?"),
        ),
        lines=("Ringkasan", "Liwa–Krui", "32,4", "25,1", "7,3", "Bukit Kemuning–Liwa", "58,0", "41,6", "16,4"),
    ),
    Case(
        kind="form",
        file="sanggar-seni.pdf",
        content=_form,
        asks=(
            ask("Siapa ketua kelompok seni?", "Zulkifli Anwar"),
            ask("Berapa jumlah anggota sanggar?", "24"),
            ask("What is the main instrument?", "Gamolan", en=True),
            refuse("Berapa nomor telepon sanggar?"),
            refuse("Di mana alamat sanggar?"),
        ),
        lines=("Nama kelompok seni", "Sanggar Cangget Agung", "Ketua", "Zulkifli Anwar", "24", "Gamolan"),
    ),
    Case(
        kind="group_rows_pdf",
        file="hutan-kota.pdf",
        content=_plan,
        asks=(
            ask("Berapa rencana tanam di Bukit Camang tahun 2025?", "1.450", never=("1.212", "1.100")),
            ask("Berapa realisasi tanam di Taman Gunung Sulah tahun 2024?", "372", never=("400", "498")),
            ask("How large is Bukit Camang?", "11,8", never=("3,2",), en=True),
            refuse("Berapa realisasi tanam di Bukit Camang tahun 2026?"),
            refuse("Berapa rencana tanam di Taman Lembah Hijau tahun 2025?"),
        ),
        lines=("Rencana tanam", "3,2", "400", "650", "900", "Bukit Camang", "1.450", "Realisasi tanam", "372", "1.212"),
    ),
)
