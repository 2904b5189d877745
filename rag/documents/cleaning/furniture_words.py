"""The words by which whole lines of saved pages are known as buttons, bylines, links and notices."""

import re

LIST_TITLES = re.compile(
    r"(?:(?:berita|artikel|kabar|konten|baca|tulisan|pos|postingan|video|foto|bacaan)\s+"
    r"(?:terkait|terbaru|terpopuler|populer|lainnya|lain|juga|pilihan|serupa|sebelumnya|selanjutnya|rekomendasi"
    r"|utama|terkini)"
    r"(?:\s+(?:lainnya|lain|untuk anda))?|terpopuler|trending(?: now)?"
    r"|paling (?:banyak )?(?:dibaca|populer)"
    r"|rekomendasi(?: untuk anda| berita)|jangan lewatkan|lihat (?:juga|lainnya)|simak (?:juga|pula)"
    r"|pilihan (?:editor|redaksi)"
    r"|related (?:posts?|news|articles?|stories)|(?:more|latest|popular|recent|top) (?:news|posts?|stories"
    r"|articles)|most (?:read|popular)"
    r"|you (?:may|might) (?:also )?like|read (?:also|more)|see also|recommended(?: for you)|also read|up next"
    r")\s*[:：]?",
    re.IGNORECASE,
)
MAYBE_LIST_TITLES = re.compile(
    r"(?:(?:info|informasi|topik)\s+(?:terkait|terbaru|terpopuler|populer|lainnya|lain|pilihan|serupa|terkini)"
    r"|tags?|tag terkait|terkini|terbaru|populer|rekomendasi|recommended|topik|label|kata kunci|komentar|comments?"
    r"|headline|arsip|archives?|categories|kategori)\s*[:：]?",
    re.IGNORECASE,
)
BUTTONS = re.compile(
    r"(?:\W|\b(?:facebook|fb|twitter|x|whatsapp|wa|telegram|line|copy|copied|instagram|ig|tiktok|youtube"
    r"|linkedin|pinterest|threads"
    r"|e-?mail|print|cetak|share|shares|shared|tweet|icon|ikon|link|url|tautan|salin|bagikan|sebarkan|kirim|pin"
    r"|save|simpan|messenger"
    r"|reddit|ke|on|to|via|this|ini|berita|artikel|google|news|on|di|twit|flipboard|bluesky)\b)+",
    re.IGNORECASE,
)
# Buttons whose markup parted them leave one word in the text: "FacebookTwitterWhatsApp".
RUN_TOGETHER = re.compile(
    r"(?:facebook|twitter|whatsapp|telegram|instagram|linkedin|pinterest|tiktok|youtube|email|share|bagikan|\W)+"
    r"|(?:like|dislike|love|funny|angry|sad|wow|suka|sedih|marah|lucu|haha|happy){3,}",
    re.IGNORECASE,
)
WHOLE_LINES = re.compile(
    r"avatar(?: photo)?|[-–—|]?\s*(?:penulis|editor|reporter|redaksi|admin|author)|uncategorized"
    r"|menu(?: utama)?|home|beranda|search|cari|(?:«|←|<+)?\s*(?:back|kembali)(?: (?:to|ke) (?:top|atas|home|beranda))?"
    r"|(?:url|link|tautan|teks)\s+(?:berhasil|telah|sudah)\s+(?:di)?(?:copy|salin|kopi)(?:kan)?\W*|(?:link"
    r"|url) copied\W*"
    r"|(?:copy|salin)\s+(?:link|url|tautan|berita)|(?:berikan|beri|apa|bagaimana)\s+reaksi\s+anda\W*"
    r"|what'?s your reaction\W*|reaksi anda\W*"
    r"|advertisements?|advertorial|iklan|ads?|sponsored|promoted|(?:baca )?selengkapnya|read more|load more"
    r"|muat lainnya|lihat semua|view all"
    r"|show more|loading\W*|next|prev(?:ious)?|selanjutnya|sebelumnya|halaman (?:selanjutnya|berikutnya"
    r"|sebelumnya)|(?:next|previous) (?:post|article)"
    r"|(?:artikel|berita|pos) (?:selanjutnya|sebelumnya|berikutnya)|(?:advertisement\W*)?scroll to (?:continue"
    r"|resume)(?: with content)?\W*"
    r"|(?:gulir|scroll|geser) (?:ke bawah )?(?:untuk|ke) .{0,60}|lanjutkan membaca\W*|continue reading\W*"
    r"|skip to (?:main )?content"
    r"|(?:tinggalkan|beri|tulis|kirim) (?:balasan|komentar)\W*.{0,20}|batalkan balasan|leave a (?:reply"
    r"|comment)\W*|(?:log ?in|sign ?in|masuk|daftar)"
    r"|alamat email anda tidak akan dipublikasikan.*|your email address will not be published.*|(?:halaman"
    r"|page)(?:\s+\d+)+|\(\*+\)|\*{2,}|[-–—_=*•|]+"
    r"|#\w+(?:[\s,]+#\w+)*|(?:lapor(?:kan)?|report)(?: (?:berita|artikel|ini))*|dengarkan(?: artikel| berita)?"
    r"|listen to this article",
    re.IGNORECASE,
)
COUNTERS = re.compile(
    r"(?:(?:berita|artikel|tulisan|konten|posting(?:an)?) ini (?:telah |sudah )?)?(?P<what>di(?:baca|lihat)"
    r"|post views|hits?|views?|viewed)?\s*[:：]?\s*"
    r"[\d.,]+\s*[kmrb]*\s*(?:x|kali)?\s*(?P<unit>di(?:baca|lihat|bagikan|tonton)|views?|shares?|komentar|comments?"
    r"|likes?|pembaca|tayangan|hits?"
    r"|min(?:ute)?s? read|menit (?:baca|membaca)|menit (?:waktu )?(?:baca|membaca))?"
    # A longer figure alone on its line is a statistic.
    r"(?(what)|(?(unit)|(?!)))\s*",
    re.IGNORECASE,
)
FIGURES = re.compile(r"\d{1,3}|[\d.,]+\s*[km]", re.IGNORECASE)
LINKS = re.compile(
    r"(?:baca|simak|lihat|tonton|saksikan|cek|read|see|watch)\s+(?:juga|pula|selengkapnya|video|also"
    r"|more)\b\s*(?P<colon>[:：\-–—>»]*)\s*(?P<rest>\S.*)",
    re.IGNORECASE,
)
BARE_LINKS = re.compile(r"(?:baca|also read|related)\s*(?P<colon>[:：])\s*(?P<rest>\S.*)", re.IGNORECASE)
BYLINES = re.compile(
    r"[-–—|]?\s*(?:pewarta|editor|penulis|reporter|wartawan|(?:juru )?foto(?:grafer)?|kontributor|redaktur"
    r"|uploader|penyunting|penerjemah|laporan"
    r"|sumber foto|foto/?ilustrasi|ilustrasi|photo|caption|author|written by|edited by"
    r"|reported by)\s*[:：](?P<rest>.*)",
    re.IGNORECASE,
)
SIGNATURE = re.compile(r"(?i:by|oleh)\s*[:：]?\s+(?!(?i:karena|sebab))[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){0,3}\s*")
LABELS = re.compile(
    r"(?:(?P<doubtful>kategori|category|categories)|tags?|topik(?: terkait)?|kata kunci|related topics?|share|bagikan"
    r"|sebarkan)(?:\s+\w+){0,2}\s*[:：]\s*(?P<rest>\S.*)",
    re.IGNORECASE,
)
FOLLOW = re.compile(
    r"(?:ikuti|follow|dapatkan|gabung|bergabung|join|yuk|ayo|nikmati|cek|jangan lewatkan|simak|baca|download"
    r"|unduh|subscribe|get|update)\b.*?"
    r"(?:google news|(?:saluran|kanal|channel|grup)\s+(?:whatsapp|wa|telegram|youtube)|(?:whatsapp|wa|telegram"
    r"|youtube)\s+(?:channel|group)"
    r"|(?:berita|informasi|kabar|artikel)\s+(?:\w+\s+){0,3}?(?:terbaru|terkini|pilihan|terupdate|lainnya"
    r"|menarik)\s+(?:\w+\s+){0,3}?(?:di|dari|hanya)\s"
    r"|update (?:berita|informasi)|breaking news|latest news|newsletter)",
    re.IGNORECASE,
)
REPUBLISHED = re.compile(
    r"(?:artikel|berita|konten) ini (?:telah|sudah|pernah) (?:tayang|terbit|dimuat|diterbitkan) (?:di|oleh)\b.*",
    re.IGNORECASE,
)
BAN = re.compile(
    r"dilarang (?:keras )?(?:mengambil|mengutip|menyalin|memperbanyak|melakukan)\b.*(?:izin|situs)", re.IGNORECASE
)
TRAIL = re.compile(r"(?:home|beranda)\s*[>/»›|].*", re.IGNORECASE)
REACTIONS = frozenset(
    {
        "like",
        "dislike",
        "love",
        "funny",
        "angry",
        "sad",
        "wow",
        "suka",
        "sedih",
        "marah",
        "lucu",
        "haha",
        "happy",
        "kaget",
    }
)
BRACKETED_LINK = re.compile(
    r"\s*\[Gambas:[^\[\]]{0,80}\]|\s*[(\[](?:baca(?: juga)?|simak(?: juga)?|lihat(?: juga)?|"
    r"read also)\s*[:：][^()\[\]]{3,160}[)\]]",
    re.IGNORECASE,
)
PRICE = re.compile(r"\bRp\.?\s*\d", re.IGNORECASE)
# "(***)", "(ant/red)" or "(Adpim)" after the last full stop: who filed the report, not part of it.
END_MARK = re.compile(r"(?<=[.!?”\"])\s*\((?:\*+|[A-Za-z*]{1,16}(?:/[A-Za-z*]{1,16}){0,3})\)\s*$|(?<=[.!?”\"])\s*\\+$")
