import pytest

from rag.language.sequences import StepsAsked, counted_in, steps_asked, told_in_order


@pytest.mark.parametrize(
    "question",
    [
        "Bagaimana langkah-langkah mengurus surat pindah?",
        "apa saja tahapan balik nama?",
        "alurnya gimana?",
        "Bagaimana urutan sertifikasi benih?",
        "What are the steps to renew a permit?",
        "How do I file a claim, step by step?",
        "What are the steps for newcomers who move here?",
    ],
)
def test_steps_are_named(question: str) -> None:
    assert steps_asked(question) is StepsAsked.NAMED


@pytest.mark.parametrize("question", ["Bagaimana cara membayar denda?", "cara daftar gimana?", "How do I pay a fine?"])
def test_a_way_may_be_told_in_steps(question: str) -> None:
    assert steps_asked(question) is StepsAsked.WAY


@pytest.mark.parametrize(
    "question",
    [
        "Berapa lama prosedur itu?",
        "Siapa yang menetapkan tata cara pemilihan?",
        "Who sets the procedure?",
        "How many steps are there?",
        "Ke mana berkasnya diserahkan?",
        "Apa syaratnya?",
        "Apa tahap pertama seleksi?",
        "Apa nama tahapan terakhir?",
        "What is the first step?",
        "Apa urutan pemenang lomba?",
        "Apa nama alur sungai itu?",
    ],
)
def test_something_else_is_asked_for(question: str) -> None:
    assert steps_asked(question) is None


def test_a_run_begins_where_the_first_step_is_told() -> None:
    told = [
        "Izin berlaku setahun.",
        "Pertama, isi formulir.",
        "Kemudian bayar.",
        "Terakhir, ambil izin.",
        "Loket tutup.",
    ]
    assert told_in_order(told) == ((1, 4),)


def test_two_sentences_that_go_on_make_the_one_before_a_step() -> None:
    assert told_in_order(["Report the loss.", "Then fill in the form.", "Finally, collect the money."]) == ((0, 3),)


def test_one_sentence_that_goes_on_is_no_order() -> None:
    assert told_in_order(["The mayor spoke.", "Then he left.", "It rained."]) == ()


@pytest.mark.parametrize(
    ("question", "thing", "number"),
    [
        ("Apa keputusan nomor 4?", "keputusan", 4),
        ("Apa rekomendasi ke-2?", "rekomendasi", 2),
        ("Apa kesepakatan ketiga?", "kesepakatan", 3),
        ("Who is responsible for decision number 6?", "decision", 6),
        ("What is the second recommendation?", "recommendation", 2),
    ],
)
def test_what_a_question_counts_to(question: str, thing: str, number: int) -> None:
    counted = counted_in(question)
    assert counted is not None
    assert (counted.thing, counted.number) == (thing, number)


@pytest.mark.parametrize(
    "question",
    [
        "Apa isi Peraturan Nomor 4 Tahun 2025?",
        "Apa keputusan nomor 4/2026?",
        "Apa isi surat nomor 12?",
        "Berapa keputusan rapat?",
        "Apa keputusan rapat 4 Mei?",
    ],
)
def test_a_number_that_something_is_called_by_counts_nothing(question: str) -> None:
    assert counted_in(question) is None
