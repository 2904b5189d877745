from rag.models.recent import Recent


def test_those_used_last_are_kept() -> None:
    recent = Recent[str, str](2)
    recent.keep({"a": "1", "b": "2"})
    recent.keep({"a": "1"})
    recent.keep({"c": "3"})
    assert recent.known("abc") == {"a": "1", "c": "3"}


def test_what_is_kept_may_be_bounded_by_its_size() -> None:
    recent = Recent[str, str](5, len)
    recent.keep({"a": "xx", "b": "yyy"})
    assert recent.known("ab") == {"a": "xx", "b": "yyy"}
    recent.keep({"a": "x"})  # smaller than before, and used last
    recent.keep({"c": "z"})
    assert recent.known("abc") == {"a": "x", "b": "yyy", "c": "z"}
    recent.keep({"d": "w"})
    assert recent.known("abcd") == {"a": "x", "c": "z", "d": "w"}


def test_what_is_larger_than_all_that_may_be_kept_is_not() -> None:
    recent = Recent[str, str](2, len)
    recent.keep({"a": "xxx"})
    assert recent.known("a") == {}
    recent.keep({"b": "yy"})
    assert recent.known("b") == {"b": "yy"}
