"""Labels and figures that take turns, each on a line of its own, as tiles of a page saved as text do.

Figures that count on from 1 before words are the numbers of steps, and make a list.
"""

from collections.abc import Iterator, Sequence

from rag.documents.blocks import Block, RawCell, RawTable, numbered
from rag.documents.table_heads import counts_things, is_figure
from rag.documents.tables import with_text
from rag.language.text import is_list_item
from rag.types import BlockKind

_LABEL_WORDS = 8
_FEWEST = 2  # pairs; a single figure below a line may belong to anything


def with_pairs(blocks: Sequence[Block]) -> list[Block]:
    """Blocks in which each run of labels and figures is a table of both, or a list of steps."""
    found: list[Block] = []
    position = 0
    while position < len(blocks):
        run = _run_at(blocks, position)
        pairs = list(_pairs_of(run))
        if len(pairs) < _FEWEST:
            found.append(blocks[position])
            position += 1
            continue
        position += len(run)
        if is_figure(run[0]) and not counts_things([figure for _, figure in pairs]):
            found += [numbered(figure, label) for label, figure in pairs]
            continue
        table = RawTable(tuple((RawCell(label), RawCell(figure)) for label, figure in pairs))
        found.append(with_text(Block("", item=True, kind=BlockKind.TABLE, table=table)))
    return found


def _run_at(blocks: Sequence[Block], start: int) -> list[str]:
    """The texts from `start` on in which labels and figures take turns."""
    run: list[str] = []
    for position in range(start, len(blocks)):
        block = blocks[position]
        figure = _is_plain(block) and is_figure(block.text)
        if not figure and not _is_label(block):
            break
        if run and is_figure(run[-1]) is figure:
            break
        run.append(block.text)
    return run


def _pairs_of(run: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Label and figure, whichever comes first; none where the run begins and ends with the same sort."""
    if len(run) % 2:
        return
    for first, second in zip(run[::2], run[1::2], strict=True):
        yield (second, first) if is_figure(first) else (first, second)


def _is_plain(block: Block) -> bool:
    return block.table is None and block.kind in (None, BlockKind.PARAGRAPH) and not block.level and not block.item


def _is_label(block: Block) -> bool:
    text = block.text
    short = len(text.split()) <= _LABEL_WORDS and text[-1:] not in ".;,?!" and not is_list_item(text)
    return _is_plain(block) and short and text[:1].isupper()
