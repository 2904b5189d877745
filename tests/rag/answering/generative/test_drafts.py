from rag.answering.generative.drafts import Draft, Drafts


def drafts(*pieces: str, finished: bool = True) -> list[Draft]:
    cutter = Drafts()
    found = [draft for piece in pieces for draft in cutter.feed(piece)]
    return found + (list(cutter.finish()) if finished else [])


def test_marks_before_and_after_the_full_stop_belong_to_its_sentence():
    expected = [Draft("Taiwan 4.584 orang.", (1,)), Draft("Jepang 385 orang.", (2, 3))]
    assert drafts("Taiwan 4.584 orang [1]. Jepang 385 orang [2][3].") == expected
    assert drafts("Taiwan 4.584 orang. [1] Jepang 385 orang. [2, 3]") == expected


def test_it_makes_no_difference_how_the_text_was_cut_into_pieces():
    text = "Taiwan 4.584 orang. [1] Jepang 385 orang [2]. Menurut M. Firsada, penganggur berkurang. [1][2]"
    assert drafts(*text) == drafts(text)
    assert len(drafts(text)) == 3


def test_a_sentence_is_given_once_the_next_one_has_begun():
    assert drafts("Taiwan 4.584 orang. [1] J", finished=False) == [Draft("Taiwan 4.584 orang.", (1,))]
    assert drafts("Taiwan 4.584 orang. [1]", finished=False) == []


def test_bullets_emphasis_and_reasoning_are_not_part_of_sentences():
    assert drafts("<think>Apa ya? Taiwan [9].</think>- **Taiwan** 4.584 orang [1].") == [
        Draft("Taiwan 4.584 orang.", (1,))
    ]
    assert drafts("<think>tanpa akhir. Taiwan [1]. Dan lagi") == []


def test_a_last_sentence_that_ends_in_the_middle_is_not_given():
    first = Draft("Taiwan 4.584 orang.", (1,))
    assert drafts("Taiwan 4.584 orang [1]. Kepala Dinas") == [first]
    assert drafts("Taiwan 4.584 orang [1]. Jepang 385 orang [2]") == [first, Draft("Jepang 385 orang", (2,))]
    assert drafts("Taiwan 4.584 orang [1]. Kata “Migran Emas.”") == [first, Draft("Kata “Migran Emas.”", ())]


def test_text_without_full_stops_does_not_pile_up():
    assert drafts(*["kata "] * 1000, finished=False) == []
    cutter = Drafts()
    for _ in range(1000):
        assert list(cutter.feed("kata ")) == []
    assert len("".join(draft.text for draft in cutter.finish())) <= 700
