"""What turning a model into a graph needs, and in which words it is missed."""

import importlib
import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

from rag.errors import ModelUnavailable
from rag.models.encoders.base import EXPORTED_FILE
from rag.wording.words import N_

_BROUGHT = {"torch", "transformers", "sentence_transformers", "onnx"}


def with_pytorch(module: str, folder: Path) -> Any:
    """`module`, which imports PyTorch, to convert the model in `folder`.

    PyTorch takes seconds to import and most of the place of an installation, and what is converted once needs it no
    more: so it is imported here, when a conversion is due. Raises ModelUnavailable where that cannot be.
    """
    exported = folder / EXPORTED_FILE
    if exported.is_file():
        raise ModelUnavailable(
            N_(
                "%(folder)s holds graphs for OpenVINO %(made_for)s and no weights, which another backend, another "
                "release of this program or of OpenVINO (this is %(version)s) needs: run `rag models export` again, "
                "with the releases in use here"
            ),
            folder=exported.parent.parent,
            made_for=json.loads(exported.read_text("utf-8"))["openvino"],
            version=version("openvino"),
        )
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        if error.name not in _BROUGHT:
            raise
        raise ModelUnavailable(
            N_(
                "the package '%(name)s' is missing, and the model in %(folder)s is not converted yet: pip install "
                "torch sentence-transformers onnx, or set RAG_CACHE to a folder that `rag models export` wrote where "
                "these are"
            ),
            name=error.name,
            folder=folder,
        ) from error
