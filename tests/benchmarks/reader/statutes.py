"""Our own questions over real statutes and regulations, put to the whole program."""

from collections.abc import Callable
from pathlib import Path

from rag.answering.extractive.answerer import ExtractiveAnswerer
from rag.evaluation.importers import read_questions
from rag.evaluation.run import Run
from rag.evaluation.runner import run_gold
from rag.index.versions import LiveIndex
from rag.models.encoders.base import Encoder
from rag.models.reader import Reader
from rag.pipeline import Pipeline
from rag.retrieval.retriever import Retriever
from rag.settings import Settings

QUESTIONS = Path(__file__).parents[1] / "statutes.jsonl"


def run_statutes(
    index: Path, encoder: Encoder, reader: Reader, every: int, progress: Callable[[int], None] | None = None
) -> Run:
    """Answers every `every`-th question from `index`, as the program answers without a language model."""
    settings = Settings(index=index)
    pipeline = Pipeline(
        LiveIndex(index, encoder.fingerprint),
        Retriever(encoder),
        ExtractiveAnswerer(encoder, reader),
        encoder_name=encoder.name,
        passages_read=settings.passages_read,
        longest_question=settings.max_question_chars,
    )
    return run_gold(read_questions([QUESTIONS])[::every], pipeline, settings, progress)
