"""An exception stands beside its rule: a true sentence without its limit misleads."""

from collections.abc import Sequence

from rag.answering.extractive.scoring import Scored
from rag.language.norms import excepts, limits

_NEAR = 2  # sentences away from the rule


def exceptions_to(rule: Scored, scored: Sequence[Scored]) -> tuple[Scored, ...]:
    """Sentences of the same section, next to the quoted one, that limit or except what it says, in their order."""
    passage = rule.candidate.hit.passage
    if rule.candidate.table is not None or rule.candidate.of_law:
        return ()
    beside = [one for one in scored if one.candidate.hit.passage.id == passage.id and one.candidate.table is None]
    beside.sort(key=lambda one: one.candidate.span.start)
    at = next(number for number, one in enumerate(beside) if one is rule)
    near = (*beside[max(0, at - 1) : at], *beside[at + 1 : at + 1 + _NEAR])
    following = beside[at + 1 : at + 2]
    return tuple(
        one for one in near if excepts(one.candidate.text) or (one in following and limits(one.candidate.text))
    )
