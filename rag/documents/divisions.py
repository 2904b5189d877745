"""Divisions of laws, decisions and agreements: BAB, Bagian, Paragraf and Pasal (Chapter, Article); ayat, huruf, angka.

Whatever the format, a division that stands alone on its line is a heading, and what is numbered below it an item.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rag.documents.amendments import with_amendments
from rag.documents.blocks import PAGE_BREAK, Block
from rag.language.text import is_list_item
from rag.types import BlockKind

_ROMAN = r"[IVXLC]+"
_ORDINAL = r"(?:[Kk]e[\w-]+|[Pp]ertama)(?:\s+(?:[Bb]elas|[Pp]uluh(?:\s+\w+)?))?"
_NAME = r"(?P<name>[A-Z][^.;:!?]{1,120})"
_DASH = r"\s*[-–—:.]?\s+"
_CAPITALS = r"(?P<name>[^a-z.;]{3,120})"
# Level, the label itself, and whether a name in capitals only may follow it: "Pasal 5 Ayat" names nothing.
_DIVISIONS = (
    (rf"(?:BUKU|Buku)\s+(?:KE\w+|{_ROMAN})", 1, True),
    (r"(?:BAB|Bab)\s+(?:[IVXLC1l]+|\d{1,2})[A-Z]?", 2, True),
    (r"(?:M ?E ?M ?U ?T ?U ?S ?K ?A ?N|PENJELASAN|LAMPIRAN)\b[^a-z.;]{0,40}", 2, False),
    (r"(?:CHAPTER|Chapter)\s+(?:[IVXLC]+|\d{1,2})[A-Z]?", 2, True),
    (rf"(?:PASAL|Pasal|ARTICLE|Article)\s+{_ROMAN}", 2, False),
    (rf"(?:BAGIAN|Bagian)\s+{_ORDINAL}", 3, True),
    (r"(?:PARAGRAF|Paragraf)\s+(?:\d{1,3}|[Kk]e\w+)", 4, True),
    (r"(?:PASAL|Pas ?al)\s*[\dIlO](?: ?[\dIlO]){0,3}[A-Z]{0,2}", 5, False),
    (r"(?:ARTICLE|Article)\s+\d{1,3}[A-Z]{0,2}", 5, False),
)
_PATTERNS = tuple(
    (re.compile(rf"(?P<label>{label})(?:{_DASH}{_NAME if named else _CAPITALS})?"), level)
    for label, level, named in _DIVISIONS
)
_CONNECTIVES = frozenset(
    "dan atau di ke dari pada untuk bagi dalam yang tentang oleh serta dengan antara the of".split()
)
_MARKER = re.compile(
    r"(?P<marker>\(\d{1,3}[a-z]?\)|\((?:[a-z]|[ivx]{1,5})\)|\d{1,3}[.)]|[a-zA-Z][.)]|[ivx]{2,5}[.)]"
    r"|\d{1,2}(?:\.\d{1,2}){1,4}\.?(?=\s+(?!WI)[A-Z])|[-–—*•●▪◦‣·])\s+(?=\S)"
)
_CUT_OFF = re.compile(r"(?:\b(?:dalam|dengan|pada|dan|atau|oleh|dari|ke|ketentuan|maksud|serta|huruf|angka|ayat)|,)$")
_SAYS_ON = re.compile(r"(?:ayat\b|huruf\b|angka\b|[a-z,;])")
_MENTIONED = 3  # from this level on, sentences name divisions often: "sebagaimana dimaksud dalam Pasal 3"
_NAME_WORDS = 14
_APART = frozenset({BlockKind.RUNNING_HEAD, BlockKind.NOTE, BlockKind.IMAGE})


@dataclass(frozen=True, slots=True)
class Division:
    """The head of a division: "BAB II" with its name, if that stands on the same line."""

    level: int  # 1 Buku, 2 BAB, 3 Bagian, 4 Paragraf, 5 Pasal
    label: str
    name: str = ""


def division_of(text: str) -> Division | None:
    """The division whose head is all that `text` says; None for anything else, as a sentence about one."""
    line = text.strip(' .:\n\f"“”')
    if len(line) > 160:
        return None
    for pattern, level in _PATTERNS:
        found = pattern.fullmatch(line)
        if found is not None:
            name = (found.groupdict().get("name") or "").strip()
            if _is_name(name):
                return Division(level, " ".join(found["label"].split()), name)
    return None


def _division(block: Block) -> Division | None:
    """That of its text; of a heading that the file numbers itself, "Pasal 1", with whatever name follows."""
    found = division_of(block.text)
    if found is not None or not block.is_heading or not block.marker:
        return found
    numbered = division_of(block.marker)
    return None if numbered is None else replace(numbered, name=block.text.removeprefix(block.marker).strip())


def marker_of(text: str) -> str:
    """The number, letter or bullet that a line begins with, as a reader sees it: "(2)", "a."; "" without one."""
    found = _MARKER.match(text)
    return found["marker"] if found else ""


def parted(lines: Sequence[str]) -> Iterator[list[str]]:
    """Lines of one paragraph of a file in runs: a division, an ayat or an item of a list begins a new one."""
    run: list[str] = []
    for position, line in enumerate(lines):
        alone = stands_alone(
            line, lines[position - 1] if position else "", (*lines[position + 1 : position + 2], "")[0]
        )
        if run and (alone or is_list_item(line)):
            yield run
            run = []
        run.append(line)
        if alone:
            yield run
            run = []
    if run:
        yield run


def stands_alone(line: str, before: str, after: str) -> bool:
    """Whether a line is the head of a division, not the end or middle of a sentence broken there."""
    division = division_of(line)
    if division is None or division.level < _MENTIONED:
        return division is not None
    goes_on = _SAYS_ON.match(after.lstrip()) is not None and not marker_of(after.lstrip())
    return _CUT_OFF.search(before.rstrip()) is None and not goes_on


def with_divisions(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks in which heads of divisions are headings with their names, and what is numbered below are items."""
    headed = _headed(blocks)
    if not any(_division(block) for block in headed if block.is_heading):
        return tuple(headed)
    return tuple(_itemised(tuple(with_amendments(_named(headed), marker_of))))


