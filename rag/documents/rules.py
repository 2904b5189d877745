"""What decides how a file is read, as one hash: while it stays, reading the same bytes gives the same document."""

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_ROOMS = ("documents", "language", "types")
_LIBRARIES = ("lxml", "pypdfium2", "openpyxl", "markdown-it-py", "charset-normalizer", "PyYAML", "pycountry")


@cache
def reading_rules(recognise: bool) -> str:
    """Of the code and data that read, the libraries they use, and whether pages are recognised; hex."""
    digest = hashlib.sha256(f"{recognise}".encode())
    package = Path(__file__).parents[1]
    for room in _ROOMS:
        for path in sorted((package / room).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(f"{path.relative_to(package)}\0".encode() + path.read_bytes())
    for library in _LIBRARIES:
        digest.update(f"{library} {_version(library)}\n".encode())
    return digest.hexdigest()[:32]


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
