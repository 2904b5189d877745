import pytest

from rag.answering.guard.guard import Guard
from rag.answering.guard.objections import Reason
from rag.answering.guard.wording import Curve
from rag.types import Passage
from tests.rag.answering.fakes import PASSAGES, AlikeEncoder, UnlikeEncoder

# Where everything means the same, the words of the lists must weigh enough to tell sentences apart.
CURVE = Curve(-16.61, (7.24, 5.0, 1.47, 4.49, 4.46, -3.55), 0.6)
GUARD = Guard(AlikeEncoder(), CURVE)


def passage(text: str, name: str = "p", title: str = "Judul", start: int = 0) -> Passage:
    return Passage(name, "d", start, start + len(text), text, title)


CLINIC = passage(
    "Menurut dinas kesehatan, sampai dengan Juni 2025 Puskesmas Melati memeriksa 7.318 balita. "
    "Desa dengan balita terbanyak adalah Sukajadi dengan 2.140 anak, disusul Wonosari dengan 1.265 anak. "
    "Dari 7.318 balita itu, 5.123 anak atau 70 persen diperiksa di posyandu."
)
COUNCIL = passage(
    "Rapat desa itu diadakan pada Kamis malam, 12 Februari 2026, di Balai Cempaka, Sukajadi. "
    "Yang memberikan pandangan adalah Kepala Dinas Kesehatan Rina Wati dan Kepala Dinas Perhubungan Tono Hadi. "
    "Loket manual bukan lagi prioritas kecamatan. "
    "Jembatan itu diharapkan mempercepat pertumbuhan ekonomi desa.",
    "q",
)
PERMITS = passage(
    "Syarat izin usaha warung meliputi:\n\n- fotokopi kartu keluarga dan denah lokasi\n- surat pernyataan\n\n"
    "Izin untuk warung berlaku 3 tahun, sedangkan izin untuk kios pasar berlaku selama 12 bulan.",
    "r",
)
SCHOOL = passage(
    "Kepala Dinas Pendidikan Kota Melati, Thomas Wijaya, menerangkan bahwa jalur prestasi menindaklanjuti "
    "arahan Wali Kota Siti Marlina. Arahan itu meminta antrean dikurangi dengan penambahan loket. "
    "Dinas memindahkan fokus dari loket manual ke loket daring.",
    "s",
)
WORKERS = PASSAGES[0]
AROUND = (CLINIC, COUNCIL, PERMITS, SCHOOL, WORKERS)


def reason(sentence: str) -> Reason | None:
    return GUARD.check(sentence, AROUND).reason


@pytest.mark.parametrize(
    "sentence",
    [
        "Puskesmas Melati memeriksa 7.318 balita sampai Juni 2025.",
        "Lampung sent 9,154 migrant workers abroad up to June 2025.",
        "Sebanyak 5.123 anak (70%) diperiksa di posyandu.",
        "The meeting was held on Thursday evening, 12 February 2026.",
        "The head of the transport office is Tono Hadi.",
        "Izin untuk warung berlaku tiga tahun.",
        "The permit for stalls is valid for 3 years, while that for market kiosks is valid for 12 months.",
        "Syarat izin usaha meliputi fotokopi kartu keluarga dan denah lokasi.",
        "The manual counter is no longer a priority.",
        "The bridge is expected to accelerate economic growth of the village.",
        "Only 1,265 children came from Wonosari.",
        "Dari seluruh balita itu, 70 persen diperiksa di posyandu.",
        "While the permit for stalls is valid for 3 years, the permit for market kiosks is valid for 12 months.",
        "Rapat itu tidak hanya diadakan di Balai Cempaka, tetapi juga di Sukajadi.",
    ],
)
def test_what_a_passage_says_passes_in_both_languages(sentence):
    assert reason(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Puskesmas Melati memeriksa 7.381 balita.", Reason.NUMBER),
        ("Izin untuk warung berlaku 3 bulan.", Reason.NUMBER),
        ("Rapat itu diadakan pada 13 Februari 2026 di Balai Cempaka.", Reason.NUMBER),
        ("Desa dengan balita terbanyak adalah Sukajadi dengan 1.265 anak.", Reason.NUMBER_MOVED),
        ("Hong Kong received 4,584 people.", Reason.NUMBER_MOVED),
        ("Izin untuk warung berlaku 12 bulan.", Reason.NUMBER_MOVED),
        ("Negara tujuan terbanyak adalah Korea Selatan dengan 4.584 orang.", Reason.WORDS),
        ("Desa dengan balita terbanyak adalah Bumi Asri dengan 2.140 anak.", Reason.NAME),
        ("Kepala Dinas Perhubungan adalah Ridwan Kamil.", Reason.NAME),
        ("Kepala Dinas Perhubungan adalah Rina Wati.", Reason.OFFICE),
        ("Wali Kota Thomas Wijaya menerangkan jalur prestasi.", Reason.OFFICE),
        ("Rapat itu diadakan di Balai Kenanga.", Reason.NAME),
        ("Loket manual adalah prioritas kecamatan.", Reason.NEGATION),
        ("Desa dengan balita terbanyak bukan Sukajadi.", Reason.NEGATION),
        ("Dinas memindahkan fokus dari loket daring ke loket manual.", Reason.DIRECTION),
        ("Jembatan itu mempercepat pertumbuhan ekonomi desa.", Reason.HOPE),
        ("Demikian jawabannya.", Reason.CLAIMS_NOTHING),
    ],
)
def test_each_kind_of_falsehood_is_stopped_for_its_reason(sentence, expected):
    assert reason(sentence) is expected


