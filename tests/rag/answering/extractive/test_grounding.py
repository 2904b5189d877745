from dataclasses import replace

from rag.answering.extractive.candidates import candidates
from rag.answering.extractive.grounding import grounded
from rag.answering.extractive.scoring import Scored, Signals
from rag.documents.chunking import split
from rag.documents.cleaning import Block, RawPage, clean
from rag.models.reader import ReadSpan
from rag.questions.understanding import read
from rag.types import Document, Hit, Language, Method, Question

DRILL = (
    Block("Teluk Rimba", 2),
    Block("Warga berkumpul di balai desa."),
    Block("Bukit Laras", 2),
    Block("Warga berkumpul di gedung serbaguna."),
)


def document(*blocks: Block, title: str = "Latihan Bencana") -> Document:
    return clean(RawPage(blocks, title=title), title)


def scored(*documents: Document) -> list[Scored]:
    """Every sentence, liked by the reader the better the earlier it stands."""
    passages = [p for one in documents for p in split(one, lambda texts: [len(t.split()) for t in texts], 50)]
    found = candidates([Hit(passage, 1.0, (Method.DENSE,)) for passage in passages])
    return [
        Scored(one, Signals(0, 0, 0, 0, 0), 9.0 - rank, ReadSpan(*one.within, 5.0 - rank))
        for rank, one in enumerate(found)
    ]


def kept(question: str, *documents: Document, without: frozenset[str] = frozenset()) -> list[str]:
    by_id = {one.id: one for one in documents}
    query = read(Question(question, Language.INDONESIAN))
    found = grounded(query, scored(*documents), by_id.__getitem__, without)
    return [f"{reason.check}: {reason.detail}" for reason in found.objections] or [
        one.candidate.text for one in found.scored
    ]


def test_the_section_is_quoted_whose_heading_the_question_names() -> None:
    assert kept("di bukit laras warga berkumpul di mana?", document(*DRILL)) == ["Warga berkumpul di gedung serbaguna."]


def test_sections_are_all_kept_when_the_question_names_none() -> None:
    assert len(kept("di mana warga berkumpul?", document(*DRILL))) == 2


def test_a_name_that_the_document_lacks_is_missing() -> None:
    assert kept("Di mana warga Kampung Melati berkumpul?", document(*DRILL)) == ["grounding: Kampung, Melati"]


def test_a_document_is_about_the_place_that_its_folder_or_its_address_names() -> None:
    said = "Warga berkumpul di balai desa."
    page = RawPage((Block(said),), title="Profil")
    assert kept("Di mana warga Kampung Melati berkumpul?", clean(page, "kampung-melati/profil.html")) == [said]
    assert kept("Di mana warga Kampung Melati berkumpul?", clean(page, "kampung-mawar/profil.html")) == [
        "grounding: Melati"
    ]
    there = replace(clean(page, "profil.html"), url="https://kampung-melati.example.org/profil")
    assert kept("Di mana warga Kampung Melati berkumpul?", there) == [said]


def test_the_kind_of_a_place_is_no_name_of_it() -> None:
    page = document(Block("Wates Kidul mengelola pasar. Sewa lapak Rp15.000."), title="Pasar Wates Kidul")
    assert kept("Berapa sewa lapak di Pekon Wates Kidul?", page)[0].startswith("Wates Kidul")
    assert kept("Siapa ketua pasar Dusun Wates Kidul?", page)[0].startswith("Wates Kidul")
    assert kept("Berapa sewa lapak di Desa Wates Lor?", page) == ["grounding: Lor"]
    assert kept("Berapa sewa lapak di Desa Sumber Kidul?", page) == ["grounding: Desa, Sumber"]


def test_a_place_of_another_kind_is_another_place() -> None:
    of_district = document(Block("Kantor Kecamatan Macanan buka Senin."), title="Layanan")
    of_village = document(Block("Kantor Kelurahan Macanan buka Senin."), title="Layanan")
    assert kept("Kapan kantor Desa Macanan buka?", of_district) == ["grounding: Desa"]
    assert kept("Kapan kantor Desa Macanan buka?", of_village) == ["Kantor Kelurahan Macanan buka Senin."]


def test_a_name_typed_in_small_letters_is_one_where_the_texts_write_it_with_a_capital() -> None:
    near = document(Block("Sekretaris desa adalah Wirawan."), title="Pekon Lebakwangi")
    meant = document(Block("Pekon Kesimanraya dipimpin Suryati, sekretarisnya Darsono."), title="Kesimanraya")
    assert kept("siapa sekretaris kesimanraya?", near, meant) == [
        "Pekon Kesimanraya dipimpin Suryati, sekretarisnya Darsono."
    ]
    assert len(kept("siapa sekretaris kesimanraya?", near, meant, without=frozenset({"small_names"}))) == 2
    assert len(kept("siapa sekretaris pekon?", near, meant)) == 2  # a word, though both write it with a capital once
    assert kept("siapa sekretaris zzyzxa?", near, meant)  # a slip of the finger names nothing


def test_the_kind_of_a_thing_is_not_its_name() -> None:
    people = document(Block("Peserta Hendra Pratama mendapat 83."), title="Hasil Ujian")
    assert kept("Berapa nilai Peserta Kirana Pratama?", people) == ["grounding: Kirana"]
    seminung = document(Block("Pengamat: Wawan Setiadi."), title="Pos Gunung Seminung")
    assert kept("Siapa pengamat di Pos Gunung Sekincau?", seminung) == ["grounding: Sekincau"]


