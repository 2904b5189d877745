"""Texts, cards and slides, asked for what they say and for its neighbours that they do not have."""

from typing import Any

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office
from tests.benchmarks.structure.writers.web import page, paragraphs, rows


def _plan(show: Any) -> None:
    office.slide(show, "Rencana Kerja 2027", "Disusun Bappeda")
    office.slide_table(show, "Jalan", [["Ruas", "Panjang"], ["Simpang Tiga", "4,2 km"], ["Talang", "7,8 km"]])
    office.slide_table(show, "Drainase", [["Ruas", "Panjang"], ["Simpang Tiga", "1,1 km"]])


CASES = (
    Case(
        kind="slides",
        file="rencana.pptx",
        content=lambda: office.slides(_plan),
        asks=(
            ask("Berapa panjang drainase Simpang Tiga?", "1,1", never=("4,2",)),
            ask("Berapa panjang jalan Talang?", "7,8", never=("4,2", "1,1")),
            refuse("Berapa panjang drainase Talang?"),
        ),
    ),
    Case(
        kind="divisions",
        file="perda-parkir.txt",
        content="PERATURAN DAERAH\nTENTANG PARKIR\n\nPasal 1\nTarif parkir sepeda motor Rp2.000.\n\nPasal 2\n"
        "(1) Juru parkir wajib memberi karcis.\n(2) Pengendara boleh menolak membayar tanpa karcis.\n\nPasal 3\n"
        "Pelanggaran Pasal 2 ayat (1) dikenai teguran tertulis.\n",
        asks=(
            ask("Apa isi Pasal 2 ayat (2)?", "menolak membayar", never=("teguran",)),
            ask("What is the motorcycle parking fee?", "Rp2.000", en=True),
            refuse("Berapa tarif parkir mobil?"),
            refuse("Apa isi Pasal 5?"),
        ),
    ),
    Case(
        kind="accordion",
        file="faq-air.html",
        content=page(
            "Pertanyaan Pelanggan",
            "".join(
                f"<details><summary>{question}</summary><p>{answer}</p></details>"
                for question, answer in (
                    ("Berapa biaya sambungan baru?", "Rp1.250.000 sudah termasuk meteran."),
                    ("Berapa lama pemasangan?", "Paling lama 14 hari kerja."),
                )
            ),
        ),
        asks=(
            ask("Berapa biaya sambungan baru?", "Rp1.250.000"),
            ask("How long does installation take?", "14 hari", en=True),
            refuse("Berapa denda keterlambatan membayar air?"),
        ),
    ),
    Case(
        kind="absent_row",
        file="posko-kesehatan.html",
        content=page(
            "Posko Kesehatan Mudik",
            "<table>"
            + rows("#Posko | #Dokter | #Perawat | #Ambulans")
            + rows("Posko Rest Area 20 | 2 | 6 | 1", "Posko Rest Area 49 | 3 | 8 | 2", "Posko Pelabuhan | 4 | 11 | 3")
            + "</table>",
        ),
        asks=(
            ask("Berapa perawat di Posko Rest Area 49?", "8", never=("6", "11")),
            ask("How many ambulances are at Posko Pelabuhan?", "3", never=("1", "2"), en=True),
            refuse("Berapa perawat di Posko Rest Area 87?"),
            refuse("Berapa bidan di Posko Pelabuhan?"),
        ),
    ),
    Case(
        kind="ranges",
        file="pajak-kendaraan.html",
        content=page(
            "Denda Pajak Kendaraan",
            "<table>"
            + rows(
                "#Keterlambatan | #Denda",
                "1-30 hari | 2 persen",
                "31-90 hari | 6 persen",
                "lebih dari 90 hari | 12 persen",
            )
            + "</table>",
        ),
        asks=(
            ask("Berapa denda pajak untuk keterlambatan 31-90 hari?", "6 persen", never=("2 persen", "12 persen")),
            refuse("Berapa diskon pajak kendaraan listrik?"),
        ),
    ),
    Case(
        kind="namesake",
        file="taman-baca.html",
        content=page(
            "Taman Baca",
            paragraphs(
                "Taman Baca Melati memiliki 1.200 judul buku.",
                "Taman Baca Cendana buka setiap sore.",
                "Taman Baca Melati dikelola Rina Oktavia.",
            ),
        ),
        asks=(
            ask("Siapa yang mengelola Taman Baca Melati?", "Rina Oktavia"),
            ask("How many titles does Taman Baca Melati have?", "1.200", en=True),
            refuse("Berapa judul buku Taman Baca Cendana?"),
            refuse("Siapa yang mengelola Taman Baca Cendana?"),
        ),
    ),
    Case(
        kind="cards",
        file="lowongan.html",
        content=page(
            "Lowongan Tenaga Kontrak",
            "".join(
                f"<div class='card'><h4>{job}</h4><p>Formasi: {places} orang</p><p>Pendidikan: {school}</p></div>"
                for job, places, school in (("Penyuluh", 12, "D3"), ("Juru ukur", 4, "SMK"), ("Operator", 7, "SMA"))
            ),
        ),
        asks=(
            ask("Berapa formasi juru ukur?", "4", never=("12", "7")),
            ask("Apa pendidikan untuk penyuluh?", "D3", never=("SMK", "SMA")),
            refuse("Berapa formasi pengemudi?"),
        ),
    ),
    Case(
        kind="tiles",
        file="angka-desa.html",
        content=page(
            "Desa dalam Angka",
            "<ul class='stats'>"
            + "".join(
                f"<li><strong>{n}</strong> <span>{t}</span></li>"
                for n, t in (("2.318", "jiwa"), ("684", "kepala keluarga"))
            )
            + "</ul>",
        ),
        asks=(
            ask("Berapa kepala keluarga di desa?", "684", never=("2.318",)),
            refuse("Berapa rumah tidak layak huni di desa?"),
        ),
    ),
    Case(
        kind="merged",
        file="piket-guru.html",
        content=page(
            "Piket Guru",
            "<table>"
            + rows("#Hari | #Pagi | #Siang")
            + "<tr><td>Senin</td><td rowspan='2'>Bu Ratih</td><td>Pak Dedi</td></tr>"
            + "<tr><td>Selasa</td><td>Bu Wulan</td></tr>"
            + rows("Rabu | Pak Joko | -")
            + "</table>",
        ),
        asks=(
            ask("Siapa guru piket hari Selasa pagi?", "Bu Ratih", never=("Bu Wulan", "Pak Dedi")),
            ask("Siapa guru piket hari Senin siang?", "Pak Dedi", never=("Bu Ratih", "Bu Wulan")),
            refuse("Siapa guru piket hari Rabu siang?"),
            refuse("Siapa guru piket hari Jumat pagi?"),
        ),
    ),
)
