import pytest

from rag.chat_models.complaints import Complaints


def test_a_reason_is_told_again_when_ten_minutes_have_passed(caplog: pytest.LogCaptureFixture) -> None:
    moments = iter([0.0, 599.0, 600.0])
    complaints = Complaints("m", clock=lambda: next(moments))
    told = []
    for _ in range(3):
        complaints.failed("down")
        told.append(len(caplog.records))
    assert told == [1, 1, 2]
