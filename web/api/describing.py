"""The schema of the interface as it is read: what each operation does, takes and gives, with examples."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from web.api import forms
from web.protection.permissions import SCOPES

EXAMPLES = Path(__file__).with_name("examples.json")
_COMPONENTS = "#/components/schemas/{model}"
_JSON, _HTML, _EVENTS = "application/json", "text/html", "text/event-stream"
_TEXT: dict[str, Any] = {"type": "string"}
PAGES = "Pages"
_KEY = "key"
_TAGS = {
    "Questions": "Answers with exact quotes from the documents.",
    "Documents": "What is answered from.",
    "OpenAI form": "For programs that speak to OpenAI's chat interface.",
    "Health": "For whoever runs it.",
    PAGES: "For people, in their browser.",
}


@dataclass(frozen=True, slots=True)
class Operation:
    """One address and method; `model` where it gives JSON, `takes` and `gives` name examples."""

    tag: str
    summary: str
    media: str = _JSON
    model: type[BaseModel] | None = None
    gives: str | None = None
    takes: str | None = None
    status: int = 200
    refuses: tuple[int, ...] = (429, 503)
    also: str | None = None  # another media type of the same answer


OPERATIONS: Mapping[tuple[str, str], Operation] = MappingProxyType(
    {
        ("post", "/api/ask"): Operation(
            "Questions",
            "Ask a question",
            model=forms.AnswerOut,
            gives="answer",
            takes="ask",
            refuses=(413, 422, 429, 503),
        ),
        ("post", "/api/ask/stream"): Operation(
            "Questions",
            "Ask a question and get the answer as it comes",
            media=_EVENTS,
            gives="events",
            takes="ask",
            refuses=(413, 422, 429, 503),
        ),
        ("post", "/api/search"): Operation(
            "Questions",
            "Search passages",
            model=forms.SearchOut,
            gives="results",
            takes="search",
            refuses=(413, 422, 429, 503),
        ),
        ("post", "/api/feedback"): Operation(
            "Questions",
            "Rate an answer",
            model=forms.RatedOut,
            gives="rated",
            takes="rating",
            status=201,
            refuses=(413, 422, 429, 503),
        ),
        ("get", "/v1/documents"): Operation(
            "Documents", "List documents", model=forms.DocumentsOut, gives="documents", refuses=(422, 429, 503)
        ),
        ("get", "/feed.xml"): Operation(
            "Documents",
            "Follow new documents (Atom)",
            media="application/atom+xml",
            gives="feed",
            refuses=(422, 429, 503),
        ),
        ("get", "/llms.txt"): Operation(
            "Documents", "Read what the service is", media="text/plain", gives="llms", refuses=(422, 429, 503)
        ),
        ("get", "/originals/{document_id}"): Operation(
            "Documents", "Get the original file", media="application/octet-stream", refuses=(404, 429)
        ),
        ("get", "/pictures/{document_id}"): Operation(
            "Documents", "Get a line of it as a picture", media="image/png", refuses=(404, 422, 429)
        ),
        ("post", "/v1/chat/completions"): Operation(
            "OpenAI form",
            "Complete a chat",
            model=forms.CompletionOut,
            gives="completion",
            takes="chat",
            refuses=(413, 422, 429, 503),
            also=_EVENTS,
        ),
        ("get", "/v1/models"): Operation(
            "OpenAI form", "List models", model=forms.ModelsOut, gives="models", refuses=()
        ),
        ("get", "/v1/models/{name}"): Operation(
            "OpenAI form", "Retrieve a model", model=forms.ModelOut, gives="model", refuses=(404,)
        ),
        ("get", "/healthz"): Operation(
            "Health", "Is the process alive?", model=forms.AliveOut, gives="alive", refuses=()
        ),
        ("get", "/readyz"): Operation("Health", "Can it answer?", model=forms.ReadyOut, gives="ready", refuses=(503,)),
        ("get", "/metrics"): Operation("Health", "Read counters", media="text/plain", gives="metrics", refuses=()),
        ("get", "/"): Operation(PAGES, "Open the chat page", media=_HTML, refuses=()),
        ("post", "/"): Operation(PAGES, "Ask with the form of the page", media=_HTML, refuses=()),
        ("get", "/answers/{answer_id}"): Operation(PAGES, "Open an answer again", media=_HTML, refuses=()),
        ("get", "/answers/{answer_id}/next"): Operation(
            PAGES,
            "Get further questions that the documents answer",
            model=forms.FurtherOut,
            gives="further",
            refuses=(),
        ),
        ("get", "/how"): Operation(PAGES, "Read how answers are made", media=_HTML, refuses=()),
        ("get", "/privacy"): Operation(PAGES, "Read what is stored", media=_HTML, refuses=()),
        ("get", "/documents"): Operation(PAGES, "Open the list of documents", media=_HTML, refuses=()),
        ("get", "/documents/{document_id}"): Operation(
            PAGES, "Open a document with a stretch highlighted", media=_HTML, refuses=()
        ),
        ("get", "/bahasa"): Operation(PAGES, "Choose the language", media=_HTML, status=303, refuses=()),
        ("post", "/tampilan"): Operation(PAGES, "Choose theme and size of type", media=_HTML, status=303, refuses=()),
        ("post", "/masukan"): Operation(PAGES, "Rate with the form of the page", media=_HTML, refuses=()),
    }
)
_SAID = MappingProxyType(
    {
        200: "As asked.",
        201: "Stored.",
        303: "On to where it is.",
        401: "The key opens nothing, or one is required.",
        403: "The key does not open this address.",
        404: "There is nothing there.",
        413: "The request is too large.",
        422: "Something in the request does not fit.",
        429: "Too many requests; `Retry-After` says how many seconds to wait.",
        503: "Not now; `Retry-After` says how many seconds to wait.",
    }
)


class DescribedApi(FastAPI):
    """An application whose schema is the described one."""

    def openapi(self) -> dict[str, Any]:
        if not self.openapi_schema:
            self.openapi_schema = described(super().openapi())
        return self.openapi_schema


def described(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with what OPERATIONS says of its operations; one without an entry stays as it is."""
    examples = json.loads(EXAMPLES.read_text("utf-8"))
    paths = {
        path: {method: _operation(method, path, found, examples) for method, found in methods.items()}
        for path, methods in schema["paths"].items()
    }
    components = schema.get("components", {})
    used = {**components.get("schemas", {}), **_forms()}
    if not any("HTTPValidationError" in json.dumps(each) for each in paths.values()):
        used = {name: form for name, form in used.items() if name not in ("HTTPValidationError", "ValidationError")}
    tags = [{"name": name, "description": text} for name, text in _TAGS.items()]
    shown = {_KEY: {"type": "http", "scheme": "bearer", "description": "A key of a program: tanya_..."}}
    all_components = {**components, "schemas": used, "securitySchemes": shown}
    return {**schema, "paths": paths, "components": all_components, "tags": tags}


