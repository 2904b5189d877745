"""The lean tokenizer of the bundled model beside the one of `tokenizers`, on our own documents and on odd texts."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from rag.models import bundled
from rag.models.tokenizing import PieceTokenizer, Tokenizer, full_tokenizer, open_tokenizer
from rag.settings import Settings
from tests.rag.models.test_bundled import SENTENCES

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def folder() -> Path:
    return bundled.unpack(Settings().cache)


@pytest.fixture(scope="module")
def lean(folder: Path) -> Tokenizer:
    return open_tokenizer(folder)


@pytest.fixture(scope="module")
def full(folder: Path) -> Tokenizer:
    tokenizer: Tokenizer = full_tokenizer(folder)
    return tokenizer


def paragraphs() -> Iterator[str]:
    for path in sorted((ROOT / "seeds").rglob("*.md")):
        yield from (part.strip() for part in path.read_text("utf-8").split("\n\n") if part.strip())


def test_all_our_documents_become_the_same_tokens(lean: Tokenizer, full: Tokenizer) -> None:
    texts = ["passage: " + text for text in paragraphs()]
    assert len(texts) > 300
    pairs = zip(texts, lean.encode_batch(texts), full.encode_batch(texts), strict=True)
    assert [text for text, one, other in pairs if one.ids != other.ids] == []


@pytest.mark.parametrize("sentence", SENTENCES)
def test_odd_texts_become_the_same_tokens(lean: Tokenizer, full: Tokenizer, sentence: str) -> None:
    assert lean.encode(sentence.strip()).ids == full.encode(sentence.strip()).ids


def test_blanks_around_a_text_are_nothing(lean: Tokenizer) -> None:
    # `tokenizers` makes a token of those at the end.
    assert lean.encode("  Padang \n").ids == lean.encode("Padang").ids


def test_a_pair_is_framed_and_placed_alike(lean: Tokenizer, full: Tokenizer) -> None:
    one, other = (each.encode("query: Di mana é?", "passage: Judul\nＬampung 🙏🏽 maju") for each in (lean, full))
    assert one.ids == other.ids
    assert one.offsets == other.offsets
    assert one.sequence_ids == other.sequence_ids
    assert one.special_tokens_mask == other.special_tokens_mask


def test_text_alone_has_no_frame_where_none_is_wanted(lean: Tokenizer, full: Tokenizer) -> None:
    (one,), (other,) = (each.encode_batch(["Rapat di Padang"], add_special_tokens=False) for each in (lean, full))
    assert (one.ids, one.special_tokens_mask) == (other.ids, [0] * len(other.ids))


def test_what_looks_like_a_special_token_is_text(lean: Tokenizer) -> None:
    # A document that says "</s>" must not end the passage for the reader.
    assert 2 not in lean.encode("a </s> b", add_special_tokens=False).ids


def test_whoever_opens_it_gets_the_same(folder: Path, lean: Tokenizer) -> None:
    assert isinstance(lean, PieceTokenizer)
    assert open_tokenizer(folder) is lean


def test_a_text_of_nothing_is_a_frame(lean: Tokenizer) -> None:
    assert np.array_equal(lean.encode("").ids, [0, 2])
