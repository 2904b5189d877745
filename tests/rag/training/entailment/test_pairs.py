"""The form of seeds/entailment."""

from pathlib import Path

import pytest

from rag.training.entailment.pairs import HELD, KINDS, read_file, read_pairs
from rag.types import Language

SEEDS = Path(__file__).parents[4] / "seeds" / "entailment"


def test_a_file_is_read_quote_by_quote(tmp_path: Path) -> None:
    path = tmp_path / "z-market.txt"
    path.write_text(
        "# id | Pasar buka.\n= en | The market is open.\n\n# en | It rains.\nx opposite | id | Cerah.\n", "utf-8"
    )
    one, other = read_file(path)
    assert (one.quote, one.statement, one.supported, one.language) == (
        "Pasar buka.",
        "The market is open.",
        True,
        Language.ENGLISH,
    )
    assert (other.quote, other.supported, other.kind, other.changed) == ("It rains.", False, "opposite", None)


@pytest.mark.parametrize("line", ["= id | Tanpa kutipan.", "# id | Pasar buka.\nx mood | id | Pasar sedih."])
def test_a_bad_line_is_named(line: str, tmp_path: Path) -> None:
    path = tmp_path / "z.txt"
    path.write_text(line + "\n", "utf-8")
    with pytest.raises(ValueError, match=r"z\.txt, line \d"):
        list(read_file(path))


def test_the_subjects_held_out_are_none_of_those_learnt_from() -> None:
    learnt, held = read_pairs(SEEDS, held=False), read_pairs(SEEDS, held=True)
    assert {pair.source for pair in held} == HELD
    assert not {pair.quote for pair in learnt} & {pair.quote for pair in held}
    assert {pair.kind for pair in held if not pair.supported} == KINDS
