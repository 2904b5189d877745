"""Layers that see the two texts of a pair apart: what training sees is what is read with, part by part."""

import numpy as np
import pytest
import torch
from transformers import BertConfig, BertModel

from rag.models.reader.apart import ApartPairs, Parts, moves
from rag.models.reader.network import LowerLayers, ReaderNetwork, UpperLayers, places_of

QUESTION, PASSAGES = (0, 7, 9, 2), [(11, 12, 13, 14, 2), (15, 2)]


@pytest.fixture
def network() -> ReaderNetwork:
    torch.manual_seed(3)
    config = BertConfig(vocab_size=40, hidden_size=16, num_hidden_layers=3, num_attention_heads=2, intermediate_size=32)
    built = ReaderNetwork(BertModel(config, add_pooling_layer=False), apart=2).eval()
    with torch.no_grad():
        for values in built.parameters():
            values += torch.randn_like(values) * 0.2  # logits of a fresh network hardly differ
    return built


def logits_of(network: ReaderNetwork, passages: list[tuple[int, ...]]) -> torch.Tensor:
    """As in training: a padded batch."""
    longest = len(QUESTION) + max(map(len, passages))
    ids, mask = torch.zeros(len(passages), longest, dtype=torch.long), torch.zeros(len(passages), longest)
    for row, passage in enumerate(passages):
        pair = torch.tensor((*QUESTION, *passage))
        ids[row, : len(pair)], mask[row, : len(pair)] = pair, 1
    words = network.encoder.embeddings.word_embeddings(ids)
    with torch.inference_mode():
        found: torch.Tensor = network(words, mask, torch.full((len(passages),), len(QUESTION)))
    return found


def test_the_parts_give_what_the_network_gives_in_training(network: ReaderNetwork) -> None:
    def run(part: torch.nn.Module):  # type: ignore[no-untyped-def]
        return lambda given: (part(torch.from_numpy(each)).detach().numpy() for each in given)

    class Rows:
        def of(self, ids: np.ndarray) -> np.ndarray:
            rows: np.ndarray = network.encoder.embeddings.word_embeddings(torch.from_numpy(ids)).detach().numpy()
            return rows

    parts = Parts(run(LowerLayers(network)), run(UpperLayers(network)), moves(places_of(network)))
    pairs = ApartPairs(parts, Rows())  # type: ignore[arg-type]
    expected = logits_of(network, PASSAGES)
    for _ in range(2):  # the second time from what was kept
        for passage, found, wanted in zip(
            PASSAGES, pairs.logits(QUESTION, PASSAGES, lambda: None), expected, strict=True
        ):
            np.testing.assert_allclose(found, wanted[: len(QUESTION) + len(passage)], atol=0.02)


def test_a_question_meets_the_passage_in_the_upper_layers_alone(network: ReaderNetwork) -> None:
    with torch.inference_mode():
        one, other = (
            network.hidden(
                network.encoder.embeddings.word_embeddings(torch.tensor([[*QUESTION, *passage]])),
                torch.ones(1, len(QUESTION) + len(passage)),
                torch.tensor([len(QUESTION)]),
            )
            for passage in ((11, 2), (12, 2))
        )
        assert not torch.allclose(one[0, 0], other[0, 0])  # the last layer is one of them
        network.apart = 3
        words = [network.encoder.embeddings.word_embeddings(torch.tensor([[*QUESTION, n, 2]])) for n in (11, 12)]
        states = [network.hidden(each, torch.ones(1, 6), torch.tensor([4])) for each in words]
    torch.testing.assert_close(states[0][0, :4], states[1][0, :4])


def test_padding_changes_nothing(network: ReaderNetwork) -> None:
    alone = logits_of(network, PASSAGES[1:])[0]
    torch.testing.assert_close(logits_of(network, PASSAGES)[1, : len(alone)], alone, atol=1e-5, rtol=0)


def test_where_the_passage_begins_must_be_told(network: ReaderNetwork) -> None:
    with pytest.raises(ValueError, match="where the second begins"):
        network(torch.zeros(1, 3, 16), torch.ones(1, 3))
