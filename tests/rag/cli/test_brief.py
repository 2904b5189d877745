import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rag.briefing.briefer import Briefer
from rag.cli import brief as command
from rag.cli import main as cli
from rag.settings import Settings
from tests.rag.briefing.sources import MARKET, briefer


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Briefer:
    made = briefer(tmp_path, {"pasar.md": MARKET})

    def build(settings: Settings) -> Briefer:
        return made

    monkeypatch.setattr(command, "build_briefer", build)
    return made


@pytest.mark.usefixtures("made")
def test_a_topic_becomes_a_file(tmp_path: Path) -> None:
    out = tmp_path / "pasar.md"
    result = CliRunner().invoke(cli.app, ["brief", "Pasar ternak", "--out", str(out), "--language", "en"])
    assert result.exit_code == 0, result.output
    assert out.read_text("utf-8").startswith("# Briefing: Pasar ternak\n")
    assert "pasar.md" in result.stdout


@pytest.mark.usefixtures("made")
def test_questions_of_a_file_are_briefed_under_its_title_and_those_without_answer_are_named(tmp_path: Path) -> None:
    questions = tmp_path / "soal.txt"
    questions.write_text("# Pasar\nSiapa ketua pengurus pasar ternak?\nBerapa gaji dokter hewan di Jepang?\n", "utf-8")
    out = tmp_path / "out.md"
    result = CliRunner().invoke(cli.app, ["brief", str(questions), "--out", str(out), "--language", "id"])
    assert result.exit_code == 0, result.output
    written = out.read_text("utf-8")
    assert written.startswith("# Bahan pengarahan: Pasar\n")
    assert "Wayan Sudarma" in written
    assert "Berapa gaji dokter hewan di Jepang?" in written.partition("Yang tidak disebut dalam sumber")[2]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["Pasar", "--out", "x.odt"], "x.odt: a briefing is written as"),
        (["tiada.txt", "--out", "x.md"], "tiada.txt cannot be read"),
    ],
)
def test_wrong_files_are_one_line(
    arguments: list[str], told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["rag", "brief", *arguments])
    with pytest.raises(SystemExit) as exited:
        cli.main()
    assert exited.value.code == 1
    assert told in capsys.readouterr().err.replace("\n", " ")
