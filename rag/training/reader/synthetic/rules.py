"""Regulations by number, articles of statutes, definitions, conditions, periods by group, services."""
# ruff: noqa: E501 - a template reads best on one line

import random

from rag.training.reader.synthetic import words
from rag.training.reader.synthetic.draft import Asked, Draft

_KINDS = (
    ("Peraturan Menteri Dalam Negeri", "Permendagri"), ("Peraturan Menteri Ketenagakerjaan", "Permenaker"),
    ("Peraturan Daerah", "Perda"), ("Peraturan Gubernur", "Pergub"), ("Peraturan Presiden", "Perpres"),
    ("Peraturan Pemerintah", "PP"), ("Undang-Undang", "UU"), ("Keputusan Gubernur", "Kepgub"),
    ("Peraturan Bupati", "Perbup"), ("Peraturan Menteri Keuangan", "PMK"), ("Instruksi Presiden", "Inpres"),
    ("Peraturan Menteri Kesehatan", "Permenkes"), ("Surat Edaran", "SE"), ("Peraturan Kepala BP2MI", "Perka BP2MI"),
)  # fmt: skip
_SUBJECTS = (
    "Pengelolaan Keuangan Desa", "Pelindungan Pekerja", "Kawasan Tanpa Rokok", "Rencana Tata Ruang Wilayah",
    "Penyelenggaraan Kearsipan", "Pajak Kendaraan Bermotor", "Pengelolaan Sampah", "Jaminan Kesehatan Daerah",
    "Kerja Sama Daerah", "Penyelenggaraan Pelatihan Vokasi", "Retribusi Pelayanan Pasar", "Pengarusutamaan Gender",
    "Penanggulangan Bencana", "Hari Jadi Provinsi", "Cagar Budaya", "Pemberdayaan Nelayan", "Upah Minimum",
    "Pembebasan Biaya Pelatihan", "Penempatan Tenaga Kerja Asing", "Standar Pelayanan Minimal",
)  # fmt: skip


def regulation(draw: random.Random) -> Draft:
    """Two regulations in one text; asked by number, by subject, and with the number or year of neither."""
    kinds, subjects = draw.sample(_KINDS, 3), draw.sample(_SUBJECTS, 3)
    numbers = [(draw.randint(1, 140), draw.randint(1990, 2029)) for _ in range(3)]
    shown = [_citation(kinds[i], *numbers[i], draw) for i in range(2)]
    cites = [f"[[n{i}|{shown[i]}]] tentang [[s{i}|{subjects[i]}]]" for i in range(2)]
    marked = draw.choice((
        f"Ketentuan ini merujuk pada {cites[0]}. {words.filler(draw)} Selain itu, pemerintah daerah juga menerbitkan {cites[1]}.",
        f"Mengingat: 1. {cites[0]}; 2. {cites[1]};",
        f"Sesuai amanat {cites[0]}, daerah wajib menyusun rencana aksi. Aturan turunannya adalah {cites[1]}.",
        f"Dasar hukum kegiatan adalah {cites[0]} serta {cites[1]}. {words.filler(draw)}",
    ))  # fmt: skip
    asked = [question for i in range(2) for question in _about(kinds[i], numbers[i], subjects[i], i)]
    asked.append(_governs(kinds[2], numbers[2], None))
    asked.append(_governs(kinds[0], (numbers[0][0] + draw.randint(1, 9), numbers[0][1]), None))
    asked.append(Asked(None, (f"Peraturan apa yang mengatur {subjects[2]}?", f"Apa dasar hukum {subjects[2]}?"),
                       (f"Which regulation governs {subjects[2]}?",)))  # fmt: skip
    return Draft(marked.strip(), tuple(asked))


def _citation(kind: tuple[str, str], number: int, year: int, draw: random.Random) -> str:
    return draw.choice((f"{kind[0]} Nomor {number} Tahun {year}", f"{kind[0]} Nomor {number} Tahun {year}",
                        f"{kind[1]} Nomor {number} Tahun {year}", f"{kind[1]} No. {number} Tahun {year}",
                        f"{kind[1]} No. {number}/{year}"))  # fmt: skip


