"""Questions and ratings as they are kept, on both kinds of database."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from sqlalchemy import select

from rag.settings import Settings
from rag.types import Answer, Language, Outcome
from tests.fakes import WordEncoder
from tests.web.heard import ask, question, rated, save
from web.hearing import MOST_WAITING, Hearing
from web.records import migrating
from web.records.database import Database
from web.records.failures import RecordsUnavailable
from web.records.grouping import Grouping
from web.records.hearing import Heard, forget_before, forget_beyond
from web.records.models import CaseRow, HeardRow
from web.records.retention import forget

NIK = "1871012345678901"
MASKED = "[NIK/KK]"


class Words:
    """Groups questions that share three words of four."""

    def __init__(self) -> None:
        self._encoder = WordEncoder()
        self.fingerprint = self._encoder.fingerprint

    def vectors(self, questions):
        return self._encoder.encode_queries(questions)

    def place(self, vector, centres):
        cosines = centres @ vector
        return int(cosines.argmax()) if len(centres) and cosines.max() > 0.7 else None

    def topics(self, centres):
        return list(range(len(centres)))


def rows(database: Database) -> list[HeardRow]:
    with database.reading() as session:
        return list(session.scalars(select(HeardRow).order_by(HeardRow.id)))


def cases(database: Database) -> list[CaseRow]:
    with database.reading() as session:
        return list(session.scalars(select(CaseRow).order_by(CaseRow.id)))


def group(database: Database) -> None:
    grouping = Grouping(database, Words())
    while grouping.step():
        pass


def test_every_column_is_masked_and_cut(database: Database) -> None:
    texts = ("comment", "question", "answer", "outcome", "documents", "model", "index_version")
    save(database, Heard("1" * 32, "down", **dict.fromkeys((*texts, "language"), f"{NIK} {'x' * 9000}")))
    (row,) = rated(database)
    for name in texts:
        assert getattr(row, name).startswith(f"{MASKED} xxx"), name
    assert [len(getattr(row, name)) for name in texts] == [2000, 2000, 4000, 200, 4000, 200, 200]
    assert row.language == ""  # none that is known


def test_the_older_table_is_carried_over_with_every_word(place: str | Path) -> None:
    """A database of the revision before, with a rating in it, is brought up."""
    database = Database(place)
    database._make_file()
    names = "id, created_at, rating, comment, question, answer, outcome, language, documents, model, index_version"
    said = "'down', 'kurang', 'Berapa?', '4.584', 'answered', 'id', 'x.md', '" + NIK + "', 'v1'"
    with database._engine.connect().execution_options(writing=True) as connection, connection.begin():
        config = migrating._config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0004")
        row = f"('{'a' * 32}', '2026-05-01 08:15:00', {said})"
        connection.execute(sa.text(f"INSERT INTO feedback ({names}) VALUES {row}"))
    assert database.prepare().current
    (row,) = rated(database)
    assert (row.id, row.kind, row.comment, row.question, row.answer) == ("a" * 32, "down", "kurang", "Berapa?", "4.584")
    assert (row.outcome, row.language, row.documents, row.index_version) == ("answered", "id", "x.md", "v1")
    assert (row.model, row.at, row.case_id) == (MASKED, datetime(2026, 5, 1, 8, 15, tzinfo=UTC), None)


def test_questions_that_ask_the_same_become_one_case(database: Database) -> None:
    ask(database, question(1, "kapan pajak mobil jatuh tempo"), question(2, "berapa harga kopi di pasar"))
    ask(database, question(3, "kapan pajak mobil tempo"))
    group(database)
    assert [row.case_id for row in rows(database)] == [1, 2, 1]
    assert [case.question for case in cases(database)] == [
        "kapan pajak mobil jatuh tempo",
        "berapa harga kopi di pasar",
    ]


def test_a_blank_question_is_grouped_too(database: Database) -> None:
    save(database, Heard("1" * 32, "up"))
    group(database)
    assert [row.case_id for row in rows(database)] == [1]


def test_a_resolved_case_that_is_complained_of_again_is_open_again(database: Database) -> None:
    ask(database, question(1, "kapan pajak mobil jatuh tempo"))
    group(database)
    with database.writing() as session:
        session.get_one(CaseRow, 1).state = "resolved"
    ask(database, question(2, "kapan pajak mobil jatuh tempo", outcome="answered"))
    group(database)
    assert cases(database)[0].state == "resolved"
    save(database, Heard("3" * 32, "down", question="kapan pajak mobil jatuh tempo"))
    group(database)
    assert cases(database)[0].state == "open"


def test_what_is_too_old_goes_and_a_case_with_its_last_row(database: Database) -> None:
    old = datetime.now(UTC) - timedelta(days=40)
    ask(database, question(1, "pajak mobil", at=old), question(2, "harga kopi"))
    group(database)
    with database.writing() as session:
        assert forget_before(session, datetime.now(UTC) - timedelta(days=30)) == 1
    assert [case.question for case in cases(database)] == ["harga kopi"]


def test_the_oldest_go_when_there_are_too_many(database: Database) -> None:
    now = datetime.now(UTC)
    ask(database, *(question(number, "kopi", at=now - timedelta(hours=number)) for number in range(10)))
    with database.writing() as session:
        assert forget_beyond(session, 4) == 6
        assert forget_beyond(session, 4) == 0
    assert [int(row.id, 16) for row in rows(database)] == [0, 1, 2, 3]


def test_retention_runs_without_a_new_rating(database: Database) -> None:
    ask(database, question(1, "pajak mobil", at=datetime.now(UTC) - timedelta(days=400)))
    settings = Settings(_env_file=None)
    assert (forget(database, settings).feedback, rows(database)) == (1, [])


def answer(text: str) -> Answer:
    return Answer(text, Language.INDONESIAN, Outcome.NOT_FOUND)


def test_a_question_is_kept_without_who_asked(database: Database) -> None:
    hearing = Hearing(database, Settings(_env_file=None), Words())
    hearing.heard(answer(f"siapa pemilik {NIK}"))
    hearing.catch_up()
    (row,) = rows(database)
    assert (row.kind, row.question, row.outcome, row.case_id) == ("asked", f"siapa pemilik {MASKED}", "not_found", 1)


def test_questions_are_not_kept_where_the_setting_says_so(database: Database) -> None:
    hearing = Hearing(database, Settings(_env_file=None, keep_questions=False), Words())
    hearing.heard(answer("siapa"))
    hearing.catch_up()
    assert rows(database) == []


class Away(Database):
    """Cannot be written while `away`."""

    away = True

    def writing(self):
        if self.away:
            raise RecordsUnavailable("away")
        return super().writing()


def test_questions_wait_for_a_database_that_is_away_but_not_without_bound(place) -> None:
    database = Away(place)
    database.prepare()
    hearing = Hearing(database, Settings(_env_file=None), None)
    for number in range(MOST_WAITING + 5):
        hearing.heard(answer(f"pertanyaan {number}"))
    with pytest.raises(RecordsUnavailable):
        hearing.catch_up()
    hearing.heard(answer("yang terakhir"))
    with pytest.raises(RecordsUnavailable):
        hearing.catch_up()
    database.away = False
    hearing._write()
    kept = {row.question for row in rows(database)}
    assert (len(kept), "yang terakhir" in kept, "pertanyaan 5" in kept) == (MOST_WAITING, True, False)
    database.close()


def test_without_an_encoder_only_the_same_words_are_the_same_question(database: Database) -> None:
    ask(database, question(1, "Berapa pajak?"), question(2, "berapa  PAJAK?"), question(3, "pajak berapa?"))
    Grouping(database, None).step()
    assert [row.case_id for row in rows(database)] == [1, 1, 2]
