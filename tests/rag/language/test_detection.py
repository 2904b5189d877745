import pytest

from rag.language.detection import detect, foreign, told
from rag.types import Language


@pytest.mark.parametrize(
    "text",
    [
        "brp lama?",
        "gmn cara ikut",
        "kalau tahun lalu?",
        "siapa yg sign MoU nya",
        "Apa singkatan Internet of Things?",
        "Kapan The Lord of the Rings dirilis?",
        "KP2MI",
        "Puskesmas?",
        "Program Sekolah Penggerak?",
        "Total peserta imunisasi?",
        "SIM A",
        "Tahap I",
        "makasih ya",
        "???",
        "",
    ],
)
def test_indonesian_in_everyday_spelling_and_when_nothing_tells(text: str) -> None:
    assert detect(text) is Language.INDONESIAN


@pytest.mark.parametrize(
    "text",
    [
        "who signed it?",
        "and last year?",
        "What is Kartu Indonesia Sehat?",
        "how many UMKM?",
        "Number of patients in Wonosari",
        "thanks",
        "Vocational program?",
        "Program for farmers",
    ],
)
def test_english_with_indonesian_names_in_it(text: str) -> None:
    assert detect(text) is Language.ENGLISH


@pytest.mark.parametrize(
    "text",
    [
        "¿Quién es el gobernador de Lampung?",
        "Qui est le gouverneur de Lampung ?",
        "Wer ist der Gouverneur von Lampung?",
        "ランプン州知事は誰ですか",
        "من هو حاكم لامبونج",
        "Кто губернатор Лампунга?",
    ],
)
def test_other_languages_and_scripts_are_foreign(text: str) -> None:
    assert foreign(text)


@pytest.mark.parametrize(
    "text",
    [
        "Siapa gubernur?",
        "Who signed it?",
        "Siapakah gabenor Lampung?",
        "Sapa gubernur Lampung saiki?",
        "de la Rosa",
        "KP2MI",
        "",
        "🙂",
    ],
)
def test_nothing_doubtful_is_foreign(text: str) -> None:
    assert not foreign(text)


def test_names_alone_tell_no_language() -> None:
    assert [told(text) for text in ("Taiwan?", "KP2MI", "Berapa?", "How many?")] == [
        None,
        None,
        Language.INDONESIAN,
        Language.ENGLISH,
    ]


@pytest.mark.parametrize(
    "question", ["no telp kantor kecamatan", "no hp ketua pkk", "no wa kelurahan", "no rek donasi"]
)
def test_no_before_what_has_a_number_is_nomor(question: str) -> None:
    assert detect(question) is Language.INDONESIAN


@pytest.mark.parametrize(
    "question", ["village office address", "minimum wage in Jambi", "seminar ticket price", "The chairman's sentence"]
)
def test_english_without_a_verb(question: str) -> None:
    assert detect(question) is Language.ENGLISH
