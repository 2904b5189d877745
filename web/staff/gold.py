"""For evaluators: sheets of gold questions, uploaded, edited in the page, and taken away."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse, Response

from rag.errors import BadInput
from rag.evaluation.gold import GoldQuestion, Split, make_question
from rag.evaluation.sheets import COLUMNS, read_sheet, to_lines, to_rows
from rag.types import Language, Outcome
from rag.wording.words import N_
from web.protection.gate import in_thread
from web.protection.problems import Problem
from web.public.listing import page_number, pages_of
from web.records import gold
from web.records.database import Database
from web.records.failures import Unfit
from web.records.models import GoldQuestionRow, GoldSheetRow
from web.services import ServicesNow
from web.staff.evaluations import missing_documents
from web.staff.pages import Number, VisitorNow, show
from web.staff.tables import table_response

PATH = "/evaluations/sheets"
PAGE = 50
_UNREADABLE = N_("Nothing was added. %(reason)s")
router = APIRouter(prefix=PATH, include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a sheet; pages count from 1."""

    sheet: GoldSheetRow
    rows: list[tuple[GoldQuestionRow, GoldQuestion]]
    total: int
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class Typed:
    """The form of a question, as it was sent."""

    id: str = ""
    question: str = ""
    language: str = "id"
    kind: str = "single_fact"
    outcomes: tuple[str, ...] = ("answered",)
    documents: str = ""
    expected: str = ""
    split: str = "dev"
    notes: str = ""


@router.get("")
async def overview(request: Request, services: ServicesNow) -> Response:
    """The sheets, and the form to upload one."""
    return show(request, "sheets", sheets=await in_thread(_sheets, services.database), problem=None, name="")


@router.post("")
async def upload(request: Request, services: ServicesNow, visitor: VisitorNow) -> Response:
    """A file becomes a sheet, or more of one; without a file the sheet is begun empty."""
    form = await request.form(max_files=1)
    name, file = str(form.get("name", "")), form.get("file")
    given = (file.filename or "", await file.read()) if isinstance(file, UploadFile) and file.filename else None
    try:
        number = await in_thread(_take, services.database, visitor.name, name, given)
    except Unfit as problem:
        sheets = await in_thread(_sheets, services.database)
        return show(request, "sheets", 422, sheets=sheets, problem=problem, name=name)
    return RedirectResponse(f"{PATH}/{number}", 303)


@router.get("/{sheet_id}")
async def one(request: Request, services: ServicesNow, sheet_id: Number, page: str = "") -> Response:
    """The questions of a sheet."""
    leaf = await in_thread(_leaf, services.database, sheet_id, page_number(page))
    missing = await in_thread(missing_documents, [question for _, question in leaf.rows], services.pipeline)
    return show(request, "sheet", leaf=leaf, missing=missing)


@router.post("/{sheet_id}")
async def remove(services: ServicesNow, visitor: VisitorNow, sheet_id: Number) -> Response:
    """Deletes the sheet with its questions; runs over them stay."""
    await in_thread(_remove_sheet, services.database, visitor.name, sheet_id)
    return RedirectResponse(PATH, 303)


@router.get("/{sheet_id}/export/{kind}")
async def export(services: ServicesNow, sheet_id: Number, kind: Literal["jsonl", "csv", "xlsx"]) -> Response:
    """The sheet as a file that can be uploaded again."""
    leaf = await in_thread(_leaf, services.database, sheet_id, 1, gold.MOST_QUESTIONS)
    questions = [question for _, question in leaf.rows]
    if kind != "jsonl":
        return await in_thread(table_response, kind, f"gold-{sheet_id}", COLUMNS, to_rows(questions))
    headers = {"Content-Disposition": f'attachment; filename="gold-{sheet_id}.jsonl"'}
    return Response(to_lines(questions), media_type="application/x-ndjson; charset=utf-8", headers=headers)


@router.get("/{sheet_id}/questions/{number}")
async def question(request: Request, services: ServicesNow, sheet_id: Number, number: Number) -> Response:
    """The form of a question; number 0 is a new one."""
    row = await in_thread(_row, services.database, sheet_id, number)
    typed = _typed(gold.question_in(row)) if row else Typed()
    return _form(request, sheet_id, number, row.revision if row else 0, typed)


