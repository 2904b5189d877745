"""Word lists of the synthetic passages; invented people, real place names, no figure from any source."""
# ruff: noqa: E501 - a template reads best on one line

import random
from collections.abc import Sequence

FIRST = tuple(
    "Ahmad Budi Citra Dewi Eko Fitri Gunawan Hendra Indah Joko Kartika Lestari Made Nur Putri Rahmat Sari Taufik Umar "
    "Wahyu Yanti Zainal Agus Bambang Dian Endang Fajar Hasan Irma Ketut Lukman Maya Nanang Oktavia Prasetyo Ratna "
    "Slamet Tri Wawan Yusuf Arif Rina Sri Dedi Heru Siti Andi Rudi Teguh Mulyadi".split()
)
LAST = tuple(
    "Santoso Wibowo Nasution Siregar Hidayat Kusuma Pratama Saputra Wijaya Harahap Simanjuntak Lubis Hakim Setiawan "
    "Purnomo Mahendra Tanjung Sitompul Rahman Anwar Nugroho Suryadi Basri Manurung Firmansyah Handayani Permata Utami "
    "Rosalina Halim Syahputra Iskandar Gunadi Marpaung Tampubolon Daulay Ginting Ramadhan Zulkarnain Effendi".split()
)
TITLES = ("", "", "", "Dr. ", "Ir. ", "Drs. ", "H. ", "Hj. ", "Dr. Ir. ", "Prof. ", "Drs. H. ", "dr. ")
DEGREES = ("", "", "", ", M.Si.", ", S.H., M.H.", ", S.E., M.M.", ", S.Sos.", ", S.T., M.T.", ", M.Pd.", ", M.Kes.")
PROVINCES = tuple(
    "Aceh|Sumatera Utara|Sumatera Barat|Riau|Jambi|Sumatera Selatan|Bengkulu|Kepulauan Riau|Banten|Jawa Barat|"
    "Jawa Tengah|Jawa Timur|Bali|Nusa Tenggara Barat|Nusa Tenggara Timur|Kalimantan Barat|Kalimantan Tengah|"
    "Kalimantan Selatan|Kalimantan Timur|Sulawesi Utara|Sulawesi Tengah|Sulawesi Selatan|Sulawesi Tenggara|Gorontalo|"
    "Maluku|Papua|Lampung|DKI Jakarta|DI Yogyakarta|Maluku Utara".split("|")
)
REGENCIES = tuple(
    "Kabupaten Cianjur|Kabupaten Banyumas|Kabupaten Malang|Kabupaten Jember|Kabupaten Lombok Timur|Kabupaten Cirebon|"
    "Kabupaten Indramayu|Kabupaten Blitar|Kabupaten Kediri|Kabupaten Sikka|Kabupaten Bone|Kabupaten Gowa|"
    "Kabupaten Karawang|Kabupaten Kebumen|Kabupaten Sukabumi|Kota Semarang|Kota Padang|Kota Palembang|Kota Makassar|"
    "Kota Pontianak|Kota Manado|Kabupaten Deli Serdang|Kabupaten Kampar|Kabupaten Way Kanan|Kabupaten Tulungagung|"
    "Kabupaten Ponorogo|Kota Bandung|Kota Mataram|Kabupaten Sleman|Kabupaten Tanggamus".split("|")
)
# Indonesian and English names; the same tuple serves questions in both languages.
COUNTRIES = (
    ("Malaysia", "Malaysia"), ("Singapura", "Singapore"), ("Jepang", "Japan"), ("Korea Selatan", "South Korea"),
    ("Taiwan", "Taiwan"), ("Hong Kong", "Hong Kong"), ("Arab Saudi", "Saudi Arabia"), ("Brunei Darussalam", "Brunei"),
    ("Italia", "Italy"), ("Turki", "Turkey"), ("Polandia", "Poland"), ("Jerman", "Germany"), ("Belanda", "the Netherlands"),
    ("Australia", "Australia"), ("Selandia Baru", "New Zealand"), ("Uni Emirat Arab", "the United Arab Emirates"),
    ("Qatar", "Qatar"), ("Kuwait", "Kuwait"), ("Yordania", "Jordan"), ("Tiongkok", "China"), ("India", "India"),
    ("Amerika Serikat", "the United States"), ("Kanada", "Canada"), ("Inggris", "England"), ("Prancis", "France"),
    ("Rusia", "Russia"), ("Thailand", "Thailand"), ("Vietnam", "Vietnam"), ("Filipina", "the Philippines"),
    ("Maladewa", "the Maldives"),
)  # fmt: skip
OFFICES = (
    ("Gubernur", "the governor"), ("Wakil Gubernur", "the deputy governor"), ("Bupati", "the regent"),
    ("Wakil Bupati", "the deputy regent"), ("Wali Kota", "the mayor"), ("Wakil Wali Kota", "the deputy mayor"),
    ("Sekretaris Daerah", "the regional secretary"), ("Pj. Sekretaris Daerah", "the acting regional secretary"),
    ("Kepala Dinas Tenaga Kerja", "the head of the manpower office"),
    ("Kepala Dinas Kesehatan", "the head of the health office"),
    ("Kepala Dinas Pendidikan", "the head of the education office"),
    ("Kepala Dinas Pariwisata", "the head of the tourism office"),
    ("Kepala Bappeda", "the head of the regional planning agency"),
    ("Kepala Badan Pusat Statistik", "the head of the statistics agency"),
    ("Kepala Balai Pelayanan", "the head of the service centre"), ("Ketua DPRD", "the speaker of the council"),
    ("Asisten Bidang Pemerintahan", "the assistant for government affairs"),
    ("Staf Ahli Gubernur", "the expert staff of the governor"), ("Direktur Utama", "the chief executive"),
    ("Direktur Jenderal", "the director general"), ("Rektor", "the rector"), ("Kapolda", "the provincial police chief"),
    ("Duta Besar", "the ambassador"), ("Atase Pendidikan", "the education attaché"),
    ("Atase Perdagangan", "the trade attaché"), ("Konsul Jenderal", "the consul general"),
    ("Kepala Bidang Pelatihan", "the head of the training division"), ("Ketua Panitia", "the head of the committee"),
    ("Ketua TP PKK", "the chair of the family welfare movement"), ("Sekretaris Dinas", "the secretary of the office"),
    ("Kepala UPTD", "the head of the technical unit"), ("Menteri", "the minister"), ("Wakil Menteri", "the deputy minister"),
)  # fmt: skip
VENUES = (
    "Aula Kantor Gubernur", "Balai Rakyat", "Ruang Rapat Utama", "Gedung Serbaguna", "Hotel Grand Mercure",
    "Hotel Santika", "Gedung Wanita", "Balai Latihan Kerja", "Lapangan Merdeka", "Ruang Melati", "Pendopo Kabupaten",
    "Gedung Graha Wangsa", "Auditorium Universitas", "Hotel Novotel", "Kantor Kecamatan", "Gedung DPRD", "Aula Bappeda",
)  # fmt: skip
SECTORS = (
    "pertanian", "perikanan", "konstruksi", "manufaktur", "perhotelan", "kesehatan", "pendidikan", "pariwisata",
    "perkebunan", "industri kreatif", "logistik", "rumah tangga", "keperawatan", "perdagangan", "energi terbarukan",
    "teknologi informasi", "transportasi", "peternakan", "kehutanan", "pertambangan", "jasa keuangan", "otomotif",
)  # fmt: skip
ORGANISATIONS = (
    "Universitas Nusantara", "PT Sinar Bahari", "Bank Pembangunan Daerah", "Yayasan Cahaya Bangsa", "BPJS Kesehatan",
    "Kamar Dagang dan Industri", "Politeknik Negeri", "PT Agro Mandiri", "Kementerian Perhubungan", "Badan Narkotika",
    "Palang Merah Indonesia", "Lembaga Bahasa Sakura", "Asosiasi Pengusaha", "Ombudsman", "PT Kereta Api", "UNICEF",
    "Badan Riset dan Inovasi Nasional", "Kejaksaan Tinggi", "Pemerintah Prefektur Kyoto", "Kedutaan Besar Korea Selatan",
)  # fmt: skip
PROGRAMMES = (
    "Desa Cerdas", "Sekolah Tangguh", "Magang Mandiri", "Kartu Petani", "Bedah Rumah", "Satu Desa Satu Sarjana",
    "Gerakan Pangan Murah", "Beasiswa Anak Daerah", "Kampung Nelayan Maju", "Pasar Digital", "Posyandu Prima",
    "Jalan Mantap", "Desa Terampil", "Rumah Vokasi", "UMKM Naik Kelas", "Siaga Stunting", "Sertifikat Gratis",
)  # fmt: skip
GROUPS = (
    "lulusan SMA", "lulusan SMK", "lulusan SMP", "mahasiswa aktif", "tenaga honorer", "guru", "perawat", "petani",
    "nelayan", "pelaku UMKM", "penyandang disabilitas", "ibu rumah tangga", "alumni", "siswa kelas XII", "peserta baru",
    "calon pekerja migran", "pegawai negeri", "warga prasejahtera",
)  # fmt: skip
MONTHS = (
    ("Januari", "January"), ("Februari", "February"), ("Maret", "March"), ("April", "April"), ("Mei", "May"),
    ("Juni", "June"), ("Juli", "July"), ("Agustus", "August"), ("September", "September"), ("Oktober", "October"),
    ("November", "November"), ("Desember", "December"),
)  # fmt: skip
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
FILLERS = (
    "Kegiatan tersebut berjalan dengan lancar dan mendapat sambutan hangat dari masyarakat.",
    "Pemerintah daerah berkomitmen untuk terus meningkatkan kualitas pelayanan publik.",
    "Hal ini sejalan dengan visi dan misi pembangunan daerah.",
    "Diharapkan kerja sama lintas sektor dapat terus diperkuat.",
    "Ke depan, koordinasi dengan seluruh pemangku kepentingan akan ditingkatkan.",
    "Peserta tampak antusias mengikuti rangkaian acara sampai selesai.",
    "Langkah ini dinilai penting untuk mendorong pertumbuhan ekonomi masyarakat.",
    "Menurutnya, sumber daya manusia yang unggul adalah kunci daya saing daerah.",
    "Masyarakat diimbau untuk memperoleh informasi hanya dari kanal resmi.",
    "Berbagai kendala di lapangan akan segera ditindaklanjuti.", "", "", "", "",
)  # fmt: skip


