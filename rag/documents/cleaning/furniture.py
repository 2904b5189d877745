"""What surrounds an article on a web page: links, buttons, counters, notices; judged by whole lines only."""

import re
from collections.abc import Sequence
from enum import StrEnum

from rag.documents.cleaning.metadata import is_copyright, publication_date
from rag.language.text import is_list_item


class Part(StrEnum):
    """What a line of a page is."""

    STORY = "story"
    FURNITURE = "furniture"
    NAME_FOLLOWS = "name follows"  # "Editor:" with the name on the next line
    LIST_FOLLOWS = "list follows"  # "Berita Terkait" with links below it
    FIGURE = "figure"  # "388": counts shares only right below their buttons
    REACTION = "reaction"  # "like", "sad": only a run of them is a widget


_PROSE_WORDS = 10
_LINK_WORDS = 25
_HEADLINE_WORDS = 8
_END = re.compile(r"[.!?…][\"”'’)\]]*$")
_STOP = re.compile(r"\.[\"”'’)\]]*$")

_LIST_TITLES = re.compile(
    r"(?:(?:berita|artikel|kabar|konten|info|informasi|baca|topik|tulisan|pos|postingan|video|foto|bacaan)\s+"
    r"(?:terkait|terbaru|terpopuler|populer|lainnya|lain|juga|pilihan|serupa|sebelumnya|selanjutnya|rekomendasi"
    r"|utama|terkini)"
    r"(?:\s+(?:lainnya|lain|untuk anda))?|terpopuler|terkini|terbaru|populer|trending(?: now)?"
    r"|paling (?:banyak )?(?:dibaca|populer)"
    r"|rekomendasi(?: untuk anda| berita)?|jangan lewatkan|lihat (?:juga|lainnya)|simak (?:juga|pula)"
    r"|pilihan (?:editor|redaksi)"
    r"|related (?:posts?|news|articles?|stories)|(?:more|latest|popular|recent|top) (?:news|posts?|stories"
    r"|articles)|most (?:read|popular)"
    r"|you (?:may|might) (?:also )?like|read (?:also|more)|see also|recommended(?: for you)?|also read|up next"
    r"|tags?|topik|label|kata kunci|tag terkait|komentar|comments?|headline|arsip|archives?|categories"
    r"|kategori)\s*[:：]?",
    re.IGNORECASE,
)
_BUTTONS = re.compile(
    r"(?:\W|\b(?:facebook|fb|twitter|x|whatsapp|wa|telegram|line|copy|copied|instagram|ig|tiktok|youtube"
    r"|linkedin|pinterest|threads"
    r"|e-?mail|print|cetak|share|shares|shared|tweet|icon|ikon|link|url|tautan|salin|bagikan|sebarkan|kirim|pin"
    r"|save|simpan|messenger"
    r"|reddit|ke|on|to|via|this|ini|berita|artikel|google|news|on|di|twit|flipboard|bluesky)\b)+",
    re.IGNORECASE,
)
# Buttons whose markup parted them leave one word in the text: "FacebookTwitterWhatsApp".
_RUN_TOGETHER = re.compile(
    r"(?:facebook|twitter|whatsapp|telegram|instagram|linkedin|pinterest|tiktok|youtube|email|share|bagikan|\W)+"
    r"|(?:like|dislike|love|funny|angry|sad|wow|suka|sedih|marah|lucu|haha|happy){3,}",
    re.IGNORECASE,
)
_WHOLE_LINES = re.compile(
    r"avatar(?: photo)?|[-–—|]?\s*(?:penulis|editor|reporter|redaksi|admin|author)|uncategorized"
    r"|menu(?: utama)?|home|beranda|search|cari"
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
_COUNTERS = re.compile(
    r"(?:(?:berita|artikel|tulisan|konten|posting(?:an)?) ini (?:telah |sudah )?)?(?P<what>di(?:baca|lihat)"
    r"|post views|hits?|views?|viewed)?\s*[:：]?\s*"
    r"[\d.,]+\s*[kmrb]*\s*(?:x|kali)?\s*(?P<unit>di(?:baca|lihat|bagikan|tonton)|views?|shares?|komentar|comments?"
    r"|likes?|pembaca|tayangan|hits?"
    r"|min(?:ute)?s? read|menit (?:baca|membaca)|menit (?:waktu )?(?:baca|membaca))?"
    # A longer figure alone on its line is a statistic.
    r"(?(what)|(?(unit)|(?!)))\s*|[\d.,]+\s*[km]",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d{1,3}")
_PRICE = re.compile(r"\bRp\.?\s?\d")
_MOST = 1 / 3  # of the words of a page that one list of links may take along
_LINKS = re.compile(
    r"(?:baca|simak|lihat|tonton|saksikan|cek|read|see|watch)\s+(?:juga|pula|selengkapnya|video|also"
    r"|more)\b\s*(?P<colon>[:：\-–—>»]*)\s*(?P<rest>\S.*)",
    re.IGNORECASE,
)
_BARE_LINKS = re.compile(r"(?:baca|also read|related)\s*(?P<colon>[:：])\s*(?P<rest>\S.*)", re.IGNORECASE)
_BYLINES = re.compile(
    r"[-–—|]?\s*(?:pewarta|editor|penulis|reporter|wartawan|(?:juru )?foto(?:grafer)?|kontributor|redaktur"
    r"|uploader|penyunting|penerjemah|laporan"
    r"|sumber foto|foto/?ilustrasi|ilustrasi|photo|caption|author|written by|edited by"
    r"|reported by)\s*[:：](?P<rest>.*)",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(r"(?i:by|oleh)\s*[:：]?\s+(?!(?i:karena|sebab))[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){0,3}\s*")
_LABELS = re.compile(
    r"(?:tags?|topik(?: terkait)?|kata kunci|kategori|category|categories|related topics?|share|bagikan"
    r"|sebarkan)(?:\s+\w+){0,2}\s*[:：]\s*(?P<rest>\S.*)",
    re.IGNORECASE,
)
_FOLLOW = re.compile(
    r"(?:ikuti|follow|dapatkan|gabung|bergabung|join|yuk|ayo|nikmati|cek|jangan lewatkan|simak|baca|download"
    r"|unduh|subscribe|get|update)\b.*?"
    r"(?:google news|(?:saluran|kanal|channel|grup)\s+(?:whatsapp|wa|telegram|youtube)|(?:whatsapp|wa|telegram"
    r"|youtube)\s+(?:channel|group)"
    r"|(?:berita|informasi|kabar|artikel)\s+(?:\w+\s+){0,3}?(?:terbaru|terkini|pilihan|terupdate|lainnya"
    r"|menarik)\s+(?:\w+\s+){0,3}?(?:di|dari|hanya)\s"
    r"|update (?:berita|informasi)|breaking news|latest news|newsletter)",
    re.IGNORECASE,
)
_REPUBLISHED = re.compile(
    r"(?:artikel|berita|konten) ini (?:telah|sudah|pernah) (?:tayang|terbit|dimuat|diterbitkan) (?:di|oleh)\b.*",
    re.IGNORECASE,
)
_BAN = re.compile(
    r"dilarang (?:keras )?(?:mengambil|mengutip|menyalin|memperbanyak|melakukan)\b.*(?:izin|situs)", re.IGNORECASE
)
_TRAIL = re.compile(r"(?:home|beranda)\s*[>/»›|].*", re.IGNORECASE)
_REACTIONS = frozenset(
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
_BRACKETED_LINK = re.compile(
    r"\s*\[Gambas:[^\[\]]{0,80}\]|\s*[(\[](?:baca(?: juga)?|simak(?: juga)?|lihat(?: juga)?|"
    r"read also)\s*[:：][^()\[\]]{3,160}[)\]]",
    re.IGNORECASE,
)
# "(***)", "(ant/red)" or "(Adpim)" after the last full stop: who filed the report, not part of it.
_END_MARK = re.compile(r"(?<=[.!?”\"])\s*\((?:\*+|[A-Za-z*]{1,16}(?:/[A-Za-z*]{1,16}){0,3})\)\s*$|(?<=[.!?”\"])\s*\\+$")


def without_marks(line: str) -> str:
    """The line without bracketed links and the mark that ends a report."""
    return _END_MARK.sub("", _BRACKETED_LINK.sub("", line)).rstrip()


def is_prose(line: str) -> bool:
    """Whether a line is a sentence of some length, as articles have and link lists do not."""
    return len(line.split()) >= _PROSE_WORDS and _STOP.search(line) is not None and publication_date(line) is None


def classify(line: str) -> Part:
    """What one line is, without regard to its neighbours."""
    if line.lower() in _REACTIONS:
        return Part.REACTION
    if _LIST_TITLES.fullmatch(line):
        return Part.LIST_FOLLOWS
    if _FIGURE.fullmatch(line):
        return Part.FIGURE
    byline = _BYLINES.fullmatch(line)
    if byline and not byline["rest"].strip():
        return Part.NAME_FOLLOWS
    if byline and len(line.split()) <= 15 and not is_prose(line):
        return Part.FURNITURE
    return Part.FURNITURE if _is_furniture(line) else Part.STORY


def may_be_link(line: str) -> bool:
    """Whether a line of plain text can be a headline that leads elsewhere: no sentence, list item or price."""
    said = is_list_item(line) or (_PRICE.search(line) is not None and not _is_headline(line))
    return not said and (_STOP.search(line) is None or publication_date(line) is not None)


def strip(lines: Sequence[str], links: Sequence[bool] | None = None) -> list[bool]:
    """Whether each line belongs to the story; `links`: which may be links, judged by their words if not given."""
    parts = [classify(line) for line in lines]
    keep = [part in (Part.STORY, Part.FIGURE) for part in parts]
    for index, part in enumerate(parts):
        if part is Part.REACTION:
            keep[index] = not _in_run(parts, index)
        elif part is Part.FIGURE:
            keep[index] = not _counts(lines, parts, index)
        elif part is Part.NAME_FOLLOWS and index + 1 < len(lines) and _is_name(lines[index + 1]):
            keep[index + 1] = False
    may_go = [
        part is not Part.STORY or linked
        for part, linked in zip(parts, map(may_be_link, lines) if links is None else links, strict=True)
    ]
    for index, part in enumerate(parts):
        if part is Part.LIST_FOLLOWS:
            _drop_list(lines, keep, may_go, index)
    return keep


def _is_headline(line: str) -> bool:
    """Whether a line is as long as headlines are, most of its words capitalised."""
    tokens = line.split()
    return len(tokens) >= _HEADLINE_WORDS and sum(token[0].isupper() for token in tokens) >= 0.6 * len(tokens)


def _is_said(line: str) -> bool:
    """List items and prices say something themselves."""
    return is_list_item(line) or _PRICE.search(line) is not None


def _is_furniture(line: str) -> bool:
    if any(
        pattern.fullmatch(line) for pattern in (_BUTTONS, _RUN_TOGETHER, _WHOLE_LINES, _COUNTERS, _TRAIL, _SIGNATURE)
    ):
        return True
    if is_copyright(line) or _BAN.match(line) or _REPUBLISHED.fullmatch(line):
        return True
    if _FOLLOW.match(line) and len(line.split()) <= 40:
        return True
    link = _LINKS.fullmatch(line) or _BARE_LINKS.fullmatch(line)
    if link:
        return _is_link(link["rest"], bool(link["colon"]))
    label = _LABELS.fullmatch(line)
    return label is not None and _is_link(label["rest"], True)


def _is_link(rest: str, colon: bool) -> bool:
    """Without a colon only a headline counts, most of its words capitalised and no full stop."""
    tokens = rest.split()
    if len(tokens) > _LINK_WORDS or _STOP.search(rest) or _is_said(rest):
        return False
    return colon or sum(token.lstrip("\"“'‘(")[:1].isupper() for token in tokens) >= max(2, 0.6 * len(tokens))


def _is_name(line: str) -> bool:
    return len(line.split()) <= 4 and not _END.search(line) and all(word[0].isupper() for word in line.split())


def _in_run(parts: Sequence[Part], index: int) -> bool:
    first = last = index
    while first and parts[first - 1] is Part.REACTION:
        first -= 1
    while last + 1 < len(parts) and parts[last + 1] is Part.REACTION:
        last += 1
    return last - first >= 2


def _counts(lines: Sequence[str], parts: Sequence[Part], index: int) -> bool:
    """Whether a figure stands right below a button or the date of the page, as counts of readers do."""
    if index == 0:
        return False
    return parts[index - 1] is Part.FURNITURE or publication_date(lines[index - 1]) is not None


def _drop_list(lines: Sequence[str], keep: list[bool], may_go: Sequence[bool], index: int) -> None:
    """The title of a list goes with the links right below it, unless they are much of the page; else it stays."""
    end = index + 1
    while end < len(lines) and may_go[end]:
        end += 1
    share = sum(len(line.split()) for line in lines[index:end]) / max(1, sum(len(line.split()) for line in lines))
    if not any(map(is_prose, lines[:index])) or share > _MOST:
        end = index + 1
    elif end > index + 1:
        keep[index:end] = [False] * (end - index)
    keep[index] = end == index + 1 and end < len(lines)
