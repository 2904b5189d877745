"""Thumbs up and down, with a word of comment: as JSON from the page's script, as a form without it."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from web.protection.gate import in_thread
from web.records.database import Database
from web.records.hearing import Heard, rate
from web.services import Services, ServicesNow, WordsNow, allowed

router = APIRouter(dependencies=[Depends(allowed)])

_Short = Annotated[str, Field(max_length=200)]
_Long = Annotated[str, Field(max_length=20_000)]


class FeedbackIn(BaseModel):
    """A rating of one answer; sending it again with the same id replaces rating and comment."""

    model_config = ConfigDict(extra="ignore")

    id: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    rating: Literal["up", "down"]
    comment: Annotated[str, Field(max_length=2000)] = ""
    question: _Long = ""
    answer: _Long = ""
    outcome: _Short = ""
    language: _Short = ""
    documents: _Long = ""
    model: _Short = ""
    index_version: _Short = ""

    def to_heard(self) -> Heard:
        return Heard(kind=self.rating, **self.model_dump(exclude={"rating"}))


@router.post("/api/feedback", status_code=201)
async def send(body: FeedbackIn, services: ServicesNow) -> dict[str, str]:
    """Stores a rating."""
    await _save(body, services)
    return {"id": body.id}


@router.post("/masukan")
async def send_form(
    request: Request, body: Annotated[FeedbackIn, Form()], services: ServicesNow, words: WordsNow
) -> Response:
    """Stores a rating and thanks; the page then asks for a comment, which arrives here again."""
    await _save(body, services)
    context = {"words": words, "feedback": body}
    response: Response = request.app.state.templates.TemplateResponse(request, "feedback.html", context)
    return response


async def _save(body: FeedbackIn, services: Services) -> None:
    await in_thread(_write, services.database, body.to_heard())
    services.metrics.rated(body.rating)
    services.hearing.rated()


def _write(database: Database, rating: Heard) -> None:
    with database.writing() as session:
        rate(session, rating)
