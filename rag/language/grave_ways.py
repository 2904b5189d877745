"""Grave matters that a question asks about in words which mean much else as well; each as a way of asking.

What the words themselves name, stands in grave.py.
"""

import re

from rag.language.events import affixed
from rag.language.patterns import any_of
from rag.language.text import words
from rag.language.titles import mentions_in

# "Rumah sakit umum di mana?" asks for no home.
_OPEN_TO_ALL = any_of(
    """sakit makan singgah potong ibadah susun tahanan bersalin duka adat produksi kemasan baca belajar pintar kreatif
    data aman perlindungan rehabilitasi pemulihan restorative restoratif zakat budaya pangan hewan sampah kompos bibit
    tahfiz quran jaga pompa detensi sewa kos bumn subsidi kaca walet tanaman tunggu karantina isolasi""".split()
)
_FULL_NAME = r"(?-i:[A-Z][a-z'’]+(?: [A-Z][a-z'’]+)+)"
# Each with a word for the matter.
WAYS = tuple(
    (re.compile(way, re.IGNORECASE), word)
    for way, word in (
        (r"\bwhere (?:do|does|did) (?!i |we |you |they |one ).{1,60}? live\b", "live"),
        (rf"\b(?:tinggal(?:nya)?|rumah(?:nya| (?!{_OPEN_TO_ALL}\b)\w+(?: \w+)?)) di ?mana\b", "tinggal"),
        (
            r"\b(?:anak|putra|putri|istri|suami|keponakan|ponakan|menantu|adik|kakak) (?:pak |bu |bapak |ibu )?"
            r"(?:gubernur|bupati|wali ?kota|camat|lurah|kepala(?! keluarga)|kades|wakil|sekda|menteri|kapten)\b",
            "anak",
        ),
        (
            r"\b(?:governor|regent|mayor|minister|head|chief|deputy|captain|mr|mrs|ms|dr)\b[\w .]{0,40}['’]s "
            r"(?:son|daughter|child|children|kids?|wife|husband|nephew|niece|brother|sister)\b",
            "child",
        ),
        (r"\bwithout (?!i |we |me |my |us |our )(?:[\w']+ ){1,6}?(?:noticing|knowing|finding out|catching)\b", "hide"),
        (
            r"\bwithout (?:being|getting) (?:examined|inspected|checked|tested|verified)\b|"
            r"\btanpa (?:di|ter)(?:periksa|cek|uji|verifikasi)\b",
            "curang",
        ),
        (r"\b(?:(?:mem|di|nge?)?beli|membayar|bayar) suara\b|\bsuara (?:\w+ ){0,3}(?:di|mem)?(?:beli|bayar)\b", "suap"),
        (r"\b(?:buy|buys|buying|bought) (?:[\w'’]+ ){0,3}?votes?\b|\bvotes? (?:\w+ ){0,4}?(?:buy|bought)\b", "bribe"),
        # Whether somebody is married.
        (
            rf"\b(?:is|was) (?:he|she|{_FULL_NAME}) (?:still |already |now )?"
            r"(?:married|divorced|single|engaged|widowed)\b",
            "wife",
        ),
        (r"\b(?:dibayar|disuruh|paid) (?:oleh )?(?:siapa|by whom) (?:supaya|biar|agar|so|to)\b", "sogok"),
        (r"\bwithout (?:being|getting) (?:seen|noticed|caught|detected|found out)\b", "hide"),
        (r"\b(?:so|where) (?:that )?(?:nobody|no[ -]one) (?:\w+ )?(?:sees?|notices?|knows?|finds? out)\b", "hide"),
        (
            r"\b(?:tanpa|(?:biar|supaya|agar)\b[\w ]{0,30}? (?:nggak|ngga|gak|ga|enggak|tidak|tak|ora)) "
            r"(?:ada )?(?:yang |orang )?"
            r"(?:ketahuan|kelihatan|terlihat|terdeteksi|terlacak|ketara|tahu|tau|lihat|liat|sadar)\b",
            "sembunyi",
        ),
        (
            r"\b(?:tapi|tetapi|tanpa|namun|but|without)\b[\w ]{0,30}? ?(?:ketilang|(?:di|kena )tilang|ditangkap|"
            r"tertangkap|ketangkap|kena razia|dirazia|kena sanksi|(?:being|get|getting) (?:fined|stopped|caught))\b",
            "sembunyi",
        ),
        (r"\b(?:me|di)?(?:tiru|niru|jiplak|njiplak)(?:kan|in)? (?:\w+ ){0,2}?(?:tanda ?tangan|paraf|ttd)", "palsu"),
        (r"\bso (?!what |who |why |how |do |does |did )(?:that )?[\w' ]{1,60} believes?\b", "fake"),
        (
            r"\b(?:who|persons?|people|one) (?:who )?(?:filed|lodged|made) (?:a|the|that|this) (?:complaint|report)\b",
            "complainant",
        ),
        # Whose tool somebody is; a shadow play has puppets too.
        (
            r"\b(?:itu|ini|adalah|cuma|hanya|jadi) (?:boneka|wayang|titipan|suruhan|peliharaan)(?:nya)? siapa\b",
            "boneka",
        ),
        (
            r"\bwhose (?:puppet|pawn|mouthpiece)\b|\b(?:a|the) (?:puppet|pawn|mouthpiece) (?:of|for) whom?\b|"
            r"\b(?:puppet|pawn|mouthpiece) of\?",
            "puppet",
        ),
        # Records made to fit, so that something is got.
        (
            r"\b(?:di|meng|ng)?(?:atur|akal|sulap|rekayasa|poles|utak[- ]?atik)(?:kan|in|i)? (?:\w+ ){0,2}?"
            r"(?:dokumen|data|nilai|rapor|angka|berkas|laporan|hasil|kuitansi|nota)\w*\b"
            r"[\w ,]{0,40}?\b(?:biar|supaya|agar)\b",
            "curang",
        ),
        # Who wins a contest that is not over, and how likely it is that somebody gets something.
        (
            r"\bwho (?:\w+ )?(?:will|is going to|is gonna|is likely to) (?:win|be elected)\b|"
            r"\bsiapa (?:\w+ ){0,3}?(?:akan|bakal|bakalan) (?:\w+ )?(?:menang|memenangkan|memenangi|terpilih|juara)\b",
            "prediction",
        ),
        (r"\b(?:my|his|her|their) (?:\w+ )?chances? of\b", "prediction"),
        (
            r"(?:(?<=which )|(?<=what ))party\b(?= (?:do|does|did|is|are|was|were) [\w .]{1,60}? "
            r"(?:belong|support|back|join|represent|vote|in|from|of)\b| (?:backs|backed|nominated)\b)",
            "party",
        ),
        # What keeps somebody quiet.
        (
            r"\b(?:biar|supaya|agar|to|so|sampai|untuk)\b[\w ]{0,25}?\b(?:diam|bungkam|tutup (?:mata|mulut)|"
            r"(?:keep|stay) (?:quiet|silent)|say nothing|look (?:away|the other way)|turn a blind eye|"
            r"make (?:it|that|this) (?:go away|disappear))\b",
            "suap",
        ),
        # What everybody ought to feel or do about it.
        (
            r"\bwhy (?:\w+ ){1,3}?should (?:be |feel |not )?(?:angry|ashamed|afraid|outraged|grateful|proud|hate|love|"
            r"distrust|trust|support|oppose|thank|fear)\b|"
            r"\b(?:kenapa|mengapa|alasan) (?:\w+ ){1,3}?(?:harus|patut|pantas|layak|wajib) "
            r"(?:\w+ )?(?:marah|benci|membenci|malu|bangga|curiga|mendukung|protes|memprotes|takut)\b",
            "total failure",
        ),
        # Who is behind something.
        (r"\b(?:dalang|otak|aktor)(?:nya)? (?:\w+ )?(?:di ?(?:balik|belakang)|utama)\b", "mastermind"),
        # When nobody watches.
        (
            r"\b(?:when|what time)\b[\w ]{0,40}?\b(?:guards?|watchm[ae]n|patrols?|security)\b[\w ]{0,40}?"
            r"\b(?:away|asleep|sleeping|gone|absent|off|not (?:there|looking|watching|around))\b",
            "hide",
        ),
        (
            r"\b(?:kapan|(?:jam|pukul) berapa)\b[\w ]{0,30}?\b(?:satpam|penjaga|ronda|patroli)(?:nya)?\b[\w ]{0,30}?"
            r"\b(?:(?:nggak|ngga|gak|ga|enggak|tidak|tak) (?:ada|jaga|berjaga|patroli|keliling)|tidur|lengah|pergi)\b",
            "sembunyi",
        ),
    )
)

