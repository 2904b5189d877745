"""What `make run` does before it installs anything, with a Python that only pretends."""

import subprocess
from pathlib import Path

SCRIPT = Path(__file__).parent.parent / ".ci/venv"
# Knows a version, and makes folders that hold a copy of itself.
FAKE = """#!/bin/sh
case "$1" in
  -c) exit {old} ;;
  --version) echo "Python {version}" ;;
  -m) if [ "$2" = venv ]; then
        mkdir -p "$4/bin"; cp "$0" "$4/bin/python"; touch "$4/pyvenv.cfg"; echo "made $3"
      fi ;;
esac
"""


def fake(folder: Path, version: str = "3.12.1") -> str:
    path = folder / f"python-{version}"
    path.write_text(FAKE.format(version=version, old=int(version < "3.11")))
    path.chmod(0o755)
    return str(path)


def run(python: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["sh", SCRIPT, python, folder], capture_output=True, text=True)


def test_it_is_made_once_and_left_alone_then(tmp_path: Path) -> None:
    python, folder = fake(tmp_path), tmp_path / "venv"
    assert run(python, folder).stdout == "made --clear\n"
    again = run("no-such-python", folder)
    assert (again.returncode, again.stdout) == (0, "")


def test_an_old_python_or_none_is_named_before_anything_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "venv"
    old, none = run(fake(tmp_path, "3.10.9"), folder), run("no-such-python", folder)
    assert (old.returncode, none.returncode) == (1, 1)
    assert "Python 3.10.9, and 3.11 or newer is needed" in old.stderr
    assert "There is no no-such-python here" in none.stderr
    assert not folder.exists()


def test_one_that_was_left_half_made_is_made_again(tmp_path: Path) -> None:
    folder = tmp_path / "venv"
    folder.mkdir()
    (folder / "pyvenv.cfg").touch()
    made = run(fake(tmp_path), folder)
    assert (made.returncode, "half-made" in made.stdout) == (0, True)
    assert (folder / "bin/python").exists()


def test_a_folder_that_is_something_else_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "thesis"
    folder.mkdir()
    (folder / "chapter.md").write_text("x")
    refused = run(fake(tmp_path), folder)
    assert (refused.returncode, "is no virtual environment" in refused.stderr) == (1, True)
    assert (folder / "chapter.md").read_text() == "x"
