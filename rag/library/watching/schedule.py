"""Which sources there are to be, and when each is looked at."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from rag.errors import LibraryProblem
from rag.folders import locked
from rag.library.catalogue import now
from rag.library.records import Field
from rag.library.saying import checked, today_here
from rag.library.watching.addresses import is_allowed
from rag.library.watching.fetching import Fetcher
from rag.library.watching.records import Kind, Run, Source
from rag.library.watching.running import Look, check_folder, look_at
from rag.library.watching.store import sources, sources_if_any
from rag.settings import Settings
from rag.wording.words import N_

LEAST_MINUTES, MOST_MINUTES = 15, 43_200
_LOCK = ".watching"
_HOST = N_("the host %(host)s is not among those that may be read: operator, see RAG_SOURCE_HOSTS")
_LONG = N_("the address is too long")
_OFTEN = N_("between two looks there are %(least)s to %(most)s minutes")


def add_source(settings: Settings, place: str, minutes: int, said: Mapping[Field, str], who: str) -> Source:
    """A source that may be watched. Raises LibraryProblem."""
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise LibraryProblem(_OFTEN, least=LEAST_MINUTES, most=MOST_MINUTES)
    kind, place = _meant(place.strip(), settings)
    with sources(settings.library) as store:
        return store.add(kind, place, minutes, checked(said, today_here()), who)


def _meant(place: str, settings: Settings) -> tuple[Kind, str]:
    if not place.lower().startswith(("http://", "https://")):
        return Kind.FOLDER, str(check_folder(Path(place), settings.source_folders))
    try:
        host = urlsplit(place).hostname or ""
    except ValueError:  # "http://["
        host = place[:80]
    if not is_allowed(host, settings.source_hosts):
        raise LibraryProblem(_HOST, host=host)
    if len(place) > 1000:
        raise LibraryProblem(_LONG)
    return Kind.LIST, place


def look_at_due(
    settings: Settings, every: bool = False, fetcher: Callable[[], Fetcher] | None = None
) -> Iterator[tuple[Source, Run]]:
    """Looks at each source that is due, or at every one that is not paused; one program at a time.

    Raises LibraryProblem.
    """
    with sources_if_any(settings.library) as store:
        if not store.all():
            return
    make = fetcher or (lambda: Fetcher(settings.source_hosts, settings.source_seconds))
    with locked(settings.library / _LOCK), sources(settings.library) as store:
        for source in store.all() if every else store.due(now()):
            if source.paused:
                continue
            reader = make()
            try:
                yield source, look_at(Look(source, store, settings, reader))
            finally:
                reader.close()
