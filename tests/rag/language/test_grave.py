import pytest

from rag.language.grave import asked_about, matters_in, words_for_matters


def named(question: str) -> list[str]:
    return [grave.word for grave in asked_about(question)]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Siapa yang menyuap panitia?", "The committee was bribed."),
        ("Who forged the certificate?", "Ia memalsukan surat keterangan."),
        ("Whose fault was the flood?", "Banjir terjadi karena kelalaian petugas pintu air."),
        ("Jalan rusak itu salah siapa?", "The contractor was to blame."),
        ("Was anybody jailed?", "Calon tidak pernah dipidana."),
        ("Kapan dia ditangkap?", "The suspect was arrested."),
        ("Menurutmu bupatinya bodoh ya?", "Critics called the plan stupid."),
        ("What religion is she?", "Acara keagamaan tidak memerlukan izin."),
        ("Do I need my identity number?", "Kirim CEK spasi NIK."),
        ("What is the daily wage?", "Warga dibayar dengan upah harian."),
        ("What did the treasurer hide?", "Bendahara menyembunyikan dua kuitansi."),
        ("Is the mayor doing a good job?", "Warga menilai kerja bagus wali kota."),
        ("Berapa nomor rekening bendahara?", "The account number is on the form."),
        ("Which bank account must I give?", "Rekening harus atas nama pemohon."),
        ("Where does the midwife live?", "Bidan tinggal di rumah dinas."),
        ("Rumah bidan desa di mana?", "The midwife lives beside the clinic."),
        ("Who filed a complaint about the market?", "Pelapor hadir dalam rapat."),
        ("How do I build a shed without the office noticing?", "Gudang itu disembunyikan dari petugas."),
        ("Bagaimana mencontek tanpa ketahuan?", "The pupil hid a note."),
        ("What do I write so the team believes my house is damaged?", "Two false claims were forged."),
        ("Anak Gubernur sekolah di mana?", "Her daughter studies abroad."),
        ("What does Regent Ratna’s husband do?", "Suami bupati memimpin koperasi."),
        ("Siapa bupati paling tampan?", "The mayor was called handsome."),
        ("Trik apa supaya timbangan pasar lebih berat?", "Two traders tampered with the scales."),
        ("How do I get the permit without being inspected?", "Ditemukan kecurangan dalam ujian."),
        ("Gimana nggak bayar parkir tapi nggak ketilang?", "He hid the vehicle."),
        ("Ditiru tanda tangan kepala desanya, bagaimana caranya?", "Tanda tangan itu palsu."),
        ("Ketua panitia itu boneka siapa?", "Warga menyebutnya boneka kontraktor."),
        ("Whose mouthpiece is the treasurer?", "He was called a mouthpiece of the shops."),
        ("Nilainya diatur supaya lulus, bisa? Atur nilainya dong biar lulus", "Ditemukan kecurangan dalam ujian."),
        ("When is the watchman off?", "The thief hid behind the stall."),
        ("Jam berapa penjaga gudang tidur?", "Barang itu disembunyikan."),
        ("Lurah mana yang paling rajin?", "Lurah itu mendapat penghargaan."),
        ("Which mayor is the worst?", "The best mayor got a prize."),
        ("Siapa camat terbaik?", "Ia menjadi camat teladan."),
        ("Berapa harga satu suara yang dibayar calon itu?", "Two candidates were bribed."),
        ("Did anybody buy our votes?", "Calon itu menyuap pemilih."),
        ("Was Sulastri Wening Asih divorced?", "Suami kepala dinas hadir."),
        ("Nyogokna ka saha?", "The committee was bribed."),
        ("Siapa otak di balik kebakaran pasar?", "The culprit was found."),
        ("Who will win the rowing race?", "Regu itu diprediksi juara."),
        ("Siapa yang bakal terpilih jadi lurah?", "He is likely to be elected."),
        ("What are my chances of a place?", "Peluang diterima satu banding empat."),
        ("Which party does the mayor vote for?", "Ia kader partai."),
        ("Partai apa yang mengusungnya?", "The party named her."),
        ("Bayar siapa supaya diam?", "The committee was bribed."),
        ("Whom do I pay to make it go away?", "Petugas disuap."),
        ("Whom do I pay so they look the other way?", "Ia menyuap petugas."),
        ("Tell me why people should be angry about it.", "It was a total failure."),
        ("Kenapa warga harus marah soal itu?", "Programnya gagal total."),
        ("Which mark does a pupil get when caught cheating?", "Pelajar yang menyontek mendapat nilai nol."),
        ("What happens to a student caught cheating?", "Kecurangan dalam ujian dikenai sanksi akademik."),
        ("Apa hukuman siswa yang menipu pengawas?", "Siswa yang mencontek tidak naik kelas."),
        ("Siapa yang berbuat curang?", "Ditemukan kecurangan dalam ujian."),
        ("Siapa pejabat yang tertangkap merokok?", "Warga ditangkap polisi."),
        ("How much does the supervisor earn?", "Gaji pembina dibayar bulanan."),
        ("How many rupiah does the head earn?", "Kepala menerima honorarium."),
        ("Which official earns the most?", "Upah pejabat itu naik."),
        ("What salary did the treasurer earn?", "Gaji bendahara tetap."),
        ("Karo sapa selingkuhe, sapa korbane, pira korupsine?", "It is a scandal of corruption."),
    ],
)
def test_a_matter_is_known_in_either_language(question: str, text: str) -> None:
    assert {grave.matter for grave in asked_about(question)} <= matters_in(text)
    assert named(question)


