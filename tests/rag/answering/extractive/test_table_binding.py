import pytest

from tests.rag.answering.extractive.tables import HARVEST, Page


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("Berapa ton padi Sukamaju tahun 2025?", "1.310"),
        ("Berapa ton padi Sukamaju tahun 2024?", "1.250"),
        ("Berapa hasil jagung di Bumi Asri?", "415"),
        ("Berapa padi 2025 di Bumi Raya?", "655,5"),
    ],
)
def test_a_cell_is_meant_by_its_row_and_its_column(question: str, cell: str) -> None:
    assert Page(*HARVEST).answer(question) == cell


@pytest.mark.parametrize(
    "question",
    [
        "Berapa padi Sukamaju?",  # two years
        "Berapa padi 2025 di Bumi?",  # two rows
        "Berapa padi 2025 di Way Lima?",  # no row
        "Berapa kedelai di Sukamaju?",  # no column
    ],
)
def test_no_cell_is_meant_where_row_or_column_is_not_named(question: str) -> None:
    assert Page(*HARVEST).answer(question) is None


def test_the_row_of_a_label_is_meant_by_the_label() -> None:
    page = Page("Ketua|Sari Wulan", "Bendahara|Joko Prasetyo", marked=False)
    assert page.answer("Siapa bendaharanya?") == "Joko Prasetyo"
    assert page.answer("Siapa ketua?") == "Sari Wulan"


def test_of_two_rows_with_the_words_the_one_named_most_fully_is_meant() -> None:
    page = Page("Jenjang|Beasiswa", "Magister|Rp9.000.000", "Magister Luar Negeri|Rp20.000.000")
    assert page.answer("Berapa beasiswa magister?") == "Rp9.000.000"
    assert page.answer("Berapa beasiswa magister luar negeri?") == "Rp20.000.000"


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("Berapa sewa kios tertutup lantai 2 di Pasar Tunas?", "190"),
        ("Berapa sewa kios lantai 1 di Pasar Angsa?", "240"),
        ("Berapa sewa kios tertutup di Pasar Tunas?", None),  # on which floor?
    ],
)
def test_columns_that_only_a_number_tells_apart_are_told_apart_by_it(question: str, cell: str | None) -> None:
    rents = Page("Pasar|Kios Lantai 1|Kios Lantai 2", "Tunas|265|190", "Angsa|240|175")
    assert rents.answer(question) == cell


def test_rows_that_only_a_number_tells_apart_are_told_apart_by_it() -> None:
    meters = Page("Ukuran meter|Pemeliharaan", "1/2 inci|9.000", "3/4 inci|12.000", "1 inci|17.000")
    assert meters.answer("Berapa biaya pemeliharaan meter 1 inci?") == "17.000"
    assert meters.answer("Berapa biaya pemeliharaan meter 3/4 inci?") == "12.000"


BUSES = ("Koridor|Halte akhir|Jam", "Koridor 1|Pasar Lama|06.00", "Koridor 2|Stasiun Ujung|06.30")
TRUCKS = ("Hari|Kelurahan|Jam|Retribusi", "Senin|Batu Putih|06.00|Rp5.000", "Rabu|Langkapura|09.45|Rp7.000")


@pytest.mark.parametrize(
    ("table", "question", "cell"),
    [
        (BUSES, "Halte Pasar Lama termasuk koridor berapa?", "Koridor 1"),  # what names a row may be asked for, too
        (TRUCKS, "Hari apa truk sampah ke Langkapura?", "Rabu"),  # by a measure, which carries no topic
        (TRUCKS, "Truk ke Langkapura jam berapa?", "09.45"),
        (TRUCKS, "Pukul berapa truk datang ke Langkapura?", "09.45"),  # by the only cell that is a time of day
        (TRUCKS, "Bagaimana truk di Langkapura?", None),  # three cells, and none is told
        (TRUCKS, "Pukul berapa truk datang ke Kemiling?", None),
    ],
)
def test_the_value_stands_in_any_cell_but_those_that_name_the_row(
    table: tuple[str, ...], question: str, cell: str | None
) -> None:
    assert Page(*table).answer(question) == cell


def test_a_column_of_another_year_is_not_meant_for_its_other_words() -> None:
    fishers = Page("Desa|Pemilik 2024|2025|Buruh 2024|2025", "Sukaraya|41|44|120|133", "Legundi|26|29|95|90")
    assert fishers.answer("Berapa buruh di Sukaraya pada 2025?") is None
    assert fishers.answer("Berapa buruh di Sukaraya pada 2024?") == "120"


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("Berapa tiket anak?", "Rp7.000"),
        ("Berapa tiket lansia?", None),  # neither of two tickets
        ("Berapa dalamnya Kolam Tirta?", None),  # "kolam" is in the title: not therefore the row "Panjang kolam"
        ("Berapa panjang Kolam Tirta?", "50 meter"),
    ],
)
def test_a_row_is_not_meant_by_the_title_nor_in_place_of_one_that_is_missing(question: str, cell: str | None) -> None:
    pool = ("Panjang kolam|50 meter", "Tiket dewasa|Rp12.000", "Tiket anak|Rp7.000")
    assert Page(*pool, marked=False, title="Kolam Renang Tirta").answer(question) == cell


