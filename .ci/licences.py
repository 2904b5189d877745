"""Writes docs/licences.md, the licence of every package that running the program installs; --check looks for gaps."""

import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "docs" / "licences.md"
LOCK = Path(__file__).with_name("requirements.lock")
GPU_LIBRARIES = Path(__file__).with_name("gpu-libraries.txt")
EXTRAS = ("postgres", "oidc", "milvus", "mcp", "redis", "cluster")

PERMISSIVE = frozenset(
    "0BSD Apache-2.0 BSD BSD-2-Clause BSD-3-Clause BSL-1.0 CC0-1.0 CNRI-Python ISC MIT MIT-0 MIT-CMU PSF-2.0 "
    "Zlib".split()
)
UNCHANGED = "used as it is published; only changes to its own files would have to be published"
REPLACEABLE = "imported as a separate, unchanged package that anyone may replace; the program around it stays as it is"
WEAK_COPYLEFT = {"MPL-2.0": UNCHANGED, "LGPL-2.1-only": REPLACEABLE, "LGPL-3.0-only": REPLACEABLE}

# How licences are named by packages that do not use SPDX expressions.
OTHER_NAMES = {
    "Apache 2.0 License": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "3-Clause BSD License": "BSD-3-Clause",
    "BSD License": "BSD",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
# Metadata that names no licence in full, and what the licence files of the package say.
READ_BY_HAND = {"pypdfium2": "Apache-2.0 AND BSD-3-Clause", "ray": "Apache-2.0"}

HEAD = """# Licences

What `pip install` brings to run the program, its extras `postgres`, `oidc`, `milvus`, `mcp`, `redis` and `cluster`
included, and the licence each package states in its metadata. `make licences` writes this page; `make check` fails when
a package is missing here or its licence is not allowed. "BSD" stands where a package does not say which of the BSD
licences it means. GPU libraries are left out: the program needs only the CPU build of torch. Binary packages also hold
libraries of others; their own licence files name them.

| package | licence | allowed because |
| -- | -- | -- |
"""


def main(arguments: list[str]) -> int:
    """Write the table, or with --check compare it with what is installed; 1 when something is wrong."""
    packages = {name: licence(found) for name, found in runtime(ROOT / "pyproject.toml").items()}
    if "--check" not in arguments:
        TABLE.write_text(table(packages), encoding="utf-8")
    wrong = problems(packages, TABLE.read_text(encoding="utf-8"), pinned())
    print(*wrong, sep="\n", end="\n" if wrong else "")
    return 1 if wrong else 0


def runtime(pyproject: Path) -> dict[str, Distribution]:
    """Every installed package that the project needs to run, directly or through others."""
    waiting = asked_for(pyproject)
    without = gpu_libraries()
    found: dict[tuple[str, frozenset[str]], Distribution] = {}
    while waiting:
        requirement = waiting.pop()
        name, extras = canonicalize_name(requirement.name), frozenset(requirement.extras)
        if name not in without and (name, extras) not in found:
            found[name, extras] = distribution(name)
            waiting.extend(needed(found[name, extras], extras))
    return {name: package for (name, _), package in found.items()}


def asked_for(pyproject: Path) -> list[Requirement]:
    """What the project itself names."""
    project = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
    optional = (line for extra in EXTRAS for line in project["optional-dependencies"][extra])
    return [Requirement(line) for line in (*project["dependencies"], *optional)]


def gpu_libraries() -> set[str]:
    """The packages that the lock leaves out."""
    lines = GPU_LIBRARIES.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if not line.startswith("#")}


def needed(found: Distribution, extras: frozenset[str]) -> Iterator[Requirement]:
    """What an installed package needs on this system with these extras."""
    for requirement in map(Requirement, found.requires or []):
        marker = requirement.marker
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield requirement


def licence(found: Distribution) -> str:
    """The SPDX expression of a package, else its classifiers, else the first line of its License field."""
    name = canonicalize_name(found.metadata["Name"])
    expression = READ_BY_HAND.get(name) or found.metadata["License-Expression"]
    if expression:
        return str(expression)
    classifiers = [line for line in found.metadata.get_all("Classifier") or [] if line.startswith("License :: ")]
    field = (found.metadata["License"] or "not stated").splitlines()[:1]
    names = [line.rpartition(" :: ")[2] for line in classifiers] or field
    return " AND ".join(OTHER_NAMES.get(name, name) for name in names)


def licences_of(expression: str) -> list[str]:
    """The licences an expression names. All are looked at, also of a choice; an exception to one only grants more."""
    parts = re.split(r" AND | OR ", expression.replace("(", "").replace(")", ""))
    return [part.partition(" WITH ")[0].strip() for part in parts]


def table(packages: dict[str, str]) -> str:
    """The page: packages by name, each with its licence and why that is allowed."""
    return HEAD + "".join(f"| {name} | {packages[name]} | {reason(packages[name])} |\n" for name in sorted(packages))


def reason(expression: str) -> str:
    """Why a licence does not bind those who use the program."""
    weak = [f"{name}: {WEAK_COPYLEFT[name]}" for name in licences_of(expression) if name in WEAK_COPYLEFT]
    return "; ".join(weak) or "permissive"


def pinned() -> set[str]:
    """What the lock installs; a newer release of one of them may bring more, which no commit of ours can foresee."""
    pins = re.findall(r"^([A-Za-z][^=\n\[]*)", LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    return {canonicalize_name(name) for name in pins}


def problems(packages: dict[str, str], page: str, known: set[str] | None = None) -> list[str]:
    """What is wrong, a sentence each: a package that the page does not list, a licence that is not allowed.

    Of packages that are not `known` only the licence counts.
    """
    listed = {line.split("|")[1].strip() for line in page.splitlines() if line.startswith("| ")}
    allowed = PERMISSIVE | WEAK_COPYLEFT.keys()
    missing = [
        f"{name} is not in docs/licences.md: run make licences and look at what is new."
        for name in sorted(packages.keys() - listed)
        if known is None or name in known
    ]
    refused = [
        f"{name} has the licence {packages[name]!r}, which .ci/licences.py does not allow: allow it or do without."
        for name in sorted(packages)
        if not allowed.issuperset(licences_of(packages[name]))
    ]
    return missing + refused


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