def _governs(kind: tuple[str, str], number: tuple[int, int], key: str | None) -> Asked:
    n, year = number
    return Asked(
        key,
        (
            f"{kind[1]} No. {n} Tahun {year} mengatur apa?",
            f"{kind[0]} Nomor {n} Tahun {year} tentang apa?",
            f"Apa isi {kind[1]} Nomor {n} Tahun {year}?",
            f"{kind[1]} {n}/{year} tentang apa?",
        ),
        (f"What does {kind[1]} No. {n} of {year} regulate?", f"What is {kind[0]} Number {n} of {year} about?"),
    )


def _about(kind: tuple[str, str], number: tuple[int, int], subject: str, i: int) -> tuple[Asked, Asked]:
    return _governs(kind, number, f"s{i}"), Asked(
        f"n{i}",
        (
            f"Peraturan apa yang mengatur {subject}?",
            f"{subject} diatur dalam peraturan apa?",
            f"Apa dasar hukum {subject.lower()}?",
            f"{kind[1]} nomor berapa yang mengatur {subject.lower()}?",
        ),
        (f"Which regulation governs {subject}?", f"What regulation is about {subject}?"),
    )


_SPELLED = {3: "tiga", 5: "lima", 7: "tujuh", 10: "sepuluh", 14: "empat belas", 15: "lima belas", 20: "dua puluh",
            30: "tiga puluh", 60: "enam puluh", 2: "dua", 4: "empat", 6: "enam", 12: "dua belas"}  # fmt: skip
_BODIES = (
    "Gubernur",
    "Bupati",
    "Menteri",
    "Dewan Pengawas",
    "Kepala Badan",
    "Presiden",
    "Majelis",
    "Direksi",
    "Panitia Seleksi",
)
_ACTS = (
    "izin usaha", "permohonan keberatan", "laporan tahunan", "penetapan lokasi", "sertifikat kompetensi",
    "rekomendasi teknis", "surat penempatan", "pendaftaran organisasi", "akta pendirian", "bantuan hukum",
)  # fmt: skip
_TERMS = (
    ("Jaminan Sosial", "salah satu bentuk perlindungan sosial untuk menjamin seluruh rakyat agar dapat memenuhi kebutuhan dasar hidupnya"),
    ("Retribusi", "pungutan daerah sebagai pembayaran atas jasa atau pemberian izin tertentu"),
    ("Peserta", "setiap orang yang telah membayar iuran atau yang iurannya dibayar pemerintah"),
    ("Desa", "kesatuan masyarakat hukum yang memiliki batas wilayah dan berwenang mengatur urusan pemerintahan"),
    ("Wajib Pajak", "orang pribadi atau badan yang menurut ketentuan perundang-undangan diwajibkan melakukan pembayaran pajak"),
    ("Arsip", "rekaman kegiatan atau peristiwa dalam berbagai bentuk dan media"),
    ("Tenaga Pendamping", "orang yang ditugaskan membantu masyarakat dalam pelaksanaan program"),
    ("Kawasan Lindung", "wilayah yang ditetapkan dengan fungsi utama melindungi kelestarian lingkungan hidup"),
    ("Iuran", "sejumlah uang yang dibayar secara teratur oleh peserta, pemberi kerja, dan/atau pemerintah"),
)  # fmt: skip


