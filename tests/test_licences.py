"""The licences of what is installed, and the lock; .ci/licences.py writes docs/licences.md."""

import re
import runpy
from importlib.metadata import PathDistribution
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCK = ROOT / ".ci" / "requirements.lock"


@pytest.fixture(scope="module")
def licences() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / ".ci" / "licences.py"))


def _package(folder: Path, *headers: str) -> PathDistribution:
    (folder / "METADATA").write_text("\n".join(("Metadata-Version: 2.4", "Name: kopi", *headers, "")), encoding="utf-8")
    return PathDistribution(folder)


def _locked() -> list[tuple[str, str]]:
    """Name and release of each pin; some packages have one for Python 3.11 and another for those after it."""
    pins = re.findall(r"^([A-Za-z][^=\n]*)==([^ \n]+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    return [(canonicalize_name(name.partition("[")[0]), release) for name, release in pins]


def test_every_package_that_runs_is_listed_with_a_licence_that_is_allowed(licences: dict[str, Any]) -> None:
    assert licences["main"](["--check"]) == 0


def test_what_a_package_needs_through_others_is_found_and_test_tools_are_not(licences: dict[str, Any]) -> None:
    names = licences["runtime"](ROOT / "pyproject.toml").keys()
    assert {"torch", "sympy", "mpmath", "psycopg-binary"} <= names
    assert not {"pytest", "ruff", "playwright"} & names


@pytest.mark.parametrize(
    ("headers", "told"),
    [
        (["License-Expression: MIT AND Zlib", "License: other"], "MIT AND Zlib"),
        (["Classifier: License :: OSI Approved :: MIT License", "License: see file"], "MIT"),
        (["License: Apache 2.0 License"], "Apache-2.0"),
        ([], "not stated"),
    ],
)
def test_a_licence_is_read_from_the_clearest_field(
    licences: dict[str, Any], tmp_path: Path, headers: list[str], told: str
) -> None:
    assert licences["licence"](_package(tmp_path, *headers)) == told


def test_a_package_that_is_not_listed_is_named(licences: dict[str, Any]) -> None:
    page = licences["table"]({"kopi": "MIT"})
    assert licences["problems"]({"kopi": "MIT"}, page) == []
    [problem] = licences["problems"]({"kopi": "MIT", "lada": "MIT"}, page)
    assert problem.startswith("lada is not in docs/licences.md")
    assert licences["problems"]({"kopi": "MIT", "lada": "MIT"}, page, {"kopi"}) == []
    assert len(licences["problems"]({"kopi": "MIT", "lada": "GPL-3.0-only"}, page, {"kopi"})) == 1


def test_the_lock_is_what_the_table_must_cover(licences: dict[str, Any]) -> None:
    assert licences["pinned"]() == {name for name, _ in _locked()}


@pytest.mark.parametrize("refused", ["AGPL-3.0-only", "MIT AND GPL-3.0-only", "(MIT OR GPL-2.0-only)", "not stated"])
def test_a_licence_that_is_not_allowed_is_named_though_the_package_is_listed(
    licences: dict[str, Any], refused: str
) -> None:
    packages = {"kopi": refused}
    [problem] = licences["problems"](packages, licences["table"](packages))
    assert problem.startswith(f"kopi has the licence {refused!r}")


def test_an_exception_to_an_allowed_licence_is_allowed_too(licences: dict[str, Any]) -> None:
    packages = {"kopi": "Apache-2.0 AND (Apache-2.0 WITH LLVM-exception OR MIT)"}
    assert licences["problems"](packages, licences["table"](packages)) == []


def test_weak_copyleft_is_told_with_the_reason_why_it_does_not_bind(licences: dict[str, Any]) -> None:
    assert licences["reason"]("MPL-2.0 AND MIT").startswith("MPL-2.0: used as it is published")
    assert licences["reason"]("MIT") == "permissive"


def test_the_lock_pins_what_the_project_asks_for_within_its_ranges(licences: dict[str, Any]) -> None:
    ranges = {canonicalize_name(r.name): r.specifier for r in licences["asked_for"](ROOT / "pyproject.toml")}
    locked = _locked()
    assert ranges.keys() <= {name for name, _ in locked}
    assert [(name, release) for name, release in locked if name in ranges and release not in ranges[name]] == []


def test_the_lock_leaves_out_what_only_a_gpu_needs(licences: dict[str, Any]) -> None:
    assert "triton" in licences["gpu_libraries"]()
    assert not licences["gpu_libraries"]() & {name for name, _ in _locked()}


def test_every_release_in_the_lock_has_a_hash_and_no_address_is_named() -> None:
    lines = LOCK.read_text(encoding="utf-8").splitlines()
    after_pin = [following for line, following in pairwise(lines) if line[:1].isalpha()]
    assert len(after_pin) == len(_locked())
    assert all(following.startswith("    --hash=sha256:") for following in after_pin)
    assert not any("://" in line for line in lines)