def test_rows_that_only_a_letter_tells_apart_are_told_apart_by_it() -> None:
    power = Page("Gedung|Semester I|Semester II", "Gedung A|18,4|17,9", "Gedung B|22,1|23,5")
    assert power.answer("Berapa listrik Gedung B pada Semester II?") == "23,5"
    assert power.answer("Berapa listrik Gedung A pada Semester I?") == "18,4"


def test_a_word_of_the_column_asked_for_names_no_row() -> None:
    fares = Page(
        "Golongan|Tarif Sekali Jalan|Tarif Langganan", "Pejalan kaki|Rp8.000|Rp150.000", "Mobil|Rp97.000|Rp1 juta"
    )
    assert fares.answer("Berapa tarif sekali jalan untuk truk?") is None
    assert fares.answer("Berapa tarif sekali jalan untuk mobil?") == "Rp97.000"


def test_a_word_that_only_another_row_says_is_told_apart_from_one_that_no_row_says() -> None:
    herd = Page("Dusun|Ternak|Jumlah", "Tegal Sari|Kambing|42", "Karang Anyar|Sapi|18")
    binding = herd.bound("Berapa kambing di Karang Anyar?")
    assert (binding.rows, binding.elsewhere, binding.strays) == ((1,), ("kambing",), ())
    binding = herd.bound("Berapa domba di Karang Anyar?")
    assert (binding.rows, binding.elsewhere, binding.strays) == ((1,), (), ("domba",))


def test_of_labels_and_values_other_rows_are_of_the_same_thing() -> None:
    card = Page("Nama|Yayasan Melati", "Alamat|Jalan Kamboja 4", marked=False)
    assert card.bound("Di mana alamat Yayasan Melati?").elsewhere == ()


def test_the_only_column_that_fits_is_not_meant_where_the_table_does_not_know_a_word() -> None:
    races = Page("Kelas|Hari|Jarak", "Pemula|Sabtu|18 meter", "Utama|Minggu|50 meter")
    assert races.answer("Berapa meter untuk kelas Utama?") == "50 meter"
    assert races.answer("Berapa hadiah untuk kelas Utama?") is None


def test_part_of_what_another_cell_says_names_no_other_row() -> None:
    plans = Page("Hal|Hemat|Penuh", "Biaya bulanan|90|250", "Pemasangan|200|0")
    assert plans.bound("Berapa biaya pemasangan paket Hemat?").elsewhere == ()


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("Berapa kilogram pakan rusa?", "28"),
        ("How many kilometres for rusa?", "4,5"),
        ("Berapa persen rusa?", "12"),
    ],
)
def test_a_column_is_named_by_the_unit_that_it_gives(question: str, cell: str) -> None:
    herd = Page("Satwa|Pakan (kg)|Jelajah (km)|Bagian %", "Rusa|28|4,5|12", "Siamang|6|1,2|7")
    assert herd.answer(question) == cell


def test_a_row_is_named_by_its_number_where_the_column_of_numbers_is_named() -> None:
    lessons = Page("Pertemuan|Bahan|Narasumber", "1|Pupuk|Sutarno", "2|Pola tanam|Dewi", "3|Hama|Rahmat")
    assert lessons.answer("Siapa narasumber pertemuan ke-2?") == "Dewi"
    assert lessons.answer("Siapa narasumber pertemuan ke-4?") is None


def test_a_word_that_the_key_says_does_not_tell_the_row_by_another_cell() -> None:
    repairs = Page("Alat|Tanggal|Bengkel", "Mesin gilas|17 Juni|Karya Mesin", "Buldoser|24 Juni|Sinar Teknik")
    assert repairs.answer("Bengkel mana untuk mesin gilas?") == "Karya Mesin"


def test_the_label_that_says_what_kind_of_thing_is_asked_for_is_meant() -> None:
    letter = Page(
        "hari, tanggal|Kamis, 8 Mei 2025", "tempat|Gedung Pamer Lantai 2", "hal|Lokakarya Batik", marked=False
    )
    assert letter.answer("Di mana lokakarya diadakan?") == "Gedung Pamer Lantai 2"


