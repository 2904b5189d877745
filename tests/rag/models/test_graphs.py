from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from rag.models.encoders.silence import openvino
from rag.models.graphs import Graph, Inputs, streams_of

SUMS = np.arange(4, dtype=np.float32)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Multiplies (rows, 4) by 0, 1, 2, 3 and sums each row."""
    ops = openvino.opset13
    given = ops.parameter([-1, 4], np.float32, name="given")
    path = tmp_path_factory.mktemp("graph") / "model.xml"
    made = openvino.Model([ops.matmul(given, ops.constant(SUMS[:, None]), False, False)], [given], "sums")
    openvino.save_model(made, path, compress_to_fp16=False)
    return path


def rows(*numbers: int) -> list[Inputs]:
    """As many rows as the number says, each of that number."""
    return [{"given": np.full((number, 4), number, np.float32)} for number in numbers]


def found(outputs: Iterator[np.ndarray]) -> list[list[float]]:
    return [output[:, 0].tolist() for output in outputs]


@pytest.mark.parametrize("threads", [1, 2])
def test_outputs_come_in_the_order_of_the_inputs(model: Path, threads: int) -> None:
    graph = Graph(model, threads, {})
    assert found(graph.run(rows(3, 1, 2, 1, 3))) == [[18.0] * 3, [6.0], [12.0] * 2, [6.0], [18.0] * 3]
    assert found(graph.run([])) == []


def test_what_is_left_half_done_leaves_the_graph_to_others(model: Path) -> None:
    graph = Graph(model, 2, {})
    for _ in range(3):
        left = graph.run(rows(1, 2, 3))
        assert found(islice(left, 1)) == [[6.0]]
        left.close()
    with pytest.raises(ZeroDivisionError):
        list(graph.run({"given": np.ones((1 // (2 - at), 4), np.float32)} for at in range(3)))
    assert found(graph.run(rows(1, 2))) == [[6.0], [12.0] * 2]


def test_threads_that_run_it_at_once_get_their_own(model: Path) -> None:
    graph = Graph(model, 2, {})
    asked = [(number % 5 + 1, (number + 2) % 5 + 1) for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda each: found(graph.run(rows(*each))), asked))
    assert answers == [[[6.0 * n] * n for n in each] for each in asked]


def test_there_is_a_stream_for_each_thread_up_to_four() -> None:
    assert [streams_of(threads, cores=2) for threads in (0, 1, 2, 4, 16)] == [2, 1, 2, 4, 4]
