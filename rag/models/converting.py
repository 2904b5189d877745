"""What turning a model into a graph of OpenVINO needs, and in which words it is missed."""

import importlib
import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

from rag.errors import ModelUnavailable
from rag.models.encoders.base import EXPORTED_FILE

_BROUGHT = {"torch", "transformers", "sentence_transformers"}


def with_pytorch(module: str, folder: Path) -> Any:
    """`module`, which imports PyTorch, to convert the model in `folder`.

    PyTorch takes seconds to import and most of the place of an installation, and what is converted once needs it no
    more: so it is imported here, when a conversion is due. Raises ModelUnavailable where that cannot be.
    """
    exported = folder / EXPORTED_FILE
    if exported.is_file():
        raise ModelUnavailable(_of_another_release(exported))
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        if error.name not in _BROUGHT:
            raise
        raise ModelUnavailable(
            f"the package '{error.name}' is missing, and the model in {folder} is not converted yet: pip install torch "
            "sentence-transformers, or set RAG_CACHE to a folder that `rag models export` wrote where these are"
        ) from error


def _of_another_release(exported: Path) -> str:
    made_for = json.loads(exported.read_text("utf-8"))["openvino"]
    return (
        f"{exported.parent.parent} holds graphs for OpenVINO {made_for} and no weights, which another backend, another "
        f"release of this program or of OpenVINO (this is {version('openvino')}) needs: run `rag models export` again, "
        "with the releases in use here"
    )
