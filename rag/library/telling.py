"""Words for what the library knows."""

from collections.abc import Iterator

from rag.errors import LibraryProblem
from rag.index.report import Phase
from rag.library.desk import Standing
from rag.library.planning import Effect
from rag.library.records import Change, Entry, Field, State
from rag.library.watching.records import Run
from rag.wording.files import notice_text
from rag.wording.words import N_, Words

_STATES = {
    State.DRAFT: N_("draft"),
    State.PUBLISHED: N_("published"),
    State.SUPERSEDED: N_("superseded"),
    State.WITHDRAWN: N_("withdrawn"),
    State.REMOVED: N_("removed"),
}
_CHANGES = {
    Change.ADDED: N_("added"),
    Change.EDITED: N_("edited"),
    Change.REPLACED: N_("newer edition added"),
    Change.PUBLISHED: N_("published"),
    Change.SUPERSEDED: N_("superseded"),
    Change.WITHDRAWN: N_("withdrawn"),
    Change.RESTORED: N_("restored"),
    Change.REMOVED: N_("removed"),
}
_EFFECTS = {Effect.ADDED: N_("added"), Effect.CHANGED: N_("changed"), Effect.REMOVED: N_("removed")}
_FIELDS = {
    Field.TITLE: N_("Title"),
    Field.PUBLISHER: N_("Publisher"),
    Field.PUBLISHED: N_("Date"),
    Field.URL: N_("Link"),
    Field.KIND: N_("Kind"),
    Field.TAGS: N_("Tags"),
}

_PHASES = {
    Phase.READING: N_("Reading files"),
    Phase.SPLITTING: N_("Splitting into passages"),
    Phase.EMBEDDING: N_("Preparing passages for search"),
    Phase.PUBLISHING: N_("Publishing"),
}
_STARTING, _ASKING = N_("Starting"), N_("Asking gold questions")


def state_text(state: State, words: Words) -> str:
    return words.gettext(_STATES[state])


def change_text(change: Change, words: Words) -> str:
    return words.gettext(_CHANGES[change])


def effect_text(effect: Effect, words: Words) -> str:
    return words.gettext(_EFFECTS[effect])


def field_text(field: Field, words: Words) -> str:
    return words.gettext(_FIELDS[field])


def progress_text(standing: Standing, words: Words) -> str:
    """How far an order is: "Reading files: 3 / 12"."""
    name = _PHASES.get(standing.phase, _STARTING) if standing.phase else _ASKING if standing.total else _STARTING
    phase = words.gettext(name)
    counted = f"{words.number(standing.done)} / {words.number(standing.total)}"
    return f"{phase}: {counted}" if standing.total else f"{phase} …"


def problem_text(problem: LibraryProblem, words: Words) -> str:
    """What is wrong, in words; begins in small letters, without a full stop."""
    values = {
        name: words.moment(str(value)) if name == "at" else value for name, value in problem.reason.values.items()
    }
    return words.gettext(problem.reason.message, **values)


def problems_of(entry: Entry, words: Words) -> Iterator[str]:
    """What of a document needs a look."""
    if entry.misnamed:
        yield words.gettext(
            "its name is %(name)s, but it is a file of type %(suffix)s", name=entry.name, suffix=entry.original.suffix
        )
    for notice in entry.found.notices:
        yield notice_text(notice, words)


def run_text(run: Run | None, words: Words) -> str:
    """What came of a look at a source: "new: 3, changed: 1, as before: 20, problems: 0"."""
    if run is None:
        return words.gettext("not looked at yet")
    counted = {name: words.number(getattr(run, name)) for name in ("added", "changed", "unchanged", "waiting")}
    return words.gettext(
        "%(moment)s: new %(added)s, changed %(changed)s, as before %(unchanged)s, for the next time %(waiting)s, "
        "problems %(problems)s",
        moment=words.moment(run.at),
        problems=words.number(len(run.troubles)),
        **counted,
    )
