"""What the web remembers, in SQLite: feedback. Every text is masked before it is written."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from web.protection.privacy import mask

# One entry a version; the position is the schema's `user_version`. Never edit an entry, add one.
MIGRATIONS = (
    """
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
    """,
)


@dataclass(frozen=True, slots=True)
class Feedback:
    """A rating of one answer; `id` is the answer's, so a second rating replaces the first."""

    id: str
    rating: str  # "up" or "down"
    comment: str = ""
    question: str = ""
    answer: str = ""
    outcome: str = ""
    language: str = ""
    documents: str = ""  # ids, one a line
    model: str = ""
    index_version: str = ""


class Database:
    """A connection for each piece of work: safe from any thread, and nothing stays open."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def prepare(self) -> None:
        """Creates the file and brings its schema up to date."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._connection() as connection:
            # Readers go on while feedback is being written.
            connection.execute("PRAGMA journal_mode = WAL")
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            for number, migration in enumerate(MIGRATIONS[version:], start=version + 1):
                connection.executescript(f"BEGIN; {migration} PRAGMA user_version = {number:d}; COMMIT;")

    def save_feedback(self, feedback: Feedback, keep_days: int) -> None:
        """Writes a rating, masked, and forgets those older than `keep_days`."""
        now = datetime.now(UTC)
        row = {
            **asdict(feedback),
            "comment": mask(feedback.comment),
            "question": mask(feedback.question),
            "answer": mask(feedback.answer),
            "created_at": now.isoformat(timespec="seconds"),
        }
        with self._connection() as connection:
            connection.execute(
                "INSERT INTO feedback (id, created_at, rating, comment, question, answer, outcome, language,"
                " documents, model, index_version) VALUES (:id, :created_at, :rating, :comment, :question, :answer,"
                " :outcome, :language, :documents, :model, :index_version)"
                " ON CONFLICT (id) DO UPDATE SET rating = excluded.rating, comment = excluded.comment",
                row,
            )
            oldest = (now - timedelta(days=keep_days)).isoformat(timespec="seconds")
            connection.execute("DELETE FROM feedback WHERE created_at < ?", (oldest,))

    def feedback(self) -> list[dict[str, str]]:
        """All ratings, newest first."""
        with self._connection() as connection:
            rows = connection.execute("SELECT * FROM feedback ORDER BY created_at DESC, id").fetchall()
        return [dict(row) for row in rows]

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        connection = sqlite3.connect(self._path, timeout=10)
        connection.row_factory = sqlite3.Row
        try:
            with connection:
                yield connection
        finally:
            connection.close()
