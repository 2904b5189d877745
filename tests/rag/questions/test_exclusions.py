from rag.questions.exclusions import exclusions_in


def test_what_is_left_out_is_told_apart_member_by_member() -> None:
    excluded, rest = exclusions_in("Selain  Gubernur Riau, camat dan kopi, siapa yang hadir?")
    assert [sorted(one.words) for one in excluded] == [["gubernur", "riau"], ["camat"], ["kopi"]]
    assert [one.office.head if one.office else None for one in excluded] == ["gubernur", "camat", None]
    assert "Gubernur" not in rest
    assert rest.endswith("siapa yang hadir?")


def test_nothing_is_left_out_of_a_plain_question() -> None:
    assert exclusions_in("Siapa yang hadir?") == ((), "Siapa yang hadir?")
