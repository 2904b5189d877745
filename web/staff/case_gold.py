"""A gold question made of a case: what staff mark in a document is what an answer must hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from rag.errors import BadInput, RagError
from rag.evaluation.gold import GoldQuestion, make_question
from rag.evaluation.metrics.answers import missing_groups
from rag.types import Document, Language, Outcome, Question
from rag.wording.words import N_
from web.protection.gate import in_thread
from web.records import cases, gold
from web.records.audit import record
from web.records.database import Database
from web.records.failures import Unfit
from web.records.models import CaseRow, HeardRow
from web.services import Services, ServicesNow
from web.staff.feedback import MOST_SHOWN, PATH, case_of
from web.staff.pages import Number, VisitorNow, show

FROM_FEEDBACK = "Dari masukan / From feedback"
_SUGGESTED = 6  # documents
_LONGEST_SHOWN = 200_000  # characters of a document
_NOT_THERE = N_("These words do not stand in the document: %(words)s")
_NO_WORDS = N_("Mark in the document what an answer must say, or say that the documents do not answer this.")
_NO_QUESTION = N_("This cannot be a gold question: %(reason)s")
_NO_DOCUMENT = N_("There is no such document in the public index.")
router = APIRouter(prefix=PATH, include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Typed:
    """The form, as it was sent or is prefilled; `expected` has a line for each thing that must be said."""

    question: str
    sheet: str = FROM_FEEDBACK
    document: str = ""
    expected: str = ""
    unanswerable: bool = False


@dataclass(frozen=True, slots=True)
class Making:
    """What the page needs: the wordings of the case, documents that may answer, and the one that is open."""

    case: CaseRow
    wordings: list[str]
    sheets: list[str]
    documents: list[tuple[str, str]]
    document: Document | None


@router.get("/{case_id}/gold")
async def form(request: Request, services: ServicesNow, case_id: Number, document: str | None = None) -> Response:
    """The form, with the document that is most likely to answer beside it."""
    making = await in_thread(_making, services, case_id, document)
    chosen = making.document.id if making.document else ""
    return _page(request, making, Typed(making.case.question, document=chosen))


@router.post("/{case_id}/gold")
async def make(
    request: Request,
    services: ServicesNow,
    visitor: VisitorNow,
    case_id: Number,
    question: Annotated[str, Form(max_length=2000)],
    sheet: Annotated[str, Form(max_length=100)] = FROM_FEEDBACK,
    document: Annotated[str, Form(max_length=500)] = "",
    expected: Annotated[str, Form(max_length=4000)] = "",
    unanswerable: Annotated[str, Form()] = "",
) -> Response:
    """Puts the question into the sheet."""
    typed = Typed(question, sheet, document, expected, bool(unanswerable))
    making = await in_thread(_making, services, case_id, document or None)
    try:
        await in_thread(_put, services.database, visitor.name, making, typed)
    except Unfit as problem:
        return _page(request, making, typed, problem)
    return RedirectResponse(f"{PATH}/{case_id}?done=gold", 303)


def _page(request: Request, making: Making, typed: Typed, problem: Unfit | None = None) -> Response:
    return show(
        request, "case_gold", 422 if problem else 200, making=making, typed=typed, problem=problem, most=_LONGEST_SHOWN
    )


def _making(services: Services, case_id: int, document: str | None) -> Making:
    with services.database.reading() as session:
        case = case_of(session.get(CaseRow, case_id))
        heard = cases.heard_in(session, case_id, MOST_SHOWN)
        names = [sheet.name for sheet, _ in gold.sheets(session)]
    found = dict(_likely(services, case, heard))
    opened = document if document is not None else next(iter(found), None)
    shown = services.pipeline.document(opened) if opened else None
    if shown is not None:
        found.setdefault(shown.id, shown.title)
    wordings = list(dict.fromkeys([case.question, *(each.question for each in heard if each.question)]))
    return Making(case, wordings[:20], list(dict.fromkeys([*names, FROM_FEEDBACK])), list(found.items()), shown)


def _likely(services: Services, case: CaseRow, heard: list[HeardRow]) -> Iterator[tuple[str, str]]:
    """The documents that were cited, then those that a search finds: id and title."""
    cited = [name for each in heard for name in each.documents.split("\n") if name]
    for name in dict.fromkeys(cited[:_SUGGESTED]):
        known = services.pipeline.document(name)
        if known is not None:
            yield known.id, known.title
    try:
        hits = services.pipeline.search(Question(case.question, _language(case.language)), 2 * _SUGGESTED)
    except RagError:
        return
    titles = {hit.passage.document_id: hit.passage.title for hit in hits}
    yield from list(titles.items())[:_SUGGESTED]


def _put(database: Database, who: str, making: Making, typed: Typed) -> None:
    question = _gold(making, typed)
    with database.writing() as session:
        case = case_of(session.get(CaseRow, making.case.id))
        gold.add(session, who, gold.sheet_named(session, who, typed.sheet), [question])
        case.gold, case.revision = question.id, case.revision + 1
        record(session, who, "case.gold", f"case:{case.id}", {"question": question.id})


def _gold(making: Making, typed: Typed) -> GoldQuestion:
    """Raises Unfit."""
    fields: dict[str, object] = {
        "id": f"case-{making.case.id}",
        "question": typed.question.strip(),
        "language": _language(making.case.language),
        "kind": "from_feedback",
        "outcomes": [Outcome.NOT_FOUND] if typed.unanswerable else [Outcome.ANSWERED],
    }
    if not typed.unanswerable:
        groups = [[part.strip() for part in line.split("|") if part.strip()] for line in typed.expected.splitlines()]
        fields |= {"documents": [typed.document], "expected": _checked([each for each in groups if each], making)}
    try:
        return make_question(fields, making.case.question)
    except BadInput as error:
        raise Unfit(_NO_QUESTION, reason=str(error)) from error


def _checked(groups: list[list[str]], making: Making) -> list[list[str]]:
    if making.document is None:
        raise Unfit(_NO_DOCUMENT)
    if not groups:
        raise Unfit(_NO_WORDS)
    missing = missing_groups([making.document.text], tuple(map(tuple, groups)))
    if missing:
        raise Unfit(_NOT_THERE, words="; ".join(" | ".join(group) for group in missing))
    return groups


def _language(code: str) -> Language:
    return Language.ENGLISH if code == Language.ENGLISH.value else Language.INDONESIAN
