"""The liar lies about what it is shown, and about nothing else."""

from tests.benchmarks.liar.lies import Liar

PROMPT = (
    '<passage number="1" title="Pasar">\nPasar Melati dibuka pada 4 Mei 2024 oleh camat. Ramai.\n</passage>\n'
    '<passage number="2" title="Jalan">\n'
    "Jalan ke desa itu diperbaiki selama 30 hari karena rusak berat.\n- butir\n</passage>\n"
)


def test_each_lie_differs_from_its_sentence_and_cites_its_passage() -> None:
    liar = Liar()
    said = liar.says(PROMPT)
    assert len(liar.lies) == 2
    assert all(lie.said != lie.source for lie in liar.lies)
    for lie in liar.lies:
        number = "[1]" if lie.source.startswith("Pasar") else "[2]"
        assert f"{lie.said.rstrip('.')} {number}." in said


def test_true_sentences_follow_as_they_stand() -> None:
    liar = Liar()
    said = liar.says(PROMPT)
    assert sorted(liar.truths) == [
        "Jalan ke desa itu diperbaiki selama 30 hari karena rusak berat.",
        "Pasar Melati dibuka pada 4 Mei 2024 oleh camat.",
    ]
    assert len(said) == 4


def test_the_same_prompt_gets_the_same_lies() -> None:
    assert Liar().says(PROMPT) == Liar().says(PROMPT)
