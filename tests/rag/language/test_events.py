from rag.language.events import events_in


def test_an_event_is_the_same_in_either_language() -> None:
    (said,) = events_in("Rapat itu dibatalkan.")
    (told,) = events_in("They cancelled the meeting.")
    assert (said.word, told.word, said.number) == ("dibatalkan", "cancelled", told.number)


def test_words_that_only_look_alike_are_no_event() -> None:
    assert events_in("Is a urban bank open in Bandar Lampung?") == ()
    assert events_in("Apa itu Kabupaten Tolaki?") == ()
