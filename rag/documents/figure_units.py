"""The unit that a caption or the name of a column gives its figures.

A unit is told by what it is, not by the word before it: "Satuan Polisi Pamong Praja" and "schools in Lampung Tengah"
name no unit, "satuan: ton" and "in thousand tonnes" do.
"""

import re

from rag.language.numerals import MAGNITUDES
from rag.language.patterns import any_of
from rag.language.units import COUNTED, MEASURES, MONEY, SHARE, TIME

_MAGNITUDE = any_of([*MAGNITUDES, "ribuan", "jutaan", "thousands", "millions", "billions"])
_MEASURE = any_of([*MEASURES, *MONEY, *SHARE, "rp", "kwh", "km2", "km²", "m2", "m²", "m3", "m³"])
_THING = any_of([*COUNTED, *TIME, "batang"])
_PER = r"(?:\s?(?:per|/)\s?[^\W\d_]+[²³23]?)?"
_SIZED = rf"(?:{_MAGNITUDE}(?:(?: of)? [^\W\d_]+)?|{_MEASURE}){_PER}(?!\w)"
_TOLD_BY = r"(?:dalam|in|satuan|unit)\s*:?\s*"
_UNIT = re.compile(
    rf"\b{_TOLD_BY}(?P<sized>{_SIZED})"
    # "Jalan dalam desa" and "jumlah unit rumah" count no villages and no houses.
    rf"|(?:^|[,(])\s*{_TOLD_BY}(?P<things>{_THING}{_PER})\s*(?:$|[).,;])"
    # Units are written small: "Satuan: Dinas Kesehatan" is an office.
    r"|\bsatuan\s*:\s*(?P<other>(?-i:[a-z²³/ ]{1,30}?))\s*(?:$|[).,;])"
    rf"|\(\s*(?P<alone>(?:{_MAGNITUDE} ?)?(?:{_MEASURE}|{_THING}|{_MAGNITUDE}){_PER})\s*\)",
    re.IGNORECASE,
)


def unit_of(text: str) -> str:
    """The unit that a caption or a name of a column gives its figures: "juta rupiah", "%"; "" without one."""
    found = _UNIT.search(text)
    return "" if found is None else " ".join((found[found.lastgroup or 0]).split())
