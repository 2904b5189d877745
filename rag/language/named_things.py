"""What the words of names are called in the other language: kinds of places and bodies, directions, peoples."""

from collections.abc import Mapping
from functools import cache

from babel import Locale

from rag.language.calendar_names import month_numbers
from rag.types import Language

# Indonesian words, a slash, the English ones; those that names are made of beside what is their own.
_KINDS = """
teluk/bay gulf; danau/lake; lembah/valley; sungai kali way/river; gunung/mount mountain; bukit/hill;
pulau/island isle; kepulauan/islands archipelago; tanjung/cape; selat/strait; pantai/beach coast; laut/sea;
pelabuhan/port harbour harbor; bandara/airport; stasiun/station; terminal/terminal; pasar/market; jembatan/bridge;
jalan jl/street road; alun-alun/square; taman/park garden; hutan/forest; bendungan waduk/dam reservoir; klinik/clinic;
rumah sakit rs rsud/hospital; puskesmas/health centre center; universitas/university; institut/institute;
politeknik/polytechnic; akademi/academy; sekolah sd smp sma smk/school; pesantren/boarding; masjid/mosque;
gereja/church; museum/museum; perpustakaan/library; balai/hall office; gedung/building; yayasan/foundation;
koperasi/cooperative; bank/bank; asosiasi ikatan persatuan/association union; komisi/commission; dewan/council board;
forum/forum; festival/festival; piala/cup; liga/league; desa kelurahan nagari kampung pekon/village;
kecamatan distrik/district; kabupaten/regency; kota/city town; provinsi/province; kementerian/ministry;
badan/agency board; dinas/office service agency; pasal/article; ayat/paragraph; bab/chapter; undang-undang uu/law act;
peraturan/regulation; utara/north northern; selatan/south southern; timur/east eastern; barat/west western;
tengah/central middle; tenggara/southeast; raya besar agung/great greater; baru/new; lama tua/old; hulu/upper;
hilir/lower; dalam/inner; luar/outer; jawa/java; sumatra sumatera/sumatra
"""


@cache
def names_of_kinds() -> Mapping[str, frozenset[str]]:
    """For each lower-case word of `_KINDS` those of the other language that may stand for it."""
    found: dict[str, frozenset[str]] = {}
    for entry in _KINDS.replace("\n", " ").split(";"):
        indonesian, english = (frozenset(side.split()) for side in entry.split("/"))
        for ours, others in ((indonesian, english), (english, indonesian)):
            for word in ours:
                found[word] = found.get(word, frozenset()) | others
    return found


@cache
def peoples() -> Mapping[str, frozenset[str]]:
    """What a people and its language are called, "dutch" and "belanda", in lower case: from Unicode CLDR."""
    english, indonesian = (
        Locale.parse(language.value).languages for language in (Language.ENGLISH, Language.INDONESIAN)
    )
    found: dict[str, frozenset[str]] = {}
    for code in english.keys() & indonesian.keys():
        if len(code) == 2:
            both = frozenset((english[code].lower(), indonesian[code].lower()))
            for name in both:
                found[name] = found.get(name, frozenset()) | both
    return found


def may_be_called(word: str) -> frozenset[str]:
    """The lower-case words that may stand for a lower-case word of a name, itself among them."""
    number = month_numbers().get(word)
    months = frozenset(name for name, other in month_numbers().items() if other == number) if number else frozenset()
    return frozenset((word,)) | names_of_kinds().get(word, frozenset()) | peoples().get(word, frozenset()) | months