@router.post("/{sheet_id}/questions/{number}")
async def save(
    request: Request,
    services: ServicesNow,
    visitor: VisitorNow,
    sheet_id: Number,
    number: Number,
    revision: Annotated[int, Form()],
    do: Annotated[Literal["save", "remove"], Form()] = "save",
) -> Response:
    """Saves the question, not over what somebody changed meanwhile, or deletes it."""
    form = await request.form()
    said = {name: str(form.get(name, ""))[:4000] for name in ("id", "question", "language", "kind", "split", "notes")}
    more = {name: str(form.get(name, ""))[:4000] for name in ("documents", "expected")}
    typed = Typed(**said, **more, outcomes=tuple(str(each) for each in form.getlist("outcomes")))
    try:
        await in_thread(_save, services.database, visitor.name, (sheet_id, number, revision), typed, do == "remove")
    except Unfit as problem:
        return _form(request, sheet_id, number, revision, typed, problem)
    return RedirectResponse(f"{PATH}/{sheet_id}", 303)


def _form(
    request: Request, sheet_id: int, number: int, revision: int, typed: Typed, problem: Unfit | None = None
) -> Response:
    names = {"sheet_id": sheet_id, "number": number, "revision": revision, "typed": typed, "problem": problem}
    choices = {"languages": list(Language), "outcomes": list(Outcome), "splits": list(Split)}
    return show(request, "gold_question", 422 if problem else 200, **names, **choices)


def _typed(question: GoldQuestion) -> Typed:
    return Typed(
        question.id,
        question.question,
        question.language.value,
        question.kind,
        tuple(each.value for each in question.outcomes),
        "\n".join(question.documents),
        "\n".join(" | ".join(group) for group in question.expected),
        question.split.value,
        question.notes or "",
    )


def _sheets(database: Database) -> list[tuple[GoldSheetRow, int]]:
    with database.reading() as session:
        return gold.sheets(session)


def _take(database: Database, who: str, name: str, given: tuple[str, bytes] | None) -> int:
    """The number of the sheet. Raises Unfit."""
    try:
        questions = read_sheet(*given) if given else ()
    except BadInput as error:
        raise Unfit(_UNREADABLE, reason=str(error)) from error
    with database.writing() as session:
        sheet = gold.sheet_named(session, who, name or (given[0].rpartition(".")[0] if given else ""))
        if questions:
            gold.add(session, who, sheet, questions)
        return sheet.id


def _leaf(database: Database, sheet_id: int, number: int, limit: int = PAGE) -> Leaf:
    with database.reading() as session:
        sheet = session.get(GoldSheetRow, sheet_id)
        if sheet is None:
            raise Problem(404, "not_found")
        total = gold.count(session, sheet_id)
        number = min(number, pages_of(total, limit))
        rows = gold.rows_of(session, sheet_id, (number - 1) * limit, limit)
        return Leaf(sheet, [(row, gold.question_in(row)) for row in rows], total, number, pages_of(total, limit))


def _row(database: Database, sheet_id: int, number: int) -> GoldQuestionRow | None:
    """None for a new one. Raises Problem with status 404."""
    with database.reading() as session:
        row = session.get(GoldQuestionRow, number) if number else None
        if session.get(GoldSheetRow, sheet_id) is None or (number and (row is None or row.sheet_id != sheet_id)):
            raise Problem(404, "not_found")
        return row


def _save(database: Database, who: str, place: tuple[int, int, int], typed: Typed, remove: bool) -> None:
    sheet_id, number, revision = place
    with database.writing() as session:
        sheet, row = session.get(GoldSheetRow, sheet_id), session.get(GoldQuestionRow, number) if number else None
        if sheet is None or (number and (row is None or row.sheet_id != sheet_id)):
            raise Problem(404, "not_found")
        if row is None:
            gold.add(session, who, sheet, [_made(typed)])
        elif remove:
            gold.remove(session, who, row)
        else:
            gold.change(session, who, row, revision, _made(typed))


def _made(typed: Typed) -> GoldQuestion:
    """Raises Unfit."""
    groups = [[part.strip() for part in line.split("|") if part.strip()] for line in typed.expected.splitlines()]
    fields = {
        "id": typed.id.strip(),
        "question": typed.question.strip(),
        "language": typed.language,
        "kind": typed.kind.strip(),
        "outcomes": typed.outcomes,
        "documents": [line.strip() for line in typed.documents.splitlines() if line.strip()],
        "expected": [group for group in groups if group],
        "split": typed.split,
        "notes": typed.notes.strip() or None,
    }
    try:
        return make_question(fields, typed.id.strip() or "-")
    except BadInput as error:
        raise Unfit(N_("This cannot be a gold question: %(reason)s"), reason=str(error)) from error


def _remove_sheet(database: Database, who: str, sheet_id: int) -> None:
    with database.writing() as session:
        sheet = session.get(GoldSheetRow, sheet_id)
        if sheet is None:
            raise Problem(404, "not_found")
        gold.remove_sheet(session, who, sheet)
