import pytest

from rag.models.chat.failure_log import FailureLog


def test_a_reason_is_told_again_when_ten_minutes_have_passed(caplog: pytest.LogCaptureFixture) -> None:
    moments = iter([0.0, 599.0, 600.0])
    failures = FailureLog("m", clock=lambda: next(moments))
    told = []
    for _ in range(3):
        failures.failed("down")
        told.append(len(caplog.records))
    assert told == [1, 1, 2]
