"""Memory, libraries, packages and room that are missing: a sentence and exit status 1, no traceback."""

import errno
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from rag.cli import begin, main
from rag.cli.asking import _prompt
from rag.cli.shortage import TooLittleSpace, require_space, shortage

LIMIT = 300_000_000  # bytes, in which the libraries end the process without a word


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT))


@pytest.mark.parametrize("command", [["serve"], ["ask", "Apa?"], ["ingest", "x"], ["--version"]])
def test_too_little_address_space_is_said_before_a_library_meets_it(command: list[str], tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "rag", *command],
        preexec_fn=limited,
        capture_output=True,
        text=True,
        env={"LC_ALL": "C.UTF-8", "RAG_INDEX": str(tmp_path), "PYTHONPATH": ":".join(sys.path)},
    )
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.startswith("Error: this process may use 300 MB of address space, and the program needs 800")
    assert ended.stderr.count("\n") == 1


def test_the_limit_of_this_machine_is_enough() -> None:
    require_space()


def test_a_limit_is_named_where_memory_runs_out_within_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda which: (1_500_000_000, 1_500_000_000))
    require_space()
    for error in (MemoryError(), SystemError("error return without exception set")):
        assert "may use 1500 MB of address space, and to answer it needs about 3000" in str(shortage(error))


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        OSError(errno.ENOMEM, "Cannot allocate memory"),
        RuntimeError("Exception from src/inference/src/cpp/core.cpp:124: std::bad_alloc"),
        RuntimeError("can't start new thread"),
        RuntimeError("Exception from src/plugins: Resource temporarily unavailable"),
        ImportError("libopenvino.so: failed to map segment from shared object"),
    ],
)
def test_memory_that_ran_out_is_told_however_a_library_says_so(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda which: (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert str(shortage(error)).startswith("there is not enough memory: end other programs")


def test_packages_and_libraries_that_are_missing_are_named() -> None:
    package = ModuleNotFoundError("No module named 'openvino._x'", name="openvino._x")
    assert str(shortage(package)).startswith("the package 'openvino._x' is missing: install the program again")
    library = ImportError("libgomp.so.1: cannot open shared object file: No such file or directory")
    assert str(shortage(library)).startswith("a library cannot be loaded (libgomp.so.1: cannot open shared object")


@pytest.mark.parametrize(
    "error",
    [
        ModuleNotFoundError("No module named 'rag.nowhere'", name="rag.nowhere"),
        ImportError("cannot import name 'x' from 'rag.cli'"),
        RuntimeError("dictionary changed size during iteration"),
        OSError(errno.ENOENT, "No such file"),
    ],
)
def test_a_fault_of_our_own_keeps_its_traceback(error: Exception) -> None:
    assert shortage(error) is None


def test_what_keeps_the_program_from_being_loaded_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError("No module named 'faiss'", name="faiss")

    monkeypatch.setattr(begin, "import_module", missing)
    monkeypatch.setenv("LC_ALL", "id_ID.UTF-8")
    with pytest.raises(SystemExit) as ended:
        begin.main()
    assert ended.value.code == 1
    assert capsys.readouterr().err == (
        "Galat: paket 'faiss' tidak ada: pasang kembali program ini (`pip install -e .` di foldernya)\n"
    )


def test_too_little_space_is_an_error_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda which: (LIMIT, LIMIT))
    with pytest.raises(TooLittleSpace, match="may use 300 MB"):
        require_space()


@pytest.mark.parametrize("command", [["--help"], ["index", "list", "--json"]])
def test_output_that_cannot_be_written_is_a_sentence(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        monkeypatch.setattr(sys, "argv", ["rag", *command])
        monkeypatch.setenv("RAG_INDEX", str(tmp_path))
        with pytest.raises(SystemExit) as ended:
            main.main()
    assert ended.value.code == 1
    assert "nothing more can be written (No space left on device)" in capfd.readouterr().err


def test_a_conversation_without_anybody_to_ask_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert _prompt() == ""
