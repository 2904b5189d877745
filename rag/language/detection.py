"""Telling Indonesian from English, in short everyday questions too, and both from languages we do not answer in."""

import re
import unicodedata
from collections.abc import Iterable

from rag.language import function_words as fw
from rag.language.text import words
from rag.types import Language


def _vocabulary(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


_INDONESIAN = (
    fw.LIGHT_ID
    | fw.ASKING_ID
    | fw.SP
    | fw.THIRD_PERSON_ID
    | fw.SPEAKERS_ID
    | fw.RELATING_ID
    | fw.MODALS_ID
    | fw.DENIALS_ID
    | fw.REQUESTS_ID
    | _vocabulary(
        """dan tdk tak boleh harus atau serta supaya karena krn karna jika kalau kalo klo bila ketika saat
        setelah sebelum hingga sampai antara seperti gue gw gak ga nggak ngga enggak lagi lg masih msh lebih
        paling sangat sekali semua seluruh setiap tiap banyak beberapa sejak lalu lama jumlah tahun bulan hari
        tanggal nama negara kota kabupaten provinsi orang anak rakyat pemerintah gubernur bupati syarat cara
        ikut daftar jam biaya gratis alamat nomor minta terima kasih pakai pake dapet dpt blm hrs sm sama jd
        jadi thn bln tgl pemprov dinas warga desa kerja pertama kedua terakhir terbesar tertinggi besar kecil
        baru punya tempat satu dua tiga empat lima enam tujuh delapan sembilan sepuluh kali tujuan arti maksud
        pernah hanya namun tetapi tapi luas letak lokasi dekat selain bahasa kenal disebut termasuk asal halo
        hai permisi selamat pagi siang malam info"""
    )
)
_ENGLISH = (
    fw.ENGLISH
    | fw.REQUESTS_EN
    | _vocabulary(
        """year years month day date name city country people government province governor number thanks first last
    largest new signed work workers cost time long old according happened called made used known fee fees price prices
    wage wages salary law office address phone village ticket tickets age today near behind latest two three food"""
    )
)
# "No telp kelurahan": the number of it, where an English "no" would deny.
_NUMBERED = _vocabulary("telp tlp telpon telepon hp wa whatsapp rek rekening surat sk ktp kk nik npwp antrean antrian")
# Titles of English works stand in Indonesian questions, never the other way round: the asking word decides.
_ASKING = fw.ASKING_ID | fw.REQUESTS_ID | {"dimanapun"}
_ENGLISH_ASKING = fw.ASKING_EN | _vocabulary("what's does did is are was were can")
# "di", "is", "a" and the like are words elsewhere too; these speak louder.
_STRONG = _vocabulary(
    """the of and is are was were what who when where why how which does did yang dengan untuk adalah yg utk dgn
"""
)
_ENGLISH_ENDINGS = (
    "tion",
    "tions",
    "tional",
    "ing",
    "ment",
    "ness",
    "ship",
    "ity",
    "ies",
    "ous",
    "ful",
    "ally",
    "ed",
    "ly",
    "ism",
)
_INDONESIAN_ENDINGS = ("nya", "kah", "kan", "lah")
_INDONESIAN_STARTS = (
    "meng",
    "meny",
    "mem",
    "men",
    "peng",
    "peny",
    "pem",
    "ber",
    "ter",
    "diper",
    "keber",
    "kese",
    "per",
)

_OTHERS: tuple[frozenset[str], ...] = tuple(
    _vocabulary(group)
    for group in (
        # Spanish, Portuguese, French, Italian, German, Dutch, Turkish, Vietnamese, Tagalog, Polish, Swedish
        """el los las una unos del que qué quién cuál cuándo dónde cómo por para con es son está están fue como pero
        más porque cuántos cuánto su al en y la de un hay ser sobre entre""",
        """os uma umas dos das do da em que quem qual quando onde como por para com é são foi mais mas não porque
        quantos seu sua ao na no o e um sobre entre""",
        """le les des une du que qui quel quelle quand où comment pourquoi pour avec est sont était dans sur mais
        plus pas ne combien son sa ses au aux et la de un en il elle nous vous c'est qu'est""",
        """il lo gli una degli delle della che chi quale quando dove come perché per con è sono era nel nella più ma
        non quanti quanto suo sua di e la un del sul""",
        """der die das den dem des ein eine einen einer und ist sind war wer wann wo wie warum für mit nicht auch
        auf aus bei nach von zu im am es sich wird welche welcher viele haben hat""",
        """het een van en is zijn was wat wie wanneer waar hoe waarom voor met niet ook op uit bij naar te dat deze
        welke veel hebben heeft wordt de""",
        """ve bir bu ne kim nerede nasıl neden için ile değil daha çok kaç mı mi olarak kim olan hangi zaman kadar""",
        """và của là các những một được trong không có cho với này người ở đã ai gì khi nào đâu bao nhiêu tại""",
        """ang ng mga sa ay na ano sino kailan saan paano bakit para hindi ito siya sila namin kami po""",
        """jest nie się na do że kto gdzie kiedy jak dlaczego ile dla od przez są był była oraz który co""",
        """och att det som är en ett på för med inte vem vad när var hur varför av till den de har""",
    )
)
_OTHER_MARKS = re.compile(r"[¿¡]|[^\W\d_]*[ñßãõşğıłąęșțđơưőűåøæżźśćčřž][^\W\d_]*")
# At the end a letter numbers ("SIM A", "tahap I"): an article or a subject would go on.
_NUMBERING = _vocabulary("a i")
_SURE = 0.34  # share of an unbroken text that must be function words of the other language


def detect(text: str) -> Language:
    """Indonesian or English, whichever the words speak for; Indonesian when nothing tells."""
    return told(text) or Language.INDONESIAN


def told(text: str) -> Language | None:
    """The language that the words speak for; None where they speak for neither, as names do."""
    tokens = words(text)
    tokens = tokens[:-1] if tokens[-1:] and tokens[-1] in _NUMBERING else tokens
    indonesian = 5.0 * any(word in _ASKING for word in tokens)
    english = 3.0 * any(word in _ENGLISH_ASKING for word in tokens[:1])
    for word, following in zip(tokens, (*tokens[1:], ""), strict=False):
        weight = 2.0 if word in _STRONG else 1.0
        numbers = word == "no" and following in _NUMBERED
        indonesian += weight * (word in _INDONESIAN or numbers) or _resembles_indonesian(word)
        english += weight * (word in _ENGLISH and not numbers) or _resembles_english(word)
    if english == indonesian:
        return None
    return Language.ENGLISH if english > indonesian else Language.INDONESIAN


def foreign(text: str) -> bool:
    """Whether the text is clearly neither Indonesian or Malay nor English; False when in doubt."""
    letters = [character for character in text if character.isalpha()]
    if len(letters) >= 2 and sum(map(_is_latin, letters)) < len(letters) / 2:
        return True
    tokens = words(text)
    ours = max(_count(tokens, _INDONESIAN), _count(tokens, _ENGLISH))
    marks = len(_OTHER_MARKS.findall(text.lower()))
    theirs = max(_count(tokens, language) for language in _OTHERS) + marks
    return theirs >= 2 and len(tokens) >= 4 and theirs > 2 * ours and theirs >= _SURE * len(tokens)


def _count(tokens: Iterable[str], vocabulary: frozenset[str]) -> int:
    return sum(token in vocabulary for token in tokens)


def _is_latin(character: str) -> bool:
    return unicodedata.name(character, "").startswith(("LATIN", "FULLWIDTH LATIN", "MATHEMATICAL"))


def _resembles_indonesian(word: str) -> float:
    if len(word) < 6:
        return 0.0
    return 0.5 * (word.endswith(_INDONESIAN_ENDINGS) or word.startswith(_INDONESIAN_STARTS))


def _resembles_english(word: str) -> float:
    if word.endswith(("'s", "’s")):
        return 1.0
    return 0.4 if len(word) > 5 and word.endswith(_ENGLISH_ENDINGS) else 0.0
