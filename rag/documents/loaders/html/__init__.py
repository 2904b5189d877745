"""HTML: the content of a page with its structure, and what its tags say of it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rag.documents.cleaning import Block, RawPage
from rag.documents.loaders.html.content import content_of, outside_of, take_out_around, take_out_menus
from rag.documents.loaders.html.flow import blocks_of
from rag.documents.loaders.html.metadata import metadata_of
from rag.documents.loaders.html.panels import name_panels
from rag.documents.loaders.html.programs import shown_by_programs
from rag.documents.loaders.html.template_marks import without_template_marks
from rag.documents.loaders.html.tree import take_out_unseen, tree_of
from rag.documents.loaders.reading import decode
from rag.documents.tables import with_text
from rag.types import LeftOut, Notice, NoticeKind

__all__ = ["fragment", "parse"]


def parse(data: bytes, path: Path) -> RawPage:
    """Blocks and metadata of a page. Raises UnreadableDocument when nothing in it can be read."""
    source, marks = without_template_marks(decode(data, path))
    tree, scripts = tree_of(source, path)
    metadata = metadata_of(tree, scripts)
    name_panels(tree)
    left_out = [*marks, *take_out_unseen(tree), *take_out_menus(tree)]
    around, put_back = take_out_around(tree)
    content = content_of(tree)
    left_out += (*around, *outside_of(tree, content))
    blocks = tuple(blocks_of(content))
    return RawPage(
        blocks,
        title=metadata.title,
        publisher=metadata.publisher,
        published=metadata.published,
        url=metadata.url,
        language=metadata.language,
        web=True,
        left_out=tuple(left_out),
        notices=tuple(_notices(source, blocks, put_back)),
    )


def _notices(source: str, blocks: Sequence[Block], put_back: int) -> Iterator[Notice]:
    if put_back:
        yield Notice(NoticeKind.PUT_BACK, count=put_back)
    said = shown_by_programs(source, sum(len(with_text(block).text.split()) for block in blocks))
    if said:
        yield Notice(NoticeKind.BY_PROGRAM, count=said)


def fragment(source: str, path: Path) -> tuple[tuple[Block, ...], tuple[LeftOut, ...]]:
    """Blocks of a piece of HTML within another format, and what of it is not read."""
    tree, _ = tree_of(source, path)
    left_out = tuple(take_out_unseen(tree))
    body: Any = tree.find("body")
    return tuple(blocks_of(tree if body is None else body)), left_out
