"""The words of questions about the documents as a whole, in both languages; overviews.py says how they go together."""

from rag.language import function_words as fw


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


DOCUMENTS = _words(
    """dokumen dokumennya berita beritanya artikel artikelnya naskah arsip sumber sumbernya document documents article
    articles news source sources file files"""
)
NEWS = _words("berita kabar rilis dokumen artikel news document documents article articles update updates")
TEXTS = _words(
    "dokumen berita artikel naskah laporan rilis siaran document article story report release text file news"
)
"""What has a content that can be told."""
PRESS = _words("berita artikel rilis article story news")
"""Texts that are told by what they begin with; a "dokumen" may also be what one brings to a counter."""
COLLECTION = _words(
    """koleksi kumpulan arsip basis data database situs layanan aplikasi chatbot collection corpus archive site website
    service"""
)
OTHER_THINGS = frozenset({("berita", "acara"), ("sumber", "daya"), ("sumber", "dana"), ("news", "conference")})

NEW = _words("terbaru terkini teranyar latest newest recent")
WHAT_IS_NEW = (("apa", "yang", "baru"), ("what", "is", "new"), ("what's", "new"))
MOST = _words("most paling yang ini")
"""May stand between the noun and how new it is."""

SECOND_PERSON = _words("kamu kamunya anda kalian km kmu kau lo lu you your sini here")
HOLDING = _words(
    """punya miliki memiliki dimiliki simpan disimpan tersimpan tersedia ada adakah terindeks dimuat have has hold held
    got there available exist"""
)
LISTING = _words(
    """daftar daftarkan list sebutkan tampilkan tampilin tunjukkan tunjukin perlihatkan lihat show see view display"""
)
ALL = _words("semua semuanya seluruh segala lengkap all every full complete")
ABOUT = _words("tentang soal mengenai seputar terkait perihal ttg about on regarding concerning")
MENTIONING = _words(
    "membahas bahas dibahas memuat menyebut menyebutkan mention mentions discuss discusses cover covers"
)
TOPICS = _words("topik tema bidang subjek topics topic subjects subject")
ASKABLE = _words("tanya tanyakan ditanyakan nanya jawab menjawab dijawab tahu ask answer know")
CONTENTS = _words("isi isinya berisi contents content")
PROGRAMMES = _words("program kegiatan layanan programmes programme programs services activities")

SUMMARY = _words(
    """rangkum rangkumkan rangkumin rangkumlah rangkuman ringkas ringkaskan ringkasin ringkaslah ringkasan intisari
    ikhtisar summarise summarize summary summaries"""
)
BEFORE_SUMMARY = (
    fw.POLITE
    | fw.SPEAKERS_EN
    | fw.SPEAKERS_ID
    | fw.ARTICLES
    | fw.MODALS_ID
    | fw.MODALS_EN
    | fw.SOFTENERS_ID
    | _words(
        """coba buat buatkan bikin bikinin bikinkan kasih beri berikan minta give make write provide short brief quick
        singkat want need mau butuh to bantu bisakah km"""
    )
)
COMPARE = _words("bandingkan bandingin bandinginlah perbandingan komparasi compare comparison comparing")
DIFFER = _words("beda bedanya perbedaan perbedaannya difference differences")
BETWEEN = _words("antara between of the dari in")
ATTRIBUTES = _words(
    """syarat persyaratan biaya tarif harga jumlah jadwal anggaran gaji upah luas lama denda sanksi penduduk isi cara
    fee fees cost costs price prices number requirements schedule budget salary population"""
)
"""What is compared of both things, where it is said of the first only."""
JOINING = _words("dan dengan sama dg vs versus and with to dibanding dibandingkan terhadap")
CLOSING = fw.SOFTENERS_ID | fw.POLITE | _words("apa apakah what")

OTHER_QUESTIONS = fw.WHEN_ID | fw.HOW_ID | fw.WHERE_ID | fw.WHY_ID | fw.WHO_ID | fw.WHO_EN | _words("when where why")
HOW_MANY = fw.HOW_MANY_ID | _words("how many")
WHAT = fw.WHAT_ID | fw.WHICH_ID | _words("what which what's")

LIGHT = (
    fw.LIGHT_ID
    | fw.SPEAKERS_ID
    | fw.MODALS_ID
    | fw.DENIALS_ID
    | fw.LIGHT_EN
    | fw.SPEAKERS_EN
    | fw.MODALS_EN
    | fw.POLITE
    | fw.AND
    | fw.INTERJECTIONS
    | WHAT
    | SECOND_PERSON
    | _words("any some coba kasih beri berikan give sekarang now mau ingin want like exactly please sebenarnya sin")
) - ABOUT
"""What such questions may have besides, whatever they want."""
