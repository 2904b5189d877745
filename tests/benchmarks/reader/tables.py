"""The figures in tables for the terminal."""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table

from rag.answering.extractive.thresholds import least_confidence
from tests.benchmarks.reader.figures import risk, way
from tests.benchmarks.reader.observing import WAYS, Seen
from tests.benchmarks.reader.ranking import (
    DEPTHS,
    LIFTS,
    Order,
    by_reader,
    by_retrieval,
    by_vectors,
    fitted_weight,
    measured,
)

# The program's own threshold among them.
LEAST = tuple(sorted({0.3, 0.5, 0.7, 0.8, 0.9, 0.95, *least_confidence().values()}))
DECIDING = WAYS[:2]  # the ways that keep silent when unsure

Sets = Mapping[str, Sequence[Seen]]


def print_answers(console: Console, sets: Sets) -> None:
    """One line for each set and way of answering."""
    columns = ("set", "questions", "answerable", "way", "F1", "EM", "span F1", "span EM", "AUC", "holds", "document")
    table = Table(*columns, title="answers over the whole corpus")
    for title, seen in sets.items():
        for name in WAYS:
            found = way(seen, name)
            shares = (found.f1, found.exact, found.span_f1, found.span_exact, found.auc, found.around, found.document)
            table.add_row(title, str(found.questions), str(found.answerable), name, *map(_share, shares))
        table.add_section()
    if sets:
        console.print(table)


def print_risks(console: Console, sets: Sets) -> None:
    """Shares at several confidences."""
    title = "share answered / of these, words wrong / of these, no right answer in the sentence"
    table = Table("set", "way", *(f"{least:.2f}" for least in LEAST), title=title)
    for name, seen in sets.items():
        for one in DECIDING:
            risks = [risk(seen, one, least) for least in LEAST]
            cells = (f"{r.answered:.2f} / {r.wrong_words:.2f} / {r.wrong_around:.2f}" for r in risks)
            table.add_row(name, one, *cells)
    if sets:
        console.print(table)


def print_orders(console: Console, sets: Sets) -> None:
    """Rankings of the questions that the weights were not fitted on."""
    for name, lift in LIFTS.items():
        weights = {depth: fitted_weight(sets, depth, lift) for depth in DEPTHS}
        headings = (f"{depth} read, weight {weight:g}" for depth, weight in weights.items())
        table = Table("set", "questions", "vectors", "retrieval", *headings)
        table.title = f"hit@1 / hit@5 / MRR@10, lifted by {name}"
        for title, seen in sets.items():
            held = measured(seen)
            orders = [by_vectors(held), by_retrieval(held)]
            orders += [by_reader(held, weight, depth, lift) for depth, weight in weights.items()]
            table.add_row(title, str(len(held)), *map(_order, orders))
        if sets:
            console.print(table)


def _order(order: Order) -> str:
    return f"{order.hit_at_1:.3f} / {order.hit_at_5:.3f} / {order.mrr:.3f}"


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"
