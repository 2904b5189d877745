"""One file that holds a service: versions of its index, its calibration, its settings, its database and its library.

`backup.json` comes first and names every other member with its size and SHA-256. What goes in is compared with the
hashes of its version while it is read; what comes out is compared with `backup.json` before anything is put in place.
"""

import hashlib
import json
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO, Any

from pydantic import SecretStr

from rag.errors import BadInput, DiskFull, IndexCorrupt, IndexMissing
from rag.folders import FULL, aside, files_below, replace_file, sha256_of, sync_tree
from rag.index.base import base_of
from rag.index.versions import OpenVersion, building, list_versions
from rag.index.versions.publishing import CURRENT
from rag.library import catalogue
from rag.library.carrying import copy_database, put_database, put_library, taken_along
from rag.settings import Settings
from rag.wording.words import N_

_CONTENTS, _DATABASE, _SETTINGS = "backup.json", "database.sqlite", "settings.json"
_INDEX, _LIBRARY = "index", "library"
_BESIDE = ("calibration.json",)  # files of the index folder that belong to the collection
_LONGEST_CONTENTS = 50_000_000
_CHUNK = 1 << 20
_NO_BACKUP = N_(
    "the disk of %(folder)s is full: no backup was made, and nothing was changed. Make room there, or name a file on "
    "another disk"
)
_NOT_RESTORED = N_("the disk of %(folder)s is full: nothing was restored or changed. Make room there, and try again")
_HALF_RESTORED = N_(
    "the disk of %(folder)s is full: a part of the backup may be in place by now, and what it replaced is kept beside "
    "it. Make room there, and restore again with --force"
)


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds.

    `damaged`: versions, and documents whose original is, that were left out for it.
    `left_out`: a database that is no file.
    """

    made_at: str
    current: str
    versions: tuple[str, ...]
    database: bool
    settings: Mapping[str, Any]
    damaged: tuple[str, ...] = ()
    left_out: str | None = None
    library: bool = False


def make_backup(path: Path, settings: Settings, every_version: bool = False) -> Backup:
    """Writes the archive `path`, which appears whole or not at all; the server may run.

    Raises IndexMissing when no whole version is there, BadInput when the file is, DiskFull.
    """
    if path.exists():
        raise BadInput(N_("%(path)s is there already: name another file, or delete it"), path=path)
    base = base_of(settings.index)
    if base.version is None:
        raise IndexMissing(N_("there is no whole index in %(index)s to make a backup of"), index=settings.index)
    held = [base.version, *(_others(settings.index, base.version.name, base.damaged) if every_version else ())]
    file = _file_of(settings.database)
    place = path.absolute().parent
    with _room(_NO_BACKUP, place), aside(place, ".tanya-lampung-backup-", sweep=True) as folder:
        has_database = file is not None and file.exists()
        if file is not None and has_database:
            copy_database(file, folder / _DATABASE)
        originals, lost = taken_along(settings.library, folder / _LIBRARY)
        backup = Backup(
            made_at=datetime.now(UTC).isoformat(timespec="seconds"),
            current=base.version.name,
            versions=tuple(version.name for version in held),
            database=has_database,
            settings=json.loads(settings.model_dump_json(exclude=_secret(settings))),
            damaged=(*base.damaged, *lost),
            left_out=None if file is not None else "its database is a server's: use that server's own backup",
            library=(folder / _LIBRARY).exists(),
        )
        (folder / _SETTINGS).write_text(json.dumps(backup.settings, indent=1), "utf-8")
        members = _members(folder, settings.index, held)
        members |= {f"{_LIBRARY}/{name}": each for name, each in originals.items()}
        _write(folder / "archive", backup, members)
        sync_tree(folder)
        (folder / "archive").rename(path)
    return backup


def restore_backup(path: Path, settings: Settings, force: bool = False) -> Backup:
    """Puts what the archive holds in place, after all of it was compared with its hashes.

    Without `force` nothing that is there is replaced. With it, other versions and originals stay, and the database and
    the catalogue of before are kept beside the new ones. Raises BadInput, IndexCorrupt, IndexBusy, DiskFull.
    """
    file = _file_of(settings.database)
    places = settings.index / CURRENT, file, settings.library / catalogue.FILE
    there = [each for each in places if each is not None and each.exists()]
    place = settings.index.absolute().parent
    with _room(_NOT_RESTORED, place), aside(place, ".tanya-lampung-restoring-", sweep=True) as folder:
        backup = _unpacked(path, folder)
        if there and not force:
            raise BadInput(
                N_(
                    "%(names)s would be replaced, and nothing was: give --force if that is meant, or another place "
                    "with RAG_INDEX, RAG_DATABASE and RAG_LIBRARY"
                ),
                names=" and ".join(map(str, there)),
            )
        for name in backup.versions:
            OpenVersion(folder / _INDEX / name, whole=False).compare()
        sync_tree(folder)
        with _room(_HALF_RESTORED, place):
            # The index comes last: it is renamed, while the others may lie on another disk, and need room there.
            if backup.library:
                put_library(folder / _LIBRARY, settings.library)
            if backup.database and file is not None:
                put_database(folder / _DATABASE, file)
            _put_index(folder / _INDEX, settings.index, backup)
    return backup


@contextmanager
def _room(message: str, folder: Path) -> Iterator[None]:
    """Raises DiskFull with `message` for a write that fails for want of space, and the folder that it was to be in."""
    try:
        yield
    except OSError as error:
        if error.errno not in FULL:
            raise
        place = Path(error.filename2 or error.filename or folder / "x").absolute()
        raise DiskFull(message, folder=next(each for each in place.parents if each.exists())) from error


def _secret(settings: Settings) -> set[str]:
    """Names of keys and tokens, which go into no archive."""
    return {name for name, value in settings if isinstance(value, SecretStr)}


def _file_of(database: str | Path) -> Path | None:
    """None when it is no SQLite file."""
    place = str(database)
    if place.startswith("sqlite") and ":///" in place:
        return Path(place.split(":///", 1)[1])
    return None if "://" in place else Path(place)


def _others(index: Path, current: str, damaged: tuple[str, ...]) -> Iterator[OpenVersion]:
    for version in list_versions(index):
        if version.name not in (current, *damaged):
            try:
                held = OpenVersion(index / version.name, whole=False)
                held.compare()
                yield held
            except (IndexCorrupt, IndexMissing):
                continue


def _members(folder: Path, index: Path, held: list[OpenVersion]) -> dict[str, tuple[Path, str]]:
    """Path and SHA-256 of everything that goes in, by its name in the archive."""
    files = {f"{_INDEX}/{name}": index / name for name in _BESIDE if (index / name).exists()}
    files |= {
        name: folder / name
        for name in (_DATABASE, _SETTINGS, f"{_LIBRARY}/{catalogue.FILE}")
        if (folder / name).exists()
    }
    members = {name: (path, sha256_of(path)) for name, path in files.items()}
    for version in held:
        place = f"{_INDEX}/{version.name}"
        known = {name: each.sha256 for name, each in version.manifest.files.items()}
        for path in files_below(index / version.name):
            name = path.relative_to(index / version.name).as_posix()
            members[f"{place}/{name}"] = (path, known.get(name) or sha256_of(path))
    return members


def _write(path: Path, backup: Backup, members: Mapping[str, tuple[Path, str]]) -> None:
    facts = {"made_at": backup.made_at, "current": backup.current, "versions": list(backup.versions)}
    contents = {**facts, "files": {name: [p.stat().st_size, sha256] for name, (p, sha256) in members.items()}}
    data = json.dumps({**contents, "digest": _digest(contents)}, indent=1).encode()
    with tarfile.open(path, "w") as archive:
        head = tarfile.TarInfo(_CONTENTS)
        head.size = len(data)
        archive.addfile(head, BytesIO(data))
        for name, (source, sha256) in members.items():
            with source.open("rb") as file:
                member = archive.gettarinfo(arcname=name, fileobj=file)
                reader = _Hashing(file)
                archive.addfile(member, reader)
                if reader.digest.hexdigest() != sha256:
                    raise IndexCorrupt(
                        N_("%(source)s changed while it was read: run `rag index verify`"), source=source
                    )


def _digest(contents: Mapping[str, Any]) -> str:
    rest = {name: value for name, value in contents.items() if name != "digest"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True).encode()).hexdigest()


class _Hashing:
    def __init__(self, file: IO[bytes]) -> None:
        self._file, self.digest = file, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self.digest.update(data)
        return data


def _unpacked(path: Path, folder: Path) -> Backup:
    """Everything in the archive, in `folder`. Raises BadInput, IndexCorrupt."""
    try:
        with tarfile.open(path, "r:") as archive:
            contents = _contents(archive, path)
            missing = dict(contents["files"])
            for member in archive:
                if member.name != _CONTENTS:
                    _unpack(archive, member, folder, missing)
    except (OSError, EOFError, tarfile.TarError, KeyError, TypeError, ValueError) as error:
        if isinstance(error, OSError) and error.errno in FULL:  # no fault of the backup
            raise
        raise BadInput(
            N_("%(path)s is no backup, or a damaged one (%(reason)s); nothing was changed"), path=path, reason=error
        ) from error
    if missing:
        raise BadInput(
            N_("%(path)s is cut short: it lacks %(missing)s; nothing was changed"),
            path=path,
            missing=next(iter(missing)),
        )
    settings = json.loads((folder / _SETTINGS).read_text("utf-8"))
    facts = contents["made_at"], contents["current"], tuple(contents["versions"])
    held = contents["files"]
    return Backup(*facts, _DATABASE in held, settings, library=f"{_LIBRARY}/{catalogue.FILE}" in held)


def _contents(archive: tarfile.TarFile, path: Path) -> dict[str, Any]:
    head = archive.next()
    if head is None or head.name != _CONTENTS or head.size > _LONGEST_CONTENTS:
        raise BadInput(N_("%(path)s is no backup of this program"), path=path)
    file = archive.extractfile(head)
    contents: dict[str, Any] = json.loads(file.read() if file else b"")
    if contents["digest"] != _digest(contents):
        raise ValueError(f"{_CONTENTS} has other bytes than when the backup was made")
    return contents


def _unpack(archive: tarfile.TarFile, member: tarfile.TarInfo, folder: Path, missing: dict[str, Any]) -> None:
    """Only what `backup.json` names, only plain files, only below `folder`."""
    size, sha256 = missing.pop(member.name)
    parts = PurePosixPath(member.name)
    file = archive.extractfile(member) if member.isreg() and member.size == size else None
    if file is None or parts.is_absolute() or ".." in parts.parts:
        raise ValueError(f"{member.name} is not what it is said to be")
    target = folder / member.name
    target.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with target.open("wb") as out:
        while data := file.read(_CHUNK):
            digest.update(data)
            out.write(data)
    if digest.hexdigest() != sha256:
        raise ValueError(f"{member.name} has other bytes than when the backup was made")


def _put_index(fresh: Path, index: Path, backup: Backup) -> None:
    """Versions first, then the pointer: a reader sees the old or the new whole."""
    with building(index):
        for name in backup.versions:
            if (index / name).exists():
                (index / name).rename(index / f".removing-{name}")  # swept by the next build; its readers go on
            (fresh / name).rename(index / name)
        for name in _BESIDE:
            if (fresh / name).exists():
                (fresh / name).replace(index / name)
        replace_file(index / CURRENT, f"{backup.current}\n")
