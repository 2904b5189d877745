"""Every check, in the order in which they are asked; any can be left out by its name, to measure what it is worth."""

from collections.abc import Collection
from dataclasses import dataclass

from rag.answering.extractive.checks.aspect import OtherAspect
from rag.answering.extractive.checks.base import Check, EvidenceCheck
from rag.answering.extractive.checks.bracket import OtherRange
from rag.answering.extractive.checks.choice import OneOfTwo
from rag.answering.extractive.checks.direction import OtherWay
from rag.answering.extractive.checks.echo import Echo
from rag.answering.extractive.checks.exclusion import LeftOut
from rag.answering.extractive.checks.kind import Kind
from rag.answering.extractive.checks.missing_events import MissingEvents
from rag.answering.extractive.checks.missing_places import MissingPlaces
from rag.answering.extractive.checks.missing_years import MissingYears
from rag.answering.extractive.checks.namesake import Namesake
from rag.answering.extractive.checks.office import OfficeHeld
from rag.answering.extractive.checks.old_value import OldValue
from rag.answering.extractive.checks.one_of_several import OneOfSeveral
from rag.answering.extractive.checks.other_number import OtherNumber, OtherYear
from rag.answering.extractive.checks.per_unit import PerUnit
from rag.answering.extractive.checks.place import Place
from rag.answering.extractive.checks.table_column import OneOfColumns, TableColumn
from rag.answering.extractive.checks.table_row import TableRow
from rag.answering.extractive.excepted import OfTheRule
from rag.answering.extractive.superseded import NoLongerSo

# What a span must be to count as an answer.
CHECKS: tuple[Check, ...] = (
    TableRow(),
    TableColumn(),
    PerUnit(),
    OtherRange(),
    OtherNumber(),
    OtherYear(),
    Namesake(),
    LeftOut(),
    Echo(),
    OtherWay(),
    OldValue(),
    NoLongerSo(),
    OtherAspect(),
    Place(),
    Kind(),
    OfficeHeld(),
)

# What the evidence must name for any of it to be an answer.
EVIDENCE_CHECKS: tuple[EvidenceCheck, ...] = (MissingPlaces(), MissingYears(), MissingEvents())

# What a span that answers must be, besides, to stand alone above the quotes.
SHORT_CHECKS: tuple[Check, ...] = (OneOfColumns(), OneOfSeveral(), OneOfTwo(), LeftOut(lists_too=True), OfTheRule())


@dataclass(frozen=True, slots=True)
class Checks:
    """The checks in force."""

    of_spans: tuple[Check, ...] = CHECKS
    of_evidence: tuple[EvidenceCheck, ...] = EVIDENCE_CHECKS
    of_short_answers: tuple[Check, ...] = SHORT_CHECKS


def checks_without(names: Collection[str]) -> Checks:
    """All checks but those named."""
    return Checks(
        tuple(check for check in CHECKS if check.name not in names),
        tuple(check for check in EVIDENCE_CHECKS if check.name not in names),
        tuple(check for check in SHORT_CHECKS if check.name not in names),
    )
