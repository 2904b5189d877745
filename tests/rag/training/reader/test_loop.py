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
from rag.models.reader.network import ReaderNetwork, learnt, tensors_of
from rag.settings import Settings
from rag.training.reader.batching import Batch, batches, features
from rag.training.reader.examples import Example
from rag.training.reader.loop import Recipe, Training, contrast, losing, loss_of

WORDS = ("Padang", "Medan", "Jambi", "Serang")
EXAMPLES = [
    Example(f"{a}-{b}", "Di mana?", f"{b} sepi dan ramai di {a}.", len(b) + 18, len(b) + 18 + len(a))
    for a in WORDS
    for b in WORDS
]


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(bundled.unpack(Settings().cache) / "tokenizer.json"))


def small_network(apart: int = 0) -> ReaderNetwork:
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=250037, hidden_size=8, num_hidden_layers=2, num_attention_heads=2, intermediate_size=16
    )
    return ReaderNetwork(BertModel(config, add_pooling_layer=False), apart)


def test_only_the_layers_above_the_frozen_ones_change(tokenizer: Tokenizer, tmp_path: Path) -> None:
    network = small_network()
    before = {name: values.clone() for name, values in network.named_parameters()}
    training = Training(network, tokenizer, Recipe(seconds=0.5, frozen=1), tmp_path)
    list(training.run(EXAMPLES))
    changed = {name for name, values in network.named_parameters() if not torch.equal(values, before[name])}
    assert "head.weight" in changed
    assert any(name.startswith("encoder.encoder.layer.1.") for name in changed)
    assert not any("embeddings" in name or "layer.0." in name for name in changed)


def test_what_an_earlier_run_changed_below_the_frozen_layers_is_kept() -> None:
    network = small_network()
    base = {name: values.copy() for name, values in tensors_of(dict(network.encoder.named_parameters())).items()}
    with torch.no_grad():
        network.encoder.encoder.layer[0].output.dense.weight += 1
    assert set(learnt(network, base)) == {"encoder.layer.0.output.dense.weight", "head.weight", "head.bias"}


def test_a_network_with_a_teacher_comes_to_read_like_it(tokenizer: Tokenizer) -> None:
    teacher, network = small_network().eval().requires_grad_(False), small_network(apart=1)
    with torch.no_grad():
        teacher.head.weight += 0.5 * torch.randn(2, 8)
    found = [one for each in EXAMPLES if (one := features(each, tokenizer, (), random.Random(1))) is not None]
    (batch,) = batches(found, 4096, random.Random(1))
    words = network.encoder.embeddings.word_embeddings(torch.from_numpy(batch.ids)).detach()
    lose, optimizer = losing(network, teacher), torch.optim.Adam(network.parameters(), 1e-2)
    losses = []
    for _ in range(40):
        loss = lose(words, batch)
        losses.append(loss.item())
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
    assert losses[-1] < 0.7 * losses[0]
    assert all(values.grad is None for values in teacher.parameters())


def test_a_second_start_goes_on_from_the_checkpoint(tokenizer: Tokenizer, tmp_path: Path) -> None:
    network, again = small_network(), small_network()
    list(Training(network, tokenizer, Recipe(seconds=0.5, frozen=1), tmp_path).run(EXAMPLES))
    second = Training(again, tokenizer, Recipe(seconds=0.5, frozen=1), tmp_path)
    for name, values in network.state_dict().items():
        assert torch.equal(values, again.state_dict()[name])
    assert list(second.run(EXAMPLES)) == []  # its time is used up


def test_the_loss_is_the_mean_over_start_and_end_and_leaves_out_where_no_span_may_lie() -> None:
    # Three tokens, every logit 0: log 3 for the first question; log 2 for the second, which has a token less.
    allowed = np.array([[True, True, True], [True, False, True]])
    zeros = np.zeros((2, 3), np.int64)
    # Both answered: nothing to tell apart.
    batch = Batch(zeros, zeros, allowed, np.array([1, 2]), np.array([2, 2]), np.array([1, 1]))
    assert loss_of(torch.zeros(2, 3, 2), batch).item() == pytest.approx((math.log(3) + math.log(2)) / 2)


def test_contrast_asks_that_right_spans_lie_above_anything_in_a_passage_that_does_not_answer() -> None:
    starts, ends = torch.tensor([1, 0]), torch.tensor([2, 0])
    logits = torch.zeros(2, 3, 2)
    # The right span lies 0 above "no answer", anything in the other passage 2 log 2; the pair is halved: log(1 + 2).
    assert contrast(logits, starts, ends).item() == pytest.approx(math.log(3))
    logits[0, 1, 0] += 40
    assert contrast(logits, starts, ends).item() == pytest.approx(0, abs=1e-6)


def test_where_every_passage_answers_there_is_no_contrast() -> None:
    assert contrast(torch.ones(2, 3, 2), torch.tensor([1, 1]), torch.tensor([2, 2])).item() == 0
