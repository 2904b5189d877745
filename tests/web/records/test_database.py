import sqlite3
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from rag.errors import BadInput
from tests.patience import wait_until
from tests.web.accounts import sign_in
from tests.web.conftest import Open
from tests.web.heard import rated, save
from tests.web.postgres import binaries, fresh_database, restartable
from web.protection.permissions import Role
from web.records import database as database_module
from web.records import engine
from web.records.database import Database
from web.records.engine import address_of, open_engine
from web.records.failures import RecordsFull, RecordsLocked, RecordsNewer, RecordsUnavailable, told_apart
from web.records.hearing import Heard
from web.records.models import AttemptRow, Base

# As the program wrote it before it had migrations.
BEFORE = """
    CREATE TABLE feedback (
        id TEXT PRIMARY KEY,
        created_at TEXT NOT NULL,
        rating TEXT NOT NULL CHECK (rating IN ('up', 'down')),
        comment TEXT NOT NULL,
        question TEXT NOT NULL,
        answer TEXT NOT NULL,
        outcome TEXT NOT NULL,
        language TEXT NOT NULL,
        documents TEXT NOT NULL,
        model TEXT NOT NULL,
        index_version TEXT NOT NULL
    );
    CREATE INDEX feedback_created_at ON feedback (created_at);
    INSERT INTO feedback VALUES
        ('a', '2026-05-01T08:15:00+00:00', 'up', 'bagus', 'Berapa?', '4.584', 'answered', 'id', 'x.md', '', 'v1'),
        ('b', '2026-05-02T00:00:00+00:00', 'down', '', 'Siapa?', '', 'not_found', 'id', '', '', 'v1');
    PRAGMA user_version = 1;
"""
RATING = {"id": "0" * 32, "rating": "down", "comment": "kurang"}


def older_file(path: Path, version: int = 1) -> None:
    with sqlite3.connect(path) as connection:
        connection.executescript(BEFORE + f"PRAGMA user_version = {version};")
    connection.close()


def test_the_migrations_make_the_tables_that_the_program_uses(database: Database) -> None:
    with database._engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_a_file_of_before_is_carried_over_with_every_rating(tmp_path: Path) -> None:
    older_file(tmp_path / "old.sqlite")
    database = Database(tmp_path / "old.sqlite")
    assert database.prepare().current
    newer, older = rated(database)
    assert (older.id, older.kind, older.comment, older.documents) == ("a", "up", "bagus", "x.md")
    assert older.at == datetime(2026, 5, 1, 8, 15, tzinfo=UTC)
    assert (newer.id, newer.outcome) == ("b", "not_found")


