"""Rows of `heard` become cases: questions that ask the same, as the vectors of the encoder see it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from web.ports import QuestionMeaning, Vectors
from web.records.database import Database
from web.records.models import CaseRow, HeardRow

AT_ONCE = 32  # few, so that people who ask meanwhile do not wait for the encoder
_BLANK = "-"


@dataclass(slots=True)
class _Cases:
    """The cases that are known, in the order of `numbers`; the rows of `centres` are unit vectors."""

    numbers: list[int] = field(default_factory=list)
    sums: list[Vectors] = field(default_factory=list)

    def centres(self) -> Vectors:
        stacked = np.stack(self.sums)
        unit: Vectors = stacked / np.maximum(np.linalg.norm(stacked, axis=1, keepdims=True), 1e-12)
        return unit


class Grouping:
    """Puts what is not grouped yet into cases; one thread at a time."""

    def __init__(self, database: Database, meaning: QuestionMeaning | None) -> None:
        self._database = database
        self._meaning = meaning

    def step(self) -> int:
        """Groups the oldest AT_ONCE rows; how many there were. Raises RecordsUnavailable."""
        with self._database.reading() as session:
            waiting = _waiting(session)
        if not waiting:
            return 0
        vectors = self._vectors([row.question for row in waiting])  # outside of any transaction: it takes time
        with self._database.writing() as session:
            cases = self._known(session)
            for row, vector in zip(waiting, vectors, strict=True):
                self._put(session, row.id, vector, cases)
        return len(waiting)

    def _vectors(self, questions: Sequence[str]) -> Sequence[Vectors]:
        if self._meaning is None:
            return [_by_words(question) for question in questions]
        return list(self._meaning.vectors([question.strip() or _BLANK for question in questions]))

    @property
    def _encoder(self) -> str:
        return self._meaning.fingerprint if self._meaning else "words"

    def _known(self, session: Session) -> _Cases:
        """Those of this encoder; of another one none can be compared, and what is asked begins anew."""
        query = select(CaseRow.id, CaseRow.centre).where(CaseRow.encoder == self._encoder).order_by(CaseRow.id)
        cases = _Cases()
        for number, centre in session.execute(query):
            cases.numbers.append(number)
            cases.sums.append(np.frombuffer(centre, dtype=np.float16).astype(np.float32))
        return cases

    def _put(self, session: Session, heard_id: str, vector: Vectors, cases: _Cases) -> None:
        row = session.get(HeardRow, heard_id)
        if row is None or row.case_id is not None:
            return
        place = self._place(vector, cases)
        if place is None:
            case = self._begin(session, row, vector)
            cases.numbers.append(case.id)
            cases.sums.append(vector)
        else:
            case = session.get_one(CaseRow, cases.numbers[place])
            cases.sums[place] = cases.sums[place] + vector
            case.centre = _bytes(cases.sums[place])
            _come_again(case, row)
        row.case_id = case.id

    def _place(self, vector: Vectors, cases: _Cases) -> int | None:
        if not cases.numbers:
            return None
        centres = cases.centres()
        if self._meaning is not None:
            return self._meaning.place(vector, centres)
        return next((number for number, centre in enumerate(centres) if float(centre @ vector) > 0.999), None)

    def _begin(self, session: Session, row: HeardRow, vector: Vectors) -> CaseRow:
        case = CaseRow(
            question=row.question.strip() or _BLANK,
            language=row.language,
            state="open",
            first_at=row.at,
            last_at=row.at,
            encoder=self._encoder,
            centre=_bytes(vector),
            revision=1,
        )
        session.add(case)
        session.flush()
        return case


def _waiting(session: Session) -> list[HeardRow]:
    query = select(HeardRow).where(HeardRow.case_id.is_(None)).order_by(HeardRow.at, HeardRow.id).limit(AT_ONCE)
    return list(session.scalars(query))


def _come_again(case: CaseRow, row: HeardRow) -> None:
    """What was resolved and complained of again is open again."""
    case.first_at, case.last_at = min(case.first_at, row.at), max(case.last_at, row.at)
    complains = row.kind == "down" or (row.kind == "asked" and row.outcome != "answered")
    if case.state == "resolved" and complains and row.at >= case.last_at:
        case.state, case.revision = ("assigned" if case.assignee else "open"), case.revision + 1


def _bytes(vector: Vectors) -> bytes:
    """Halved until float16 holds it; the direction is what counts."""
    longest = float(np.abs(vector).max())
    return (vector / max(1.0, longest / 1000)).astype(np.float16).tobytes()


def _by_words(question: str) -> Vectors:
    """Without an encoder only the same words, in capitals or not, are the same question."""
    seed = np.frombuffer(" ".join(question.casefold().split()).encode() or b"-", dtype=np.uint8)
    generator = np.random.default_rng(seed)
    vector: Vectors = generator.normal(size=64).astype(np.float32)
    return vector / np.float32(np.linalg.norm(vector))
