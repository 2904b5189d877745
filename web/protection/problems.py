"""What went wrong, told as JSON to programs and as a page to people."""

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Scope

from rag.errors import IndexCorrupt, IndexMismatch, RagError
from rag.wording.words import N_, Words, words_of
from web.i18n import words_for
from web.protection.base_path import path_in
from web.records.failures import RecordsUnavailable

# What a visitor is told, by code.
MESSAGES = {
    "not_found": N_("There is nothing at this address. It may have moved, or been mistyped."),
    "document_not_found": N_("This document is not held here. It may have been replaced by a newer one."),
    "answer_not_found": N_("This answer is no longer kept here. Please ask again."),
    "method_not_allowed": N_("This address cannot be used in that way."),
    "invalid": N_("This request could not be understood."),
    "invalid_fields": N_("Something in the request does not fit: %(fields)s"),
    "question_blank": N_("The question is empty."),
    "question_too_long": N_("Your question is too long: %(length)s characters. At most %(limit)s."),
    "last_message_not_user": N_("The last message must come from the user (role: user)."),
    "not_supported": N_(
        "This service does not offer %(name)s: it answers questions with quotes from its documents. Leave it out, or "
        "switch it off in the program you ask with."
    ),
    "no_question": N_(
        "Titles, tags and suggestions for a conversation are not made here: it is only questions that are answered."
    ),
    "model_not_found": N_("There is no such model here. The only one is %(name)s."),
    "body_too_large": N_("The request is too large."),
    "foreign_origin": N_("This request came from another site and was refused to protect you."),
    "unknown_host": N_(
        "This service is not known by the name “%(host)s”, so that no other site can pass for it. Operator: if people "
        "reach it by that name, set RAG_SITE_URL to its address, or name it in RAG_SITE_HOSTS."
    ),
    "too_many_requests": N_("Too many requests in a short time. Please try again in %(seconds)s s."),
    "busy": N_("Many people are asking right now. Please try again in a moment."),
    "page_off": N_("Questions cannot be asked here for now. Please come back a little later."),
    "api_off": N_("This interface is switched off for now. Please try again later."),
    "starting": N_("The service is starting. Please try again in a moment."),
    "stopping": N_("The service is being restarted, and this answer was not finished. Please ask again in a moment."),
    "unavailable": N_("The documents cannot be read right now. Please try again later."),
    "index_mismatch": N_(
        "The index of documents was built with another embedding model than the one set now, so questions cannot be "
        "answered yet. Operator: set RAG_EMBEDDING_MODEL back, or run `rag ingest`, which builds the index anew."
    ),
    "index_damaged": N_(
        "The index of documents is damaged, and there is no whole one to go back to, so questions cannot be answered "
        "yet. Operator: run `rag restore` with a backup, or `rag ingest`, which builds the index anew."
    ),
    "api_key_missing": N_(
        "Programs need a key here. Send it as “Authorization: Bearer …”; administrators of this service make keys."
    ),
    "invalid_api_key": N_("This key is not known here. Check that it was copied whole."),
    "api_key_revoked": N_("This key was revoked. Ask an administrator of this service for another one."),
    "api_key_expired": N_("This key has expired. Ask an administrator of this service for another one."),
    "api_key_scope": N_("This key does not open this address: it lacks “%(scope)s”."),
    "not_signed_in": N_("You are not signed in."),
    "not_permitted": N_("Your account may not open this page. Ask an administrator if it should."),
    "form_outdated": N_("This was sent from a page of an earlier session. Reload the page and send it again."),
    "sign_in_interrupted": N_("Signing in was interrupted. Please begin again."),
    "sign_in_service": N_("The sign-in service does not answer right now. Please try again later."),
    "records_unavailable": N_(
        "What is stored here cannot be reached right now, so nothing was saved. Please try again later. Questions are "
        "answered as usual."
    ),
    "records_locked": N_(
        "What is stored here is being worked on by another program, so nothing was saved. Please try again in a moment."
    ),
    "records_full": N_("There is no room left to store anything, so nothing was saved. Operator: the disk is full."),
    "records_read_only": N_(
        "What is stored here can only be read right now, so nothing was saved. Operator: the program may not write its "
        "database."
    ),
    "records_newer": N_(
        "What is stored here was written by a newer version of this program. Operator: run that version, or restore a "
        "backup of before. Questions are answered as usual."
    ),
    "left": N_("The answer was not waited for."),
    "internal": N_("Something went wrong on our side. Please try again."),
}

API_PREFIXES = (
    "/api/",
    "/v1/",
    "/mcp",
    "/channels/",
    "/healthz",
    "/readyz",
    "/metrics",
    "/openapi.json",
    "/feed.xml",
    "/llms.txt",
)


_RPC_REQUEST, _RPC_SERVER = -32600, -32603  # of JSON-RPC: an invalid request, an internal error


class Problem(Exception):
    """A refusal with its HTTP status; `code` is stable and names its text in MESSAGES."""

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
    if isinstance(error, IndexCorrupt):
        return Problem(503, "index_damaged", retry_after_s=30)
    if isinstance(error, RecordsUnavailable):
        return Problem(503, error.code, retry_after_s=30)
    return Problem(503, "unavailable", retry_after_s=30)


def wants_json(path: str) -> bool:
    return f"{path}/".startswith(API_PREFIXES)


def problem_json(request: Request, problem: Problem) -> JSONResponse:
    form = rpc_error_of if path_in(request.scope) == "/mcp" else error_of
    return JSONResponse(form(problem, words_for(request)), problem.status, headers=headers_of(problem))


def told(problem: Problem, words: Words) -> str:
    """The problem in a sentence or two."""
    return words.gettext(MESSAGES[problem.code], **problem.values)


def error_of(problem: Problem, words: Words) -> dict[str, dict[str, str]]:
    """`{"error": {"code", "message", "type"}}`, the shape OpenAI clients understand too."""
    kind = "server_error" if problem.status >= 500 else "invalid_request_error"
    return {"error": {"code": problem.code, "message": told(problem, words), "type": kind}}


def rpc_error_of(problem: Problem, words: Words) -> dict[str, Any]:
    """The shape that clients of the Model Context Protocol tell their users of."""
    code = _RPC_SERVER if problem.status >= 500 else _RPC_REQUEST
    error = {"code": code, "message": told(problem, words), "data": {"code": problem.code}}
    return {"jsonrpc": "2.0", "id": None, "error": error}


def headers_of(problem: Problem) -> dict[str, str]:
    return problem.headers | ({"Retry-After": str(problem.retry_after_s)} if problem.retry_after_s else {})


def problem_page(request: Request, problem: Problem) -> Response:
    """The designed error page."""
    words = words_for(request)
    context = {
        "words": words,
        "status": problem.status,
        "code": problem.code,
        "message": told(problem, words),
        "retry": problem.status in (429, 503),
        "text": MESSAGES[problem.code],  # and the words of the other language, for a page that is in both
        "other": words_of(words.other),
    }
    template = "paused.html" if problem.code == "page_off" else "problem.html"
    response: Response = request.app.state.templates.TemplateResponse(
        request, template, context, status_code=problem.status, headers=headers_of(problem)
    )
    return response


def problem_response(scope: Scope, status: int, code: str, **values: str) -> Response:
    """The refusal of a middleware, before any route has been chosen."""
    request = Request(scope)
    problem = Problem(status, code, None, None, **values)
    return problem_json(request, problem) if wants_json(path_in(scope)) else problem_page(request, problem)