def test_a_running_number_or_code_is_no_part_of_what_a_row_is_called() -> None:
    codes = Page("Kode Rekening|Uraian|Volume|Harga Satuan", "5.1.01|Sewa panggung|3|650", "5.1.02|Honor juri|5|210")
    binding = codes.bound("Berapa harga satuan sewa panggung?")
    assert (binding.rows, binding.columns, binding.is_sure) == ((0,), (3,), True)


LONG_FORM = (
    "kode_kecamatan|nama_kecamatan|ternak|jumlah|tahun",
    "180901|Bukit Kemala|Sapi|1240|2024",
    "180901|Bukit Kemala|Kerbau|86|2024",
    "180901|Bukit Kemala|Sapi|1311|2025",
    "180901|Bukit Kemala|Kerbau|79|2025",
)


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("Berapa jumlah sapi di Kecamatan Bukit Kemala tahun 2024?", "1240"),
        ("Berapa jumlah kerbau di Kecamatan Bukit Kemala tahun 2025?", "79"),
        ("Berapa jumlah sapi di Kecamatan Bukit Kemala?", None),  # in which year?
        ("Berapa jumlah sapi di Kecamatan Bukit Kemala tahun 2020?", None),
    ],
)
def test_a_year_tells_rows_of_the_same_things_apart_and_a_code_is_no_figure(question: str, cell: str | None) -> None:
    assert Page(*LONG_FORM).answer(question) == cell


def test_a_word_of_the_row_calls_no_column_where_another_one_holds_what_is_asked_for() -> None:
    steps = Page(
        "No|Kegiatan|Kelengkapan|Waktu", "1|Memeriksa kelengkapan berkas|Surat|15 menit", "2|Mengarsipkan|Map|1 hari"
    )
    assert steps.answer("Berapa lama pemeriksaan kelengkapan berkas?") == "15 menit"


def test_how_long_is_the_value_of_a_label_that_says_so() -> None:
    page = Page("Jangka waktu|2 hari kerja", "Biaya|gratis", marked=False, title="Kartu Identitas Anak")
    assert page.answer("Berapa lama pembuatan kartu identitas anak?") == "2 hari kerja"
    assert page.answer("Berapa lama pembuatan kartu keluarga?") is None


def test_words_that_ask_for_a_price_or_say_a_condition_are_no_rows_that_are_missing() -> None:
    fares = Page("Layanan|Tarif (Rp)", "Tambal gigi tetap|75.000", "Tambal gigi susu|40.000")
    assert fares.bound("kalau tambal gigi tetap harus bayar berapa?").strays == ()
    assert fares.bound("kalau rontgen gigi tetap harus bayar berapa?").strays == ("rontgen",)
    yields = Page("Desa|Padi (ton)", "Sukarame|75", "Sukasari|40")
    assert yields.bound("Sukarame bayar berapa?").strays == ("bayar",)  # nothing there is paid


def test_one_month_is_asked_of_a_column_by_the_month() -> None:
    dues = Page("Golongan|Per bulan (Rp)|Sekali angkut (Rp)", "Toko|60.000|15.000", "Kios|20.000|5.000")
    assert dues.answer("toko bayar berapa sebulan?") == "60.000"


def test_the_name_of_another_group_counts_without_the_letter_before_it() -> None:
    wards = Page(
        "No|Layanan|Satuan|Tarif (Rp)",
        "A|KAMAR BEDAH||",
        "1|Sewa alat|kali|90.000",
        "B|KAMAR BERSALIN||",
        "1|Sewa bak mandi|kali|35.000",
        "2|Perawat|hari|80.000",
    )
    assert wards.bound("Berapa tarif sewa bak mandi kamar bedah?").elsewhere == ("bedah",)
    assert wards.bound("Berapa tarif sewa bak mandi kamar bersalin?").elsewhere == ()


def test_who_a_part_of_a_form_is_about_is_told_by_its_name() -> None:
    part = Page(
        "Nama|Lestari Dewi", "Jabatan|Juru ukur", "Tujuan|Desa Way Kanan", marked=False, title="Yang ditugaskan"
    )
    assert part.answer("siapa yang ditugaskan?") == "Lestari Dewi"
    assert part.bound("Siapa bendahara desa?").rows == ()


def test_a_row_is_named_by_a_cell_said_whole_before_one_said_in_part() -> None:
    page = Page(
        "No|Kedudukan dalam Tim|Jabatan dalam Dinas|Jumlah",
        "1|Pengarah|Sekretaris Daerah|1",
        "2|Sekretaris|Kepala Bidang Aset Daerah|1",
        "3|Anggota|Staf Bidang Aset|14",
    )
    assert page.table.keys == 3
    assert page.answer("Jabatan apa yang menjadi Sekretaris Tim?") == "Kepala Bidang Aset Daerah"
