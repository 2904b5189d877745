import pytest

from rag.answering.extractive.candidates import Candidate, candidates, span_in
from rag.answering.extractive.law import (
    bare,
    changes_first,
    of_law,
    of_meant_laws,
    points_in,
    repealing_candidates,
    repeals_of,
    sole_article,
)
from rag.answering.extractive.scoring import Scored, Signals
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query, read
from rag.types import Document, Hit, Language, Method, Passage, Question

TEXT = "(1) Pemohon melampirkan:\na. KTP;\nb. denah lokasi; dan\nc. bukti pajak.\n(2) Izin:\na. diajukan ke dinas."


def query(text: str) -> Query:
    return read(Question(text, Language.INDONESIAN))


def hit(text: str, *headings: str, document: str = "izin") -> Hit:
    passage = Passage(f"{document}#0", document, 0, len(text), text, "Judul", headings=headings)
    return Hit(passage, 1.0, (Method.DENSE,))


def told(question: str, *hits: Hit) -> list[tuple[str, bool]]:
    asked = query(question)
    sole = sole_article(asked, hits)
    return [(one.text, one.of_law) for each in hits for one in of_law(asked, sole, each)]


@pytest.mark.parametrize(
    ("points", "found"),
    [
        (("(1)", "b."), ["b. denah lokasi; dan"]),
        (("a.",), ["a. KTP;", "a. diajukan ke dinas."]),
        (("(2)",), ["(2) Izin:\na. diajukan ke dinas."]),
        (("(3)",), []),
        (("(2)", "b."), []),
    ],
)
def test_points_are_found_by_their_marks_with_what_stands_below_them(points: tuple[str, ...], found: list[str]) -> None:
    passage = hit(TEXT, "Pasal 5").passage
    assert [TEXT[start:end] for start, end in points_in(passage, points)] == found


def test_the_words_of_a_point_stand_without_its_mark_and_joints() -> None:
    assert bare("b. denah lokasi; dan") == "denah lokasi"
    assert bare("(2) Izin gratis.") == "Izin gratis"


def test_a_named_article_is_meant_whole_and_a_point_of_it_alone() -> None:
    assert told("Apa isi Pasal 5?", hit(TEXT, "Pasal 5"), hit(TEXT, "Pasal 6")) == [(TEXT, True)]
    assert told("Apa isi Pasal 5 ayat (1) huruf c?", hit(TEXT, "Pasal 5")) == [("c. bukti pajak.", True)]
    assert told("Apa syarat huruf c?", hit(TEXT, "Syarat")) == [("c. bukti pajak.", False)]


def test_the_repeal_of_a_named_article_is_meant_too() -> None:
    text = "4. Pasal 9 dihapus.\n5. Pasal 11 tetap berlaku."
    assert told("Apa isi Pasal 9?", hit(text, "Pasal I")) == [("4. Pasal 9 dihapus.", True)]
    assert told("Apa isi Pasal 11?", hit(text, "Pasal I")) == []


def test_the_only_article_that_says_what_is_asked_for_is_meant() -> None:
    fines = hit("Pelanggar membayar denda.", "Pasal 9")
    assert told("Pasal berapa yang mengatur denda?", fines, hit(TEXT, "Pasal 5")) == [
        ("Pelanggar membayar denda.", True)
    ]
    assert told("Pasal berapa yang mengatur denda?", fines, hit("Denda disetor.", "Pasal 10")) == []


def test_candidates_that_the_structure_tells_replace_the_sentences_of_their_passage() -> None:
    def only(each: Hit) -> tuple[Candidate, ...]:
        return (Candidate(each, span_in(each.passage, 0, 4)),)

    assert [one.text for one in candidates([hit(TEXT, "Pasal 5")], of_law=only)] == ["(1) "]


