"""Markdown and plain text."""

from datetime import date

from tests.benchmarks.structure.cases import Case, ask, refuse

CASES = (
    Case(
        kind="siblings",
        file="rute-angkot.md",
        content="# Rute Angkutan Pelajar\n\n## Rute Merah\n\n"
        "Berangkat dari Pasar Tugu pukul 06.10.\n\nTarif Rp1.500.\n\n"
        "## Rute Kuning\n\nBerangkat dari Simpang Tiga pukul 06.25.\n\nTarif Rp2.000.\n",
        asks=(
            ask("Berapa tarif Rute Kuning?", "Rp2.000", never=("Rp1.500",)),
            ask("Where does the red route (Rute Merah) start?", "Pasar Tugu", never=("Simpang Tiga",), en=True),
        ),
        lines=("Rute Merah", "Pasar Tugu pukul 06.10", "Rp1.500", "Rute Kuning", "Simpang Tiga pukul 06.25", "Rp2.000"),
    ),
    Case(
        kind="recurring_items",
        file="syarat-nikah.md",
        content="# Berkas Pencatatan Pernikahan\n\n## Calon suami\n\n1. Fotokopi KTP\n2. Fotokopi akta kelahiran\n"
        "3. Surat pengantar\n4. Surat izin atasan bagi anggota TNI\n\n## Calon istri\n\n1. Fotokopi KTP\n"
        "2. Fotokopi akta kelahiran\n3. Surat pengantar\n4. Surat keterangan imunisasi\n",
        asks=(
            ask(
                "Apa saja berkas pernikahan untuk calon istri?",
                "Fotokopi KTP",
                "Fotokopi akta kelahiran",
                "Surat pengantar",
                "imunisasi",
                never=("izin atasan",),
            ),
        ),
        lines=(
            "Calon suami",
            "1. Fotokopi KTP",
            "2. Fotokopi akta kelahiran",
            "3. Surat pengantar",
            "4. Surat izin atasan",
            "Calon istri",
            "1. Fotokopi KTP",
            "2. Fotokopi akta kelahiran",
            "3. Surat pengantar",
            "4. Surat keterangan imunisasi",
        ),
    ),
    Case(
        kind="figures_alone",
        file="kapal-perintis.txt",
        content="Data Kapal Perintis Sagara\n\nTahun dibuat\n\n2018\n\nKapasitas penumpang\n\n230\n\n"
        "Kecepatan (knot)\n\n12\n",
        asks=(
            ask("Berapa kapasitas penumpang kapal perintis Sagara?", "230", never=("2018", "12")),
            ask("Tahun berapa kapal Sagara dibuat?", "2018", never=("230",)),
        ),
        lines=("Tahun dibuat", "2018", "Kapasitas penumpang", "230", "Kecepatan (knot)", "12"),
    ),
    Case(
        kind="before_after",
        file="angka-stunting.txt",
        content="Kasus Tengkes di Kecamatan Air Hitam\n\n"
        "Angka tengkes turun dari 21,4 persen pada 2023 menjadi 16,8 persen "
        "pada 2025.\nPetugas gizi bertambah dari enam orang menjadi sepuluh orang.\n",
        asks=(
            ask("Berapa persen angka tengkes pada 2023?", "21,4", never=("16,8",)),
            ask("How many nutrition officers are there now?", "sepuluh", never=("enam",), en=True),
        ),
        lines=(
            "turun dari 21,4 persen pada 2023 menjadi 16,8 persen pada 2025",
            "dari enam orang menjadi sepuluh orang",
        ),
    ),
    Case(
        kind="dates",
        file="pengumuman-air.md",
        content="---\ntitle: Pengurasan Tandon\ndate: 5 Pebruari 2026\n---\n\n"
        "Tandon air dikuras Ahad, 8 Peb 2026, sehingga aliran berhenti sampai 10 Peb 2026.\n",
        asks=(ask("Kapan tandon air dikuras?", "8 Februari 2026|8 Peb 2026", never=("10 Peb 2026",)),),
        lines=("Tandon air dikuras Ahad, 8 Peb 2026, sehingga aliran berhenti sampai 10 Peb 2026",),
        published=date(2026, 2, 5),
    ),
    Case(
        kind="markdown",
        file="rumah-kompos.md",
        content='+++\ntitle = "Rumah Kompos Desa"\ndate = 2026-01-20\n+++\n\n# Rumah Kompos Desa\n\n'
        "Kompos dijual Rp1.200&nbsp;per kg di <b>Rumah&nbsp;Kompos</b>.\n\nUkuran | Harga\n--- | ---\n"
        "Karung kecil | Rp10.000\nKarung besar | Rp27.500\n",
        asks=(
            ask("Berapa harga kompos karung besar?", "Rp27.500", never=("Rp10.000", "Rp1.200")),
            refuse("Berapa harga kompos cair?"),
        ),
        lines=("Kompos dijual Rp1.200 per kg di Rumah Kompos", "Karung kecil", "Rp10.000", "Karung besar", "Rp27.500"),
        gone=("date = 2026-01-20",),
        published=date(2026, 1, 20),
    ),
    Case(
        kind="struck",
        file="kirab-budaya.md",
        content="# Kirab Budaya\n\nKirab dimulai dari ~~Lapangan Saburai~~ Tugu Adipura pada pukul 14.00.\n",
        asks=(ask("Dari mana kirab budaya dimulai?", "Tugu Adipura", never=("Lapangan Saburai",)),),
        lines=("Tugu Adipura pada pukul 14.00",),
        gone=("Lapangan Saburai",),
    ),
)
