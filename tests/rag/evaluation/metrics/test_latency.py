from rag.evaluation.metrics.latency import percentile


def test_a_percentile_is_a_measured_value_by_nearest_rank() -> None:
    values = [40.0, 10.0, 30.0, 20.0]
    assert percentile(values, 50) == 20.0
    assert percentile(values, 51) == 30.0
    assert percentile(values, 95) == 40.0
    assert percentile(values, 0) == 10.0


def test_no_values_have_no_percentile() -> None:
    assert percentile([], 50) is None
