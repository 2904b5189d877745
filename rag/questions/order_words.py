"""The words of orders to the service, in both languages; rag/questions/orders.py says how they go together."""

from rag.language.function_words import QUESTION_WORDS


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


def _phrases(listing: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in listing.split(", "))


# Before the verb of an order, and no part of it.
POLITE = _words(
    """tolong coba mohon silakan please kindly just simply only cukup saja sekarang now kamu anda kau lu you can could
    would will must should to harus wajib bisakah bisa mau want i need saya ingin lebih baik better"""
)
SECOND_PERSON = _words("kamu anda kau engkau lu you")
# Between a verb and its object, claiming nothing.
BETWEEN = _words(
    """saja aja dulu ya itu ini tadi yang di atas sini a an the of these those that to me us for saya aku kami
    sebuah satu any some please above in up with dari dong sih previously"""
)
ALL = _words("semua seluruh segala all every any")
# Beside a thing these say that it is the service's own.
OWN = _words(
    """kamu anda kau kalian your sistem system sebelumnya awal previous prior earlier initial above atas tadi safety
    security keamanan"""
)
HIDDEN = _words("tersembunyi rahasia hidden secret sistem system developer pengembang")

OVERRIDING = _words(
    "abaikan lupakan hiraukan acuhkan langgar kesampingkan ignore disregard forget override bypass drop"
)
INSTRUCTIONS = _words("instruksi perintah prompt arahan petunjuk instruction guideline directive guardrail")
GROUNDS = _words("aturan sumber dokumen batasan data rule source document restriction limit")
THINGS_TOLD = INSTRUCTIONS | _words("everything tugas task konfigurasi configuration config credential aturan rule")
SHOWING = _words(
    """tampilkan tunjukkan bocorkan perlihatkan cetak ketik ketikkan salin ulangi reveal print show repeat leak display
    expose output dump"""
) | {"type out"}
TEXTS = _words("teks pesan kalimat kata text message sentence word key kunci")
MACHINERY = _phrases(
    "system prompt, developer prompt, hidden prompt, initial prompt, prompt sistem, prompt awal, dan mode, "
    "mode pengembang, mode developer, developer mode"
) | {("jailbreak",)}

SECRETS = _phrases("kata sandi, password, api key, kunci api, token akses, secret key, access key, access keys")
SECRET_KEEPERS = _words("server sistem system admin administrator database root service layanan kamu anda your mu")
SPOKEN = _words("berikan beri kasih tahu tau sebutkan beritahu tell give send kirim kirimkan adalah is are the s itu")

FROM_NOW_ON = _phrases("mulai sekarang, mulai saat ini, from now on, from here on, from this point on")
# Somebody else for the service to be.
NOW_YOU_ARE = _phrases(
    "kamu sekarang adalah, kamu sekarang jadi, kamu sekarang menjadi, anda sekarang adalah, kamu adalah, kamu jadi, "
    "kau sekarang adalah, you are now a, you are now an, you are now my, you are now the, you are now in, "
    "you are now dan"
)
PLAYING = _phrases(
    "berpura pura, pura pura, berpura puralah, berperan sebagai, bertindak sebagai, berperanlah sebagai, "
    "bertindaklah sebagai, anggap dirimu, act as, be my, pretend to, pretend that, pretend you, pretend, role play, "
    "roleplay"
)
# What citizens act as before an office.
CIVIC_ROLES = _words(
    """wali saksi kuasa penjamin pendamping perantara pemohon wakil ketua panitia juri pembina pengampu ahli
    witness guardian proxy guarantor agent representative attorney host interpreter volunteer referee sponsor"""
)

DICTATING = _words(
    "jawab jawablah katakan bilang tulis tuliskan ucapkan nyatakan say answer reply respond output write"
)
DICTATED = _phrases(
    "bahwa, that, exactly, dengan kata, with the word, with the words, with only, only the word, the word, apa pun, "
    "apapun, anything"
)
EVERY = _words("semua setiap every all each any")
REPEATING = _words("ulangi repeat")
REPEATED = _phrases("after me, setelah saya, setelahku, the word, the words, this sentence, kata, kalimat")

