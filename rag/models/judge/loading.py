"""Opens the judge, on the same backends and in the same arithmetic as the reader."""

from pathlib import Path

from rag.errors import ModelUnavailable
from rag.folders import sha256_of
from rag.models.judge.judge import QuoteJudge
from rag.models.reader.apart import Parts
from rag.models.reader.loading import open_network
from rag.models.tokenizing import open_tokenizer
from rag.models.words import WordEmbeddings
from rag.settings import Backend, Precision
from rag.wording.words import N_

WEIGHTS = Path(__file__).parent / "weights" / "judge.safetensors"


def load_judge(
    encoder_folder: Path,
    cache: Path,
    backend: Backend = Backend.OPENVINO,
    threads: int = 0,
    weights: Path = WEIGHTS,
    precision: Precision = Precision.AUTO,
) -> QuoteJudge:
    """The judge on the encoder that `encoder_folder` holds (the bundled one, unpacked). Raises ModelUnavailable."""
    logits = open_network(encoder_folder, cache, backend, threads, weights, precision)
    if isinstance(logits, Parts):
        raise ModelUnavailable(N_("%(name)s are no weights of a judge"), name=weights.name)
    tokenizer = open_tokenizer(encoder_folder)
    name = f"{weights.stem}-{sha256_of(weights)[:8]}"
    return QuoteJudge(name, tokenizer, WordEmbeddings(encoder_folder), logits)