def statute(draw: random.Random) -> Draft:
    """An article with numbered paragraphs: who decides, within how long, what penalty; and a definition."""
    article, act, body, absent = draw.randint(2, 90), *draw.sample(_ACTS, 1), *draw.sample(_BODIES, 2)
    other = draw.choice([a for a in _ACTS if a != act])
    days, years = draw.choice(list(_SPELLED)), draw.choice((2, 3, 4, 5, 6, 7, 10))
    term, meaning = draw.choice(_TERMS)
    period = f"{days} ({_SPELLED[days]}) {draw.choice(('hari kerja', 'hari', 'bulan'))}"
    prison, fine = f"{years} ({_SPELLED.get(years, 'lima')}) tahun", f"Rp{draw.randint(1, 900)}.000.000,00"
    definition = (
        f"Pasal 1\nDalam peraturan ini yang dimaksud dengan:\n1. {term} adalah [[meaning|{meaning}]].\n"
        if draw.random() < 0.5
        else ""
    )
    marked = definition + (
        f"Pasal {article}\n(1) {act.capitalize()} {draw.choice(('ditetapkan', 'diberikan', 'diterbitkan'))} oleh [[body|{body}]].\n"
        f"(2) {act.capitalize()} sebagaimana dimaksud pada ayat (1) diberikan paling lama [[period|{period}]] sejak permohonan diterima.\n"
        f"(3) Setiap orang yang melanggar ketentuan ayat (1) dipidana dengan pidana penjara paling lama [[prison|{prison}]] "
        f"dan/atau denda paling banyak [[fine|{fine}]]."
    )
    known = (
        ()
        if not definition
        else (
            Asked(
                "meaning",
                (f"Apa yang dimaksud dengan {term}?", f"Apa itu {term.lower()}?", f"Apa pengertian {term}?"),
                (f"What is meant by {term}?",),
            ),
        )
    )
    unknown = draw.choice([t for t in _TERMS if t[0] != term])[0]
    return Draft(marked, (
        *known,
        Asked("body", (f"Siapa yang menetapkan {act}?", f"{act.capitalize()} diberikan oleh siapa?"), (f"Who grants the {act}?",)),
        Asked("period", (f"Berapa lama {act} diberikan?", f"Paling lama berapa hari {act} diterbitkan?", f"Berapa jangka waktu {act}?"), (f"Within how long is the {act} granted?",)),
        Asked("prison", ("Berapa tahun ancaman pidana penjara bagi pelanggar?", f"Berapa lama hukuman penjara menurut Pasal {article}?"), ("What is the maximum prison sentence?",)),
        Asked("fine", ("Berapa denda paling banyak bagi pelanggar?", f"Berapa dendanya menurut Pasal {article} ayat (3)?"), ("What is the maximum fine?",)),
        Asked(None, (f"Apa yang dimaksud dengan {unknown}?", f"Apa pengertian {unknown.lower()}?"), (f"What is meant by {unknown}?",)),
        Asked(None, (f"Berapa lama {other} diberikan?", f"Siapa yang menetapkan {other}?", f"Apa wewenang {absent} dalam {act}?"), (f"Who grants the {other}?",)),
        Asked(None, (f"Berapa biaya {act}?", f"Apa isi Pasal {article + draw.randint(1, 9)}?", "Kapan peraturan ini dicabut?"), (f"How much does the {act} cost?",)),
    ))  # fmt: skip


_COURSES = (
    ("pelatihan bahasa Jepang", "Japanese language training"), ("pelatihan menjahit", "sewing training"),
    ("magang", "the internship"), ("kursus komputer", "the computer course"), ("kontrak kerja", "the work contract"),
    ("pendampingan usaha", "business mentoring"), ("masa percobaan", "the trial period"), ("program beasiswa", "the scholarship"),
    ("pelatihan bahasa Korea", "Korean language training"), ("pelatihan las", "welding training"), ("karantina", "quarantine"),
)  # fmt: skip


