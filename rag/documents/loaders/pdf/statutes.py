"""What the text of a law says about itself: its name and the day it was published."""

import re
from collections.abc import Sequence
from datetime import date

from rag.documents.blocks import Block
from rag.documents.divisions import division_of
from rag.language.dates import parse_date

_HEAD_OF_LAW = re.compile(
    r"(?:UNDANG ?- ?UNDANG|PERATURAN|KEPUTUSAN|INSTRUKSI|SURAT EDARAN|QANUN|MAKLUMAT|NOTA KESEPAHAMAN)\b.{10,400}?"
    r"(?=\s*(?:DENGAN RAHMAT|(?i:PRESIDEN REP)|GUBERNUR [A-Z]+,|(?:BUPATI|WALI ?KOTA|MENTERI) [A-Z ]+,|Menimbang|$))"
)
_PROMULGATED = re.compile(r"(?i:diundangkan\s+di\s+\w+\s*[,]?\s+pada\s+tanggal)\s+(\d{1,2}\s+\w+\s+\d{4})")
_TITLE_WORDS = 40


def title_of(blocks: Sequence[Block]) -> str | None:
    """The name of a law as it stands at its head, or the first heading of the first page."""
    written = [block for block in blocks if block.kind is None and block.table is None]
    opening = " ".join(block.text.replace("\f", " ") for block in written[:12])
    law = _HEAD_OF_LAW.search(opening)
    if law and "TENTANG" in law[0] and not law[0].endswith("TENTANG"):
        return " ".join(law[0].split()).rstrip(" ,")
    first = next((block for block in written[:6] if block.level and not division_of(block.text)), None)
    if first is not None and len(first.text.split()) <= _TITLE_WORDS and not _has_namesakes(first, written):
        return first.text.replace("\f", " ")
    return None


def _has_namesakes(first: Block, blocks: Sequence[Block]) -> bool:
    """Whether a heading is one of several called alike, "Desa Bernung" and "Desa Sukaraja": it names a part only."""
    names = [block.text.split() for block in blocks if block is not first and block.level == first.level]
    own = first.text.split()
    return len(own) > 1 and any(len(name) > 1 and name[0] == own[0] for name in names)


def promulgated(blocks: Sequence[Block]) -> date | None:
    """The day a law was published in the gazette; the day it was signed is another."""
    match = _PROMULGATED.search(" ".join(" ".join(block.text for block in blocks).split()))
    return parse_date(match[1]) if match else None
