"""Every failure becomes a Problem, told as JSON or as a page."""

import errno
import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from rag.errors import RagError
from web.i18n import words_for
from web.protection.base_path import path_in
from web.protection.invalid import told_fields
from web.protection.problems import Problem, problem_json, problem_of, problem_page, wants_json
from web.protection.request_ids import HEADER, current_id
from web.protection.security import secure
from web.services import Services

log = logging.getLogger(__name__)

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})  # a disk without room
_NO_FILES = frozenset({errno.EMFILE, errno.ENFILE})  # as many are open as may be
_CODES = {404: "not_found", 405: "method_not_allowed", 413: "body_too_large", 422: "invalid"}


def handle_problems(app: FastAPI) -> None:
    """Enters what is to be done with each kind of failure."""

    def tell(request: Request, problem: Problem) -> Response:
        services: Services | None = getattr(request.app.state, "services", None)
        if services:
            services.metrics.refused(problem.code)
        return problem_json(request, problem) if wants_json(path_in(request.scope)) else problem_page(request, problem)

    @app.exception_handler(Problem)
    async def on_problem(request: Request, problem: Problem) -> Response:
        return tell(request, problem)

    @app.exception_handler(HTTPException)
    async def on_http(request: Request, error: HTTPException) -> Response:
        code = _CODES.get(error.status_code, "invalid")
        return tell(request, Problem(error.status_code, code, headers=error.headers))

    @app.exception_handler(RequestValidationError)
    async def on_invalid(request: Request, error: RequestValidationError) -> Response:
        fields = told_fields(error.errors(), words_for(request))
        return tell(request, Problem(422, "invalid_fields", fields=fields))

    @app.exception_handler(RagError)
    async def on_rag_error(request: Request, error: RagError) -> Response:
        log.warning("request failed: %s", error)
        return tell(request, problem_of(error))

    @app.exception_handler(ClientDisconnect)
    async def on_left(request: Request, _: ClientDisconnect) -> Response:
        """In the middle of a form: nobody hears it, and it is no fault of ours."""
        return tell(request, Problem(499, "left"))

    @app.exception_handler(OSError)
    async def on_system(request: Request, error: OSError) -> Response:
        """What the machine lacks at the moment is no fault of ours, and is over when it has it again."""
        code = "records_full" if error.errno in _FULL else "busy" if error.errno in _NO_FILES else None
        if code is None:
            raise error
        log.warning("request failed: %s", error)
        return tell(request, Problem(503, code, retry_after_s=30))

    @app.exception_handler(Exception)
    async def on_error(request: Request, _: Exception) -> Response:
        response = tell(request, Problem(500, "internal"))
        # Starlette answers an error nobody caught outside of every middleware.
        secure(response.headers)
        response.headers[HEADER] = current_id() or ""
        return response
