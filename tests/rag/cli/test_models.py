from pathlib import Path

import pytest
from typer.testing import CliRunner

from rag.cli import models
from rag.cli.main import app
from rag.models.encoders.loading import BUNDLED


def test_export_tells_what_it_wrote_and_how_it_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def export_models(model: str, cache: Path, target: Path) -> tuple[Path, ...]:
        assert model == BUNDLED
        target.mkdir()
        (target / "model.bin").write_bytes(b"0" * 3_400_000)
        return (target / "model.bin",)

    monkeypatch.setattr(models, "export_models", export_models)
    done = CliRunner().invoke(app, ["models", "export", str(tmp_path / "away")])
    assert done.exit_code == 0
    assert f"{tmp_path / 'away'}: 1 files, 3 MB; RAG_CACHE={tmp_path / 'away'} answers with them" in done.stdout
