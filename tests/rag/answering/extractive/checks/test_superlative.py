from rag.answering.extractive.checks.superlative import Superlative
from tests.rag.answering.extractive.checks.looking import passes


def test_a_row_of_a_table_does_not_say_which_is_the_most() -> None:
    row, told = "Negara tujuan: Singapura; Pekerja: 616", "Negara tujuan terbanyak adalah Taiwan."
    asked = "Which country received the most migrant workers?"
    assert not passes(Superlative(), asked, row, "Singapura")
    assert passes(Superlative(), asked, told, "Taiwan")
    table = "\n".join(
        f"Negara tujuan: {name}; Pekerja: {count}" for name, count in (("A", 9), ("Singapura", 6), ("B", 3))
    )
    assert passes(Superlative(), asked, table, "Singapura")
    assert passes(Superlative(), "Berapa ke Singapura?", row, "616")
