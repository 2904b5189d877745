from pathlib import Path

from rag.answering.extractive.candidates import candidates
from rag.answering.extractive.scoring import Scored, Signals
from rag.answering.extractive.whole_lists import is_within, tells_a_list, whole_of, with_whole_list
from rag.documents.chunking import split
from rag.documents.loaders import load
from rag.questions.understanding import read
from rag.types import Document, Hit, Language, Method, Question

TEXT = """# Izin keramaian

## Syarat

- Pengantar dari ketua RT
- Fotokopi kartu tanda penduduk
- Denah tempat acara

## Biaya

- Tidak dipungut biaya apa pun

## Tata tertib

1. Musik berhenti pukul 22.00. Pengeras suara dijauhkan dari rumah ibadah.
2. Sampah dibawa pulang. Panitia menyediakan kantong.
"""


def found(tmp_path: Path, limit: int) -> tuple[Document, list[Scored]]:
    """The document and its sentences; passages hold `limit` words."""
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    (document,) = load(tmp_path / "a.md", "a.md", 100_000)
    assert isinstance(document, Document)
    passages = split(document, lambda texts: [len(one.split()) for one in texts], limit)
    hits = [Hit(passage, 1.0, (Method.DENSE,)) for passage in passages]
    return document, [Scored(one, Signals(0, 0, 0, 0, 0), 1.0) for one in candidates(hits)]


def beginning(scored: list[Scored], words: str) -> Scored:
    return next(one for one in scored if one.candidate.text.startswith(words))


def test_an_item_brings_the_others_of_its_list_in_their_order(tmp_path: Path) -> None:
    document, scored = found(tmp_path, 200)
    whole = whole_of(beginning(scored, "- Fotokopi"), document)
    assert [one.candidate.text for one in whole] == [
        "- Pengantar dari ketua RT",
        "- Fotokopi kartu tanda penduduk",
        "- Denah tempat acara",
    ]


def test_items_of_another_passage_belong_to_it(tmp_path: Path) -> None:
    document, scored = found(tmp_path, 6)
    assert len(whole_of(beginning(scored, "- Denah"), document)) == 3


def test_what_is_no_item_stays_alone(tmp_path: Path) -> None:
    document, scored = found(tmp_path, 200)
    assert len(whole_of(beginning(scored, "- Tidak dipungut"), document)) == 1


def test_what_lies_within_a_quote_is_not_shown_again(tmp_path: Path) -> None:
    document, scored = found(tmp_path, 200)
    best, item, other = (beginning(scored, words) for words in ("- Denah", "- Pengantar", "- Tidak"))
    shown = with_whole_list((best, item, other), lambda _: document, first=False)
    assert [one.candidate.text[:5] for one in shown] == ["- Pen", "- Fot", "- Den", "- Tid"]
    assert is_within(item, item)
    assert not is_within(item, other)


def test_what_answers_in_short_stays_first(tmp_path: Path) -> None:
    document, scored = found(tmp_path, 200)
    best = beginning(scored, "- Denah")
    assert with_whole_list((best,), lambda _: document, first=True)[0] is best


def asked(tmp_path: Path, question: str, *beginnings: str) -> bool:
    document, scored = found(tmp_path, 200)
    chosen = [beginning(scored, words) for words in beginnings]
    return tells_a_list(read(Question(question, Language.INDONESIAN)), chosen, lambda _: document)


def test_two_items_of_a_list_tell_that_the_list_is_the_answer(tmp_path: Path) -> None:
    assert asked(tmp_path, "Apa syarat izin keramaian?", "- Denah", "- Pengantar")


def test_one_item_or_items_of_two_lists_do_not(tmp_path: Path) -> None:
    assert not asked(tmp_path, "Apa syarat izin keramaian?", "- Denah")
    assert not asked(tmp_path, "Apa syarat izin keramaian?", "- Denah", "- Tidak dipungut")


def test_who_asks_for_a_figure_does_not_want_the_list(tmp_path: Path) -> None:
    assert not asked(tmp_path, "Berapa biaya izin keramaian?", "- Denah", "- Pengantar")


def test_numbered_paragraphs_are_no_list_of_things(tmp_path: Path) -> None:
    assert not asked(tmp_path, "Apa tata tertib izin keramaian?", "1. Musik", "2. Sampah")
