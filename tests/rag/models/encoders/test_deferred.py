from pathlib import Path

from rag.models.encoders.base import Encoder, ModelFolder
from rag.models.encoders.deferred import DeferredEncoder
from tests.fakes import WordEncoder


def test_a_model_is_known_before_it_is_loaded_and_loaded_once() -> None:
    loaded: list[Encoder] = []

    def load() -> Encoder:
        loaded.append(WordEncoder(dimension=8))
        return loaded[-1]

    folder = ModelFolder("words", Path("words"), "identity", {"query": "tanya: "})
    encoder: Encoder = DeferredEncoder(folder, load)
    assert (encoder.name, encoder.fingerprint, encoder.prompts) == ("words", folder.fingerprint, {"query": "tanya: "})
    assert loaded == []
    assert encoder.count_tokens(["satu dua"]) == [2]
    assert (encoder.dimension, encoder.encode_passages(["satu"]).shape, len(loaded)) == (8, (1, 8), 1)
