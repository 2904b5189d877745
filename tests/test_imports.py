"""Imports point one way; docs/architecture.md draws the rooms."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Every module belongs to the room whose name its own begins with; it may import its own room and those above it.
ROOMS = (
    ("rag.types", "rag.errors", "rag.settings", "rag.folders"),
    ("rag.wording",),
    ("rag.language",),
    ("rag.documents",),
    ("rag.models",),
    ("rag.index",),
    ("rag.library",),
    ("rag.questions",),
    ("rag.retrieval",),
    ("rag.answering",),
    ("rag.pipeline", "rag.schemas"),
    ("rag.tools",),
    ("rag.warming",),
    ("rag.briefing",),
    ("rag.archive",),
    ("rag.evaluation",),
    ("rag.assembly",),
    ("rag.training",),
    ("rag.cli",),
    ("rag.__main__",),
)
WEB_MAY_ENTER = {
    "library",
    "briefing",
    "assembly",
    "pipeline",
    "evaluation",
    "types",
    "errors",
    "settings",
    "schemas",
    "tools",
    "wording",
}


def modules() -> dict[str, Path]:
    files = [*(ROOT / "rag").rglob("*.py"), *(ROOT / "web").rglob("*.py")]
    names = {".".join(file.relative_to(ROOT).with_suffix("").parts): file for file in files}
    return {name.removesuffix(".__init__"): file for name, file in names.items()}


def imports(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in found if name.split(".")[0] in {"rag", "web"}}


def prefix(module: str, name: str) -> bool:
    return module == name or module.startswith(name + ".")


def room(module: str) -> int:
    for index, group in enumerate(ROOMS):
        if any(prefix(module, name) for name in group):
            return index
    raise AssertionError(f"{module} has no room: name its place in tests/test_imports.py and docs/architecture.md")


def package(module: str) -> str:
    return ".".join(module.split(".")[:2])


@pytest.mark.parametrize("module", sorted(name for name in modules() if name.startswith("rag.")))
def test_imports_point_from_later_rooms_to_earlier_ones(module: str) -> None:
    for imported in imports(modules()[module]):
        assert not imported.startswith("web"), f"{module} imports {imported}"
        if package(imported) != package(module) and imported != "rag":
            assert room(imported) < room(module), f"{module} imports {imported}"


@pytest.mark.parametrize("module", sorted(name for name in modules() if name.startswith("web")))
def test_the_web_enters_the_package_through_its_doors_only(module: str) -> None:
    inner = {name.split(".")[1] for name in imports(modules()[module]) if name.startswith("rag.")}
    doors = WEB_MAY_ENTER | ({"cli"} if prefix(module, "web.commands") else set())
    assert inner <= doors


@pytest.mark.parametrize("module", sorted(name for name in modules() if name.startswith("web")))
def test_channels_stand_above_the_pages_and_only_wiring_and_commands_know_them(module: str) -> None:
    inside = {name for name in imports(modules()[module]) if prefix(name, "web.channels")}
    if not prefix(module, "web.channels"):
        assert not inside or module == "web.app" or prefix(module, "web.commands")
    else:
        assert not any(prefix(name, "web.staff") for name in imports(modules()[module]))


def test_the_checks_see_a_wrong_import(tmp_path: Path) -> None:
    file = tmp_path / "bad.py"
    file.write_text("from rag.cli.main import app\nimport web.app\n")
    assert imports(file) == {"rag.cli.main.app", "web.app"}
    assert room("rag.cli") > room("rag.pipeline") > room("rag.language.text")
