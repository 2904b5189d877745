"""An encoder that is loaded when it is first needed: an ingest that finds nothing new needs none."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from rag.models.encoders.base import Encoder, ModelFolder, Progress, Vectors


class DeferredEncoder:
    """Known by its folder until something is embedded or counted."""

    def __init__(self, folder: ModelFolder, load: Callable[[], Encoder]) -> None:
        self.name, self.fingerprint = folder.name, folder.fingerprint
        self.prompts: Mapping[str, str] = dict(folder.prompts)
        self._load = load

    @property
    def dimension(self) -> int:
        """See `Encoder.dimension`."""
        return self._encoder.dimension

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """See `Encoder.encode_queries`."""
        return self._encoder.encode_queries(texts)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """See `Encoder.encode_passages`."""
        return self._encoder.encode_passages(texts, progress)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """See `Encoder.count_tokens`."""
        return self._encoder.count_tokens(texts)

    @cached_property
    def _encoder(self) -> Encoder:
        return self._load()
