import json
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from rag.errors import BadInput
from rag.evaluation.importers import read_questions
from rag.types import Language, Outcome


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_nested_squad_gives_distinct_answers_and_impossible_questions(tmp_path: Path) -> None:
    answered = {
        "id": "1",
        "question": "Siapa gubernurnya?",
        "answers": [{"text": "Ani"}, {"text": "Ani"}, {"text": "Bu Ani"}],
    }
    impossible = {"id": "2", "question": "Kapan ia lahir?", "answers": [], "is_impossible": True}
    paragraph = {"context": "...", "document_id": "p-7", "qas": [answered, impossible]}
    data = {"data": [{"title": "T", "paragraphs": [paragraph]}]}
    first, second = read_questions([_write(tmp_path / "squad.json", json.dumps(data))])
    assert (first.expected, first.documents) == ((("Ani", "Bu Ani"),), ("p-7",))
    assert second.must_refuse


def test_flat_squad_rows_are_recognised_among_json_lines(tmp_path: Path) -> None:
    rows = [
        {"qid": "a", "question": "Di mana ia lahir?", "passage_id": "p-1", "answerable": True, "answers": ["Metro"]},
        {"qid": "b", "question": "Who was it?", "passage_id": "p-1", "answerable": False, "answers": []},
        {"qid": "c", "question": "Siapa dia?", "answers": {"text": ["Budi"], "answer_start": [3]}},
    ]
    questions = read_questions([_write(tmp_path / "flat.jsonl", "\n".join(map(json.dumps, rows)))])
    assert [question.id for question in questions] == ["a", "b", "c"]
    assert [question.must_answer for question in questions] == [True, False, True]
    assert questions[0].documents == ("p-1",)
    assert questions[1].language is Language.ENGLISH
    assert questions[2].expected == (("Budi",),)


@pytest.mark.parametrize(
    "row",
    [
        {"id": "1", "answers": [{"text": "Ani"}]},
        {"id": "1", "question": None, "answers": [{"text": "Ani"}]},
        {"id": "1", "question": "Siapa?", "answers": [{"text": None}]},
        {"id": "1", "question": "Siapa?", "answers": [{"answer_start": 3}]},
        {"id": "1", "question": "Siapa?", "answers": [None]},
        {"id": "1", "question": "Siapa?", "answers": 7},
        "Siapa?",
    ],
)
def test_squad_without_a_question_or_with_an_answer_without_text_is_bad_input(tmp_path: Path, row: object) -> None:
    data = {"data": [{"paragraphs": [{"context": "...", "qas": [row]}]}]}
    with pytest.raises(BadInput, match=r"squad\.json"):
        read_questions([_write(tmp_path / "squad.json", json.dumps(data))])


def test_a_flat_row_with_an_answer_without_text_is_named(tmp_path: Path) -> None:
    row = {"id": "1", "question": "Siapa?", "answers": {"text": [None]}}
    with pytest.raises(BadInput, match="line 1: an answer has no text"):
        read_questions([_write(tmp_path / "flat.jsonl", json.dumps(row))])


def test_beir_keeps_judged_queries_and_positive_grades(tmp_path: Path) -> None:
    queries = [{"_id": "q1", "text": "apa itu kopi"}, {"_id": "q2", "text": "tanpa penilaian"}]
    _write(tmp_path / "queries.jsonl", "\n".join(map(json.dumps, queries)))
    _write(tmp_path / "qrels" / "test.tsv", "query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\td2\t0\nq1\td3\t1\n")
    [question] = read_questions([tmp_path])
    assert (question.id, question.documents, question.expected) == ("q1", ("d1", "d3"), ())


def test_beir_without_judgements_says_what_is_missing(tmp_path: Path) -> None:
    _write(tmp_path / "queries.jsonl", "")
    (tmp_path / "qrels").mkdir()
    with pytest.raises(BadInput, match=r"no test\.tsv"):
        read_questions([tmp_path])


def test_a_semicolon_csv_with_indonesian_columns(tmp_path: Path) -> None:
    text = 'No;Pertanyaan;Jawaban;Dokumen\n7;Berapa lama?;"3 bulan|tiga bulan;alumni";a.md\n8;Siapa bupatinya?;;\n'
    first, second = read_questions([_write(tmp_path / "soal.csv", text)])
    assert first.id == "7"
    assert first.expected == (("3 bulan", "tiga bulan"), ("alumni",))
    assert first.documents == ("a.md",)
    assert second.outcomes == (Outcome.NOT_FOUND, Outcome.DECLINED)


def test_a_csv_from_windows_is_read(tmp_path: Path) -> None:
    path = tmp_path / "windows.csv"
    path.write_bytes("question,answer\nSiapa atasé itu?,Aziza\n".encode("cp1252"))
    [question] = read_questions([path])
    assert question.question == "Siapa atasé itu?"


def test_an_xlsx_sheet_is_read_like_a_csv(tmp_path: Path) -> None:
    book = Workbook()
    for row in (["Pertanyaan", "Jawaban", "Bahasa"], ["Berapa orang?", 385, "Indonesia"], [None, None, None]):
        book.active.append(row)
    book.save(tmp_path / "soal.xlsx")
    [question] = read_questions([tmp_path / "soal.xlsx"])
    assert question.expected == (("385",),)
    assert question.id == "row-2"


def test_a_day_in_a_workbook_is_a_day_and_a_moment_keeps_its_time(tmp_path: Path) -> None:
    book = Workbook()
    rows = (
        ["No", "Pertanyaan", "Jawaban"],
        [1, "Kapan?", date(2026, 2, 12)],
        [2, "Kapan?", datetime(2026, 2, 12, 19, 30)],
    )
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "soal.xlsx")
    day, moment = read_questions([tmp_path / "soal.xlsx"])
    assert day.expected == (("2026-02-12",),)
    assert moment.expected == (("2026-02-12 19:30:00",),)


@pytest.mark.parametrize("character", ["\u2028", "\x0b", "\x85", "\x1c"])
def test_only_line_ends_separate_the_rows_of_a_csv(tmp_path: Path, character: str) -> None:
    text = f'question,answer\nSiapa{character}bupatinya?,"Ani\nBudi"\n'
    [question] = read_questions([_write(tmp_path / "soal.csv", text)])
    assert question.question == f"Siapa{character}bupatinya?"
    assert question.expected == (("Ani\nBudi",),)


def test_a_csv_that_is_no_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"soal\.csv: is not a readable table"):
        read_questions([_write(tmp_path / "soal.csv", "question\n" + "x" * 200_000)])


def test_a_broken_workbook_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"soal\.xlsx: is not a readable"):
        read_questions([_write(tmp_path / "soal.xlsx", "not a workbook")])


def test_a_table_without_a_question_column_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="'question' or 'pertanyaan'"):
        read_questions([_write(tmp_path / "x.csv", "a,b\n1,2\n")])


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"gone\.jsonl: there is no such"):
        read_questions([tmp_path / "gone.jsonl"])