def test_what_something_is_preferred_to_is_denied():
    cited = [passage("Dinas mengalihkan fokus ke loket daring ketimbang loket manual.")]
    assert GUARD.check("Dinas mengalihkan fokus ke loket daring.", cited).passed
    assert GUARD.check("Dinas mengalihkan fokus ke loket manual.", cited).reason is Reason.NEGATION


def test_the_whole_of_a_share_is_not_taken_from_the_topic():
    text = "Loket manual hanya melayani 11 persen dari total pemohon izin. Lampung menerima pemohon. Lampung siap."
    cited = [passage(text, title="Lampung")]
    assert GUARD.check("Loket manual hanya melayani 11 persen pemohon izin.", cited).passed
    assert not GUARD.check("Loket manual hanya melayani 11 persen pemohon Lampung.", cited).passed


def test_only_the_cited_passages_count():
    sentence = "Puskesmas Melati memeriksa 7.318 balita."
    assert GUARD.check(sentence, [CLINIC]).passed
    assert not GUARD.check(sentence, [COUNCIL]).passed
    assert GUARD.check(sentence, ()).reason is Reason.NOTHING_CITED


def test_a_title_supports_nothing():
    titled = passage("Rapat itu membahas imunisasi.", title="Puskesmas Melati memeriksa 7.318 balita")
    assert not GUARD.check("Puskesmas Melati memeriksa 7.318 balita.", [titled]).passed


def test_the_support_is_the_sentence_that_says_it():
    verdict = GUARD.check("The head of the transport office is Tono Hadi.", AROUND)
    assert [unit.text.split()[:3] for unit in verdict.support] == [["Yang", "memberikan", "pandangan"]]


def test_a_sentence_far_in_meaning_is_stopped_even_if_its_words_are_there():
    guard = Guard(UnlikeEncoder())
    assert guard.check("Izin untuk warung berlaku tiga tahun.", [PERMITS]).reason is Reason.MEANING


def test_a_list_that_begins_a_passage_is_introduced_by_the_passage_before_it():
    intro = "Menurut Kepala Dinas Kesehatan, posyandu Melati perlu melakukan dua hal:"
    first = passage(intro, "a")
    second = passage("- menimbang balita\n- mencatat imunisasi", "b", start=len(intro) + 2)
    sentence = "Posyandu Melati perlu menimbang balita."
    assert GUARD.check(sentence, [second], [first, second]).passed
    assert not GUARD.check(sentence, [second]).passed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Harry Ayusman, the transport attaché, gave his view.", Reason.OFFICE),
        ("Rina Wati, Gubernur Jawa Tengah, memandang puskesmas penting.", Reason.WORDS),
        ("Rina Wati, Gubernur Kepulauan Riau, memandang puskesmas penting.", None),
        ("Atase Pendidikan memberikan pandangan.", Reason.WORDS),
        ("Penyuluhan itu tentang parkir ilegal.", Reason.DIRECTION),
        ("Penyuluhan itu tentang parkir legal.", None),
        ("Kunjungan pasien sudah naik.", Reason.HOPE),
        ("Jumat malam rapat itu diadakan.", Reason.WORDS),
        ("Rapat itu diadakan pada Kamis malam karena hujan.", Reason.CAUSE),
        ("Fokus dinas ialah loket manual, bukan loket daring.", Reason.NEGATION),
    ],
)
def test_offices_opposites_plans_and_weekdays_are_told_apart(sentence, expected):
    text = (
        "Yang memberikan pandangan adalah Atase Tenaga Kerja Harry Ayusman, dan Atase Perhubungan. "
        "Gubernur Kepulauan Riau, Rina Wati, memandang puskesmas penting. Gubernur Jawa Tengah menyetujuinya. "
        "Penyuluhan itu tentang parkir legal. Kunjungan pasien diarahkan untuk naik. "
        "Rapat itu diadakan pada Kamis malam. Fokus dinas bukan lagi loket manual, melainkan loket daring."
    )
    assert GUARD.check(sentence, [passage(text)]).reason is expected


def test_words_unlike_any_of_the_source_are_stopped():
    said = "Anak di Wonosari menerima imunisasi gratis."
    assert Guard(UnlikeEncoder()).check(said, AROUND).reason is Reason.MEANING


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Dana desa dipakai untuk jalan, sekolah, dan pasar.", True),
        ("Village funds are used for roads, schools and markets.", True),
        ("Dana desa dipakai untuk jalan, pesta, dan pasar.", False),
        ("Dana desa dipakai untuk jalan dan pasar.", True),
    ],
)
def test_each_member_of_a_list_stands_in_the_source(sentence, expected):
    text = "Dana desa dipakai untuk jalan, jembatan, sekolah, dan pasar."
    reason = Guard(UnlikeEncoder()).check(sentence, [passage(text)]).reason
    assert (reason is not Reason.MEMBER) is expected


