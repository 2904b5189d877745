"""Questions as people type them on a phone, made from standard ones by rule."""

import re

# One short form for each word that chats shorten; chosen by hand, apart from the table of `rag.language.spelling`.
SHORT_FORMS = {
    "apakah": "apkh",
    "atau": "ato",
    "bagaimana": "gmn",
    "berapa": "brp",
    "berapakah": "brp",
    "bisa": "bs",
    "bulan": "bln",
    "dalam": "dlm",
    "dapat": "dpt",
    "dari": "dr",
    "dengan": "dgn",
    "di mana": "dmn",
    "dimana": "dmn",
    "dimanakah": "dmn",
    "jumlah": "jml",
    "kabupaten": "kab",
    "kapan": "kpn",
    "kapankah": "kpn",
    "karena": "krn",
    "kenapa": "knp",
    "mengapa": "knp",
    "orang": "org",
    "pada": "pd",
    "pertama": "prtama",
    "provinsi": "prov",
    "sebelum": "sblm",
    "seperti": "sprti",
    "setelah": "stlh",
    "siapa": "sp",
    "siapakah": "sp",
    "sudah": "udh",
    "tahun": "thn",
    "tanggal": "tgl",
    "tempat": "tmpt",
    "tentang": "ttg",
    "terhadap": "thd",
    "tidak": "ga",
    "untuk": "utk",
    "yang": "yg",
}
_STANDARD = re.compile(rf"\b(?:{'|'.join(sorted(SHORT_FORMS, key=len, reverse=True))})\b", re.IGNORECASE)


def in_everyday_spelling(question: str) -> str:
    """In small letters, shortened wherever a rule fits, without the question mark."""
    return _STANDARD.sub(lambda match: SHORT_FORMS[match[0].lower()], question).lower().rstrip(" ?")
