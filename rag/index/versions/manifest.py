"""The manifest of a version: what it was built with and the hash of every file it consists of."""

import hashlib
import json
import stat
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from rag.errors import IndexCorrupt, Reason
from rag.folders import files_below, read_regular, sha256_of
from rag.wording.words import N_

MANIFEST = "manifest.json"
_REMEDY = Reason(N_("run `rag index rollback`, or delete the index folder and ingest all sources again"))
LAYOUT = 4  # raise when files change their form
_READ = frozenset({1, 2, 3, LAYOUT})  # 1 held no blocks, 2 no digest of the manifest itself, 3 no checksums of lines
_LONGEST = 10_000_000  # bytes of a manifest that are read; cut short it is none
_HASHED_AT_ONCE = 2  # files; hashing leaves the interpreter to other threads
_UNSIGNED = frozenset({1, 2})


@dataclass(frozen=True, slots=True)
class ManifestFile:
    """Size in bytes and SHA-256 (hex) of one file."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everything needed to tell whether a version fits the program and is whole."""

    name: str
    created_at: str  # ISO 8601, UTC
    model: str
    fingerprint: str  # of the model and its prompts
    dimension: int
    prompts: Mapping[str, str]
    chunking: Mapping[str, int]
    store: str
    documents: int
    passages: int
    files: Mapping[str, ManifestFile]
    layout: int = LAYOUT
    digest: str = ""  # SHA-256 of the manifest without this field, hex

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(each.size for each in self.files.values())


def write_manifest(manifest: Manifest, folder: Path) -> None:
    """Writes the manifest into its version folder."""
    content = asdict(replace(manifest, digest=_digest(asdict(manifest))))
    (folder / MANIFEST).write_text(json.dumps(content, indent=1, ensure_ascii=False), "utf-8")


def read_manifest(folder: Path) -> Manifest:
    """Raises IndexCorrupt when there is none that this program understands."""
    path = folder / MANIFEST
    try:
        content: dict[str, Any] = json.loads(read_regular(path, _LONGEST))
        if content["layout"] not in _READ:
            raise IndexCorrupt(
                N_("%(folder)s was written by another release of this program: %(remedy)s"),
                folder=folder,
                remedy=_REMEDY,
            )
        if content["layout"] not in _UNSIGNED and content["digest"] != _digest(content):
            raise _damaged(path)
        files = {name: ManifestFile(**entry) for name, entry in content.pop("files").items()}
        return Manifest(**content, files=files)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise IndexCorrupt(N_("%(path)s is missing or damaged: %(remedy)s"), path=path, remedy=_REMEDY) from error


def list_files(folder: Path) -> dict[str, ManifestFile]:
    """Size and hash of every file of a version folder but the manifest."""
    paths = [path for path in files_below(folder) if path != folder / MANIFEST]
    return {p.relative_to(folder).as_posix(): ManifestFile(p.stat().st_size, sha256_of(p)) for p in paths}


def check_sizes(folder: Path, manifest: Manifest) -> None:
    """Catches missing and cut-off files without reading them. Raises IndexCorrupt."""
    for name, wanted in manifest.files.items():
        path = folder / name
        if _size_or_none(path) != wanted.size:
            raise _damaged(path)


def check_hashes(folder: Path, manifest: Manifest) -> None:
    """Compares every byte with the manifest. Raises IndexCorrupt, naming the first file that differs."""
    check_sizes(folder, manifest)  # first: a file that was blown up to a terabyte is not read
    found = {path.relative_to(folder).as_posix() for path in files_below(folder)} - {MANIFEST}
    for name in sorted(found | manifest.files.keys()):
        wanted = manifest.files.get(name)
        if wanted is None or _sha256_or_none(folder / name) != wanted.sha256:
            raise _damaged(folder / name)


class CheckedFiles:
    """The files of a version as its manifest says they are, byte for byte."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self._folder, self._files = folder, manifest.files
        self._compared: set[str] = set()

    def holds(self, path: Path) -> bool:
        """Whether the manifest knows the file."""
        return self._name(path) in self._files

    def sha256(self, path: Path) -> str:
        """What the file is to have, hex. Raises IndexCorrupt when the manifest does not know it."""
        if not self.holds(path):
            raise _damaged(path)
        return self._files[self._name(path)].sha256

    def read(self, path: Path) -> bytes:
        """Raises IndexCorrupt when the file holds anything else. What is hashed is what is returned."""
        wanted = self.sha256(path)
        try:
            data = read_regular(path)
        except OSError as error:
            raise _damaged(path) from error
        if hashlib.sha256(data).hexdigest() != wanted:
            raise _damaged(path)
        self._compared.add(self._name(path))
        return data

    def compare(self) -> None:
        """Compares every file that was not read yet. Raises IndexCorrupt, naming the first that differs."""
        rest = [name for name in self._files if name not in self._compared]
        with ThreadPoolExecutor(_HASHED_AT_ONCE) as pool:
            found = pool.map(lambda name: _sha256_or_none(self._folder / name), rest)
            for name, sha256 in zip(rest, found, strict=True):
                if sha256 != self._files[name].sha256:
                    raise _damaged(self._folder / name)
                self._compared.add(name)

    def _name(self, path: Path) -> str:
        return path.relative_to(self._folder).as_posix()


def _size_or_none(path: Path) -> int | None:
    """None for what is no file, or may not be looked at."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size if stat.S_ISREG(found.st_mode) else None


def _sha256_or_none(path: Path) -> str | None:
    try:
        return sha256_of(path)
    except OSError:
        return None


def _digest(content: Mapping[str, Any]) -> str:
    rest = {name: value for name, value in content.items() if name != "digest"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True).encode()).hexdigest()


def _damaged(path: Path) -> IndexCorrupt:
    return IndexCorrupt(N_("%(path)s does not match its manifest: %(remedy)s"), path=path, remedy=_REMEDY)
