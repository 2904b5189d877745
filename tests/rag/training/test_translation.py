from pathlib import Path

from rag.training.translation import learn, pruned, read_pairs

PAIRS = [
    (["new", "house"], ["baru", "rumah"]),
    (["house"], ["rumah"]),
    (["new", "river"], ["baru", "sungai"]),
]


def test_words_that_always_go_together_are_learned_as_translations() -> None:
    table = learn(PAIRS)
    assert {stem: max(found, key=found.__getitem__) for stem, found in table.items() if stem} == {
        "new": "baru",
        "house": "rumah",
        "river": "sungai",
    }
    assert all(sum(found.values()) > 0.999 for found in table.values())


def test_pruning_leaves_out_the_rare_the_unlikely_and_stop_words() -> None:
    house = {"rumah": 0.6, "gedung": 0.2, "yang": 0.15, "besar": 0.05}
    table = {"house": house, "river": {"sungai": 1.0}, "": {"itu": 1.0}}
    assert pruned(table, {"house": 2, "river": 1, "": 9}) == {"house": {"rumah": 0.75, "gedung": 0.25}}


def test_pairs_are_stems_without_stop_words_and_terms(tmp_path: Path) -> None:
    file = tmp_path / "pairs.jsonl"
    file.write_text('{"en": "The houses are built", "id": "Rumah dibangun"}\n', "utf-8")
    assert list(read_pairs([file])) == [(["hous", "built"], ["rumah", "bangun"])]
