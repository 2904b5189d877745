"""What went wrong, told as JSON to programs and as a page to people."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Scope

from rag.errors import IndexMismatch, RagError
from web.i18n import Words, words_for

API_PREFIXES = ("/api/", "/v1/", "/healthz", "/readyz", "/metrics", "/openapi.json")


class Problem(Exception):
    """A refusal with its HTTP status; `code` is stable and names the text in the locales (`problem.<code>`)."""

    def __init__(
        self,
        status: int,
        code: str,
        retry_after_s: int | None = None,
        headers: Mapping[str, str] | None = None,
        **values: object,
    ) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.retry_after_s = retry_after_s
        self.headers = dict(headers or {})
        self.values = values


def problem_of(error: RagError) -> Problem:
    """What a visitor is told of a failure; its own message may name files and is for the log."""
    if isinstance(error, IndexMismatch):
        return Problem(503, "index_mismatch", retry_after_s=30)
    return Problem(503, "unavailable", retry_after_s=30)


def wants_json(path: str) -> bool:
    return path.startswith(API_PREFIXES)


def problem_json(request: Request, problem: Problem) -> JSONResponse:
    return JSONResponse(error_of(problem, words_for(request)), problem.status, headers=headers_of(problem))


def error_of(problem: Problem, words: Words) -> dict[str, dict[str, str]]:
    """`{"error": {"code", "message", "type"}}`, the shape OpenAI clients understand too."""
    message = words(f"problem.{problem.code}", **problem.values)
    kind = "server_error" if problem.status >= 500 else "invalid_request_error"
    return {"error": {"code": problem.code, "message": message, "type": kind}}


def headers_of(problem: Problem) -> dict[str, str]:
    return problem.headers | ({"Retry-After": str(problem.retry_after_s)} if problem.retry_after_s else {})


def problem_page(request: Request, problem: Problem) -> Response:
    """The designed error page."""
    words = words_for(request)
    context = {
        "words": words,
        "status": problem.status,
        "code": problem.code,
        "message": words(f"problem.{problem.code}", **problem.values),
        "retry": problem.status in (429, 503),
    }
    response: Response = request.app.state.templates.TemplateResponse(
        request, "problem.html", context, status_code=problem.status, headers=headers_of(problem)
    )
    return response


def problem_response(scope: Scope, status: int, code: str) -> Response:
    """The refusal of a middleware, before any route has been chosen."""
    request = Request(scope)
    problem = Problem(status, code)
    return problem_json(request, problem) if wants_json(scope["path"]) else problem_page(request, problem)
