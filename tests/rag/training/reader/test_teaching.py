import numpy as np
import torch

from rag.training.reader.batching import Batch
from rag.training.reader.teaching import taught


def batch_of(allowed: list[bool], mask: list[int]) -> Batch:
    ids = np.zeros((1, len(mask)), np.int64)
    zero = np.zeros(1, np.int64)
    return Batch(ids, np.array([mask]), np.array([allowed]), zero, zero, zero)


def test_who_reads_like_the_other_loses_nothing() -> None:
    states, logits = torch.randn(1, 3, 8), torch.randn(1, 3, 2)
    assert taught(states, logits, states.clone(), logits.clone(), batch_of([True] * 3, [1] * 3)).item() < 1e-6


def test_margins_of_what_is_unlikely_either_way_count() -> None:
    states, sure = torch.randn(1, 2, 8), torch.tensor([[[12.0, 12.0], [0.0, 0.0]]])
    surer = sure * 2
    lost = taught(states, sure, states, surer, batch_of([True] * 2, [1] * 2)).item()
    assert lost > 0.01  # with a temperature of 1 alone it would be some 1e-5


def test_padding_and_tokens_where_no_span_may_lie_do_not_count() -> None:
    states, logits = torch.randn(1, 3, 8), torch.randn(1, 3, 2)
    others, other_logits = states.clone(), logits.clone()
    others[0, 2] += 5 * torch.randn(8)
    other_logits[0, 1:] += 3
    assert taught(states, logits, others, other_logits, batch_of([True, False, False], [1, 1, 0])).item() < 1e-6
    assert taught(states, logits, others, other_logits, batch_of([True, True, False], [1, 1, 0])).item() > 0.1
