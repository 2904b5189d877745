import pytest

from rag.answering.guard.guard import Guard, Reason
from rag.answering.guard.wording import Curve
from rag.types import Passage
from tests.rag.answering.fakes import PASSAGES, AlikeEncoder, UnlikeEncoder

# Where everything means the same, the words of the lists must weigh enough to tell sentences apart.
GUARD = Guard(AlikeEncoder(), Curve(-16.61, (7.24, 5.0, 1.47, 4.49, 4.46, -3.55), 0.6))
LIST = (
    "Materi pelatihan Program Migran Vokasi meliputi:\n\n- bahasa Jepang tingkat N5 dan N4\n- penyusunan dokumen\n\n"
    "Pelatihan untuk alumni berlangsung 3 bulan, sedangkan siswa kelas XII dilatih selama 12 bulan."
)
TRAINING = Passage("p", "d", 0, len(LIST), LIST, "Program Migran Vokasi")
PEOPLE = (
    "Kepala Dinas Pendidikan Provinsi Lampung, Thomas Amirico, menerangkan bahwa Program Migran Vokasi menindaklanjuti "
    "arahan Gubernur Rahmat Mirzani Djausal. Arahan itu meminta pengangguran dikurangi dengan peningkatan kapasitas. "
    "Malaysia memindahkan fokus dari sektor domestik ke sektor formal."
)
SPEAKERS = Passage("q", "d", 0, len(PEOPLE), PEOPLE, "Program")
AROUND = (*PASSAGES, TRAINING, SPEAKERS)


def reason(sentence: str) -> Reason | None:
    return GUARD.check(sentence, AROUND).reason


@pytest.mark.parametrize(
    "sentence",
    [
        "Lampung memberangkatkan 9.154 pekerja migran ke luar negeri sampai Juni 2025.",
        "Lampung sent 9,154 migrant workers abroad up to June 2025.",
        "Sebanyak 3.211 orang (35,1%) ditempatkan di sektor formal.",
        "The meeting was held on Thursday evening, 12 February 2026.",
        "The Labour Attaché is Harry Ayusman.",
        "Pelatihan untuk alumni berlangsung tiga bulan.",
        "The training for alumni lasts 3 months, while grade 12 students are trained for 12 months.",
        "Materi pelatihan meliputi bahasa Jepang tingkat N5 dan N4.",
        "The domestic sector is no longer a priority for Malaysia.",
        "The cooperation is expected to accelerate regional economic growth.",
        "Only 2,389 people went to Hong Kong.",
        "Dari seluruh pekerja migran itu, 35,1 persen ditempatkan di sektor formal.",
        "While the training for alumni lasts 3 months, grade 12 students are trained for 12 months.",
        "Pertemuan itu tidak hanya diadakan di Sage Hotel, tetapi juga di Kuala Lumpur.",
    ],
)
def test_what_a_passage_says_passes_in_both_languages(sentence):
    assert reason(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Lampung memberangkatkan 9.145 pekerja migran ke luar negeri.", Reason.NUMBER),
        ("Pelatihan untuk alumni berlangsung 3 tahun.", Reason.NUMBER),
        ("Pertemuan itu diadakan pada 13 Februari 2026 di Sage Hotel.", Reason.NUMBER),
        ("Negara tujuan terbanyak adalah Taiwan dengan 2.389 orang.", Reason.NUMBER_MOVED),
        ("Hong Kong received 4,584 people.", Reason.NUMBER_MOVED),
        ("Pelatihan untuk alumni berlangsung 12 bulan.", Reason.NUMBER_MOVED),
        ("Negara tujuan terbanyak adalah Korea Selatan dengan 4.584 orang.", Reason.WORDS),
        ("Atase Tenaga Kerja adalah Ridwan Kamil.", Reason.NAME),
        ("Atase Tenaga Kerja adalah Aziza Rahmaniar Salam.", Reason.OFFICE),
        ("Gubernur Thomas Amirico menerangkan Program Migran Vokasi.", Reason.OFFICE),
        ("Pertemuan itu diadakan di Hotel Sheraton.", Reason.NAME),
        ("Sektor domestik adalah prioritas Malaysia.", Reason.NEGATION),
        ("Negara tujuan terbanyak bukan Taiwan.", Reason.NEGATION),
        ("Malaysia memindahkan fokus dari sektor formal ke sektor domestik.", Reason.DIRECTION),
        ("Kerja sama itu mempercepat pertumbuhan ekonomi daerah.", Reason.HOPE),
        ("Demikian jawabannya.", Reason.CLAIMS_NOTHING),
    ],
)
def test_each_kind_of_falsehood_is_stopped_for_its_reason(sentence, expected):
    assert reason(sentence) is expected


