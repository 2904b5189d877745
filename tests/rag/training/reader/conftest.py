import pytest
from tokenizers import Tokenizer

from rag.models import bundled
from rag.settings import Settings


@pytest.fixture(scope="session")
def tokenizer() -> Tokenizer:
    """The bundled encoder's, with which the reader is trained."""
    return Tokenizer.from_file(str(bundled.unpack(Settings().cache) / "tokenizer.json"))
