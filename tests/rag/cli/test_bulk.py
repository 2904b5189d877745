from rag.cli.bulk import Lines
from rag.index.bulk import Done


def test_a_line_comes_every_ten_seconds_and_at_the_end_with_the_rate_of_what_was_embedded_now() -> None:
    moments, said = iter([0.0, 4.0, 20.0, 20.0, 21.0, 25.0, 30.0]), list[str]()
    tell = Lines(said.append, lambda: next(moments))
    for done in (Done(1, 9, 50, 0), Done(2, 9, 1300, 500), Done(3, 9, 1400, 500), Done(9, 9, 1700, 500)):
        tell(done)
    tell.finish()
    tell.finish()
    assert len(said) == 2
    assert "40" in said[0]  # (1300 - 500) / 20 s
    assert "40" in said[1]  # (1700 - 500) / 30 s
    assert "2" in said[0].split()[0]
