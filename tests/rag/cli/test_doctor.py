from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import SecretStr

from rag.answering.extractive.calibrated import Calibrated, write_calibrated
from rag.cli.doctor import Finding, diagnose
from rag.models.reader import WEIGHTS, identity
from rag.settings import Backend, Precision, Settings
from tests.ports import free_port
from tests.rag.index.versions.builders import publish
from tests.rag.models.chat.server import serving, url_of

LISTED = b'{"data": [{"id": "penulis"}, {"id": "qwen3:latest"}]}'


def found(folder: Path, url: str | None, model: str = "penulis") -> Finding | None:
    settings = Settings(
        index=folder,
        embedding_model=str(folder),
        chat_url=url,
        chat_model=model,
        chat_key=SecretStr("kunci"),
    )
    return next((finding for finding in diagnose(settings) if finding.what == "Chat model"), None)


def test_an_index_built_with_another_model_is_told(tmp_path: Path) -> None:
    name, model = publish(tmp_path / "index", {"a": "satu"}), tmp_path / "model"
    model.mkdir()

    def index_finding(embedding_model: Path) -> Finding:
        settings = Settings(index=tmp_path / "index", embedding_model=str(embedding_model))
        return next(finding for finding in diagnose(settings) if finding.what == "Index")

    mismatch = index_finding(model)
    assert not mismatch.fine
    assert "built with the embedding model 'words'" in mismatch.text
    unknown = index_finding(tmp_path / "none")  # told as a missing model, not as a fault of the index
    assert unknown.fine
    assert name in unknown.text


@pytest.mark.parametrize(
    ("precision", "backend", "told"),
    [
        (Precision.F32, Backend.OPENVINO, ["encoder in f32 on OpenVINO, reader in f32 on OpenVINO"]),
        (Precision.F32, Backend.TORCH, []),
    ],
)
def test_the_arithmetic_is_told(tmp_path: Path, precision: Precision, backend: Backend, told: list[str]) -> None:
    own = {"encoder_precision": precision, "reader_precision": precision, "backend": backend}
    settings = Settings(_env_file=None, index=tmp_path, embedding_model=str(tmp_path), **own)
    assert [finding.text for finding in diagnose(settings) if finding.what == "Arithmetic"] == told


def test_a_calibration_is_told_with_what_it_rests_on_and_when_it_is_old(tmp_path: Path) -> None:
    version = publish(tmp_path / "index", {"a": "satu"})

    def calibration_finding(**changes: float) -> Finding | None:
        settings = Settings(_env_file=None, index=tmp_path / "index", **changes)
        return next((finding for finding in diagnose(settings) if finding.what == "Calibration"), None)

    assert calibration_finding() is None
    reader = identity(WEIGHTS)
    made = Calibrated({"id": 0.6}, {}, 0.05, 0.95, 240, version, "words", "2026-02-13T00:00:00+00:00", reader)
    write_calibrated(tmp_path / "index", made)
    fresh = calibration_finding()
    assert fresh == Finding("Calibration", "at most 5% wrong, on 240 questions, 2026-02-13T00:00:00+00:00")
    unread = calibration_finding(most_wrong=0.2)
    assert unread is not None
    assert not unread.fine
    for older in (replace(made, index_version="older"), replace(made, reader="")):
        write_calibrated(tmp_path / "index", older)
        old = calibration_finding()
        assert old is not None
        assert old.text.endswith("calibrate again")


def test_without_a_chat_model_nothing_is_said_about_one(tmp_path: Path) -> None:
    assert found(tmp_path, None) is None


@pytest.mark.parametrize("model", ["penulis", "qwen3"])
def test_a_model_that_its_server_lists_is_fine_and_nothing_is_asked_of_it(tmp_path: Path, model: str) -> None:
    with serving(lambda exchange: None, LISTED) as server:
        assert found(tmp_path, url_of(server), model) == Finding("Chat model", f"{model}, listed by its server")
        assert not server.requests


def test_a_model_that_its_server_does_not_list_is_told_with_those_it_does(tmp_path: Path) -> None:
    with serving(lambda exchange: None, LISTED) as server:
        finding = found(tmp_path, url_of(server), "llama")
    assert finding is not None
    assert not finding.fine
    assert "'llama'" in finding.text
    assert finding.text.endswith("penulis, qwen3:latest")


def test_a_server_that_is_not_there_or_no_address_is_told_without_the_key(tmp_path: Path) -> None:
    for url, reason in ((f"http://127.0.0.1:{free_port()}/v1", "ConnectError"), ("localhost:1/v1", "http://")):
        finding = found(tmp_path, url)
        assert finding is not None
        assert not finding.fine
        assert reason in finding.text
        assert "kunci" not in finding.text
