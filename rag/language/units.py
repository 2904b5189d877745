"""The units in which time, money, sizes and people are told, in Indonesian and English."""

from collections.abc import Mapping
from decimal import Decimal

from rag.language.patterns import any_of


def _by_word(forms: Mapping[str, str]) -> dict[str, str]:
    return {word: unit for unit, listing in forms.items() for word in listing.split("|")}


# Every table gives the name of a unit for each word, in lower case, that stands for it.
TIME = _by_word(
    {
        "second": "detik|second|seconds",
        "minute": "menit|minute|minutes",
        "hour": "jam|hour|hours",
        "day": "hari|day|days",
        "week": "minggu|pekan|week|weeks",
        "month": "bulan|bln|month|months",
        "year": "tahun|thn|year|years",
        "decade": "dekade|decade|decades",
        "century": "abad|century|centuries",
    }
)
SHARE = _by_word({"%": "%|persen|percent|per cent|per-cent"})
MEASURES = _by_word(
    {
        "ton": "ton|tons|tonnes",
        "ha": "hektare|hektar|hectare|hectares|ha",
        "km": "km|kilometer|kilometre|kilometres|kilometers",
        "m": "meter|metre|metres|meters",
        "kg": "kg|kilogram|kilograms",
        "cm": "cm|centimeter|centimetre|centimetres|centimeters",
        "mm": "mm|millimeter|millimetre|millimetres|millimeters",
        "g": "gram|grams",
        "quintal": "kuintal|quintal|quintals",
        "l": "liter|litre|litres|liters",
    }
)
MONEY = _by_word({"idr": "rupiah", "usd": "dolar|dollar|dollars", "myr": "ringgit"})
CURRENCY_MARKS = _by_word({"idr": "rp|idr", "usd": "us$|usd|$", "myr": "rm|myr"})
"""Before an amount: "Rp2.000"."""
COUNTERS = frozenset("orang jiwa unit buah ekor kali kasus keluarga kk paket peserta desa people persons units".split())
"""What stands between a figure and what it counts, or in place of that: "4.584 orang pekerja"."""
COUNTED = COUNTERS | frozenset("warga siswa alumni pekerja rumah workers students".split())
"""What figures count."""


CONVERTED = {
    unit: (smallest, Decimal(times))
    for smallest, units in {
        "second": {"minute": "60", "hour": "3600", "day": "86400", "week": "604800"},
        "month": {"year": "12", "decade": "120", "century": "1200"},
        "g": {"kg": "1000", "quintal": "100000", "ton": "1000000"},
        "mm": {"cm": "10", "m": "1000", "km": "1000000"},
    }.items()
    for unit, times in units.items()
}
"""Units of a kind by its smallest, and how many of that each is."""

ANY_TIME = any_of(TIME)