MEANT = (
    "Gubernur Lampung, Budi Santoso, dan Gubernur Jambi, Rina Wati, bertemu. Bupati Tulang Bawang, Tono Hadi, hadir. "
    "Ia menyampaikan kendala pupuk. Gubernur Lampung memandang pelabuhan penting. Gubernur menyetujui anggaran. "
    "Para bupati meminta jalan diperbaiki."
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Budi Santoso memandang pelabuhan penting.", None),
        ("Gubernur Budi Santoso memandang pelabuhan penting.", None),
        ("Tono Hadi menyampaikan kendala pupuk.", None),
        ("Rina Wati memandang pelabuhan penting.", Reason.NAME),
        ("Bupati Budi Santoso memandang pelabuhan penting.", Reason.OFFICE),
        ("Rina Wati menyampaikan kendala pupuk.", Reason.NAME),
        ("Tono Hadi meminta jalan diperbaiki.", Reason.NAME),
    ],
)
def test_whom_an_office_or_a_pronoun_means_counts_as_named(sentence, expected):
    assert GUARD.check(sentence, [passage(MEANT)]).reason is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Bupati meminta agar antrean dikurangi.", None),
        ("M. Firsada is the acting regional secretary.", None),
        ("M. Firsada, Pj. Sekda Lampung, hadir.", None),
        ("Empat desa ingin saling menguatkan satu sama lain karena hujan.", Reason.CAUSE),
        ("The villages of Sukajadi and Wonosari complement one another.", None),
    ],
)
def test_small_words_are_no_reason_to_drop_a_true_sentence(sentence, expected):
    text = (
        "Bupati meminta antrean dikurangi. Pj. Sekretaris Daerah Lampung, M. Firsada, hadir. "
        "Empat desa ingin saling menguatkan. Desa Sukajadi dan Desa Wonosari saling melengkapi."
    )
    assert GUARD.check(sentence, [passage(text)]).reason is expected


def test_amounts_around_an_and_may_come_from_two_sentences():
    text = "Pelatihan alumni berlangsung 3 bulan. Pelatihan siswa kelas XII berlangsung 12 bulan."
    cited = [passage(text)]
    assert GUARD.check("Pelatihan alumni 3 bulan dan pelatihan siswa kelas XII 12 bulan.", cited).passed
    assert not GUARD.check("Pelatihan alumni 12 bulan dan pelatihan siswa kelas XII 3 bulan.", cited).passed


def test_two_sentences_in_a_row_may_bear_out_what_neither_says_alone():
    text = "Mereka menandatangani nota di Batam. Keempat desa sepakat. Kopi ditanam di lereng."
    cited = [passage(text)]
    verdict = GUARD.check("Nota keempat desa ditandatangani di Batam.", cited)
    assert [unit.text for unit in verdict.support] == [text.removesuffix(" Kopi ditanam di lereng.")]
    assert not GUARD.check("Keempat desa menanam kopi di Batam.", cited).passed


def test_two_sentences_give_no_office_to_anybody():
    cited = [passage("Kepala Dinas Kesehatan hadir. Yang memberi peringatan ialah Rina Wati di Batam.")]
    assert not GUARD.check("Kepala Dinas Kesehatan memberi peringatan di Batam.", cited).passed


def test_an_english_word_that_the_lists_lack_is_looked_up_in_the_learned_table():
    guard = Guard(UnlikeEncoder(), Curve(-1.0, (0.0, 2.0, 0.0, 0.0, 0.0, 0.0)))
    assert guard.check("The war of 1945.", [passage("Perang berakhir pada 1945.")]).passed


def test_the_stem_of_a_listed_word_does_not_stand_for_it():
    cited = [passage("Bidan mengirim banyak pasien ke Sukajadi.")]
    assert GUARD.check("Pasien terbanyak dikirim ke Sukajadi.", cited).reason is Reason.WORDS


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Bendahara koperasi melaporkan laba Rp12 juta.", Reason.OFFICE),
        ("Ketua koperasi melaporkan laba Rp12 juta.", None),
        ("The treasurer reported a profit of Rp12 million.", Reason.OFFICE),
        ("Bupati Cilacap menerima laporan itu.", None),
        ("Bupati Banyumas menerima laporan itu.", Reason.OFFICE),
        ("Anggota koperasi melaporkan laba Rp12 juta.", None),
    ],
)
def test_every_office_named_is_one_of_the_source(sentence, expected):
    text = "Ketua koperasi melaporkan laba Rp12 juta. Bupati Cilacap menerima laporan itu di Banyumas."
    verdict = GUARD.check(sentence, [passage(text)])
    assert (verdict.reason is Reason.OFFICE) is (expected is Reason.OFFICE)
