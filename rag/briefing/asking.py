"""What is asked of the sources for a topic: sub-queries that find evidence, questions that must not stay open."""

from collections.abc import Iterator, Sequence

from rag.briefing.values import Entry, Part, Section
from rag.language.quantities import find_quantities
from rag.types import Language
from rag.wording.words import N_, words_of

# For each section, what is searched for besides the topic itself.
_SEARCHED = (
    N_("%(topic)s: what was agreed and decided"),
    N_("%(topic)s: number, amount, budget"),
    N_("%(topic)s: who is responsible"),
    N_("%(topic)s: dates, schedule, deadline"),
    N_("%(topic)s: conditions, requirements, exceptions"),
)
# Asked where the section is empty.
_OPEN = {
    Part.AGREED: N_("What was decided about %(topic)s?"),
    Part.RESPONSIBLE: N_("Who is responsible for %(topic)s?"),
    Part.DATES: N_("When does %(topic)s take place?"),
    Part.CONDITIONS: N_("What are the conditions of %(topic)s?"),
}
_COST = N_("What does %(topic)s cost, and who pays for it?")
_MONEY = frozenset({"idr", "usd", "myr"})


def sub_queries(topic: str, language: Language) -> tuple[str, ...]:
    """In the language of the topic, which retrieval translates where the sources have another."""
    words = words_of(language)
    return tuple(words.gettext(message, topic=topic) for message in _SEARCHED)


def open_questions(topic: str, language: Language, sections: Sequence[Section]) -> Iterator[tuple[Part, str]]:
    """What no line of the sections tells, with the section that would."""
    words = words_of(language)
    filled = {section.part for section in sections if section.entries}
    for part, message in _OPEN.items():
        if part not in filled:
            yield part, words.gettext(message, topic=topic)
    if not any(_tells_money(entry) for section in sections for entry in section.entries):
        yield Part.FIGURES, words.gettext(_COST, topic=topic)


def _tells_money(entry: Entry) -> bool:
    return any(quantity.unit in _MONEY for quantity in find_quantities(entry.text))
