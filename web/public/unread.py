"""What of a file is not in its document, for the end of the document's page."""

from collections.abc import Iterable
from dataclasses import dataclass

from rag.types import BlockKind, Document, LeftOut, NoticeKind
from rag.wording.files import notice_text, notices_of, omission_text
from rag.wording.words import Words

_SHOWN = 160  # characters of one text
_MOST = 8  # texts of one reason


@dataclass(frozen=True, slots=True)
class OmittedView:
    """Texts left out for one reason, and how many more there are."""

    reason: str
    texts: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class UnreadView:
    """What could not be read, in sentences, and what was left out, by reason."""

    notices: tuple[str, ...]
    omitted: tuple[OmittedView, ...]

    def __bool__(self) -> bool:
        return bool(self.notices or self.omitted)


def view_unread(document: Document, words: Words) -> UnreadView:
    """Falsy where the whole file is in the document."""
    unread = (each for each in notices_of(document) if each.kind is not NoticeKind.RECOGNISED_PAGES)
    notices = [notice_text(each, words) for each in unread]
    pictures = sum(block.kind is BlockKind.IMAGE for block in document.blocks)
    if pictures:
        notices.append(words.ngettext("a picture without text", "%(count)s pictures without text", pictures))
    return UnreadView(tuple(notices), tuple(_by_reason(document.left_out, words)))


def recognised_pages(document: Document) -> frozenset[int]:
    """The pages that were read by text recognition."""
    seen = (each for each in document.notices if each.kind is NoticeKind.RECOGNISED_PAGES)
    return frozenset(page for each in seen for page in each.pages)


def _by_reason(left_out: Iterable[LeftOut], words: Words) -> Iterable[OmittedView]:
    """Each text once; reasons in the order in which they first occur."""
    grouped: dict[str, dict[str, None]] = {}
    for each in left_out:
        grouped.setdefault(omission_text(each.reason, words), {})[_short(each.text)] = None
    for reason, texts in grouped.items():
        yield OmittedView(reason, tuple(texts)[:_MOST], max(0, len(texts) - _MOST))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"
