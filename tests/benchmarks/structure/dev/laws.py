"""Regulations: divisions alone on their line, numbered by the word processor, amended."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.word import levels, p, text_of, word

_MARKET = (
    "PERATURAN DESA SUMBER REJO TENTANG PASAR DESA",
    "BAB I",
    "KETENTUAN UMUM",
    "Pasal 1",
    "Pasar desa adalah tempat jual beli yang dikelola pemerintah desa.",
    "BAB II",
    "PENGELOLAAN",
    "Pasal 2",
    "Pasar desa buka setiap hari pukul 05.00 sampai pukul 11.00.",
    "Pasal 3",
    "Pedagang membayar karcis harian sebesar Rp3.000.",
    "Pasal 4",
    "Pedagang yang menunggak karcis selama 30 hari kehilangan hak atas lapak.",
)


def _numbered() -> bytes:
    numbering = levels(("decimal", "Pasal %1"), ("decimal", "(%2)"), ("lowerLetter", "%3."))
    rows = [
        (0, "Setiap kios wajib memiliki alat pemadam api."),
        (0, "Penyewa kios membayar sewa di muka."),
        (1, "Sewa kios pojok sebesar Rp450.000 per bulan."),
        (1, "Sewa kios tengah sebesar Rp300.000 per bulan."),
        (0, "Penyewa dilarang:"),
        (1, "mengalihkan kios tanpa izin; dan"),
        (1, "menginap di dalam kios."),
    ]
    return word(
        text_of("PERATURAN KEPALA DINAS TENTANG SEWA KIOS")
        + "".join(p(text, list_level=level) for level, text in rows),
        numbering=numbering,
    )


def _restarting() -> bytes:
    numbering = levels(("lowerLetter", "%1."), restart=2)
    first = ("surat permohonan", "denah lokasi", "foto lahan")
    second = ("kuitansi", "berita acara")
    return word(
        p("Syarat Izin Reklame", "Heading1")
        + p("Permohonan izin reklame dilampiri:")
        + "".join(p(text, list_level=0, list_id=1) for text in first)
        + p("Pembongkaran reklame dilampiri:")
        + "".join(p(text, list_level=0, list_id=2) for text in second),
        numbering=numbering,
    )


CASES = (
    Case(
        kind="divisions",
        file="perdes-pasar.docx",
        content=lambda: word(text_of(*_MARKET)),
        asks=(
            ask("Apa isi Pasal 3?", "karcis harian sebesar Rp3.000", never=("05.00", "30 hari")),
            ask("Pasal berapa yang mengatur jam buka pasar desa?", "Pasal 2", never=("Pasal 1", "Pasal 3", "Pasal 4")),
            refuse("Apa isi Pasal 9?"),
        ),
        lines=_MARKET[1:],
    ),
    Case(
        kind="divisions",
        file="perdes-pasar.md",
        content="\n\n".join(_MARKET) + "\n",
        asks=(
            ask("Apa bunyi Pasal 2?", "05.00", "11.00", never=("Rp3.000", "pemerintah desa")),
            ask("What does Pasal 4 say?", "30 hari", never=("Rp3.000",), en=True),
        ),
        lines=_MARKET[1:],
    ),
    Case(
        kind="auto_numbers",
        file="sewa-kios.docx",
        content=_numbered,
        asks=(
            ask("Apa isi Pasal 1?", "alat pemadam api", never=("Rp450.000", "mengalihkan kios")),
            ask("Berapa sewa kios tengah menurut Pasal 2 ayat (2)?", "Rp300.000", never=("Rp450.000",)),
        ),
        lines=(
            "Pasal 1",
            "Setiap kios wajib memiliki alat pemadam api",
            "Pasal 2",
            "1) Sewa kios pojok sebesar Rp450.000 per bulan",
            "2) Sewa kios tengah sebesar Rp300.000 per bulan",
            "Pasal 3",
            "1) mengalihkan kios tanpa izin",
            "2) menginap di dalam kios",
        ),
    ),
    Case(
        kind="auto_numbers",
        file="izin-reklame.docx",
        content=_restarting,
        asks=(
            ask(
                "Apa saja lampiran permohonan izin reklame?",
                "surat permohonan",
                "denah lokasi",
                "foto lahan",
                never=("kuitansi", "berita acara"),
            ),
        ),
        lines=("a. surat permohonan", "b. denah lokasi", "c. foto lahan", "a. kuitansi", "b. berita acara"),
    ),
    Case(
        kind="amendment",
        file="perubahan-parkir.txt",
        content="PERUBAHAN ATAS PERATURAN WALI KOTA TENTANG PARKIR TEPI JALAN\n\nPasal I\n\n"
        "Beberapa ketentuan dalam Peraturan Wali Kota tentang Parkir Tepi Jalan diubah sebagai berikut:\n\n"
        "1. Ketentuan Pasal 5 diubah sehingga berbunyi sebagai berikut:\n\nPasal 5\n\n"
        "Tarif parkir mobil sebesar Rp4.000 sekali parkir.\n\n"
        "2. Ketentuan Pasal 8 dihapus.\n\nPasal II\n\nPeraturan ini mulai berlaku pada tanggal 1 Maret 2026.\n",
        asks=(
            ask("Apa bunyi Pasal 5 setelah diubah?", "Rp4.000", never=("1 Maret 2026",)),
            ask("Apa yang terjadi dengan ketentuan Pasal 8?", "dihapus"),
        ),
        lines=("Pasal I", "1. Ketentuan Pasal 5 diubah", "Pasal 5", "Rp4.000", "2. Ketentuan Pasal 8", "Pasal II"),
    ),
)
