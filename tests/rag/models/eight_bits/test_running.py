"""Where bytes are multiplied by ONNX Runtime, and what that leaves of the vectors of f32."""

import errno
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from rag.errors import ModelUnavailable
from rag.models import precision
from rag.models.eight_bits.running import gains
from rag.models.encoders.loading import BUNDLED, Encoder, load_encoder, model_folder
from rag.models.encoders.openvino import OpenVinoNetwork
from rag.models.precision import Arithmetic, Kept
from rag.models.reader import loading as reader
from rag.settings import Backend, Precision, Settings
from tests.rag.models.encoders.tiny import save_tiny_model

TEXTS = [
    "Pelatihan kader posyandu berlangsung enam hari di balai desa dan diikuti 42 orang.",
    "Siapa yang membuka pameran kopi?",
    "The new harbour was built in Bakauheni and cost 40 million dollars.",
    "Pasal 12 Penduduk wajib melaporkan perubahan alamat paling lambat 30 hari sejak pindah. " * 12,
]


@pytest.fixture(scope="module")
def exact() -> Encoder:
    return load_encoder(BUNDLED, Settings().cache, precision=Precision.F32)


@pytest.fixture(scope="module")
def coarse() -> Encoder:
    return load_encoder(BUNDLED, Settings().cache, precision=Precision.INT8)


def test_vectors_of_an_index_made_in_f32_may_be_compared(exact: Encoder, coarse: Encoder) -> None:
    assert coarse.fingerprint == exact.fingerprint
    for embed in ("encode_queries", "encode_passages"):
        one, other = getattr(exact, embed)(TEXTS), getattr(coarse, embed)(TEXTS)
        assert (one * other).sum(axis=1).min() > 0.995
        assert not np.allclose(one, other, atol=1e-4)  # else the same arithmetic was compared with itself


def test_a_vector_does_not_depend_on_what_is_embedded_beside_it(coarse: Encoder) -> None:
    alone = np.concatenate([coarse.encode_passages([text]) for text in TEXTS])
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(coarse.encode_passages, [TEXTS, TEXTS[::-1]] * 4))
    for number, found in enumerate(together):
        assert np.array_equal(found if number % 2 == 0 else found[::-1], alone)
    in_turn = load_encoder(BUNDLED, Settings().cache, threads=1, precision=Precision.INT8)
    assert np.array_equal(in_turn.encode_passages(TEXTS), alone)


def test_progress_counts_every_text(coarse: Encoder) -> None:
    told: list[int] = []
    coarse.encode_passages(TEXTS, told.append)
    assert told == [1, 2, 3, 4]


@pytest.mark.parametrize(("pooling", "takes"), [("mean", True), ("cls", False)])
def test_a_model_of_another_kind_stays_on_openvino(tmp_path: Path, pooling: str, takes: bool) -> None:
    folder = str(save_tiny_model(tmp_path, {}, pooling=pooling))
    cache = tmp_path / "cache"
    for _ in range(2):  # the second time nothing is converted
        encoder = load_encoder(folder, cache, precision=Precision.INT8)
        plain = load_encoder(folder, cache, Backend.TORCH)
        one, other = encoder.encode_queries(["siapa gubernur"]), plain.encode_queries(["siapa gubernur"])
        assert float((one * other).sum()) > 0.99
    assert bool(list(cache.glob("eight-bits-*/model.onnx"))) is takes
    assert model_folder(folder, cache).fingerprint == encoder.fingerprint
    assert isinstance(encoder._network, OpenVinoNetwork) is not takes  # type: ignore[attr-defined]


def test_it_runs_without_a_word_to_its_maker(tmp_path: Path) -> None:
    script = (
        "import sys, pathlib\n"
        "from rag.models.encoders.loading import BUNDLED, load_encoder\n"
        "from rag.settings import Precision\n"
        "encoder = load_encoder(BUNDLED, pathlib.Path(sys.argv[1]), precision=Precision.INT8)\n"
        "encoder.encode_queries(['siapa'])\n"
        "assert 'onnxruntime' in sys.modules\n"
    )
    environment = {name: value for name, value in os.environ.items() if name not in ("CI", "ORT_DISABLE_TELEMETRY")}
    environment["HOME"] = str(tmp_path)
    subprocess.run([sys.executable, "-c", script, str(Settings().cache)], env=environment, check=True)
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        ("flags\t\t: fpu avx avx2 fma", True),
        ("flags\t\t: fpu avx avx2 avx_vnni", True),
        ("flags\t\t: avx2 avx512f avx512_vnni avx512_bf16", True),
        ("flags\t\t: avx2 avx512f avx512_vnni avx512_bf16 amx_bf16 amx_int8", False),
        ("flags\t\t: fpu avx", False),
        ("Features\t: asimd dotprod", False),
    ],
)
def test_the_processor_says_whether_it_gains(tmp_path: Path, flags: str, expected: bool) -> None:
    told = tmp_path / "cpuinfo"
    told.write_text(f"processor\t: 0\nmodel name\t: any\n{flags}\n\nprocessor\t: 1\n", "utf-8")
    assert gains(told) is expected


def test_where_the_system_says_nothing_it_does_not(tmp_path: Path) -> None:
    assert gains(tmp_path / "none") is False


def test_where_no_such_graph_can_be_made_openvino_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(precision, "choose_for_encoder", lambda _: Arithmetic(Kept.MULTIPLIED))
    monkeypatch.setitem(sys.modules, "onnx", None)
    monkeypatch.delitem(sys.modules, "rag.models.eight_bits.writing", raising=False)
    folder = str(save_tiny_model(tmp_path, {}))
    encoder = load_encoder(folder, tmp_path / "cache")
    assert isinstance(encoder._network, OpenVinoNetwork)  # type: ignore[attr-defined]
    with pytest.raises(ModelUnavailable, match="'onnx' is missing"):
        load_encoder(folder, tmp_path / "cache", precision=Precision.INT8)


@pytest.mark.parametrize("error", [ModelUnavailable("no onnx"), OSError(errno.EROFS, "Read-only file system")])
def test_so_does_the_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    tried: list[Kept] = []

    def converted(_: Path, cache: Path, __: Path, kept: Kept) -> Path:
        tried.append(kept)
        if kept is Kept.MULTIPLIED:
            raise error
        return cache

    on_avx2 = partial(precision.choose, capabilities=list, takes_bytes=lambda: True, gains=lambda: True)
    monkeypatch.setattr(reader, "choose", on_avx2)
    monkeypatch.setattr(reader, "converted_network", converted)
    monkeypatch.setattr(reader, "_compiled", lambda model, threads, arithmetic: arithmetic.kept)
    opened = reader.open_network(tmp_path, tmp_path, Backend.OPENVINO, 1, reader.WEIGHTS, Precision.AUTO)
    assert tried == [Kept.MULTIPLIED, Kept.BYTES] == [Kept.MULTIPLIED, opened]
