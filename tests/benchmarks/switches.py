"""Rules of answering that are plain functions, or words they know: each with what it says where it has nothing to say.

Checks, narrowings and whole ways of answering are left out by `without`. These stand deep in pure functions, which a
question of being measured need not reach: while one is switched off, another function stands in its place in every
module that calls it. `noted` tells which of them a question met with anything to say, so that only those questions
need to be asked again.
"""

import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import wraps
from types import ModuleType
from typing import Any
from unittest.mock import patch

from rag.answering.extractive import (
    asking_words,
    bilingual,
    called_alike,
    candidates,
    clause_brackets,
    column_names,
    corners,
    counted_steps,
    designations,
    found_tables,
    glosses,
    grounding,
    group_rows,
    initials,
    labelled_items,
    narrowing,
    ordinals,
    range_classes,
    row_brackets,
    row_codes,
    row_marks,
    sections,
    table_binding,
    table_changes,
    table_computing,
    ticks,
    whole_tables,
    yearly_tables,
)
from rag.types import Document, Table


@dataclass(frozen=True, slots=True)
class Switch:
    """A function with another that takes its place, or a set of words in whose place there are none."""

    rule: Any
    instead: Any

    def noting(self, name: str, met: set[str]) -> Any:
        """The same rule, which writes its name down where it has anything to say; None for a set of words."""
        if not callable(self.rule):
            return None

        @wraps(self.rule)
        def noted(*given: Any, **named: Any) -> Any:
            said = self.rule(*given, **named)
            said = tuple(said) if isinstance(said, Iterator) else said
            if name not in met and said != self.instead(*given, **named):
                met.add(name)
            return said

        return noted


def _always(value: Any) -> Callable[..., Any]:
    return lambda *_, **__: value


_none, _no, _nowhere, _no_words = _always(None), _always(False), _always(()), _always(frozenset())


def _each_alone(document: Document) -> tuple[Table, ...]:
    return tuple(block.table for block in document.blocks if block.table is not None)


SWITCHES: Mapping[str, tuple[Switch, ...]] = {
    "asked_range": (Switch(clause_brackets.with_range, _none),),
    "asking_words": (Switch(asking_words.PLAIN, frozenset()),),
    "asking_kinds": (Switch(asking_words.asked_by, _no_words),),
    "asking_units": (Switch(asking_words.units_asked, _no_words),),
    "asking_for_one": (Switch(asking_words.units_for_one, _no_words),),
    "bilingual": (Switch(bilingual.named_by, _nowhere),),
    "called_alike": (Switch(called_alike.topic_in, lambda query, topic, *_: topic),),
    "called_counted": (Switch(called_alike._of_ordinals, _nowhere),),
    "called_days": (Switch(called_alike._of_days, _nowhere),),
    "called_english": (Switch(called_alike.meant_by, _no_words),),
    "clause_brackets": (Switch(clause_brackets.ranged_in, _none),),
    "codes": (Switch(row_codes.code_columns, _no_words),),
    "codes_above": (Switch(row_codes.texts_above, _nowhere),),
    "column_units": (Switch(column_names.units_in, _no_words),),
    "corners": (Switch(corners.is_missing, _no),),
    "counted_steps": (Switch(counted_steps.one_step, _none),),
    "designations": (Switch(designations.designations_in, _nowhere),),
    "found_tables": (Switch(found_tables.whole_tables, _each_alone),),
    "glosses": (Switch(glosses.said_again, _no_words),),
    "group_called": (Switch(group_rows.column_called, _none),),
    "group_rows": (Switch(group_rows.rows_of_group, lambda asked, table, _: tuple(range(len(table.rows)))),),
    "group_several": (Switch(group_rows.has_several, _no),),
    "group_words": (Switch(group_rows.rows_of_words, lambda asked, around, rows, *_: tuple(rows)),),
    "initials": (Switch(initials.is_spelt_out, _no), Switch(initials.shortened_in, _no_words)),
    "item_other": (Switch(labelled_items.is_of_other_item, _no),),
    "item_told": (Switch(labelled_items.told_by_item, _none),),
    "labels": (Switch(narrowing.value_labelled, _none),),
    "moments": (Switch(table_computing.moment_of, _none),),
    "numbered_rows": (Switch(table_binding._rows_by_number, _nowhere),),
    "ordinals": (Switch(ordinals.ordinals_in, _nowhere),),
    "papers": (Switch(table_binding.OF_PAPERS, frozenset()),),
    "range_classes": (Switch(range_classes.class_meant, _none),),
    "range_held": (Switch(grounding._held_by_ranges, _no_words),),
    "row_brackets": (Switch(row_brackets.located, _none),),
    "row_key": (Switch(table_binding._is_of_key, _no),),
    "row_names": (Switch(row_marks.without_mark, lambda text: text),),
    "row_others": (Switch(table_binding._elsewhere, _nowhere),),
    "scraps": (Switch(candidates.lists_with_scraps, _nowhere),),
    "scraps_alone": (Switch(candidates._of_scraps, _nowhere),),
    "section_beside": (Switch(sections._names_sibling, _no),),
    "section_label": (Switch(sections._names_label, _no),),
    "section_of_part": (Switch(sections._has_label, _no),),
    "section_same": (Switch(sections._is_one_of_several, _no),),
    "section_twin": (Switch(sections._is_twin, _no),),
    "sections": (Switch(sections.of_named_sections, lambda query, scored, _: tuple(scored)),),
    "sole_label": (Switch(narrowing.sole_label, _none),),
    "table_changes": (Switch(table_changes.most_changed, _none),),
    "table_growth": (Switch(table_changes.growth_of, _none),),
    "ticks": (Switch(ticks.begins_unticked, _no),),
    "whole_tables": (Switch(whole_tables.whole_table, lambda document, part: part),),
    "yearly_tables": (Switch(yearly_tables.of_years, _none),),
}


@contextmanager
def switched_off(names: Collection[str]) -> Iterator[None]:
    """Those of SWITCHES among the names; others are left to `without`."""
    chosen = [switch for name in names for switch in SWITCHES.get(name, ())]
    with _replaced((switch.rule, switch.instead) for switch in chosen):
        yield


@contextmanager
def noted() -> Iterator[set[str]]:
    """The names of the rules that have had anything to say since; of sets of words nobody knows, so all of them."""
    met = {name for name, switches in SWITCHES.items() if not all(callable(one.rule) for one in switches)}
    pairs = ((one.rule, one.noting(name, met)) for name, switches in SWITCHES.items() for one in switches)
    with _replaced((rule, other) for rule, other in pairs if other is not None):
        yield met


@contextmanager
def _replaced(pairs: Iterable[tuple[Any, Any]]) -> Iterator[None]:
    with ExitStack() as stack:
        for rule, other in pairs:
            for module, name in places_of(rule):
                stack.enter_context(patch.object(module, name, other))
        yield


def places_of(rule: Any) -> list[tuple[ModuleType, str]]:
    """The modules of the program that know a rule, and under which name."""
    known = [module for name, module in sys.modules.items() if name.startswith("rag.")]
    return [(module, name) for module in known for name, value in vars(module).items() if value is rule]