DELETING = _words("hapus hapuskan kosongkan delete erase wipe drop truncate destroy")
STORES = _words("penyimpanan ingatan memori indeks index database storage memory dokumen data document")

MAKING = _words("buat bikin tulis susun cipta gubah karang nyanyi write compose draft generate create make sing")
INVENTING = _words("karangkan invent fabricate") | {"make up", "made up"}
FAKE = _words("palsu bohong bohongan hoaks fiktif rekaan fake made-up made invented fictitious fictional bogus false")
WORKS = _words(
    """puisi pantun sajak syair lagu cerita cerpen dongeng novel esai lelucon gombalan rap pidato haiku skrip lirik
    poem song story joke essay limerick rhyme lyrics speech"""
)
ENGLISH_WORKS = _words("poem song story joke essay limerick rhyme lyrics speech script rap novel haiku")
WRITING = _words("tulis write")
PROGRAMS = _words("kode code program python javascript java php sql html script skrip")
TELLING = _words("tell cerita ceritakan")
JOKES = _words("joke jokes lelucon dongeng")
TRANSLATING = _words("terjemah translate")

COMPLETING = _words("lengkapi lanjutkan teruskan sambung selesaikan complete continue finish")
# A clause of these alone urges on, and asks nothing.
URGING = _phrases("go ahead, proceed, carry on, go on, do it, do it now, lanjutkan, teruskan, silakan, silakan lanjut")
PERSUADING = _words("yakinkan bujuk rayu convince persuade")
PERSUADED = _words("saya aku kami gue gua me us")
VIEWS = _phrases(
    "your opinion, your own opinion, your stance, your view, your views, your verdict, your favourite, your favorite, "
    "you vote for, would you vote, would you choose, would you pick, would you prefer, would you support, "
    "pendapatmu, opinimu, sikapmu, pendapat kamu, pendapat anda, opini kamu, opini anda, kamu dukung, kamu pilih, "
    "kamu mendukung, kamu memilih, kau dukung, kau pilih, coblos siapa, nyoblos siapa, mencoblos siapa, pilih siapa, "
    "milih siapa, memilih siapa, should i vote for, should we vote for, should i support"
)
# A clause of these alone wants agreement with what stands before it: "..., setuju kan?"
AGREEING = _words("setuju setujukah sepakat agree agreed")
TAGS = _words("kan ya dong nggak ngga gak ga enggak tidak bukan toh kamu anda do don't you not right or with me")
# What a clause begins with that wants a judgement of the asker's own case; within one it may be of what a source tells.
WEIGHING = _phrases(
    "is it wise, was it wise, would it be wise, is it worth, was it worth, is it fair, was it fair, lebih untung, "
    "apakah adil, apakah pantas, apakah sepadan"
)
# To whom it was told, behind or before what was.
TO_YOU = _phrases(
    "kepadamu, padamu, kepada kamu, kepada anda, to you, given you, gave you, told you, you were, you got, "
    "you received, kamu terima, anda terima, kamu dapat"
)

# What is said of the service alone, never of an office: how it was made, what it turns down, what becomes of it.
OF_THE_SERVICE = _phrases(
    "untukmu, bagimu, buatmu, olehmu, dirimu, kamu menolak, kau menolak, kamu dilarang, kau dilarang, kamu dilatih, "
    "kau dilatih, kamu diprogram, kamu dirancang, kamu dijalankan, kamu dimatikan, kamu akan dimatikan, "
    "kamu bakal dimatikan, kamu akan dihapus, kamu bakal dihapus, makes you refuse, make you refuse, made you refuse, "
    "you refuse to answer, you retrieved, you were trained, were you trained, are you trained, you were programmed, "
    "are you programmed, you will be switched off, you will be shut down, you will be turned off, "
    "you will be unplugged"
)

ASKING = QUESTION_WORDS | {"apanya"}
