"""Regulations: divisions alone on their line, numbered by the word processor, amended."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.pdf import Page, lines, pdf
from tests.benchmarks.structure.writers.word import levels, p, text_of, word

_BEACH = (
    "PERATURAN BUPATI TENTANG KEBERSIHAN PANTAI",
    "Pasal 1",
    "Setiap pengunjung wajib membawa pulang sampahnya.",
    "Pasal 2",
    "Pedagang pantai menyediakan paling sedikit dua tempat sampah.",
    "Pasal 3",
    "(1) Pelanggar ditegur secara lisan.",
    "(2) Pelanggar yang ditegur tiga kali dikenai denda Rp100.000.",
    "Pasal 4",
    "Peraturan ini mulai berlaku pada tanggal 17 Agustus 2026.",
)


def _numbered() -> bytes:
    numbering = levels(("upperRoman", "BAB %1"), ("decimal", "Pasal %2"), ("lowerLetter", "%3."), going_on=1)
    rows = (
        (0, "KEANGGOTAAN"),
        (1, "Anggota koperasi adalah warga desa yang:"),
        (2, "berumur paling rendah 17 tahun; dan"),
        (2, "membayar simpanan pokok Rp75.000."),
        (0, "PENGURUS"),
        (1, "Pengurus dipilih untuk masa jabatan 3 tahun."),
    )
    body = "".join(p(text, list_level=level) for level, text in rows)
    return word(text_of("ANGGARAN DASAR KOPERASI DESA") + body, numbering=numbering)


def _styled() -> bytes:
    parts = (
        ("Pasal 1", "Tamu hotel dikenai pajak sebesar 10 persen."),
        ("Pasal 2", "Rumah kos dengan lebih dari sepuluh kamar dikenai pajak sebesar 5 persen."),
        ("Pasal 3", "Pajak disetor paling lambat tanggal 15 bulan berikutnya."),
    )
    body = "".join(p(name, "Heading2") + p(text) for name, text in parts)
    return word(p("Peraturan Daerah tentang Pajak Penginapan", "Heading1") + body)


CASES = (
    Case(
        kind="divisions",
        file="perbup-pantai.txt",
        content="\n\n".join(_BEACH) + "\n",
        asks=(
            ask("Apa isi Pasal 2?", "dua tempat sampah", never=("membawa pulang sampahnya", "Rp100.000")),
            ask("Apa isi Pasal 3 ayat (2)?", "Rp100.000", never=("17 Agustus 2026", "dua tempat sampah")),
            refuse("Apa isi Pasal 11?"),
        ),
        lines=_BEACH[1:],
    ),
    Case(
        kind="divisions",
        file="perda-penginapan.docx",
        content=_styled,
        asks=(
            ask("Apa bunyi Pasal 1?", "10 persen", never=("5 persen",)),
            ask("Which article says when the tax must be paid?", "Pasal 3", never=("Pasal 1", "Pasal 2"), en=True),
        ),
        lines=("Pasal 1", "sebesar 10 persen", "Pasal 2", "sebesar 5 persen", "Pasal 3", "tanggal 15 bulan berikutnya"),
    ),
    Case(
        kind="divisions",
        file="perbup-pantai.pdf",
        content=lambda: pdf(Page(lines(740, *_BEACH[:6], step=24)), Page(lines(740, *_BEACH[6:], step=24))),
        asks=(
            ask("Apa isi Pasal 3?", "ditegur secara lisan", "Rp100.000", never=("17 Agustus 2026",)),
            ask("Apa bunyi Pasal 4?", "17 Agustus 2026", never=("Rp100.000",)),
        ),
        lines=_BEACH[1:],
    ),
    Case(
        kind="auto_numbers",
        file="koperasi.docx",
        content=_numbered,
        asks=(
            ask("Berapa simpanan pokok anggota koperasi menurut Pasal 1 huruf b?", "Rp75.000", never=("17 tahun",)),
            ask("Apa isi Pasal 2?", "masa jabatan 3 tahun", never=("17 tahun", "Rp75.000")),
        ),
        lines=(
            "BAB I",
            "KEANGGOTAAN",
            "Pasal 1",
            "a. berumur paling rendah 17 tahun",
            "b. membayar simpanan pokok",
            "BAB II",
            "PENGURUS",
            "Pasal 2",
        ),
    ),
    Case(
        kind="amendment",
        file="perubahan-retribusi.docx",
        content=lambda: word(
            text_of(
                "PERUBAHAN KEDUA ATAS PERATURAN DAERAH TENTANG RETRIBUSI PASAR",
                "Pasal I",
                "1. Ketentuan Pasal 6 diubah, sehingga berbunyi sebagai berikut:",
                "Pasal 6",
                "Retribusi lapak ditetapkan Rp2.500 per hari.",
                "2. Di antara Pasal 6 dan Pasal 7 disisipkan satu pasal, yakni Pasal 6A, yang berbunyi:",
                "Pasal 6A",
                "Pedagang lanjut usia dibebaskan dari retribusi lapak.",
                "Pasal II",
                "Peraturan Daerah ini mulai berlaku pada tanggal 2 Januari 2026.",
            )
        ),
        asks=(
            ask("Apa isi Pasal 6A?", "lanjut usia dibebaskan", never=("Rp2.500", "2 Januari 2026")),
            ask("Berapa retribusi lapak setelah Pasal 6 diubah?", "Rp2.500"),
        ),
        lines=("Pasal I", "1. Ketentuan Pasal 6", "Pasal 6", "Rp2.500 per hari", "Pasal 6A", "dibebaskan", "Pasal II"),
    ),
)