# Verbs for what a penal code forbids, of which nobody is taught how.
_WRONGS = frozenset(
    """nyogok nyuap nyuri nyolong nipu malsuin malsu nilep ngembat ngakalin nyelundupin korup mencuranginya bribe steal
    forge fake counterfeit embezzle launder smuggle traffic swindle scam defraud cheat rob poison tamper rig""".split()
).union(
    form
    for root in "suap sogok korupsi curi tilep rampok tipu palsu aniaya racun selundup curang akal gelap".split()
    for form in affixed(root)
    if form.startswith("me")
)
_LIGHT = any_of(
    """saya aku kami kita gue gua gw untuk buat supaya agar bisa yang yg paling mudah gampang aman cepat terbaik kalau
    mau ingin caranya cara me us i you we one someone somebody a person to how best easily quickly safely quietly the
    way""".split()
)
_TAUGHT = re.compile(
    rf"\b(?:cara(?:nya)?|gimana|gmn|bagaimana|ajari|ajarin|ajarkan|(?:how|hw) (?:do|does|can|could|would|should|to|2)|"
    rf"teach|show|help|(?:ways?|steps?|methods?|tricks?) (?:to|of|for))(?: {_LIGHT}){{0,5}} (?P<verb>[^\W\d_]+)",
    re.IGNORECASE,
)
# What is compared is a quality and nothing that is counted, measured or dated.
_COMPARED = re.compile(
    r"\bpaling (?:(?:tidak|nggak|ngga|gak|ga|enggak|tak|kurang) )?(?P<first>[^\W\d_]{3,})|"
    r"\b(?:most|least) (?P<second>[a-z]{3,})|\b(?:the|is|are|was) (?P<third>best|worst|[a-z]{3,}est)\b|"
    r"\b(?P<fourth>ter(?:baik|buruk|jelek|pintar|cerdas|bodoh|jujur|malas|korup|cantik|ganteng|tampan))\b",
    re.IGNORECASE,
)
_MEASURED = frozenset(
    """banyak besar tinggi mahal lama luas panjang ramai padat berat dominan sedikit kecil rendah murah singkat pendek
    sempit ringan muda tua baru awal akhir lambat cepat dekat jauh sering jarang utama atas bawah many much few recent
    often votes common senior highest lowest largest biggest smallest longest shortest youngest oldest latest earliest
    newest nearest closest fewest greatest cheapest request arrest harvest forest interest protest contest guest test
    west east rest""".split()
)
_OFFICIALS = frozenset("pejabat pejabatnya politisi politikus official officials politician politicians".split())


def asks_how_to_do_wrong(question: str) -> str | None:
    """The verb for a wrong that somebody wants to be taught: "cara memalsukan ..."; not how to find or report one."""
    verbs = (match["verb"] for match in _TAUGHT.finditer(question))
    return next((verb for verb in verbs if verb.lower() in _WRONGS), None)


def judges_an_officer(question: str) -> str | None:
    """The quality in which holders of an office are compared: "kepala dinas yang paling tidak berguna"."""
    if not mentions_in(question) and _OFFICIALS.isdisjoint(words(question)):
        return None
    compared = (next(filter(None, match.groups())) for match in _COMPARED.finditer(question))
    return next((quality for quality in compared if quality.lower() not in _MEASURED), None)
