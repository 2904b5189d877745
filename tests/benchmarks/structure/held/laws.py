"""Regulations: articles typed, styled and numbered by the word processor; amended and repealed."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import word as w
from tests.benchmarks.structure.writers.office import odt
from tests.benchmarks.structure.writers.pdf import Page, lines, pdf
from tests.benchmarks.structure.writers.web import page, paragraphs

_TREES = (
    "PERATURAN DESA TENTANG PERLINDUNGAN POHON",
    "BAB I",
    "LARANGAN",
    "Pasal 1",
    "Setiap orang dilarang menebang pohon di sempadan sungai.",
    "Pasal 2",
    "(1) Penebangan di pekarangan wajib dilaporkan.",
    "(2) Laporan disampaikan paling lambat 7 hari sebelumnya.",
    "BAB II",
    "SANKSI",
    "Pasal 3",
    "Pelanggar wajib menanam 50 bibit pengganti.",
)


def _counted() -> bytes:
    numbering = w.levels(
        ("upperRoman", "BAB %1"), ("decimal", "Pasal %2"), ("decimal", "(%3)"), ("lowerLetter", "%4."), going_on=1
    )
    told = (
        (0, "PENYEWA"),
        (1, "Penyewa rumah susun adalah keluarga yang:"),
        (3, "belum memiliki rumah; dan"),
        (3, "berpenghasilan paling tinggi Rp4.200.000 per bulan."),
        (0, "SEWA"),
        (1, "Sewa dibayar di muka."),
        (2, "Sewa lantai dasar sebesar Rp310.000."),
        (2, "Sewa lantai atas sebesar Rp265.000."),
    )
    body = "".join(w.p(text, list_level=level) for level, text in told)
    return w.word(w.text_of("PERATURAN WALI KOTA TENTANG RUMAH SUSUN") + body, numbering=numbering)


def _odt_law() -> bytes:
    return odt(
        "<text:h text:outline-level='1'>Peraturan Kampung tentang Ronda</text:h>"
        "<text:h text:outline-level='2'>Pasal 1</text:h><text:p>Ronda dilakukan oleh enam orang tiap malam.</text:p>"
        "<text:h text:outline-level='2'>Pasal 2</text:h><text:p>Warga yang tidak hadir membayar Rp15.000.</text:p>"
        "<text:h text:outline-level='2'>Pasal 3</text:h><text:p>Hasil denda masuk kas kampung.</text:p>"
    )


CASES = (
    Case(
        kind="divisions",
        file="perdes-pohon.txt",
        content="\n\n".join(_TREES) + "\n",
        asks=(
            ask("Apa bunyi Pasal 2 ayat (2)?", "paling lambat 7 hari", never=("50 bibit", "sempadan sungai")),
            ask("Apa isi Pasal 3?", "50 bibit pengganti", never=("7 hari",)),
            refuse("Apa isi Pasal 8?"),
        ),
        lines=_TREES[3:8],
    ),
    Case(
        kind="divisions",
        file="perdes-pohon.pdf",
        content=lambda: pdf(Page(lines(760, *_TREES[:8], step=24)), Page(lines(760, *_TREES[8:], step=24))),
        asks=(
            ask("Apa bunyi Pasal 1?", "sempadan sungai", never=("50 bibit", "7 hari")),
            ask("Pasal berapa yang mengatur bibit pengganti?", "Pasal 3", never=("Pasal 1", "Pasal 2")),
        ),
    ),
    Case(
        kind="auto_numbers",
        file="perwali-rusun.docx",
        content=_counted,
        asks=(
            ask("Apa isi Pasal 1 huruf b?", "Rp4.200.000", never=("belum memiliki rumah",)),
            ask("Berapa sewa lantai atas menurut Pasal 2?", "Rp265.000", never=("Rp310.000",)),
            refuse("Apa isi Pasal 4?"),
        ),
        lines=("Pasal 1", "a. belum memiliki rumah", "b. berpenghasilan", "Pasal 2", "(1) Sewa lantai dasar"),
    ),
    Case(
        kind="divisions",
        file="peraturan-ronda.odt",
        content=_odt_law,
        asks=(
            ask("Apa isi Pasal 2?", "Rp15.000", never=("enam orang", "kas kampung")),
            refuse("Apa isi Pasal 6?"),
        ),
    ),
    Case(
        kind="amendment",
        file="perubahan-parkir.docx",
        content=lambda: w.word(
            w.text_of(
                "PERUBAHAN ATAS PERATURAN DAERAH NOMOR 4 TAHUN 2019 TENTANG RETRIBUSI PARKIR",
                "Pasal I",
                "1. Ketentuan Pasal 8 diubah sehingga berbunyi sebagai berikut:",
                "Pasal 8",
                "Retribusi parkir roda dua ditetapkan Rp3.000 sekali parkir.",
                "2. Pasal 10 sampai dengan Pasal 12 dihapus.",
                "Pasal II",
                "Peraturan Daerah ini mulai berlaku pada tanggal 5 Mei 2026.",
            )
        ),
        asks=(
            ask("Apa isi Pasal 8?", "Rp3.000", never=("5 Mei 2026",)),
            ask("Apakah Pasal 11 masih berlaku?", "dihapus", refusable=True),
            refuse("Apa isi Pasal 9?"),
        ),
    ),
    Case(
        kind="divisions",
        file="tata-tertib-taman.html",
        content=page(
            "Peraturan Bupati tentang Taman Kota",
            paragraphs(
                "Pasal 1",
                "Taman dibuka pukul 05.00 sampai 21.00.",
                "Pasal 2",
                "Hewan peliharaan wajib diikat.",
                "Pasal 3",
                "Pelanggaran Pasal 2 dikenai denda Rp75.000.",
            ),
        ),
        asks=(
            ask("Apa isi Pasal 2?", "wajib diikat", never=("05.00",)),
            ask("Pasal berapa yang mengatur denda?", "Pasal 3", never=("Pasal 1",)),
            refuse("Apa isi Pasal 5?"),
        ),
    ),
)
