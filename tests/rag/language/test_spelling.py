import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.language.everyday_spellings import SPELLINGS
from rag.language.spelling import standardise

_SPELLED = [spelling for group in SPELLINGS.values() for spelling in group.split()]
_OTHERS = [
    "diambilin",
    "dijamin",
    "sapa",
    "no",
    "no.",
    "5",
    "5rb",
    "macam2",
    "Kab.",
    "Lampung",
    "jmlnya",
    "siapaaa",
    "?",
    ".",
    "YG",
    "of",
]
_WORDS = st.sampled_from([*_SPELLED, *SPELLINGS, *_OTHERS])


@pytest.mark.parametrize(
    ("typed", "standard"),
    [
        ("brp lama?", "berapa lama?"),
        ("gmn cara daftarnya klo sdh thn 2025", "bagaimana cara daftarnya kalau sudah tahun 2025"),
        ("sapa yg jd gub skrg?", "siapa yang jadi gubernur sekarang?"),
        ("knp tdk bs utk org dr desa", "kenapa tidak bisa untuk orang dari desa"),
        ("dmn tempatnya, kpn mulainya", "di mana tempatnya, kapan mulainya"),
        ("macam2 bantuan", "macam-macam bantuan"),
        ("org2 desa", "orang-orang desa"),
        ("jmlnya brp", "jumlahnya berapa"),
        ("1,5jt untuk 20org", "1,5 juta untuk 20 orang"),
        ("siapaaa itu", "siapa itu"),
        ("gmn cara ikut pelatihan", "bagaimana cara ikut pelatihan"),
        ("gimana caranya gabung?", "bagaimana caranya bergabung?"),
        ("mau ikut lomba", "mau ikut lomba"),
        ("berape biayanya, siape bidannya, dmana loketnya", "berapa biayanya, siapa bidannya, di mana loketnya"),
        ("no. 5 thn 2023", "nomor 5 tahun 2023"),
        ("dtg telat, blh diambilin adik?", "datang terlambat, boleh diambilkan adik?"),
        ("sy blm dpt surat", "saya belum dapat surat"),
    ],
)
def test_everyday_spelling_is_written_out(typed: str, standard: str) -> None:
    assert standardise(typed) == standard


@pytest.mark.parametrize(
    ("typed", "standard"),
    [
        ("Brp orang?", "Berapa orang?"),
        ("BRP ORANG YG IKUT", "BERAPA ORANG YANG IKUT"),
        ("di Kab. Pesawaran, Prov. Lampung", "di Kabupaten Pesawaran, Provinsi Lampung"),
        ("Jl. Sudirman No.5", "Jalan Sudirman Nomor 5"),
    ],
)
def test_capitals_are_kept(typed: str, standard: str) -> None:
    assert standardise(typed) == standard


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Ahmad dan M. Pd. Sari dari PT LG di KM 5",
        "What is the org chart of unit no 10?",
        "There is no answer",
        "program sapa warga",
        "kirim ke yg@dr.id/brp",
        "co2, sman2, PM2.5 dan abad viii",
        "sistem e-ktp dan di-pd-kan",
        "TKI dan PMI asal Jakarta",
        "apakah balita divaksin, gedung didesain, layanan dikomplain",
    ],
)
def test_names_english_addresses_and_numbers_stay(text: str) -> None:
    assert standardise(text) == text


def test_no_standard_form_is_itself_an_everyday_spelling() -> None:
    assert set(_SPELLED).isdisjoint(word for standard in SPELLINGS for word in standard.split())


def test_no_spelling_stands_for_two_words() -> None:
    assert sorted(_SPELLED) == sorted(set(_SPELLED))


@settings(max_examples=400, deadline=None)
@given(st.lists(_WORDS, max_size=8).map(" ".join))
def test_standardising_everyday_words_twice_changes_nothing_more(text: str) -> None:
    assert standardise(standardise(text)) == standardise(text)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_standardising_any_text_twice_changes_nothing_more(text: str) -> None:
    assert standardise(standardise(text)) == standardise(text)


@pytest.mark.parametrize(
    "text",
    [
        "sp 1 itu apa?",
        "dapat sp 2 dari sekolah, harus ke mana?",
        "kena sp, bagaimana?",
        "berapa lama sp berlaku?",
        "jadwal dr andi di puskesmas",
        "dr Andi praktik hari apa?",
        "dr. rina buka jam berapa?",
        "apakah ada dr spesialis anak?",
        "cara ikut campur urusan desa tetangga",
        "zona integritas kemenpan rb",
        "kegiatan tp pkk",
        "bus ke kl jam berapa?",
    ],
)
def test_a_short_form_is_left_alone_where_it_means_something_else(text: str) -> None:
    assert standardise(text) == text


@pytest.mark.parametrize(
    ("typed", "standard"),
    [
        ("sp yg jd camat?", "siapa yang jadi camat?"),
        ("camatnya sp ya?", "camatnya siapa ya?"),
        ("kepala dinasnya sp dan sp wakilnya?", "kepala dinasnya siapa dan siapa wakilnya?"),
        ("org dr desa", "orang dari desa"),
        ("surat dr puskesmas", "surat dari puskesmas"),
        ("dr Metro ke Lampung", "dari Metro ke Lampung"),
        ("data dr BPS", "data dari BPS"),
        ("brp rb?", "berapa ribu?"),
        ("kl mau ke kantor", "kalau mau ke kantor"),
        ("tp gratis", "tapi gratis"),
    ],
)
def test_the_same_short_form_is_written_out_elsewhere(typed: str, standard: str) -> None:
    assert standardise(typed) == standard


@pytest.mark.parametrize(
    ("typed", "standard"),
    [
        ("siapa ngatur parkir", "siapa mengatur parkir"),
        ("siapa nentuin tarif", "siapa menentukan tarif"),
        ("toko nolak retur", "toko menolak retur"),
        ("boleh nyewain kios", "boleh menyewakan kios"),
        ("nyuci di sumur, ngirim paket", "menyuci di sumur, mengirim paket"),
        ("mulangin pekerja, mutusin kontrak", "memulangkan pekerja, memutuskan kontrak"),
        ("cairin deposito", "cairkan deposito"),
        ("ngelelang ikan", "lelang ikan"),
        ("ngehubungin kantor", "menghubungi kantor"),
    ],
)
def test_verbs_as_they_are_spoken_are_written_out(typed: str, standard: str) -> None:
    assert standardise(typed) == standard
    assert standardise(standard) == standard


@pytest.mark.parametrize(
    "text",
    [
        "nagari di malang, natar dan nganjuk",
        "nasabah, nelayan, notaris, neraca, nyamuk",
        "mesin, admin, vaksin, jamin, yakin, pimpin, mungkin, izin",
        "masukan warga, mediasi, bulan madu",
    ],
)
def test_words_that_only_begin_or_end_so_stay(text: str) -> None:
    assert standardise(text) == text