def test_a_migration_that_fails_leaves_the_older_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    older_file(path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE feedback SET created_at = 'yesterday' WHERE id = 'b'")
    connection.close()
    with pytest.raises(ValueError, match="yesterday"):
        Database(path).prepare()
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM feedback").fetchone() == (2,)
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    assert tables == [("feedback",)]


def test_a_newer_database_is_refused_in_words(database: Database, place: str | Path) -> None:
    with database.writing() as session:
        session.execute(sqlalchemy.text("UPDATE alembic_version SET version_num = '9999'"))
    for look in (database.standing, Database(place).prepare):
        with pytest.raises(RecordsNewer, match="newer version of this program: run that version"):
            look()


def test_a_newer_file_without_revisions_is_refused_too(tmp_path: Path) -> None:
    older_file(tmp_path / "new.sqlite", version=2)
    with pytest.raises(RecordsNewer):
        Database(tmp_path / "new.sqlite").prepare()


def test_preparing_by_many_at_once_does_it_once(place: str | Path) -> None:
    problems: list[BaseException] = []

    def prepare() -> None:
        try:
            Database(place).prepare()
        except BaseException as error:  # told below, in the thread of the test
            problems.append(error)

    threads = [threading.Thread(target=prepare) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert Database(place).standing().current


def test_a_transaction_that_fails_leaves_nothing(database: Database) -> None:
    now = datetime.now(UTC)

    def fail() -> None:
        with database.writing() as session:
            session.add(AttemptRow(key="k", failures=1, last_at=now, blocked_until=now))
            session.flush()
            raise KeyError("broken")

    with pytest.raises(KeyError):
        fail()
    with database.reading() as session:
        assert session.get(AttemptRow, "k") is None


def test_one_writes_while_others_read(database: Database) -> None:
    save(database, Heard("1" * 32, "up"))
    with database.writing() as writing:
        now = datetime.now(UTC)
        writing.add(AttemptRow(key="k", failures=1, last_at=now, blocked_until=now))
        writing.flush()
        assert len(rated(database)) == 1


def test_ratings_of_many_at_once_are_all_kept(database: Database) -> None:
    ids = [f"{number:032x}" for number in range(24)]
    threads = [threading.Thread(target=save, args=(database, Heard(each, "up"))) for each in ids]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(row.id for row in rated(database)) == ids


def test_an_address_is_never_shown_with_its_password() -> None:
    assert (
        Database("postgresql://tanya:rahasia@db.example/tanya").name
        == "postgresql+psycopg://tanya:***@db.example/tanya"
    )


@pytest.mark.parametrize(
    ("place", "driver", "file"),
    [
        ("var/tanya.sqlite", "sqlite+pysqlite", "var/tanya.sqlite"),
        ("sqlite:////srv/t.sqlite", "sqlite+pysqlite", "/srv/t.sqlite"),
        ("postgresql://u@h/n", "postgresql+psycopg", "n"),
        ("postgresql+psycopg://u@h/n", "postgresql+psycopg", "n"),
    ],
)
def test_the_setting_is_a_file_or_an_address(place: str, driver: str, file: str) -> None:
    url = address_of(place)
    assert (url.drivername, url.database) == (driver, file)


@pytest.mark.parametrize("place", ["mysql://u@h/n", "sqlite://", "://"])
def test_another_kind_of_database_is_refused(place: str) -> None:
    with pytest.raises(BadInput):
        address_of(place)


@pytest.mark.parametrize(
    ("reason", "kind"),
    [("database or disk is full", RecordsFull), ("database is locked", RecordsLocked), ("no", RecordsUnavailable)],
)
def test_what_the_driver_says_is_told_apart(reason: str, kind: type[Exception]) -> None:
    with pytest.raises(kind), told_apart("f"):
        raise sqlite3.OperationalError(reason)


def test_without_its_database_the_page_answers_and_feedback_is_503(open_client: Open, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    client = open_client(database=tmp_path / "file" / "not-a-folder.sqlite")
    assert client.get("/?q=Taiwan").status_code == 200
    answer = client.post("/api/feedback", json=RATING)
    assert (answer.status_code, answer.json()["error"]["code"]) == (503, "records_unavailable")
    assert client.get("/login").status_code == 200
    page = client.post("/login", data={"name": "a", "password": "b"})
    assert page.status_code == 503
    assert "not-a-folder" not in page.text


def test_a_newer_database_is_told_and_the_public_page_goes_on(open_client: Open, tmp_path: Path) -> None:
    older_file(tmp_path / "new.sqlite", version=7)
    client = open_client(database=tmp_path / "new.sqlite")
    assert client.get("/").status_code == 200
    assert client.post("/api/feedback", json=RATING).json()["error"]["code"] == "records_newer"


def test_a_database_that_goes_away_and_comes_back_is_used_again(open_client: Open, tmp_path: Path) -> None:
    client, path = open_client(), tmp_path / "test.sqlite"
    client.post("/api/feedback", json=RATING)
    path.rename(tmp_path / "away")
    assert client.post("/api/feedback", json=RATING).status_code == 503
    assert not path.exists()
    (tmp_path / "away").rename(path)
    assert client.post("/api/feedback", json=RATING).status_code == 201


def test_a_locked_database_is_503_after_a_while(
    open_client: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual_s = engine.PATIENCE_S
    monkeypatch.setattr(engine, "PATIENCE_S", 0.2)
    client = open_client()
    holder = sqlite3.connect(tmp_path / "test.sqlite", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    began = time.monotonic()
    answer = client.post("/api/feedback", json=RATING)
    assert (answer.status_code, answer.json()["error"]["code"]) == (503, "records_locked")
    assert time.monotonic() - began < usual_s
    holder.execute("ROLLBACK")
    holder.close()
    assert client.post("/api/feedback", json=RATING).status_code == 201


def test_a_full_disk_is_503_and_nothing_is_lost(open_client: Open, tmp_path: Path) -> None:
    client = open_client()
    client.post("/api/feedback", json=RATING)

    def no_more_pages(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")  # SQLite then lets the file grow no further

    database = client.app.state.services.database  # type: ignore[attr-defined]
    sqlalchemy.event.listen(database._engine, "connect", no_more_pages)
    long = {**RATING, "answer": "x" * 20_000, "documents": "x" * 20_000}
    answers = [client.post("/api/feedback", json={**long, "id": f"{number:032x}"}) for number in range(1, 30)]
    codes = [answer.json().get("error", {}).get("code") for answer in answers]  # the first find room that was free
    assert (answers[-1].status_code, codes[-1]) == (503, "records_full")
    assert len(rated(database)) == 1 + codes.count(None)


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "t.sqlite").write_text("these are notes and no database " * 100)
    with pytest.raises(RecordsUnavailable, match="not a database"):
        Database(tmp_path / "t.sqlite").prepare()
    assert (tmp_path / "t.sqlite").read_text().startswith("these are notes")


def test_while_the_database_is_away_pages_of_staff_are_503_and_the_session_lasts(
    open_client: Open, tmp_path: Path
) -> None:
    client, path = sign_in(open_client(), Role.ADMINISTRATOR), tmp_path / "test.sqlite"
    path.rename(tmp_path / "away")
    for page in ("/staff", "/staff/audit", "/account", "/evaluations"):
        answer = client.get(page, follow_redirects=False)
        assert answer.status_code == 503
        assert "tidak dapat dijangkau" in answer.text
    assert client.get("/?q=Taiwan").status_code == 200
    (tmp_path / "away").rename(path)
    assert client.get("/staff").status_code == 200


def test_while_nothing_can_be_written_one_can_still_read(
    open_client: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PATIENCE_S", 0.1)
    client = sign_in(open_client(), Role.ADMINISTRATOR)
    with sqlite3.connect(tmp_path / "test.sqlite") as connection:
        connection.execute("UPDATE sessions SET seen_at = datetime(seen_at, '-30 minutes') || '.000000'")
    connection.close()
    holder = sqlite3.connect(tmp_path / "test.sqlite", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    assert client.get("/staff/audit").status_code == 200
    holder.execute("ROLLBACK")
    holder.close()


def test_a_server_that_vanishes_without_a_word_is_given_up_after_ten_seconds(postgres: str) -> None:
    with fresh_database(postgres, "vanishing") as address, open_engine(address_of(address)).connect() as connection:
        asked = connection.connection.driver_connection.info.get_parameters()  # type: ignore[union-attr]
    assert (asked["tcp_user_timeout"], asked["keepalives_idle"]) == ("10000", "10")


def test_a_server_that_is_not_there_is_told_without_its_password() -> None:
    with pytest.raises(RecordsUnavailable) as told:
        Database("postgresql://tanya:rahasia@127.0.0.1:1/tanya").prepare()
    assert "127.0.0.1:1" in str(told.value)
    assert "rahasia" not in str(told.value)


def test_a_file_that_was_deleted_is_begun_anew_after_a_while(
    open_client: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, path = open_client(), tmp_path / "test.sqlite"
    client.post("/api/feedback", json=RATING)
    for file in tmp_path.glob("test.sqlite*"):
        file.unlink(missing_ok=True)  # SQLite takes away its own when a connection ends
    answers = [client.post("/api/feedback", json=RATING) for _ in range(2)]
    assert [answer.json()["error"]["code"] for answer in answers] == ["records_unavailable"] * 2
    assert client.get("/?q=Taiwan").status_code == 200
    assert not path.exists()
    monkeypatch.setattr(database_module, "RETRY_S", 0.0)
    assert client.post("/api/feedback", json=RATING).status_code == 201
    assert [row.comment for row in rated(Database(path))] == ["kurang"]


def test_a_file_whose_folder_is_gone_is_not_begun_anew(
    open_client: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "RETRY_S", 0.0)
    client = open_client(database=tmp_path / "disk" / "t.sqlite")
    assert client.post("/api/feedback", json=RATING).status_code == 201
    (tmp_path / "disk").rename(tmp_path / "unmounted")
    assert [client.post("/api/feedback", json=RATING).status_code for _ in range(3)] == [503] * 3
    assert not (tmp_path / "disk").exists()
    (tmp_path / "unmounted").rename(tmp_path / "disk")
    assert client.post("/api/feedback", json=RATING).status_code == 201


def test_a_file_that_turned_into_garbage_is_503_until_it_is_put_back(
    open_client: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "RETRY_S", 0.0)
    client, path = open_client(), tmp_path / "test.sqlite"
    client.post("/api/feedback", json=RATING)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    whole = path.read_bytes()
    path.write_bytes(b"notes, and no database " * 400)
    assert [client.post("/api/feedback", json=RATING).status_code for _ in range(2)] == [503, 503]
    assert client.get("/?q=Taiwan").status_code == 200
    assert path.read_bytes().startswith(b"notes")
    path.write_bytes(whole)
    assert client.post("/api/feedback", json={**RATING, "id": "1" * 32}).status_code == 201
    assert len(rated(Database(path))) == 2


@pytest.mark.parametrize("value", ["'kemarin'", "x'ff00'", "9223372036854775807"])
def test_a_moment_that_is_damaged_is_a_503_and_questions_go_on(open_client: Open, tmp_path: Path, value: str) -> None:
    client = sign_in(open_client(), Role.ADMINISTRATOR)
    with sqlite3.connect(tmp_path / "test.sqlite") as connection:
        connection.execute(f"UPDATE accounts SET created_at = {value}")
    connection.close()
    assert [client.get(page).status_code for page in ("/staff", "/staff/users")] == [503, 503]
    assert client.get("/?q=Taiwan").status_code == 200


STAFF_PAGES = ("/staff", "/staff/audit", "/staff/users", "/staff/feedback", "/evaluations", "/account")


def test_a_postgresql_that_is_lost_and_comes_back(open_client: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = binaries()
    if folder is None:
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    monkeypatch.setattr(database_module, "RETRY_S", 0.1)
    monkeypatch.setattr(database_module, "REST_S", 0.1)
    with restartable(folder) as server:
        address = server.address.format(name="postgres")
        client = sign_in(open_client(database=address, requests_per_minute=10_000), Role.ADMINISTRATOR)
        for again in range(2):
            server.stop()
            assert [client.get(page).status_code for page in STAFF_PAGES] == [503] * len(STAFF_PAGES)
            lost = client.post("/api/feedback", json={**RATING, "id": f"{again:032x}"})
            assert (lost.status_code, lost.json()["error"]["code"]) == (503, "records_unavailable")
            assert client.post("/login", data={"name": "a", "password": "b"}).status_code == 503
            assert client.post("/api/ask", json={"question": "Taiwan"}).status_code == 200
            assert client.post("/", data={"q": "Taiwan"}).status_code == 200
            server.start()
            wait_until(lambda: client.get("/staff").status_code == 200)
            assert [client.get(page).status_code for page in STAFF_PAGES] == [200] * len(STAFF_PAGES)
            assert client.post("/api/feedback", json={**RATING, "id": f"{again:032x}"}).status_code == 201
            answer = client.post("/", data={"q": "Taiwan"}, follow_redirects=False)
            assert answer.headers["location"].startswith("/answers/")


def test_a_file_that_is_locked_when_it_is_to_be_migrated_is_told_and_migrated_later(
    open_client: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PATIENCE_S", 0.2)
    monkeypatch.setattr(database_module, "PATIENCE_S", 0.2)
    monkeypatch.setattr(database_module, "RETRY_S", 0.1)
    path = tmp_path / "old.sqlite"
    older_file(path)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    client = open_client(database=path)  # the site starts all the same
    assert client.get("/?q=Taiwan").status_code == 200
    told = client.post("/api/feedback", json=RATING)
    assert (told.status_code, told.json()["error"]["code"]) == (503, "records_locked")
    holder.execute("ROLLBACK")
    holder.close()
    wait_until(lambda: client.post("/api/feedback", json=RATING).status_code == 201)
    assert sorted(row.id for row in rated(Database(path))) == ["0" * 32, "a", "b"]


def test_an_empty_file_in_its_place_gets_its_tables(open_client: Open, tmp_path: Path) -> None:
    client, path = open_client(), tmp_path / "test.sqlite"
    for file in tmp_path.glob("test.sqlite*"):
        file.unlink()
    path.touch()
    answers = [client.post("/api/feedback", json=RATING).status_code for _ in range(2)]
    assert answers[-1] == 201


def test_while_the_file_is_read_only_feedback_is_503_and_then_taken_again(open_client: Open) -> None:
    client, read_only = open_client(), [True]

    def refuse_writing(connection: sqlite3.Connection, _: object) -> None:
        connection.execute(f"PRAGMA query_only = {int(read_only[0])}")

    database = client.app.state.services.database  # type: ignore[attr-defined]
    sqlalchemy.event.listen(database._engine, "connect", refuse_writing)
    answer = client.post("/api/feedback", json=RATING)
    assert (answer.status_code, answer.json()["error"]["code"]) == (503, "records_read_only")
    assert client.get("/?q=Taiwan").status_code == 200
    read_only[0] = False
    assert client.post("/api/feedback", json=RATING).status_code == 201