def periods(draw: random.Random) -> Draft:
    """So long for one group, so long for another, and nothing for a third."""
    course, english = draw.choice(_COURSES)
    one, two, absent = draw.sample(words.GROUPS, 3)
    lengths = [
        f"{draw.choice((1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 18, 24, 36))} {draw.choice(('bulan', 'minggu', 'hari', 'tahun', 'bulan'))}"
        for _ in range(2)
    ]
    marked = draw.choice((
        f"{course.capitalize()} berlangsung [[a|{lengths[0]}]] untuk {one} dan [[b|{lengths[1]}]] untuk {two}.",
        f"Bagi {one}, {course} berlangsung selama [[a|{lengths[0]}]], sedangkan bagi {two} selama [[b|{lengths[1]}]].",
        f"Durasi {course} adalah [[a|{lengths[0]}]] bagi {one}. Sementara itu, {two} mengikuti selama [[b|{lengths[1]}]].",
    ))  # fmt: skip
    marked = f"{words.filler(draw)} {marked} {words.filler(draw)}".strip()
    return Draft(marked, tuple(
        Asked(key, (f"Berapa lama {course} untuk {group}?", f"Berapa lama {course} bagi {group} berlangsung?", f"{course.capitalize()} untuk {group} berapa lama?"),
              (f"How long is {english} for {group}?", f"How long does {english} last for {group}?"))
        for key, group in (("a", one), ("b", two), (None, absent))
    ))  # fmt: skip


_SERVICES = (
    ("pembuatan paspor", "a passport"), ("pengurusan kartu kuning", "the job seeker card"), ("penerbitan akta kelahiran", "a birth certificate"),
    ("izin mendirikan bangunan", "a building permit"), ("pendaftaran magang", "internship registration"), ("uji kir", "the vehicle inspection"),
    ("pendaftaran pekerja migran", "migrant worker registration"), ("pembuatan KTP", "an identity card"), ("izin penelitian", "a research permit"),
)  # fmt: skip
_PAPERS = (
    "KTP",
    "kartu keluarga",
    "ijazah terakhir",
    "pas foto",
    "surat izin orang tua",
    "surat keterangan sehat",
    "SKCK",
    "akta kelahiran",
    "materai",
    "buku nikah",
)


def service(draw: random.Random) -> Draft:
    """A public service with its papers, fee, hours and telephone; each may be left out and is then not told."""
    name, english = draw.choice(_SERVICES)
    papers = words.joined(draw.sample(_PAPERS, draw.randint(2, 5)), draw)
    hours = (
        f"{draw.randint(7, 9):02d}.{draw.choice(('00', '30'))}–{draw.randint(13, 16)}.{draw.choice(('00', '30'))} WIB"
    )
    said = {
        "papers": f"Persyaratan {name} yaitu [[papers|{papers}]].",
        "fee": f"Biaya {name} sebesar [[fee|Rp{draw.randint(5, 900)}.000]].",
        "hours": f"Layanan dibuka pukul [[hours|{hours}]].",
        "phone": f"Informasi lebih lanjut dapat menghubungi [[phone|(0{draw.randint(21, 980)}) {draw.randint(200000, 799999)}]].",
        "days": f"Proses {name} selesai dalam [[days|{draw.randint(1, 14)} hari kerja]].",
        "age": f"Pemohon harus berusia minimal [[age|{draw.randint(17, 25)} tahun]].",
    }
    told = draw.sample(list(said), draw.randint(2, 5))
    questions = {
        "papers": ((f"Apa saja syarat {name}?", f"Dokumen apa saja yang diperlukan untuk {name}?", f"Persyaratan {name} apa saja?"), (f"What documents are needed for {english}?",)),
        "fee": ((f"Berapa biaya {name}?", f"{name.capitalize()} bayar berapa?"), (f"How much does {english} cost?",)),
        "hours": (("Pukul berapa layanan dibuka?", f"Jam berapa layanan {name} buka?"), ("What are the opening hours?",)),
        "phone": (("Nomor telepon berapa yang bisa dihubungi?", "Ke nomor berapa bisa menghubungi?"), ("What is the phone number?",)),
        "days": ((f"Berapa hari proses {name}?", f"Berapa lama {name} selesai?"), (f"How long does it take to get {english}?",)),
        "age": ((f"Berapa usia minimal untuk {name}?", "Umur minimal pemohon berapa?"), (f"What is the minimum age for {english}?",)),
    }  # fmt: skip
    marked = " ".join([words.filler(draw), *(said[key] for key in told)]).strip()
    return Draft(marked, tuple(Asked(key if key in told else None, *questions[key]) for key in said))
