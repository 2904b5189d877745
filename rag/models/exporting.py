"""Writes a folder with all that answering needs of the models, for machines without PyTorch.

It has the form of a cache: RAG_CACHE names it. The weights are left out, which only conversions read; so is every
second copy of the table of words.
"""

import json
import shutil
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from rag.errors import BadInput, ModelUnavailable
from rag.folders import aside, files_below
from rag.models import bundled, judge
from rag.models.encoders.base import EXPORTED_FILE, WORDS_FILE, ModelFolder
from rag.models.encoders.loading import BUNDLED, converted_encoder, model_folder
from rag.models.reader import loading as reader
from rag.wording.words import N_

_LEFT_OUT = ("*.safetensors", "*.bin", "*.pt", "*.onnx", "*.h5", "*.msgpack", "*.ot", "unpacked.json")


def export_models(model: str, cache: Path, target: Path) -> tuple[Path, ...]:
    """Converts in `cache` what is not converted yet, and writes the folder `target`; its files.

    `model` as `load_encoder` takes it. The graphs are for the OpenVINO that is installed here, the reader and the judge
    in both arithmetics that processors are given. Raises BadInput when `target` is there and not empty,
    ModelUnavailable when a model is missing or runs on PyTorch only.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise BadInput(N_("%(target)s is there already: name a folder that does not exist yet"), target=target)
    base = model_folder(BUNDLED, cache)
    with aside(target.resolve().parent, ".exporting-") as fresh:
        _export_encoder(base, _graph(base, cache), fresh)
        if model != BUNDLED:
            own = model_folder(model, cache)
            _export_encoder(own, _graph(own, cache), fresh)
        for graph in _pair_graphs(base.path, cache):
            shutil.copytree(graph, fresh / graph.name)
        bundled.write_marker(fresh / base.path.name)
        fresh.rename(target)
    return tuple(files_below(target))


def _graph(folder: ModelFolder, cache: Path) -> Path:
    graph = converted_encoder(folder, cache)
    if graph is None:
        raise ModelUnavailable(N_("%(name)s runs on PyTorch only and cannot be exported"), name=folder.name)
    return graph


def _pair_graphs(encoder: Path, cache: Path) -> Iterator[Path]:
    for weights in (reader.WEIGHTS, judge.WEIGHTS):
        for eight_bit in (False, True):
            yield reader.converted_network(encoder, cache, weights, eight_bit)


def _export_encoder(folder: ModelFolder, graph: Path, target: Path) -> None:
    place = target / folder.path.name
    shutil.copytree(folder.path, place, ignore=shutil.ignore_patterns(*_LEFT_OUT))
    said = {"identity": folder.identity, "openvino": version("openvino")}
    (place / EXPORTED_FILE).write_text(json.dumps(said, indent=1) + "\n", "utf-8")
    if (graph / WORDS_FILE).is_file():  # the bundled model has it in its own folder
        shutil.copyfile(graph / WORDS_FILE, place / WORDS_FILE)
    shutil.copytree(graph, target / graph.name, ignore=shutil.ignore_patterns(WORDS_FILE))
