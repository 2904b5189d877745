"""The training loop on a network of two layers."""

import math
import random
from pathlib import Path

import numpy as np
import pytest
import torch
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

from rag.models import bundled
from rag.models.judge.judge import doubt as doubt_at_run_time
from rag.models.reader.network import ReaderNetwork
from rag.settings import Settings
from rag.training.entailment.batching import Batch, batches, features
from rag.training.entailment.loop import Recipe, Training, doubt, loss_of, unbiased
from rag.training.entailment.pairs import Pair
from rag.types import Language

PAIRS = [
    Pair(f"Pasar {place} buka.", f"Pasar {place} {state}.", state == "buka", Language.INDONESIAN, changed=changed)
    for place in ("Padang", "Medan", "Jambi")
    for state, changed in (("buka", ()), ("tutup", None))
]


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(bundled.unpack(Settings().cache) / "tokenizer.json"))


def small_network() -> ReaderNetwork:
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=250037, hidden_size=8, num_hidden_layers=2, num_attention_heads=2, intermediate_size=16
    )
    return ReaderNetwork(BertModel(config, add_pooling_layer=False))


def test_changed_words_are_marked_in_tokens(tokenizer: Tokenizer) -> None:
    pair = Pair("Pasar buka.", "Pasar tutup.", False, Language.INDONESIAN, changed=((6, 11),))
    found = features(pair, tokenizer)
    assert found.changed is not None
    assert len(found.changed) == 1
    (batch,) = batches([found], 100, random.Random(1))
    assert batch.said.sum() == 3
    assert batch.changed.sum() == 1
    assert batch.known.all()


def test_training_and_judging_doubt_alike() -> None:
    logits = torch.randn((1, 6, 2), generator=torch.manual_seed(3))
    said = torch.tensor([[False, True, True, False, False, False]])
    assert doubt(logits, said).item() == pytest.approx(doubt_at_run_time(logits[0].numpy(), [1, 2]), abs=1e-5)


def test_the_loss_is_that_of_the_verdict_and_of_the_known_words() -> None:
    flags = np.array([[False, True, True]])
    batch = Batch(
        np.zeros((1, 3), np.int64), np.ones((1, 3), np.int64), flags, ~flags & flags, np.array([True]), np.array([True])
    )
    logits = torch.zeros((1, 3, 2))
    whole = math.log(1 + 3)  # two words and a whole at 0: doubt log 3
    assert loss_of(logits, batch).item() == pytest.approx(whole + 2 * math.log(2), abs=1e-5)


def test_an_unbiased_head_says_the_same_of_everything() -> None:
    network = small_network()
    unbiased(network)
    logits = network(torch.randn((2, 5, 8)))
    assert torch.allclose(logits[..., 0], torch.tensor(-4.0))
    assert torch.allclose(logits[..., 1], torch.tensor(-1.0))


def test_a_second_start_goes_on_where_the_first_one_was(tokenizer: Tokenizer, tmp_path: Path) -> None:
    first = Training(small_network(), tokenizer, Recipe(seconds=0.5, frozen=1, tokens=64), tmp_path)
    list(first.run(PAIRS))
    again = Training(small_network(), tokenizer, Recipe(seconds=0.5, frozen=1, tokens=64), tmp_path)
    assert list(again.run(PAIRS)) == []  # its time is used up