def scored(each: Hit, score: float = 1.0) -> Scored:
    candidate = Candidate(each, span_in(each.passage, 0, len(each.passage.text)), of_law=True)
    return Scored(candidate, Signals(0.5, 0.5, 0.5, 1.0, 0.5), score, ReadSpan(0, 4, 4.0))


LAWS = {
    "asal": Document("asal", "Perda Nomor 2 Tahun 2019 tentang Retribusi Pasar", "Denda retribusi pasar 2%."),
    "ubah": Document("ubah", "Perda Nomor 4 Tahun 2025", "Perda Nomor 2 Tahun 2019 diubah: Pasal 9 dihapus."),
    "izin": Document("izin", "Perbup Nomor 12 Tahun 2024 tentang Izin", "Pasal 9 dicabut."),
}


def test_what_a_law_repeals_in_another_one_comes_before_it_and_in_an_unrelated_one_does_not() -> None:
    article = scored(hit("Denda retribusi pasar 2%.", "Pasal 9", document="asal"), 2.0)
    repeal = scored(hit("4. Pasal 9 dihapus.", "Pasal I", document="ubah"))
    other = scored(hit("Pasal 9 dicabut.", "Pasal 12", document="izin"))
    assert changes_first(query("Apa isi Pasal 9?"), [article, other, repeal], LAWS.__getitem__) == (
        repeal,
        article,
        other,
    )


def test_of_the_articles_of_that_number_those_of_the_law_that_is_named_are_meant() -> None:
    market = scored(hit("Denda retribusi pasar 2%.", "Pasal 9", document="asal"))
    permits = scored(hit("Denda Rp5.000.", "Pasal 9", document="izin"), 2.0)
    assert of_meant_laws(query("Apa isi Pasal 9 retribusi pasar?"), [permits, market], LAWS.__getitem__) == (market,)
    assert len(of_meant_laws(query("Apa isi Pasal 9?"), [permits, market], LAWS.__getitem__)) == 2


def test_the_repeal_of_the_law_that_is_quoted_is_told_and_that_of_another_is_not() -> None:
    rule = scored(hit("Denda retribusi pasar 2%.", "Pasal 9", document="asal"), 2.0)
    ends = "Perda Nomor {} Tahun 2019 dicabut dan dinyatakan tidak berlaku."
    repeal = scored(hit(ends.format(2), "Pasal 20", document="ubah"))
    other = scored(hit(ends.format(7), "Pasal 21", document="ubah"))
    mention = scored(hit("Menimbang Perda Nomor 2 Tahun 2019.", document="izin"))
    assert repeals_of(rule, [rule, mention, other, repeal], LAWS.__getitem__) == (repeal,)
    assert repeals_of(rule, [rule, mention, other], LAWS.__getitem__) == ()


def test_of_a_list_that_repeals_several_laws_the_whole_is_quoted() -> None:
    rule = scored(hit("Denda retribusi pasar 2%.", "Pasal 9", document="asal"), 2.0)
    laws = "a. Perda Nomor 2 Tahun 2019; dan\nb. Perda Nomor 7 Tahun 2019,"
    text = f"Sejak berlakunya peraturan ini:\n{laws}\ndicabut dan dinyatakan tidak berlaku."
    listed, other = hit(text, "Pasal 20", document="ubah"), hit("Pasal 9 dicabut.", document="izin")
    assert [one.text for one in repealing_candidates(rule, [listed, other], LAWS.__getitem__)] == [text]


def test_a_point_of_a_changing_article_is_all_that_stands_below_it() -> None:
    changed, deleted = "(1) Tarif bus Rp6.000.", "2. Pasal 9 dihapus."
    first = hit(changed, "Pasal I", "1. Ketentuan Pasal 5 diubah sehingga berbunyi:", "Pasal 5")
    assert told("Apa isi Pasal I angka 1?", first, hit(deleted, "Pasal I")) == [(changed, True)]
    assert told("Apa isi Pasal I angka 2?", first, hit(deleted, "Pasal I")) == [(deleted, True)]
