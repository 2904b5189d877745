"""How answers, passages and reports look in a terminal."""

from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rag.types import Answer, Citation, Hit, Language, Outcome

_LABELS = {
    Language.INDONESIAN: {
        "sources": "Sumber",
        "looked": "Yang paling dekat",
        "tips": "Saran",
        "page": "halaman",
        "based": "Ringkasan berdasarkan",
        "as": "Dipahami sebagai",
    },
    Language.ENGLISH: {
        "sources": "Sources",
        "looked": "Closest",
        "tips": "Try this",
        "page": "page",
        "based": "Summary based on",
        "as": "Understood as",
    },
}


def answer_view(answer: Answer) -> RenderableType:
    """The answer, its sources and, when there is none, what was looked at."""
    label = _LABELS[answer.language]
    style = "" if answer.outcome is Outcome.ANSWERED else "yellow"
    parts: list[RenderableType] = [Text(sentence, style=style) for sentence in _lines(answer)]
    if answer.understood_as:
        parts.insert(0, Text(f"{label['as']}: {answer.understood_as}", style="dim italic"))
    parts += _citation_block(label["sources"], answer.citations, label)
    parts += _citation_block(label["looked"], answer.looked_at, label)
    if answer.suggestions:
        parts.append(Text(f"\n{label['tips']}:", style="bold"))
        parts += [Text(f"  - {suggestion}") for suggestion in answer.suggestions]
    return Group(*parts)


def _lines(answer: Answer) -> list[str]:
    if not answer.sentences:
        return [answer.text]
    return [f"{s.text}{''.join(f' [{n}]' for n in s.citations)}" for s in answer.sentences]


def _citation_block(heading: str, citations: Sequence[Citation], label: dict[str, str]) -> list[RenderableType]:
    if not citations:
        return []
    return [Text(f"\n{heading}:", style="bold"), *(Padding(_citation_line(c, label), (0, 0, 0, 2)) for c in citations)]


def _citation_line(citation: Citation, label: dict[str, str]) -> Text:
    about = [citation.title, citation.publisher, citation.published.isoformat() if citation.published else None]
    about.append(f"{label['page']} {citation.page}" if citation.page else None)
    line = Text(f"[{citation.number}] {' · '.join(filter(None, about))}")
    line.append(f"  ({citation.document_id}, {citation.start}-{citation.end})", style="dim")
    for source in citation.based_on:
        line.append(f"\n    {label['based']}: {source}", style="dim")
    return line


def hits_view(hits: Sequence[Hit]) -> RenderableType:
    """Search results as a table."""
    table = Table("#", "Skor", "Dokumen", "Petikan", show_lines=True, expand=True)
    for rank, hit in enumerate(hits, start=1):
        table.add_row(str(rank), f"{hit.score:.3f}", escape(hit.passage.title), escape(hit.passage.text))
    return table


def say_error(console: Console, message: str) -> None:
    """An error as one plain line."""
    console.print(Text(f"Error: {message}", style="bold red"))
