"""Words of a question that ask, join or oblige, and tell no row and no column of a table from another.

"Kalau telat harus bayar berapa?" is asked of a tariff whatever that is called; no table says "kalau". Nor does one lack
a row for a word that merely asks for what its cells are.
"""

import re
from collections.abc import Iterator

from rag.answering.extractive.cell_kinds import holds
from rag.answering.extractive.column_names import units_in
from rag.answering.extractive.row_words import TextOf
from rag.documents.table_heads import is_figure
from rag.language.function_words import HOW_MANY_ID, IF_ID, OBLIGING_ID, THEN
from rag.language.numerals import MAGNITUDES
from rag.language.patterns import any_of
from rag.language.question_kinds import AnswerType
from rag.language.stems import stem, terms
from rag.language.units import MEASURES, MONEY, TIME
from rag.types import Table

PLAIN = frozenset(map(stem, IF_ID | OBLIGING_ID | THEN)) | frozenset(
    terms("jika bila apabila mau ingin setelah sesudah habis usai wajib boleh diperbolehkan")
)
"""Index terms of those that say nothing of what any table is about."""
_OF_KIND = {
    AnswerType.MONEY: frozenset(terms("bayar biaya ongkos tarif harga pay cost price charge")),
    AnswerType.TIME: frozenset(terms("jam pukul waktu time")),
}
_PAID = frozenset(terms("rp idr rupiah tarif biaya harga ongkos iuran retribusi fee fees price prices cost costs"))
_COUNTED = re.compile(
    rf"\b(?:{any_of(HOW_MANY_ID)}|how (?:many|much))(?P<units>(?: {any_of({*MAGNITUDES, *MEASURES, *MONEY})}\b)+)",
    re.IGNORECASE,
)
_SHARE = frozenset({"unit:%"})  # of a change beside figures in any unit
_FOR_ONE = {
    **{f"se{word}": unit for word, unit in TIME.items()},
    **{f"{unit}ly": unit for unit in ("hour", "week", "month", "year")},
    "daily": "day",
    "semalam": "day",  # a room is let by the night or by the day
}


def asked_by(kind: AnswerType | None, table: Table, around: frozenset[str], text_of: TextOf) -> frozenset[str]:
    """Index terms by which a kind of thing is asked for, where a table holds such things.

    `around`: index terms of what stands above it, which may say of all figures that they are money.
    """
    if kind is None or kind not in _OF_KIND:
        return frozenset()
    cells = [(text_of(cell), table.columns[cell.column]) for row in table.rows for cell in row]
    paid = kind is AnswerType.MONEY and bool(around & _PAID) and any(is_figure(text) for text, _ in cells)
    return _OF_KIND[kind] if paid or any(holds(text, column, kind) for text, column in cells) else frozenset()


def units_asked(text: str, table: Table) -> frozenset[str]:
    """Index terms of the units behind "berapa", of a table that gives none: "berapa ribu ton" of "thousand tonnes"."""
    found = _COUNTED.search(text)
    if found is None or any(units_in(column) - _SHARE for column in table.columns):
        return frozenset()
    return frozenset(terms(found["units"]))


def units_for_one(word: str) -> frozenset[str]:
    """Index terms of the unit of which a lower-case word says one: "sebulan" is asked of a column "Per bulan"."""
    return frozenset(_named(_FOR_ONE[word])) if word in _FOR_ONE else frozenset()


def _named(unit: str) -> Iterator[str]:
    said = [word for word, own in TIME.items() if own == unit]
    yield from map(stem, (*said, *(f"per{word}" for word in said)))  # "Perhari" is often written as one
    yield from (stem(word) for word, own in _FOR_ONE.items() if own == unit and not word.startswith("se"))
