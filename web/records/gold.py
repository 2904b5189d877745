"""The evaluators' own gold questions, in sheets; every change leaves a row in the audit log."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rag.evaluation.gold import GoldQuestion, make_question
from rag.wording.words import N_
from web.protection.privacy import mask
from web.records.audit import record
from web.records.failures import Unfit
from web.records.models import GoldQuestionRow, GoldSheetRow

MOST_QUESTIONS = 5000  # of a sheet
CHANGED = N_("Somebody changed this question meanwhile, so nothing was saved. Look at it again.")
TAKEN_ID = N_("There is a question %(id)s in this sheet already.")


def sheets(session: Session) -> list[tuple[GoldSheetRow, int]]:
    """With how many questions each holds, by name."""
    counted = func.count(GoldQuestionRow.id)
    query = (
        select(GoldSheetRow, counted)
        .outerjoin(GoldQuestionRow, GoldQuestionRow.sheet_id == GoldSheetRow.id)
        .group_by(GoldSheetRow.id)
        .order_by(GoldSheetRow.name)
    )
    return [(sheet, int(many)) for sheet, many in session.execute(query)]


def sheet_named(session: Session, actor: str, name: str) -> GoldSheetRow:
    """The sheet of this name, a new one where there is none. Raises Unfit for a blank name."""
    name = " ".join(mask(name).split())[:100]
    if not name:
        raise Unfit(N_("Give the sheet a name."))
    found = session.scalars(select(GoldSheetRow).where(GoldSheetRow.name == name)).first()
    if found is None:
        found = GoldSheetRow(name=name, made_by=actor, made_at=datetime.now(UTC))
        session.add(found)
        session.flush()
        record(session, actor, "gold.sheet_made", f"sheet:{found.id}", {"name": name})
    return found


def rows_of(session: Session, sheet_id: int, offset: int = 0, limit: int | None = None) -> list[GoldQuestionRow]:
    query = select(GoldQuestionRow).where(GoldQuestionRow.sheet_id == sheet_id).order_by(GoldQuestionRow.id)
    return list(session.scalars(query.offset(offset).limit(limit)))


def count(session: Session, sheet_id: int) -> int:
    return session.scalar(select(func.count(GoldQuestionRow.id)).where(GoldQuestionRow.sheet_id == sheet_id)) or 0


def question_in(row: GoldQuestionRow) -> GoldQuestion:
    """Raises BadInput for one of another release."""
    return make_question(json.loads(row.content), row.gold_id)


def add(session: Session, actor: str, sheet: GoldSheetRow, questions: Sequence[GoldQuestion]) -> None:
    """All of them or none. Raises Unfit for an id that the sheet has, and for too many."""
    known = set(session.scalars(select(GoldQuestionRow.gold_id).where(GoldQuestionRow.sheet_id == sheet.id)))
    if len(known) + len(questions) > MOST_QUESTIONS:
        raise Unfit(N_("A sheet holds at most %(most)s questions."), most=MOST_QUESTIONS)
    for question in questions:
        if question.id in known:
            raise Unfit(TAKEN_ID, id=question.id)
        known.add(question.id)
        session.add(_row(sheet, actor, question))
    record(session, actor, "gold.added", f"sheet:{sheet.id}", {"questions": len(questions)})


def change(session: Session, actor: str, row: GoldQuestionRow, revision: int, question: GoldQuestion) -> None:
    """The id stays. Raises Unfit where somebody has changed it since."""
    if row.revision != revision:
        raise Unfit(CHANGED)
    row.content, row.revision = _written(question.model_copy(update={"id": row.gold_id})), revision + 1
    row.changed_by, row.changed_at = actor, datetime.now(UTC)
    record(session, actor, "gold.changed", f"sheet:{row.sheet_id}", {"question": row.gold_id})


def remove(session: Session, actor: str, row: GoldQuestionRow) -> None:
    session.delete(row)
    record(session, actor, "gold.removed", f"sheet:{row.sheet_id}", {"question": row.gold_id})


def remove_sheet(session: Session, actor: str, sheet: GoldSheetRow) -> None:
    session.delete(sheet)
    record(session, actor, "gold.sheet_removed", f"sheet:{sheet.id}", {"name": sheet.name})


def _row(sheet: GoldSheetRow, actor: str, question: GoldQuestion) -> GoldQuestionRow:
    return GoldQuestionRow(
        sheet_id=sheet.id,
        gold_id=question.id[:200],
        content=_written(question),
        changed_by=actor,
        changed_at=datetime.now(UTC),
        revision=1,
    )


def _written(question: GoldQuestion) -> str:
    """Masked in what is asked; documents and expected words are public."""
    plain = question.model_dump(mode="json", exclude_defaults=True)
    said = {name: mask(plain[name]) for name in ("question", "notes") if plain.get(name)}
    return json.dumps({**plain, **said}, ensure_ascii=False)