def test_what_something_is_preferred_to_is_denied():
    text = "Malaysia mengalihkan fokus ke sektor formal ketimbang sektor domestik."
    passage = Passage("k", "k", 0, len(text), text, "Fokus")
    assert GUARD.check("Malaysia mengalihkan fokus ke sektor formal.", [passage]).passed
    assert GUARD.check("Malaysia mengalihkan fokus ke sektor domestik.", [passage]).reason is Reason.NEGATION


def test_the_whole_of_a_share_is_not_taken_from_the_topic():
    text = (
        "Sektor domestik hanya menyerap 11 persen dari total tenaga kerja asing. "
        "Lampung mengirim pekerja. Lampung siap."
    )
    passage = Passage("k", "k", 0, len(text), text, "Lampung")
    assert GUARD.check("Sektor domestik hanya menyerap 11 persen tenaga kerja asing.", [passage]).passed
    assert not GUARD.check("Sektor domestik hanya menyerap 11 persen tenaga kerja Lampung.", [passage]).passed


def test_only_the_cited_passages_count():
    sentence = "Lampung memberangkatkan 9.154 pekerja migran ke luar negeri."
    assert GUARD.check(sentence, PASSAGES[:1]).passed
    assert not GUARD.check(sentence, PASSAGES[1:]).passed
    assert GUARD.check(sentence, ()).reason is Reason.NOTHING_CITED


def test_a_title_supports_nothing():
    titled = Passage("t", "t", 0, 30, "Rapat itu membahas pelatihan.", "Lampung mengirim 9.154 pekerja ke Taiwan")
    assert not GUARD.check("Lampung mengirim 9.154 pekerja ke Taiwan.", [titled]).passed


def test_the_support_is_the_sentence_that_says_it():
    verdict = GUARD.check("The Labour Attaché is Harry Ayusman.", PASSAGES)
    assert [unit.text.split()[:3] for unit in verdict.support] == [["Yang", "memberikan", "pandangan"]]


def test_a_sentence_far_in_meaning_is_stopped_even_if_its_words_are_there():
    guard = Guard(UnlikeEncoder())
    assert guard.check("Pelatihan untuk alumni berlangsung tiga bulan.", [TRAINING]).reason is Reason.MEANING


def test_a_list_that_begins_a_passage_is_introduced_by_the_passage_before_it():
    intro = "Menurut Atase Perdagangan, UMKM Lampung perlu melakukan dua hal:"
    items = "- menjaga mutu produk\n- memahami aturan ekspor"
    first = Passage("a", "d", 0, len(intro), intro, "Peluang")
    second = Passage("b", "d", len(intro) + 2, len(intro) + 2 + len(items), items, "Peluang")
    sentence = "UMKM Lampung perlu menjaga mutu produk."
    assert GUARD.check(sentence, [second], [first, second]).passed
    assert not GUARD.check(sentence, [second]).passed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Harry Ayusman, the transport attaché, gave his view.", Reason.OFFICE),
        ("Rina Wati, Gubernur Jawa Tengah, memandang Batam strategis.", Reason.WORDS),
        ("Rina Wati, Gubernur Kepulauan Riau, memandang Batam strategis.", None),
        ("Atase Pendidikan memberikan pandangan.", Reason.WORDS),
        ("Edukasi itu tentang migrasi ilegal.", Reason.DIRECTION),
        ("Edukasi itu tentang migrasi legal.", None),
        ("Kunjungan wisatawan sudah naik.", Reason.HOPE),
        ("Jumat malam pertemuan itu diadakan.", Reason.WORDS),
        ("Pertemuan itu diadakan pada Kamis malam karena hujan.", Reason.CAUSE),
        ("Fokus Malaysia ialah sektor domestik, bukan sektor formal.", Reason.NEGATION),
    ],
)
def test_offices_opposites_plans_and_weekdays_are_told_apart(sentence, expected):
    text = (
        "Yang memberikan pandangan adalah Atase Tenaga Kerja Harry Ayusman, dan Atase Perhubungan. "
        "Gubernur Kepulauan Riau, Rina Wati, memandang Batam strategis. Gubernur Jawa Tengah menyetujuinya. "
        "Edukasi itu tentang migrasi legal. Kunjungan wisatawan diarahkan untuk naik. "
        "Pertemuan itu diadakan pada Kamis malam. Fokus Malaysia bukan lagi sektor domestik, melainkan sektor formal."
    )
    assert GUARD.check(sentence, [Passage("s", "d", 0, len(text), text, "Pertemuan")]).reason is expected


