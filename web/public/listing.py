"""Which documents are answered from: a page to search and leaf through, and the same as JSON."""

from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from rag.errors import IndexMissing
from rag.schemas import facts_to_json
from rag.types import DocumentList
from web.protection.gate import in_thread
from web.services import Services, ServicesNow, WordsNow, allowed

PAGE = 50
MOST_CHARS = 200  # of a search
LAST_PAGE = 1_000_000

router = APIRouter(dependencies=[Depends(allowed)])


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of the documents that were looked for; pages count from 1."""

    query: str
    publisher: str
    number: int
    found: DocumentList

    @property
    def pages(self) -> int:
        return pages_of(self.found.total, PAGE)

    @property
    def searched(self) -> bool:
        return bool(self.query or self.publisher)

    def href(self, number: int) -> str:
        """The address of another page of the same search."""
        values = {"q": self.query, "publisher": self.publisher, "page": str(number) if number > 1 else ""}
        query = urlencode({name: value for name, value in values.items() if value})
        return f"/documents?{query}" if query else "/documents"


@router.get("/documents", name="documents")
async def show(
    request: Request,
    services: ServicesNow,
    words: WordsNow,
    q: str = "",
    publisher: str = "",
    page: str = "",
) -> Response:
    """The list as a page; a page number beyond the last one shows the last one."""
    query, publisher = q.strip()[:MOST_CHARS], publisher.strip()[:MOST_CHARS]
    leaf = await in_thread(_leaf, services, query, publisher, page_number(page))
    context = {"words": words, "leaf": leaf}
    response: Response = request.app.state.templates.TemplateResponse(request, "documents.html", context)
    return response


@router.get("/v1/documents")
async def documents(
    services: ServicesNow,
    q: Annotated[str, Query(max_length=MOST_CHARS, description="words of title, publisher or year")] = "",
    publisher: Annotated[str, Query(max_length=MOST_CHARS)] = "",
    page: Annotated[int, Query(ge=1, le=LAST_PAGE)] = 1,
    limit: Annotated[int, Query(ge=1, le=100)] = PAGE,
) -> dict[str, Any]:
    """The documents, newest first, `limit` a page."""
    find = services.pipeline.documents
    found = await in_thread(find, q, publisher or None, (page - 1) * limit, limit)
    return {
        "total": found.total,
        "page": page,
        "pages": pages_of(found.total, limit),
        "documents": [facts_to_json(document) for document in found.documents],
        "publishers": [{"name": name, "documents": count} for name, count in found.publishers],
    }


def page_number(value: str) -> int:
    """The page asked for; 1 for anything that is not a page number."""
    return min(max(int(value), 1), LAST_PAGE) if value.isascii() and value.isdigit() and len(value) < 9 else 1


def pages_of(total: int, limit: int) -> int:
    """How many pages there are; nothing found is one empty page."""
    return max(1, -(-total // limit))


def _leaf(services: Services, query: str, publisher: str, number: int) -> Leaf:
    find = services.pipeline.documents
    try:
        found = find(query, publisher or None, (number - 1) * PAGE, PAGE)
        last = pages_of(found.total, PAGE)
        if number > last:
            number, found = last, find(query, publisher or None, (last - 1) * PAGE, PAGE)
    except IndexMissing:
        return Leaf(query, publisher, 1, DocumentList((), 0, ()))
    return Leaf(query, publisher, number, found)
