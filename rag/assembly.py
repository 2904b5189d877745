"""Settings in, wired objects out; the only place that wires."""

from rag import bundled
from rag.answering.base import Answerer
from rag.answering.extractive import ExtractiveAnswerer
from rag.answering.generative import GenerativeAnswerer
from rag.answering.guard.guard import Guard
from rag.chat_models.openai_api import Limits, OpenAIChat
from rag.embedding import Encoder, load_encoder
from rag.encoders.remembering import RememberingEncoder
from rag.pipeline import Pipeline
from rag.reader import Reader, load_reader
from rag.retrieval import Retriever
from rag.settings import Settings
from rag.versions import LiveIndex


def build_pipeline(settings: Settings) -> Pipeline:
    """The pipeline over `settings.index`. Raises ModelUnavailable."""
    encoder = build_encoder(settings)
    return Pipeline(
        LiveIndex(settings.index, encoder.fingerprint),
        Retriever(encoder),
        build_answerer(settings, encoder),
        encoder_name=encoder.name,
        passages_read=settings.passages_read,
        longest_question=settings.max_question_chars,
    )


def build_answerer(settings: Settings, encoder: Encoder) -> Answerer:
    """Without a model unless the settings name one."""
    extractive = ExtractiveAnswerer(RememberingEncoder(encoder), build_reader(settings))
    if settings.chat_url is None:
        return extractive
    key = settings.chat_key.get_secret_value() if settings.chat_key else None
    limits = Limits(attempts=settings.chat_attempts, tokens=settings.chat_tokens)
    model = OpenAIChat(settings.chat_url, settings.chat_model, key, limits)
    return GenerativeAnswerer(model, Guard(encoder), extractive, settings.chat_timeout_s)


def build_encoder(settings: Settings) -> Encoder:
    """The encoder the settings name. Raises ModelUnavailable."""
    return load_encoder(settings.embedding_model, settings.cache, settings.backend, settings.threads)


def build_reader(settings: Settings) -> Reader:
    """The span reader; it is trained on the bundled encoder and reads with that, whichever model embeds."""
    return load_reader(bundled.unpack(settings.cache), settings.cache, settings.backend, settings.threads)
