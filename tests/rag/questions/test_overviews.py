import pytest

from rag.language.spelling import standardise
from rag.questions.overviews import Overview, Wanted, overview_asked


def asked(text: str) -> Overview | None:
    return overview_asked(standardise(text))


@pytest.mark.parametrize(
    "text",
    [
        "dokumen apa yang kamu punya?",
        "dokumen apa aja yg km punya?",
        "Dokumen apa saja yang tersedia di sini?",
        "daftar semua dokumen",
        "berapa dokumen yang kamu punya?",
        "dokumen-dokumen ini tentang apa?",
        "apa yang bisa saya tanyakan?",
        "topik apa saja yang dibahas di sini?",
        "What documents do you have?",
        "How many documents do you have?",
        "list all documents",
        "what is this collection about?",
        "what are these documents about?",
        "What can I ask you about?",
    ],
)
def test_what_there_is_is_asked_for_in_many_ways(text: str) -> None:
    assert asked(text) == Overview(Wanted.HOLDINGS)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Dokumen mana yang membahas pupuk bersubsidi?", "pupuk bersubsidi"),
        ("ada dokumen ttg beasiswa gk?", "beasiswa"),
        ("Which documents do you have about waste?", "waste"),
        ("Do you have any documents about school transfer?", "school transfer"),
    ],
)
def test_documents_about_a_topic(text: str, topic: str) -> None:
    assert asked(text) == Overview(Wanted.HOLDINGS, (topic,))


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("berita terbaru", ()),
        ("dokumen terbaru apa?", ()),
        ("what's new?", ()),
        ("brita trbaru tentang pupuk", ("pupuk",)),
        ("Apa berita terbaru soal banjir?", ("banjir",)),
        ("kabar terkini Way Kencana", ("Way Kencana",)),
        ("What is the latest news on the ferry?", ("ferry",)),
    ],
)
def test_the_newest(text: str, topics: tuple[str, ...]) -> None:
    assert asked(text) == Overview(Wanted.LATEST, topics)


@pytest.mark.parametrize(
    ("text", "topic", "of_press"),
    [
        ("Apa isi berita tentang bank sampah?", "bank sampah", True),
        ("berita tentang bank sampah isinya apa?", "bank sampah", True),
        ("rangkumin dong dokumen apbdes sungai petai", "apbdes sungai petai", False),
        ("Tolong buatkan ringkasan Program Desa Hijau.", "Program Desa Hijau", False),
        ("summarise the student services FAQ", "student services FAQ", False),
        ("Give me a summary of the legal aid document", "legal aid", False),
        ("What does the article about migrant villages say?", "migrant villages", True),
    ],
)
def test_what_one_document_says(text: str, topic: str, of_press: bool) -> None:
    assert asked(text) == Overview(Wanted.LEADS, (topic,), of_press)


def test_a_summary_of_everything_has_no_topic() -> None:
    assert asked("rangkum semua dokumen") == Overview(Wanted.LEADS)


def test_a_list_of_all_programmes_is_known_from_a_list_of_one_thing() -> None:
    assert asked("daftar semua program") == Overview(Wanted.PROGRAMMES, ("program",))
    assert asked("Program apa saja yang ada di Desa Hijau?") is None


@pytest.mark.parametrize(
    "text",
    [
        "Daftar kursus lewat mana?",
        "Bagaimana cara mendaftar program terbaru?",
        "Apa isi Pasal 3?",
        "rangkum Pasal 3 Perda Sampah",
        "Apa isi berita acara pemilihan?",
        "berita acara",
        "Daftar berita acara apa saja yang wajib dibuat?",
        "Apa dokumen yang harus dibawa?",
        "Dokumen apa yang diminta untuk KTP?",
        "Dokumen apa yang kamu butuhkan?",
        "dokumen apa saja?",
        "Dokumen pendukung apa yang ada dalam permohonan?",
        "Siapa yang merangkum laporan itu?",
        "Berita terbaru menyebut berapa korban?",
        "Kapan ringkasan eksekutif dikumpulkan?",
        "Apa program terbaru gubernur?",
        "Apa sumber dana APBDes?",
        "Apa saja isi paket bantuan banjir?",
        "apa yang harus saya tanyakan ke petugas?",
        "Which document must I sign?",
        "What documents do I need for the school transfer?",
        "What is the latest date to apply?",
        "What news did the governor announce?",
        "Is there a news conference?",
        "List the fees",
        "",
    ],
)
def test_what_only_looks_so_is_an_ordinary_question(text: str) -> None:
    assert asked(text) is None


def test_a_comparison_has_both_sides_as_its_topics() -> None:
    assert asked("bandingin tarif bus sama feri dong") == Overview(Wanted.COMPARISON, ("tarif bus", "tarif feri"))


@pytest.mark.parametrize(
    "text",
    [
        "if I stay less than 24 hours how is it charged",
        "What do I bring to collect a passport waiting less than a month?",
        "Berapa ukuran dan jumlah foto untuk paspor?",
        "Which article lets me get a copy of the data held about me?",
        "Ringkasan langkah izin itu dikutip dari media mana?",
    ],
)
def test_what_only_looks_like_a_sum_or_a_summary_is_asked_of_the_texts(text: str) -> None:
    assert asked(text) is None
