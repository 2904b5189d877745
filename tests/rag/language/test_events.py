import pytest

from rag.language.events import events_in, premises_in


def taken_for_granted(question: str) -> list[str]:
    return [event.word for event in premises_in(question)]


def tells(question: str, text: str) -> bool:
    """Whether the text has a word for every event of the question, which has one."""
    premises = premises_in(question)
    return bool(premises) and all(premise.numbers & events_in(text) for premise in premises)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Mengapa rapat dibatalkan?", "They cancelled the meeting."),
        ("Mengapa DPRD mengkritik penundaan itu?", "DPRD mengecam penundaan pembangunan puskesmas."),
        ("Why did the parents condemn the delay?", "Orang tua murid memprotes keterlambatan yang ditunda lagi."),
        ("Berapa denda bagi yang membatalkan?", "Peserta yang mengundurkan diri didenda Rp50.000."),
        ("Who withdrew from the village election?", "Satu calon kepala desa menarik diri."),
        ("Mengapa izinnya dicabut?", "Izin usaha itu dibatalkan karena berkas palsu."),
        ("Mengapa warga menolak?", "Warga keberatan dengan rencana itu."),
        ("Kenapa acaranya urung?", "Festival tahun ini ditiadakan."),
        ("What must not be brought to the edge of the pool?", "Jangan membawa botol kaca ke tepi kolam."),
        ("Who may not enter the pool?", "Pengunjung yang sakit mata tidak diperkenankan masuk."),
        ("What may not be kept in the lockers?", "Loker tidak dapat dipakai untuk menyimpan perhiasan."),
        ("Which maps are not allowed to be borrowed?", "Peta lama hanya dibaca di tempat dan tidak dipinjamkan."),
        ("What must not be used in an earthquake?", "Tinggalkan ruang lewat tangga darurat; hindari lift."),
        ("Who may not join the course?", "Peserta yang sakit tidak dapat mengikuti pelatihan."),
        ("Siapa yang tidak boleh mendaftar?", "Semua warga dapat mendaftar, kecuali pegawai negeri."),
        ("Apa yang dilarang di kolam?", "Jangan melompat dari papan loncat."),
        ("Apa yang tidak boleh dibawa?", "Visitors cannot bring glass bottles."),
    ],
)
def test_an_event_counts_as_told_in_other_words_for_it(question: str, text: str) -> None:
    assert tells(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Mengapa imunisasi dihentikan?", "Imunisasi dilaksanakan setiap bulan."),
        ("Why was the market closed down and banned?", "Pasar dibuka pukul 06.00."),
        ("Mengapa tarif ditolak?", "Tarif parkir ditunda."),
        ("Why was the market banned?", "Pasar tidak dapat dibuka pada hari libur."),
        ("Who may not enter the pool?", "Pengunjung wajib mandi sebelum masuk kolam."),
        ("Which books may not be borrowed?", "Permohonan gugur bila pemohon tidak dapat menunjukkan dokumen."),
    ],
)
def test_an_event_of_the_question_alone_is_not_told(question: str, text: str) -> None:
    assert not tells(question, text)


@pytest.mark.parametrize(
    "question",
    [
        "Di stasiun mana kereta berhenti?",
        "How long is the suspension bridge?",
        "Where does the train stop?",
        "Which places do you stop at?",
        "Where is the bus stop of corridor 2?",
        "Apakah travel berhenti di pasar?",
        "Where is the one-stop service?",
        "Where do I withdraw my pension?",
        "Ke mana mengajukan keberatan pajak?",
        "Kalau permohonan ditolak, harus bagaimana?",
        "What do I do if my application is rejected?",
        "Is a urban bank open in Bandar Lampung?",
        "Berapa harga ban motor?",
        "Apa itu Kabupaten Tolaki?",
        "Tentang apa rapat itu?",
        "Siapa saja yang tidak menerima bantuan beras?",
    ],
)
def test_nothing_ends_where_a_word_only_looks_like_it(question: str) -> None:
    assert taken_for_granted(question) == []


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Mengapa program itu berhenti?", "berhenti"),
        ("Why did the vaccination stop?", "stop"),
        ("Siapa yang tidak jadi berangkat?", "tidak jadi"),
        ("Why was it called off?", "called off"),
        ("Kapan pelarangan plastik dimulai?", "pelarangan"),
        ("Siapa yang menentang?", "menentang"),
    ],
)
def test_the_event_is_named_as_the_question_writes_it(question: str, word: str) -> None:
    assert taken_for_granted(question) == [word]