def test_initials_stand_for_a_name_and_a_name_for_its_initials() -> None:
    house = document(Block("Pasien RSP mendaftar ke Dinas Sosial."), title="Tata Tertib RSP")
    students = document(Block("Mahasiswa Universitas Gadjah Mada tiba di dusun."))
    assert kept("Di mana pasien Rumah Singgah Pasien mendaftar?", house) == ["Pasien RSP mendaftar ke Dinas Sosial."]
    assert kept("Kapan mahasiswa UGM tiba?", students) == ["Mahasiswa Universitas Gadjah Mada tiba di dusun."]
    assert kept("Kapan mahasiswa UNS tiba?", students) == ["grounding: UNS"]


def test_a_law_is_called_by_its_short_form() -> None:
    said = "Setiap pengemudi wajib memiliki surat izin mengemudi."
    law = document(Block(said), title="UNDANG-UNDANG NOMOR 22 TAHUN 2009 TENTANG LALU LINTAS")
    assert kept("Menurut UU 22/2009, siapa yang wajib memiliki surat izin?", law) == [said]
    assert kept("Menurut Perpres 22/2009, siapa yang wajib memiliki surat izin?", law) == ["grounding: Perpres"]


def test_another_document_that_has_the_name_is_quoted_instead() -> None:
    melati = document(Block("Warga Kampung Melati berkumpul di sekolah."), title="Kampung Melati")
    assert kept("Di mana warga Kampung Melati berkumpul?", document(*DRILL), melati) == [
        "Warga Kampung Melati berkumpul di sekolah."
    ]


def test_both_rules_can_be_left_out() -> None:
    asked = "Di mana warga Bukit Laras dan Melati berkumpul?"
    assert len(kept(asked, document(*DRILL), without=frozenset({"grounding", "section"}))) == 2


def test_a_wrong_is_said_of_nobody_unless_the_passage_names_it() -> None:
    people = document(Block("Kepala pasar adalah Jumhari Sasongko."), title="Pasar")
    assert kept("Berapa suap yang diterima Jumhari Sasongko?", people) == ["grave: suap"]
    assert kept("Siapa kepala pasar?", people) == ["Kepala pasar adalah Jumhari Sasongko."]


def test_what_to_take_is_quoted_of_nothing_and_no_word_is_said_to_be_missing() -> None:
    pupils = document(Block("Pelajar yang hemoglobinnya rendah minum satu tablet."), title="Skrining")
    assert kept("Hemoglobin saya rendah, minum berapa tablet?", pupils) == ["grave: "]
    assert kept("Pelajar dengan hemoglobin rendah minum berapa tablet?", pupils) != ["grave: "]


def test_what_somebody_did_is_quoted_where_the_passage_tells_of_it() -> None:
    people = document(Block("Kwitansi diserahkan kepada bendahara, Jumhari Sasongko."), title="Pasar")
    assert kept("Sejak kapan Jumhari Sasongko memotong kwitansi?", people) == ["deeds: memotong"]
    assert kept("Kapan Jumhari Sasongko menyerahkan kwitansi?", people) == [
        "Kwitansi diserahkan kepada bendahara, Jumhari Sasongko."
    ]


def test_what_somebody_did_may_be_told_in_another_form() -> None:
    people = document(Block("Kepala Unit, Jumhari Sasongko, menindaklanjutinya dalam 5 hari."), title="Keluhan")
    asked = "Dalam berapa hari Jumhari Sasongko menindaklanjuti keluhan?"
    assert kept(asked, people) == ["Kepala Unit, Jumhari Sasongko, menindaklanjutinya dalam 5 hari."]


def test_what_a_place_did_may_be_told_in_other_words() -> None:
    place = document(Block("Loket dibuka di Sumber Waringin."), title="Sumber Waringin")
    assert kept("Kapan Sumber Waringin meresmikan loket?", place) == ["Loket dibuka di Sumber Waringin."]


def test_a_rule_about_a_wrong_is_quoted() -> None:
    rule = document(Block("Pedagang yang memalsukan surat dilarang berjualan selama 6 bulan."), title="Pasar")
    assert kept("Berapa lama larangan bagi pedagang dengan surat palsu?", rule) == [
        "Pedagang yang memalsukan surat dilarang berjualan selama 6 bulan."
    ]


def test_a_place_of_the_question_stands_in_the_document_quoted() -> None:
    bandung = document(Block("Loket Kota Bandung buka pukul 08.00."), title="Loket Pajak")
    surabaya = document(Block("Warga Kota Surabaya mendapat potongan pajak."), title="Potongan")
    assert kept("Pukul berapa loket di Surabaya buka?", bandung, surabaya) == [
        "Warga Kota Surabaya mendapat potongan pajak."
    ]
    assert kept("Pukul berapa loket di Bandung buka?", bandung) == ["Loket Kota Bandung buka pukul 08.00."]
    assert kept("Pukul berapa loket di Surabaya buka?", bandung) == ["grounding: Surabaya"]


STATIONS = (
    Block("Senin", 2),
    Block("Tempat: halaman kantor kelurahan"),
    Block("Jam: 08.30 sampai 11.30"),
    Block("Sabtu", 2),
    Block("Tempat: lapangan Way Halim"),
)


def test_what_a_section_does_not_say_is_not_taken_from_the_one_beside_it() -> None:
    stations = document(*STATIONS, title="Layanan Keliling")
    assert kept("Di mana layanan keliling hari Sabtu?", stations) == ["Tempat: lapangan Way Halim"]
    assert kept("Jam berapa layanan keliling hari Sabtu?", stations) == []


def test_a_document_with_other_marks_only_lacks_the_one_asked_about() -> None:
    zones = document(Block("Zona A menerima 120 siswa."), Block("Zona B menerima 95 siswa."), title="Zona Sekolah")
    assert kept("Berapa siswa yang diterima di Zona D?", zones) == ["grounding: zona D"]
