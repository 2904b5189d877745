"""Data in the long form, lists of terms, tiers of a tariff, committees with sections."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.pdf import Page, Text, lines, pdf
from tests.benchmarks.structure.writers.report import report, ruled, text
from tests.benchmarks.structure.writers.web import items, page, paragraphs

_LONG = """kode_kecamatan;nama_kecamatan;jenis_ternak;jumlah;satuan;tahun
180901;Bukit Kemala;Sapi;1240;ekor;2024
180901;Bukit Kemala;Kerbau;86;ekor;2024
180901;Bukit Kemala;Kambing;3175;ekor;2024
180902;Tanjung Mas Makmur;Sapi;912;ekor;2024
180902;Tanjung Mas Makmur;Kerbau;41;ekor;2024
180902;Tanjung Mas Makmur;Kambing;2698;ekor;2024
180901;Bukit Kemala;Sapi;1311;ekor;2025
180901;Bukit Kemala;Kerbau;79;ekor;2025
180901;Bukit Kemala;Kambing;3340;ekor;2025
180902;Tanjung Mas Makmur;Sapi;955;ekor;2025
180902;Tanjung Mas Makmur;Kerbau;44;ekor;2025
180902;Tanjung Mas Makmur;Kambing;2710;ekor;2025
"""


def _terms(*pairs: tuple[str, str]) -> str:
    return f"<dl>{''.join(f'<dt>{term}</dt><dd>{told}</dd>' for term, told in pairs)}</dl>"


_SERVICES = page(
    "Standar Pelayanan Kependudukan",
    "<h2>Kartu Identitas Anak</h2>"
    + _terms(
        ("Persyaratan", f"<ol>{items('fotokopi akta kelahiran', 'fotokopi kartu keluarga', 'pasfoto 2 lembar')}</ol>"),
        ("Jangka waktu", "2 hari kerja"),
        ("Biaya", "Tidak dipungut biaya"),
        ("Loket", "Loket 5, lantai dasar"),
    )
    + "<h2>Kutipan Akta Kematian</h2>"
    + _terms(
        ("Persyaratan", f"<ol>{items('surat keterangan kematian', 'KTP pelapor', 'KTP dua orang saksi')}</ol>"),
        ("Jangka waktu", "1 hari kerja"),
        ("Biaya", "Tidak dipungut biaya"),
        ("Loket", "Loket 2, lantai dasar"),
    )
    + paragraphs("Pengaduan disampaikan melalui kotak saran di ruang tunggu."),
)


def _tariff() -> bytes:
    rows = (
        "Golongan pelanggan | Tarif per m³ (Rp) menurut pemakaian | |",
        "| 0-10 m³ | 11-20 m³ | di atas 20 m³",
        "Sosial umum | 1.150 | 1.150 | 1.400",
        "Rumah tangga sederhana | 2.300 | 3.150 | 4.075",
        "Rumah tangga mewah | 3.450 | 4.700 | 6.125",
        "Niaga kecil | 4.600 | 5.900 | 7.250",
    )
    spans = (((1, 0), (3, 0)), ((0, 0), (0, 1)))
    return report(
        text("Tarif Air Minum Perumda Tirta Sekala", "Heading1"),
        text("Tarif berlaku mulai rekening bulan Agustus 2025."),
        ruled(rows, (150, 90, 90, 90), heads=2, spans=spans),
        text("Biaya pemeliharaan meter sebesar Rp7.500 ditagih setiap bulan."),
    )


_SECTIONS = (
    ("Acara", "Nining Suryani", ("Jamaluddin", "Eko Saputra")),
    ("Perlengkapan", "Tohirin", ("Wayan Sudarma", "Slamet")),
    ("Konsumsi", "Yeni Oktavia", ("Parida",)),
)


def _committee() -> bytes:
    shown = [
        *lines(770, "LAMPIRAN KEPUTUSAN CAMAT BANDAR SAKTI", "NOMOR 28 TAHUN 2025", x=300, size=10),
        Text(150, 715, "SUSUNAN PANITIA PEKAN PANEN RAYA", 12),
    ]
    top = 680.0
    for mark, role, name in (
        ("I.", "Pelindung", "Camat Bandar Sakti"),
        ("II.", "Ketua", "Rosmalina, S.Sos."),
        ("III.", "Sekretaris", "Agus Wibawa"),
        ("IV.", "Bendahara", "Sri Handayani"),
        ("V.", "Seksi-seksi", ""),
    ):
        shown += [Text(70, top, mark), Text(100, top, role)]
        shown += [Text(230, top, ":"), Text(245, top, name)] if name else []
        top -= 18
    for number, (section, head, members) in enumerate(_SECTIONS, start=1):
        shown += [Text(100, top, f"{number}."), Text(120, top, f"Seksi {section}")]
        top -= 16
        shown += [Text(120, top, "Koordinator"), Text(230, top, ":"), Text(245, top, head)]
        top -= 16
        shown += [Text(120, top, "Anggota"), Text(230, top, ":")]
        for at, name in enumerate(members, start=1):
            shown.append(Text(245, top, f"{at}. {name}"))
            top -= 16
        top -= 4
    return pdf(Page(shown))


CASES = (
    Case(
        kind="long_form",
        file="populasi-ternak.csv",
        content=_LONG,
        asks=(
            ask(
                "Berapa jumlah kambing di Kecamatan Tanjung Mas Makmur tahun 2024?",
                "2698|2.698",
                never=("2710", "3175"),
            ),
            ask("Berapa ekor sapi di Bukit Kemala pada tahun 2025?", "1311|1.311", never=("1240", "955")),
            ask("How many buffaloes (kerbau) were there in Bukit Kemala in 2025?", "79", never=("86", "44"), en=True),
            refuse("Berapa jumlah kuda di Kecamatan Bukit Kemala tahun 2025?"),
            refuse("Berapa jumlah sapi di Bukit Kemala tahun 2022?"),
        ),
        lines=("Bukit Kemala", "Kerbau", "3175", "912", "1311", "2710"),
    ),
    Case(
        kind="term_list",
        file="standar-kependudukan.html",
        content=_SERVICES,
        asks=(
            ask("Berapa lama pembuatan kartu identitas anak?", "2 hari kerja", never=("1 hari",)),
            ask("Di loket mana kutipan akta kematian diurus?", "Loket 2", never=("Loket 5",)),
            ask(
                "Apa saja persyaratan kutipan akta kematian?",
                "surat keterangan kematian",
                "KTP pelapor",
                "dua orang saksi",
                never=("pasfoto",),
            ),
            refuse("Berapa lama pembuatan kartu keluarga?"),
        ),
        lines=(
            "Kartu Identitas Anak",
            "pasfoto 2 lembar",
            "2 hari kerja",
            "Akta Kematian",
            "KTP pelapor",
            "1 hari kerja",
        ),
    ),
    Case(
        kind="tiers",
        file="tarif-tirta.pdf",
        content=_tariff,
        asks=(
            ask("Berapa tarif niaga kecil untuk pemakaian di atas 20 m³?", "7.250", never=("5.900", "6.125", "4.600")),
            ask("Berapa tarif rumah tangga sederhana untuk pemakaian 11-20 m³?", "3.150", never=("4.700", "2.300")),
            ask("Berapa biaya pemeliharaan meter per bulan?", "7.500"),
            refuse("Berapa tarif industri besar untuk pemakaian 0-10 m³?"),
        ),
        lines=("Agustus 2025", "Sosial umum", "1.150", "Rumah tangga mewah", "6.125", "7.250", "Rp7.500"),
    ),
    Case(
        kind="committee",
        file="susunan-panitia.pdf",
        content=_committee,
        asks=(
            ask("Siapa ketua panitia Pekan Panen Raya?", "Rosmalina", never=("Agus", "Nining")),
            ask("Siapa koordinator Seksi Perlengkapan?", "Tohirin", never=("Nining", "Yeni")),
            ask("Siapa saja anggota Seksi Acara?", "Jamaluddin", "Eko Saputra", never=("Wayan", "Slamet", "Parida")),
            refuse("Siapa koordinator Seksi Keamanan?"),
        ),
        lines=(
            "Pelindung",
            "Rosmalina",
            "Sri Handayani",
            "Seksi Acara",
            "Nining Suryani",
            "Eko Saputra",
            "Tohirin",
            "Parida",
        ),
    ),
)
