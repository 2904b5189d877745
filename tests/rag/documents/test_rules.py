from rag.documents.rules import reading_rules


def test_recognising_pages_is_another_way_to_read() -> None:
    assert reading_rules(False) == reading_rules(False) != reading_rules(True)