def _headed(blocks: Sequence[Block]) -> list[Block]:
    """Paragraphs that are the head of a division become headings; then all of them have the level of their kind."""
    found = [_division(block) if block.table is None else None for block in blocks]
    texts = [block.text for block in blocks]
    alone = [
        division is not None and (block.is_heading or stands_alone(block.text, before, after))
        for division, block, before, after in zip(found, blocks, ["", *texts], [*texts[1:], ""], strict=False)
    ]
    typed = any(one and not block.is_heading for one, block in zip(alone, blocks, strict=True))
    return [
        _as_heading(block, division, typed) if one and division is not None else block
        for block, division, one in zip(blocks, found, alone, strict=True)
    ]


def _as_heading(block: Block, division: Division, typed: bool) -> Block:
    """`typed`: some are not marked by the file, so that its levels say nothing of how they hang together."""
    level = division.level if typed or not block.is_heading else block.level
    return replace(block, level=level, kind=None, item=False, marker=division.label)


def _named(blocks: Sequence[Block]) -> list[Block]:
    """ "BAB I" and "KETENTUAN UMUM" below it are one heading; so are "Bagian Kesatu" and its name."""
    named: list[Block] = []
    last = -1  # of the blocks that are part of the text; running heads and notes may stand between head and name
    for block in blocks:
        if last >= 0 and _may_name(block, named[last]):
            named[last] = replace(named[last], text=f"{named[last].text} {block.text}")
            continue
        named.append(block)
        last = last if block.kind in _APART else len(named) - 1
    return named


def _may_name(block: Block, above: Block) -> bool:
    division = _division(above) if above.is_heading else None
    if division is None or division.name or block.table is not None or block.item or block.kind is not None:
        return False
    text = block.text.strip()
    if text.startswith(PAGE_BREAK) or division_of(text) or marker_of(text) or len(text.split()) > _NAME_WORDS:
        return False
    if division.level in (1, 2, 5):
        return text.isupper() and not text.endswith((".", ";", ":"))
    return text[:1].isupper() and not text.endswith((".", ";", ":", ","))


def _itemised(blocks: Sequence[Block]) -> Iterator[Block]:
    """Within a Pasal, paragraphs that begin with a number or letter are items, as deep as those kinds are nested."""
    open_kinds: list[str] | None = None  # None outside of any Pasal
    for block in blocks:
        if block.is_heading:
            open_kinds = [] if _division(block) else None
        elif block.closes:
            open_kinds = []
        marker = block.marker or marker_of(block.text.lstrip(PAGE_BREAK))
        plain = block.table is None and block.kind in (None, BlockKind.ITEM) and not block.is_heading
        if open_kinds is None or not marker or not plain:
            yield block
            continue
        kind = _kind_of(marker)
        depth = open_kinds.index(kind) if kind in open_kinds else len(open_kinds)
        open_kinds[depth:] = [kind]
        yield replace(block, kind=BlockKind.ITEM, item=True, level=depth + 1, marker=marker)


def _kind_of(marker: str) -> str:
    """What markers of one row have in common: "(1)" and "(12)" are "(1)", "a." and "c." are "a."."""
    return re.sub(r"[ivx]{2,}|[a-z]", "a", re.sub(r"\d+", "1", marker)) if len(marker) > 1 else marker


def _is_name(name: str) -> bool:
    """A name is short and in title case or capitals; what goes on in small letters is a sentence."""
    words = name.split()
    return len(words) <= _NAME_WORDS and all(
        word[0] in '(“"/&-–' or not word[0].islower() or word in _CONNECTIVES for word in words
    )
