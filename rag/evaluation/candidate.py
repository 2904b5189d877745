"""What a version that is not published yet does to the answers of gold questions."""

from collections.abc import Callable, Sequence

from rag.evaluation.compare import Comparison, compare_runs
from rag.evaluation.gold import GoldQuestion
from rag.evaluation.runner import Answering, run_gold
from rag.settings import Settings


def gold_changes(
    gold: Sequence[GoldQuestion],
    before: tuple[Answering, Settings],
    after: tuple[Answering, Settings],
    progress: Callable[[int, int], None] | None = None,
) -> Comparison:
    """Asks both; `progress` is told how many questions of how many are done. Raises IndexMissing, BadInput."""
    total = 2 * len(gold)

    def tell(offset: int) -> Callable[[int], None] | None:
        return (lambda done: progress(offset + done, total)) if progress else None

    was = run_gold(gold, *before, tell(0))
    now = run_gold(gold, *after, tell(len(gold)))
    return compare_runs(was, now)
