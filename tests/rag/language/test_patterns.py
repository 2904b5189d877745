import re

from rag.language.patterns import any_of


def test_longer_words_are_tried_first_and_marks_stand_for_themselves() -> None:
    assert any_of(["$", "us$", "ha", "hari"]) == r"(?:hari|us\$|\$|ha)"
    assert re.findall(any_of(["ha", "hari"]), "hari ha") == ["hari", "ha"]
