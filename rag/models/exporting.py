"""Writes a folder with all that answering needs of the models, for machines without PyTorch.

It has the form of a cache: RAG_CACHE names it. The weights are left out, which only conversions read; so is every
second copy of the table of words.
"""

import json
import shutil
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from rag.errors import BadInput, ModelUnavailable
from rag.folders import aside, files_below
from rag.models import bundled, judge
from rag.models.encoders.base import EXPORTED_FILE, WORDS_FILE, ModelFolder
from rag.models.encoders.loading import BUNDLED, converted_encoder, eight_bit_encoder, model_folder
from rag.models.precision import Kept
from rag.models.reader import loading as reader
from rag.wording.words import N_

_LEFT_OUT = ("*.safetensors", "*.bin", "*.pt", "*.onnx", "*.h5", "*.msgpack", "*.ot", "unpacked.json")


def export_models(model: str, cache: Path, target: Path) -> tuple[Path, ...]:
    """Converts in `cache` what is not converted yet, and writes the folder `target`; its files.

    `model` as `load_encoder` takes it. The graphs are in every arithmetic that processors are given, those of OpenVINO
    for the release that is installed here. Raises BadInput when `target` is there and not empty,
    ModelUnavailable when a model is missing or runs on PyTorch only.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise BadInput(N_("%(target)s is there already: name a folder that does not exist yet"), target=target)
    base = model_folder(BUNDLED, cache)
    with aside(target.resolve().parent, ".tanya-lampung-exporting-", sweep=True) as fresh:
        for folder in dict.fromkeys((BUNDLED, model)):
            own = model_folder(folder, cache)
            _export_encoder(own, _graphs(own, cache), fresh)
        for graph in _pair_graphs(base.path, cache):
            shutil.copytree(graph, fresh / graph.name)
        bundled.write_marker(fresh / base.path.name)
        fresh.rename(target)
    return tuple(files_below(target))


def _graphs(folder: ModelFolder, cache: Path) -> list[Path]:
    """Also in 8 bits, where the model has such a form."""
    graph = converted_encoder(folder, cache)
    if graph is None:
        raise ModelUnavailable(N_("%(name)s runs on PyTorch only and cannot be exported"), name=folder.name)
    eight_bits = eight_bit_encoder(folder, cache) if Kept.MULTIPLIED in _kept() else None
    return [graph, *([eight_bits] if eight_bits else [])]


def _kept() -> list[Kept]:
    """The forms that can be made with what is installed."""
    return [kept for kept in Kept if kept is not Kept.MULTIPLIED or find_spec("onnx")]


def _pair_graphs(encoder: Path, cache: Path) -> Iterator[Path]:
    for weights in (reader.WEIGHTS, judge.WEIGHTS):
        for kept in _kept():
            yield reader.converted_network(encoder, cache, weights, kept)


def _export_encoder(folder: ModelFolder, graphs: Sequence[Path], target: Path) -> None:
    place = target / folder.path.name
    shutil.copytree(folder.path, place, ignore=shutil.ignore_patterns(*_LEFT_OUT))
    said = {"identity": folder.identity, "openvino": version("openvino")}
    (place / EXPORTED_FILE).write_text(json.dumps(said, indent=1) + "\n", "utf-8")
    for graph in graphs:
        if (graph / WORDS_FILE).is_file() and not (place / WORDS_FILE).is_file():
            shutil.copyfile(graph / WORDS_FILE, place / WORDS_FILE)  # the bundled model has it in its own folder
        shutil.copytree(graph, target / graph.name, ignore=shutil.ignore_patterns(WORDS_FILE))
