"""Which file of which public repository becomes which document; read from sources.toml."""

import tomllib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from rag.errors import BadInput

SOURCES = Path(__file__).with_name("sources.toml")


@dataclass(frozen=True, slots=True)
class Source:
    """One document: where its text lies, and its name in the collection."""

    repository: str  # owner/name
    commit: str
    licence: str
    path: str  # inside the repository
    document: str  # inside the collection; the part before the first / is the domain


def read_sources(file: Path = SOURCES) -> tuple[Source, ...]:
    """All documents in the order of the file. Raises BadInput when it is no such list or names a document twice."""
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        sources = tuple(
            Source(one["name"], one["commit"], one["licence"], path, document)
            for one in table["repository"]
            for document, path in one["files"].items()
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadInput(f"{file}: is not a list of sources ({error!r})") from error
    _check(sources, file)
    return sources


def _check(sources: tuple[Source, ...], file: Path) -> None:
    names = [source.document for source in sources]
    for name in names:
        if names.count(name) > 1:
            raise BadInput(f"{file}: two files become {name!r}; give one another name")
    for source in sources:
        for path in (source.path, source.document):
            if PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts:
                raise BadInput(f"{file}: {path!r} leaves its folder; name a path inside it")
