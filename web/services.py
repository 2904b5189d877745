"""What every route needs, made once by `create_app`, and the dependencies that hand it out."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from rag.assembly import Tried
from rag.evaluation.background import BackgroundEvaluation
from rag.library.desk import Desk
from rag.settings import Settings
from rag.types import Answer
from rag.wording.words import Words
from web.api.metrics import Metrics
from web.hearing import Hearing
from web.i18n import words_for
from web.ports import AnswerSource, BriefingSource
from web.protection.gate import Gate
from web.protection.limits import Allowance, Limits, Refused, client_key
from web.protection.problems import Problem
from web.public.starters import Starters
from web.records.beating import Heartbeat
from web.records.database import Database
from web.switchboard import Switchboard

MESSAGES = 10  # of a protocol, for each request that may be made: a greeting, a list of tools, a call


@dataclass(frozen=True, slots=True)
class Services:
    """The parts behind the routes."""

    settings: Settings
    pipeline: AnswerSource
    briefer: BriefingSource | None  # None where the program was given a pipeline and nothing to brief with
    desk: Desk
    database: Database
    switches: Switchboard
    gate: Gate
    entrance: Gate  # passwords take long to check, and must not take the threads that answers need
    limits: Limits
    metrics: Metrics
    hearing: Hearing
    evaluation: BackgroundEvaluation
    heartbeat: Heartbeat
    tried: Tried | None  # opens another version of the index; None where the program was given a pipeline
    starters: Starters | None = None  # None: the usual questions to start with are shown as they are

    def answered(self, answer: Answer) -> None:
        """Somebody was given this answer: it is counted, and its question written down."""
        self.metrics.count(answer)
        self.hearing.heard(answer)


def services_of(request: Request) -> Services:
    """Raises Problem with status 503 while the program is still starting."""
    services: Services | None = getattr(request.app.state, "services", None)
    if services is None:
        raise Problem(503, "starting", retry_after_s=5)
    return services


async def allowed(request: Request, services: Annotated[Services, Depends(services_of)]) -> None:
    """Counts the request, against its client or whatever `request.state.allowance` names: the one place that does.

    Raises Problem, with status 429 for who asks too often, 503 where everybody together does.
    """
    _go_on(await services.limits.take(_allowance(request, services.settings)))


async def message_allowed(request: Request, services: Services) -> None:
    """Counts a message that costs little, against MESSAGES times what its client may ask. Raises as `allowed` does."""
    own = _allowance(request, services.settings)
    messages = Allowance(f"messages:{own.name}", MESSAGES * own.per_minute)
    _go_on(await services.limits.take(messages, in_total=False))


def _go_on(refused: Refused | None) -> None:
    if refused and refused.by_all:
        raise Problem(503, "busy", retry_after_s=refused.wait_s)
    if refused:
        raise Problem(429, "too_many_requests", retry_after_s=refused.wait_s, seconds=refused.wait_s)


def _allowance(request: Request, settings: Settings) -> Allowance:
    """That of a key, where the door has found one; else that of the address."""
    given: Allowance | None = getattr(request.state, "allowance", None)
    host = request.client.host if request.client else "unknown"
    return given or Allowance(f"client:{client_key(host)}", settings.requests_per_minute)


async def place(
    services: Annotated[Services, Depends(services_of)], _: Annotated[None, Depends(allowed)]
) -> AsyncIterator[None]:
    """Holds a place at the gate until the response, streamed or not, has been sent."""
    async with services.gate.place():
        yield


ServicesNow = Annotated[Services, Depends(services_of)]
WordsNow = Annotated[Words, Depends(words_for)]


def check_question(text: str, settings: Settings) -> None:
    """Raises Problem with status 422 for a question that is blank or too long."""
    if not text.strip():
        raise Problem(422, "question_blank")
    if len(text) > settings.max_question_chars:
        raise Problem(422, "question_too_long", limit=settings.max_question_chars, length=len(text))