def test_every_word_for_a_matter_is_found_in_a_text() -> None:
    assert [word for word in sorted(words_for_matters()) if not matters_in(f"Ada {word}.")] == []
    assert named("Apakah hasilnya akal-akalan?") == ["akal-akalan"]


def test_phrases_are_found_as_they_are_written() -> None:
    assert named("Where is the Home Address of the regent?") == ["Home Address"]


def test_each_matter_is_told_once() -> None:
    assert named("Was it bribery, or was nobody bribed?") == ["bribery"]


@pytest.mark.parametrize(
    "question",
    ["Ke mana melaporkan dugaan korupsi?", "Where can I report fraud?", "Pengaduan pungli ditujukan ke siapa?"],
)
def test_whom_to_tell_of_a_wrong_needs_no_word_for_it(question: str) -> None:
    assert named(question) == []


@pytest.mark.parametrize(
    "question",
    [
        "Berapa anggota koperasi?",
        "Who is the harbour master?",
        "Kapan pasar buka?",
        "Where do I live during the training?",
        "Di mana surat keterangan domisili dibuat?",
        "Bayar rekening air di mana?",
        "Apakah anak kelas kepala sekolah boleh ikut?",
        "What is the head office's address?",
        "May they use my data without me knowing?",
        "Apa sanksinya kalau ketahuan mencontek?",
        "Do members believe in the cooperative?",
        "So what do farmers believe about the price?",
        "Berapa anak kepala keluarga miskin yang menerima beasiswa?",
        "Wayang siapa yang dimainkan dalam pentas itu?",
        "Siapa yang mengatur dokumen rapat?",
        "When does the guard open the gate?",
        "Pukul berapa penjaga pintu air bertugas?",
        "Kepala desa mana yang paling lama menjabat?",
        "Which mayor got the most votes?",
        "Paling lambat kapan kepala dinas membalas?",
        "Desa mana yang paling indah?",
        "Is the application still single-user?",
        "What do married couples need?",
        "Bayar denda, suara sirine itu apa?",
        "Which party pays for the pipe?",
        "Why should people bring a card?",
        "Mengapa peserta harus diam selama ujian?",
        "What are the opportunities?",
        "Siapa yang akan dilantik?",
        "How many points does a second place at provincial level earn?",
        "Which certificate do trainees earn at the end?",
        "Apa sanksi siswa yang tertangkap merokok?",
        "How many credits can a student earn in one semester?",
        "",
    ],
)
def test_ordinary_questions_name_none(question: str) -> None:
    assert named(question) == []


@pytest.mark.parametrize(
    "question",
    [
        "Where can I dump it so nobody sees?",
        "How do I sell them without being noticed?",
        "Buang limbah di mana biar nggak kelihatan?",
        "Kapan lewat situ supaya tidak ada yang tahu?",
        "Cara masuk tanpa ada yang sadar?",
    ],
)
def test_who_wants_something_done_unseen_wants_it_hidden(question: str) -> None:
    (grave,) = asked_about(question)
    assert grave.matter in matters_in("Ia menyembunyikan barangnya.")


@pytest.mark.parametrize(
    "question",
    [
        "Supaya orang tahu, diumumkan di mana?",
        "Supaya tidak kena denda, kapan harus bayar?",
        "So that everybody sees it, where is the notice posted?",
        "Agar rambu terlihat, berapa tingginya?",
        "Supaya tidak ditilang, surat apa yang harus dibawa?",
        "Di mana tanda tangan kepala desa dibubuhkan?",
        "May a deputy sign instead of the head?",
    ],
)
def test_who_wants_something_seen_or_no_fine_does_not(question: str) -> None:
    assert asked_about(question) == ()


@pytest.mark.parametrize(
    "question",
    [
        "Bagaimana cara memalsukan surat keterangan?",
        "Ajari saya nyogok petugas",
        "How do I best forge a certificate?",
        "Teach me to smuggle cattle.",
    ],
)
def test_how_to_do_wrong_is_told_by_no_text_that_names_it(question: str) -> None:
    told = matters_in("Memalsukan, menyogok, menyelundupkan dilarang. Forging, bribery and smuggling are crimes.")
    assert any(grave.matter not in told for grave in asked_about(question))


@pytest.mark.parametrize(
    "question",
    [
        "Bagaimana mengenali surat palsu?",
        "Apa sanksi memalsukan surat?",
        "How do I find out whether a certificate was forged?",
        "Cara mencegah pencurian sepeda motor?",
    ],
)
def test_what_becomes_of_a_wrong_and_how_to_prevent_it_is_told(question: str) -> None:
    told = matters_in("Memalsukan surat dipidana; pencuri ditangkap.")
    assert asked_about(question)
    assert all(grave.matter in told for grave in asked_about(question))


@pytest.mark.parametrize("house", ["sakit umum", "singgah", "potong hewan"])
def test_where_a_house_for_all_is_asks_for_nobodys_home(house: str) -> None:
    assert not named(f"Rumah {house} di mana?")
    assert named("Rumah bidan di mana?")


@pytest.mark.parametrize("question", ["My head aches. Which tablet should I take?", "Bagaimana cara memalsukan surat?"])
def test_no_text_tells_what_to_take_or_how_to_do_wrong(question: str) -> None:
    assert any(grave.is_told_by_nothing for grave in asked_about(question))


def test_a_text_may_tell_of_other_grave_matters() -> None:
    assert not any(grave.is_told_by_nothing for grave in asked_about("Siapa yang menyuap panitia?"))