def _operation(method: str, path: str, found: dict[str, Any], examples: Mapping[str, Any]) -> dict[str, Any]:
    operation = OPERATIONS.get((method, path))
    if operation is None:
        return found
    responses = {str(operation.status): _given(operation, examples)}
    keyed = path in SCOPES
    refuses = (*((401, 403) if keyed else ()), *operation.refuses)
    responses |= {str(status): _refusal(path, status, operation, examples) for status in refuses}
    responses["default"] = _otherwise(operation)
    described = {**found, "tags": [operation.tag], "summary": operation.summary, "responses": responses}
    if keyed:
        described["security"] = [{}, {_KEY: []}]  # without one too, unless the operator requires keys
    if operation.takes:
        content = {
            media: {**body, "example": examples[operation.takes]}
            for media, body in found["requestBody"]["content"].items()
        }
        described["requestBody"] = {**found["requestBody"], "content": content}
    return described


def _given(operation: Operation, examples: Mapping[str, Any]) -> dict[str, Any]:
    content: dict[str, Any] = {"schema": _schema(operation)}
    if operation.gives:
        content["example"] = examples[operation.gives]
    contents = {operation.media: content}
    if operation.also:
        contents[operation.also] = {"schema": _TEXT}
    return {"description": _SAID[operation.status], "content": contents}


def _schema(operation: Operation) -> dict[str, Any]:
    if operation.model:
        return _reference(operation.model)
    binary = operation.media.startswith(("image/", "application/octet"))
    return {**_TEXT, "format": "binary"} if binary else _TEXT


def _otherwise(operation: Operation) -> dict[str, Any]:
    """Whatever else goes wrong is told in the same form: to programs as JSON, to people as a page."""
    if operation.tag == PAGES:
        return {"description": "A page that says what is the matter.", "content": {_HTML: {"schema": _TEXT}}}
    return {"description": "What else went wrong.", "content": {_JSON: {"schema": _reference(forms.ProblemOut)}}}


def _reference(model: type[BaseModel]) -> dict[str, Any]:
    return {"$ref": _COMPONENTS.format(model=model.__name__)}


def _refusal(path: str, status: int, operation: Operation, examples: Mapping[str, Any]) -> dict[str, Any]:
    """A problem, but for readiness, which says the same of itself either way."""
    if path == "/readyz":
        return {**_given(operation, examples), "description": "Not now."}
    # What is opened in a browser is refused as a page.
    media = _HTML if path.startswith(("/originals", "/pictures")) else _JSON
    told = {"schema": _reference(forms.ProblemOut), "example": examples[str(status)]}
    content = {"schema": _TEXT} if media == _HTML else told
    return {"description": _SAID[status], "content": {media: content}}


def _forms() -> dict[str, Any]:
    """The schemas of all forms by their names."""
    models = {operation.model for operation in OPERATIONS.values() if operation.model} | {forms.ProblemOut}
    ordered = sorted(models, key=lambda model: model.__name__)
    _, found = models_json_schema([(model, "serialization") for model in ordered], ref_template=_COMPONENTS)
    return dict(found["$defs"])
