"""For evaluators: runs started, listed, shown, compared, named; versions of the index approved or held back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form, Request
from markupsafe import Markup
from starlette.responses import JSONResponse, RedirectResponse, Response

from rag.errors import BadInput, RagError
from rag.evaluation.background import Progress
from rag.evaluation.compare import compare_runs
from rag.evaluation.gate import Verdict, check_gate, load_gate
from rag.evaluation.gold import GoldQuestion, Split
from rag.evaluation.report import render_body
from rag.evaluation.run import Run
from rag.evaluation.run_store import Listed, fetch, list_runs
from rag.evaluation.runner import Answering
from rag.evaluation.wording import wording
from rag.library.trying import CANDIDATE
from rag.settings import Settings
from rag.types import Language
from rag.wording.words import Words
from web.i18n import words_for
from web.protection.gate import in_thread
from web.protection.problems import Problem
from web.public.listing import page_number, pages_of
from web.records import gold, runs
from web.records.database import Database
from web.records.failures import Unfit
from web.records.models import EvaluationRunRow, GoldSheetRow, IndexVerdictRow
from web.services import Services, ServicesNow
from web.staff.pages import VisitorNow, show
from web.staff.starting_runs import CURRENT, PROGRAM, Choice, progress_of, start_run, stop_run

PATH = "/evaluations"
SHOWN = ("right", "answered_right", "refused_right", "exact_quotes")
PAGE = 25
router = APIRouter(prefix=PATH, include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Shelf:
    """One page of the runs, with what people said of them; pages count from 1."""

    runs: list[tuple[Listed, EvaluationRunRow | None]]
    unkept: list[tuple[EvaluationRunRow, str]]
    sheets: list[tuple[GoldSheetRow, int]]
    versions: tuple[str, ...]
    verdicts: dict[str, IndexVerdictRow]
    number: int
    pages: int


@router.get("")
async def overview(request: Request, services: ServicesNow, page: str = "") -> Response:
    """The runs, latest first, what is running, and the form for a new one."""
    return await _overview(request, services, page=page)


@router.post("/start")
async def start(
    request: Request,
    services: ServicesNow,
    visitor: VisitorNow,
    name: Annotated[str, Form(max_length=200)] = "",
    note: Annotated[str, Form(max_length=4000)] = "",
    sheet: Annotated[str, Form(max_length=20)] = PROGRAM,
    language: Annotated[str, Form(max_length=2)] = "",
    split: Annotated[str, Form(max_length=4)] = "",
    index: Annotated[str, Form(max_length=100)] = CURRENT,
    most: Annotated[str, Form(max_length=6)] = "",
) -> Response:
    """Starts a run; a second one meanwhile is refused."""
    choice = Choice(sheet, language, split, index, int(most) if most.isdecimal() and int(most) else None)
    try:
        await in_thread(start_run, services, visitor.name, (name, note), choice)
    except Unfit as problem:
        return await _overview(request, services, problem=problem, choice=choice, typed=(name, note))
    return RedirectResponse(PATH, 303)


@router.post("/stop")
async def stop(services: ServicesNow, visitor: VisitorNow) -> Response:
    """The run ends after the question that it is at; its answers are not kept."""
    await in_thread(stop_run, services, visitor.name)
    return RedirectResponse(PATH, 303)


@router.get("/standing")
async def standing(request: Request, services: ServicesNow) -> JSONResponse:
    """How far the run is, for the script of the page."""
    progress = await in_thread(progress_of, services)
    return JSONResponse({"running": progress.running, "text": _progress_text(progress, words_for(request))})


@router.get("/runs/{name}")
async def one(request: Request, services: ServicesNow, name: str) -> Response:
    """One run: what the gate says, what failed and why."""
    return await _run_page(request, services, name)


@router.post("/runs/{name}")
async def change(
    services: ServicesNow,
    visitor: VisitorNow,
    name: str,
    title: Annotated[str, Form(max_length=200)] = "",
    note: Annotated[str, Form(max_length=4000)] = "",
) -> Response:
    """Its name and note."""
    await in_thread(_fetch, name, services.settings)
    await in_thread(_change, services.database, visitor.name, name, title, note)
    return RedirectResponse(f"{PATH}/runs/{name}?done=saved", 303)


@router.post("/verdict")
async def verdict(
    request: Request,
    services: ServicesNow,
    visitor: VisitorNow,
    run: Annotated[str, Form(max_length=200)],
    do: Annotated[Literal["approve", "hold"], Form()],
    reason: Annotated[str, Form(max_length=1000)] = "",
) -> Response:
    """Approves the index that a run asked, or holds it back; publishing shows it."""
    try:
        await in_thread(_judge, services, visitor.name, run, do == "approve", reason)
    except Unfit as problem:
        return await _run_page(request, services, run, problem=problem)
    return RedirectResponse(f"{PATH}/runs/{run}?done=judged", 303)


@router.get("/compare")
async def compare(request: Request, services: ServicesNow, before: str, after: str) -> Response:
    """The later run with what changed against the earlier one."""
    return await _run_page(request, services, after, before=before)


async def _overview(
    request: Request,
    services: Services,
    page: str = "",
    problem: Unfit | None = None,
    choice: Choice | None = None,
    typed: tuple[str, str] = ("", ""),
) -> Response:
    words = words_for(request)
    shelf = await in_thread(_shelf, services, page_number(page))
    progress = await in_thread(progress_of, services)
    names = {"shelf": shelf, "choice": choice or Choice(), "typed": typed, "problem": problem, "splits": list(Split)}
    names |= {"progress": progress, "told": _progress_text(progress, words), "shown": SHOWN}
    names |= {"states": runs.STATES, "report": wording(words.language), "can_try": services.tried is not None}
    return show(request, "evaluations", 409 if problem else 200, **names)


async def _run_page(
    request: Request, services: Services, name: str, before: str = "", problem: Unfit | None = None
) -> Response:
    language = words_for(request).language
    facts = await in_thread(_facts, services, name, before, language)
    done = request.query_params.get("done", "")
    status = 422 if problem else 200
    return show(request, "evaluation", status, name=name, before=before, problem=problem, done=done, **facts)


def _facts(services: Services, name: str, before: str, language: Language) -> dict[str, Any]:
    run = _fetch(name, services.settings)
    body = _compared(before, run, services.settings, language) if before else render_body(run, None, language)
    with services.database.reading() as session:
        said = runs.by_folder(session)
        judged = runs.verdicts(session).get(_index_of(run, said.get(name)))
    return {
        "run": run,
        "body": body,
        "said": said.get(name),
        "earlier": said.get(before),
        "judged": judged,
        "gate": _gate(run, services.settings, language),
        "missing": missing_documents([item.gold for item in run.items], services.pipeline),
    }


def _compared(before: str, run: Run, settings: Settings, language: Language) -> Markup:
    try:
        return render_body(run, compare_runs(_fetch(before, settings), run), language)
    except BadInput as error:
        raise Problem(422, "invalid") from error


def _gate(run: Run, settings: Settings, language: Language) -> Verdict | None:
    """None where there is no gate for these questions."""
    try:
        gate = load_gate(settings.gold / "gate.json")
        asked = {item.gold.id for item in run.items}
        return check_gate(run, gate, language) if gate.right.keys() <= asked else None
    except BadInput:
        return None


def missing_documents(questions: Sequence[GoldQuestion], pipeline: Answering) -> list[str]:
    """Documents that are expected, and that the public index does not hold."""
    expected = dict.fromkeys(name for question in questions for name in question.documents)
    try:
        return [name for name in expected if pipeline.document(name) is None]
    except RagError:
        return []


def _progress_text(progress: Progress, words: Words) -> str:
    done, total = words.number(progress.done), words.number(progress.total) if progress.total else "?"
    return words.gettext("Questions answered: %(done)s of %(total)s", done=done, total=total)


def _shelf(services: Services, number: int) -> Shelf:
    found = list(list_runs(services.settings.evaluations))
    pages = pages_of(len(found), PAGE)
    number = min(number, pages)
    with services.database.reading() as session:
        said = runs.by_folder(session)
        kept = [(each, said.get(each.name)) for each in found[(number - 1) * PAGE : number * PAGE]]
        unkept, sheets, judged = runs.without_result(session), gold.sheets(session), runs.verdicts(session)
    versions = services.desk.versions() if services.tried else ()
    return Shelf(kept, unkept, sheets, versions, judged, number, pages)


def _change(database: Database, who: str, folder: str, title: str, note: str) -> None:
    with database.writing() as session:
        runs.change(session, who, folder, title, note)


def _judge(services: Services, who: str, name: str, approved: bool, reason: str) -> None:
    run = _fetch(name, services.settings)
    with services.database.writing() as session:
        version = _index_of(run, runs.by_folder(session).get(name))
        runs.judge(session, who, version, name, approved, reason)


def _index_of(run: Run, said: EvaluationRunRow | None) -> str:
    """The version that was asked; a candidate has no name that lasts."""
    return CANDIDATE if said and said.asked.endswith(f"; {CANDIDATE}") else run.info.index_version or ""


def _fetch(name: str, settings: Settings) -> Run:
    try:
        return fetch(name, settings.evaluations)
    except BadInput as error:
        raise Problem(404, "not_found") from error
