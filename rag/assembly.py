"""Settings in, wired objects out; the only place that wires."""

from rag.answering.extractive import ExtractiveAnswerer
from rag.embedding import Encoder, load_encoder
from rag.pipeline import Pipeline
from rag.retrieval import Retriever
from rag.settings import Settings
from rag.versions import LiveIndex


def build_pipeline(settings: Settings) -> Pipeline:
    """The pipeline over `settings.index`. Raises ModelUnavailable."""
    encoder = build_encoder(settings)
    return Pipeline(
        LiveIndex(settings.index, encoder.fingerprint),
        Retriever(encoder),
        ExtractiveAnswerer(encoder),
        encoder_name=encoder.name,
        passages_read=settings.passages_read,
        longest_question=settings.max_question_chars,
    )


def build_encoder(settings: Settings) -> Encoder:
    """The encoder the settings name. Raises ModelUnavailable."""
    return load_encoder(settings.embedding_model, settings.cache, settings.backend, settings.threads)