def person(draw: random.Random) -> str:
    """A name, sometimes with titles before and degrees after."""
    return draw.choice(TITLES) + draw.choice(FIRST) + " " + draw.choice(LAST) + draw.choice(DEGREES)


def number(draw: random.Random, low: int, high: int) -> str:
    """A whole number written the Indonesian way, most often of mixed size."""
    value = draw.randint(low, high) if draw.random() < 0.6 else draw.randint(low, max(low + 1, high // 20))
    return f"{value:,}".replace(",", ".")


def percentage(draw: random.Random) -> str:
    """A share such as "12,37 persen" or "40%"."""
    figure = f"{draw.randint(1, 98)},{draw.randint(1, 99)}" if draw.random() < 0.7 else str(draw.randint(2, 95))
    return figure + draw.choice((" persen", " persen", "%"))


def money(draw: random.Random) -> str:
    """An amount such as "Rp2,4 miliar", "Rp 350.000" or "US$12 juta"."""
    scaled = f"{draw.randint(1, 95)},{draw.randint(1, 9)} {draw.choice(('miliar', 'juta', 'triliun'))}"
    plain = f"{draw.randint(1, 900)}.{draw.choice(('000', '500'))}"
    return draw.choice(("Rp", "Rp", "Rp ", "US$")) + scaled if draw.random() < 0.6 else "Rp" + plain


def day(draw: random.Random) -> str:
    """A date in words, half the time with the day of the week."""
    date = f"{draw.randint(1, 28)} {draw.choice(MONTHS)[0]} {draw.randint(2012, 2029)}"
    return f"{draw.choice(DAYS)}, {date}" if draw.random() < 0.4 else date


def joined(items: Sequence[str], draw: random.Random) -> str:
    """An enumeration: "A, B, dan C" in one of its spellings."""
    if len(items) == 1:
        return items[0]
    last = draw.choice((", dan ", " dan ", ", serta ", " serta ")) if len(items) > 2 else " dan "
    return ", ".join(items[:-1]) + last + items[-1]


def filler(draw: random.Random) -> str:
    """A sentence without facts, or nothing."""
    return draw.choice(FILLERS)