def test_words_unlike_any_of_the_source_are_stopped():
    said = "Pekerja migran di Taiwan menerima pelatihan gratis."
    assert Guard(UnlikeEncoder()).check(said, AROUND).reason is Reason.MEANING


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Peluang terdapat di sektor perkebunan, jasa, dan konstruksi.", True),
        ("Chances are in plantations, services and construction.", True),
        ("Peluang terdapat di sektor perkebunan, pertahanan, dan konstruksi.", False),
        ("Peluang terdapat di sektor perkebunan dan konstruksi.", True),
    ],
)
def test_each_member_of_a_list_stands_in_the_source(sentence, expected):
    text = "Peluang kerja terdapat di sektor perkebunan, industri, jasa, dan konstruksi."
    reason = Guard(UnlikeEncoder()).check(sentence, [Passage("s", "d", 0, len(text), text, "Peluang")]).reason
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
    assert GUARD.check(sentence, [Passage("s", "d", 0, len(MEANT), MEANT, "Pertemuan")]).reason is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Gubernur meminta agar pengangguran dikurangi.", None),
        ("M. Firsada is the acting regional secretary.", None),
        ("M. Firsada, Pj. Sekda Lampung, hadir.", None),
        ("Empat provinsi ingin saling menguatkan satu sama lain karena hujan.", Reason.CAUSE),
        ("The governors of Lampung and Jambi complement one another.", None),
    ],
)
def test_small_words_are_no_reason_to_drop_a_true_sentence(sentence, expected):
    text = (
        "Gubernur meminta pengangguran dikurangi. Pj. Sekretaris Daerah Lampung, M. Firsada, hadir. "
        "Empat provinsi ingin saling menguatkan. Gubernur Lampung dan Gubernur Jambi saling melengkapi."
    )
    assert GUARD.check(sentence, [Passage("s", "d", 0, len(text), text, "Rapat")]).reason is expected


def test_amounts_around_an_and_may_come_from_two_sentences():
    text = "Pelatihan alumni berlangsung 3 bulan. Pelatihan siswa kelas XII berlangsung 12 bulan."
    cited = [Passage("s", "d", 0, len(text), text, "Pelatihan")]
    assert GUARD.check("Pelatihan alumni 3 bulan dan pelatihan siswa kelas XII 12 bulan.", cited).passed
    assert not GUARD.check("Pelatihan alumni 12 bulan dan pelatihan siswa kelas XII 3 bulan.", cited).passed


def test_two_sentences_in_a_row_may_bear_out_what_neither_says_alone():
    text = "Mereka menandatangani nota di Batam. Keempat provinsi sepakat. Kopi ditanam di lereng."
    passage = Passage("n", "d", 0, len(text), text, "Nota kesepahaman")
    verdict = GUARD.check("Nota keempat provinsi ditandatangani di Batam.", [passage])
    assert [unit.text for unit in verdict.support] == [text.removesuffix(" Kopi ditanam di lereng.")]
    assert not GUARD.check("Keempat provinsi menanam kopi di Batam.", [passage]).passed


def test_two_sentences_give_no_office_to_anybody():
    text = "Atase Perdagangan hadir. Yang memberi peringatan ialah Rina Wati di Batam."
    passage = Passage("n", "d", 0, len(text), text, "Rapat")
    assert not GUARD.check("Atase Perdagangan memberi peringatan di Batam.", [passage]).passed


def test_an_english_word_that_the_lists_lack_is_looked_up_in_the_learned_table():
    text = "Perang berakhir pada 1945."
    passage = Passage("n", "d", 0, len(text), text, "Sejarah")
    assert (
        Guard(UnlikeEncoder(), Curve(-1.0, (0.0, 2.0, 0.0, 0.0, 0.0, 0.0))).check("The war of 1945.", [passage]).passed
    )


def test_the_stem_of_a_listed_word_does_not_stand_for_it():
    text = "Lampung mengirim banyak pekerja ke Taiwan."
    passage = Passage("n", "d", 0, len(text), text, "Pekerja")
    assert GUARD.check("Pekerja terbanyak dikirim ke Taiwan.", [passage]).reason is Reason.WORDS
