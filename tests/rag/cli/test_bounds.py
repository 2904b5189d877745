"""How many connections there may be, by what the system says of open files; the rest is in test_serving.py."""

import resource
from dataclasses import dataclass

import pytest

from rag.cli.bounds import most_connections


@dataclass
class System:
    """Lets a process raise its limit up to `hard`, or not at all."""

    soft: int
    hard: int
    refuses: bool = False

    def getrlimit(self, _: int) -> tuple[int, int]:
        return self.soft, self.hard

    def setrlimit(self, _: int, wanted: tuple[int, int]) -> None:
        if self.refuses:
            raise ValueError("current limit exceeds maximum limit")
        self.soft, self.hard = wanted


@pytest.mark.parametrize(
    ("system", "connections"),
    [
        (System(soft=256, hard=4096), 500),
        (System(soft=256, hard=360), 200),
        (System(soft=256, hard=-1), 500),
        (System(soft=260, hard=-1, refuses=True), 100),
        (System(soft=64, hard=64), 16),
    ],
)
def test_connections_are_as_many_as_files_may_be_opened(
    system: System, connections: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resource, "getrlimit", system.getrlimit)
    monkeypatch.setattr(resource, "setrlimit", system.setrlimit)
    assert most_connections(500) == connections
    assert connections == 16 or system.soft >= connections
