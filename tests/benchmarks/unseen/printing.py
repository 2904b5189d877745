"""The figures as text: tables of totals, and for the questions one may look at, what went wrong."""

from collections.abc import Iterable, Mapping, Sequence
from math import nan

from rich.table import Table

from rag.evaluation.gold import Split
from rag.evaluation.run import Item
from tests.benchmarks.unseen.figures import SURE, Totals, faults, grouped

_HEADINGS = ("answered rightly", "unanswerable refused", "short answers right", f"wrong above {SURE}")


def tables(items: Sequence[Item]) -> tuple[Table, ...]:
    """Totals for both splits by language, and by spelling of the Indonesian questions."""
    indonesian = [item for item in items if item.gold.language == "id"]
    return (
        _table("By language", {**grouped(items, _split_and_language), **grouped(items, lambda item: _split(item))}),
        _table("Indonesian, by spelling", grouped(indonesian, _split_and_spelling)),
    )


def failures(items: Iterable[Item]) -> str:
    """The wrong ones of dev by kind of fault, with what was said; held ones are never shown."""
    lines = []
    for kind, faulty in faults(item for item in items if item.gold.split == Split.DEV):
        lines.append(f"\n{kind}: {len(faulty)}")
        lines += [_failure(item) for item in faulty]
    return "\n".join(lines)


def _failure(item: Item) -> str:
    answer = item.answer or {}
    wanted = "; ".join("/".join(group) for group in item.gold.expected) or "no answer"
    said = answer.get("short_answer") or answer.get("text", item.error or "")
    cited = ", ".join(dict.fromkeys(citation["document_id"] for citation in answer.get("citations", ())))
    sure = float(answer.get("confidence", 0.0))
    return (
        f"  {item.gold.id} ({item.gold.kind}) {item.gold.question}\n    {wanted} | {sure:.2f} {said!r:.160} | {cited}"
    )


def _table(title: str, rows: Mapping[str, Totals]) -> Table:
    table = Table("", *_HEADINGS, title=title)
    for name, row in rows.items():
        table.add_row(
            name,
            _share(row.answered_right, row.answerable),
            _share(row.refused_right, row.unanswerable),
            _share(row.short_right, row.short),
            _share(row.sure_wrong, row.questions),
        )
    return table


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} {part / whole if whole else nan:.2f}"


def _split(item: Item) -> str:
    return f"{item.gold.split.value} all"


def _split_and_language(item: Item) -> str:
    return f"{item.gold.split.value} {item.gold.language.value}"


def _split_and_spelling(item: Item) -> str:
    return f"{item.gold.split.value} {'everyday' if item.gold.everyday else 'standard'}"
