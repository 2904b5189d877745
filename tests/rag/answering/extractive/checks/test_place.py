import pytest

from rag.answering.extractive.checks.place import Place
from tests.rag.answering.extractive.checks.looking import passes


@pytest.mark.parametrize(
    ("question", "text", "span", "expected"),
    [
        ("Where do they go?", "Jabatan terbanyak adalah perawat lansia.", "perawat lansia", False),
        ("Di mana mendaftarnya?", "Pendaftaran dibuka di sekolah masing-masing.", "sekolah masing-masing", True),
        ("Di mana ditandatangani?", "Lampung, Riau, dan Bali menandatanganinya.", "Lampung, Riau, dan Bali", False),
        ("Ke mana mereka pergi?", "Mereka ke Taiwan, Jepang, dan Brunei.", "Taiwan, Jepang, dan Brunei", True),
        ("Where are they placed?", "Kebanyakan menjadi perawat lansia.", "perawat lansia", False),
        ("Di mana saya mendaftar?", "Lewat laman resmi daftar.contoh.go.id.", "daftar.contoh.go.id", True),
        ("Di mana mereka bekerja?", "Mereka di Taiwan, Jepang, dan Brunei.", "Taiwan, Jepang, dan Brunei", True),
        ("Dari mana dananya?", "Biaya ditanggung pemerintah provinsi.", "pemerintah provinsi", True),
        ("Apakah di desa?", "Mereka menjadi perawat.", "perawat", True),
        ("pekerja lampung kemana sih?", "Pekerja asal Lampung bekerja di Taiwan.", "Taiwan", True),
        ("Di mana imunisasi anak?", "Imunisasi dilakukan di posyandu terdekat.", "posyandu terdekat", True),
        ("Di mana bus desa berhenti?", "Bus berhenti di depan balai warga.", "di depan balai warga", True),
        ("Di mana kotak sarannya?", "Kotak saran ada di samping loket.", "loket", True),
        ("Where do I hand it in?", "Hand it in at the registrar's desk.", "registrar's desk", True),
        ("Berapa perawatnya?", "Mereka menjadi perawat.", "perawat", True),
    ],
)
def test_a_place_is_a_place(question: str, text: str, span: str, expected: bool) -> None:
    assert passes(Place(), question, text, span) is expected
