"""The judge over made-up logits."""

import math

import numpy as np
import pytest

from rag.models import bundled
from rag.models.judge.judge import QuoteJudge, doubt
from rag.models.judge.tokens import LONGEST, paired
from rag.models.tokenizing import Tokenizer, open_tokenizer
from rag.settings import Settings


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return open_tokenizer(bundled.unpack(Settings().cache))


def test_one_doubtful_word_is_doubt_about_the_whole() -> None:
    logits = np.full((5, 2), -9.0, dtype=np.float32)
    calm = doubt(logits, [2, 3])
    logits[3, 0] = 4.0
    assert calm == pytest.approx(-9 + math.log(3))
    assert doubt(logits, [2, 3]) == pytest.approx(4.0, abs=1e-4)


def test_words_of_the_quote_and_wholes_of_other_rows_have_no_voice() -> None:
    logits = np.full((4, 2), -9.0, dtype=np.float32)
    logits[3, 0] = logits[2, 1] = 50.0
    assert doubt(logits, [1]) == pytest.approx(-9 + math.log(2))


def test_the_words_of_the_statement_are_found_without_the_prompt(tokenizer: Tokenizer) -> None:
    pair = paired(tokenizer, "Pasar tutup.", "Pasar itu buka.")
    assert ["Pasar tutup."[start:end].strip() for start, end in pair.offsets] == ["Pasar", "tutup", "."]
    assert len(pair.said) == 3
    assert max(pair.said) < len(pair.ids)


def test_a_long_quote_is_cut_off(tokenizer: Tokenizer) -> None:
    assert len(paired(tokenizer, "Pasar tutup.", "Pasar itu buka. " * 200).ids) == LONGEST


class Rows:
    """Word embeddings that are nothing but the ids."""

    def of(self, ids: np.ndarray) -> np.ndarray:
        return ids[..., None].astype(np.float32)


def test_the_longer_quote_is_the_likelier_one_for_a_network_that_trusts_length(tokenizer: Tokenizer) -> None:
    def trusts_length(embeddings: np.ndarray) -> np.ndarray:
        return np.full((1, embeddings.shape[1], 2), -embeddings.shape[1], dtype=np.float32)

    judge = QuoteJudge("test", tokenizer, Rows(), lambda given: map(trusts_length, given))  # type: ignore[arg-type]
    short, long = judge.margins("Pasar itu tutup.", ["Pasar buka.", "Pasar itu sudah lama tutup pada hari Minggu."])
    assert short < long
