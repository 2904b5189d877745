"""Sections beside each other that say the same of different things."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.web import items, page, paragraphs

CASES = (
    Case(
        kind="siblings",
        file="posko-banjir.html",
        content=page(
            "Posko Siaga Banjir",
            "<h2>Posko Rawa Indah</h2>"
            + paragraphs("Petugas berjaga 24 jam di gedung sekolah dasar.", "Tersedia 4 perahu karet.")
            + "<h2>Posko Muara Jaya</h2>"
            + paragraphs("Petugas berjaga 24 jam di kantor kelurahan.", "Tersedia 11 perahu karet."),
        ),
        asks=(
            ask("Berapa perahu karet di Posko Muara Jaya?", "11", never=("4",)),
            ask("Di mana petugas Posko Rawa Indah berjaga?", "gedung sekolah dasar", never=("kantor kelurahan",)),
            refuse("Berapa perahu karet di Posko Tanjung Asri?"),
        ),
        lines=("Posko Rawa Indah", "Tersedia 4 perahu karet", "Posko Muara Jaya", "Tersedia 11 perahu karet"),
    ),
    Case(
        kind="siblings",
        file="gelombang-kursus.md",
        content="# Kursus Menjahit Balai Latihan\n\n## Gelombang I\n\nPendaftaran ditutup 12 Maret 2026.\n\n"
        "Kuota 40 peserta.\n\n## Gelombang II\n\nPendaftaran ditutup 9 Juni 2026.\n\nKuota 25 peserta.\n\n"
        "## Gelombang III\n\nPendaftaran ditutup 21 Agustus 2026.\n\nKuota 30 peserta.\n",
        asks=(
            ask("Berapa kuota Gelombang II kursus menjahit?", "25", never=("40", "30")),
            ask("When does registration for batch III (Gelombang III) close?", "21 Agustus 2026", en=True),
        ),
        lines=("Gelombang I", "12 Maret 2026", "Gelombang II", "9 Juni 2026", "Gelombang III", "21 Agustus 2026"),
    ),
    Case(
        kind="recurring_items",
        file="syarat-ktp.html",
        content=page(
            "Syarat Pencetakan Ulang",
            "<h2>KTP rusak</h2><ul>"
            + items("KTP yang rusak", "Fotokopi kartu keluarga", "Formulir F-1.02")
            + "</ul><h2>KTP hilang</h2><ul>"
            + items("Surat kehilangan dari kepolisian", "Fotokopi kartu keluarga", "Formulir F-1.02")
            + "</ul><h2>Kartu anak hilang</h2><ul>"
            + items("Surat kehilangan dari kepolisian", "Fotokopi kartu keluarga", "Pas foto 2x3")
            + "</ul>",
        ),
        asks=(
            ask(
                "Apa saja syarat mencetak ulang KTP hilang?",
                "Surat kehilangan dari kepolisian",
                "Fotokopi kartu keluarga",
                "Formulir F-1.02",
                never=("Pas foto 2x3", "KTP yang rusak"),
            ),
        ),
        lines=(
            "KTP yang rusak",
            "Fotokopi kartu keluarga",
            "Formulir F-1.02",
            "KTP hilang",
            "Surat kehilangan dari kepolisian",
            "Fotokopi kartu keluarga",
            "Formulir F-1.02",
            "Kartu anak hilang",
            "Surat kehilangan dari kepolisian",
            "Fotokopi kartu keluarga",
            "Pas foto 2x3",
        ),
    ),
)
