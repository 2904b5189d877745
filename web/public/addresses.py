"""Where things are: documents, quotes, answers; and which addresses of others are safe to follow."""

from urllib.parse import quote, urlencode

from starlette.requests import Request

from rag.settings import Settings
from rag.types import Citation


def web_address(url: str | None) -> str | None:
    """The address if a browser may safely follow it; documents come from anywhere, also with javascript: links."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def ask_href(question: str) -> str:
    """Where a question is answered."""
    return "/?" + urlencode({"q": question})


def document_href(document_id: str) -> str:
    """Where the document is shown."""
    return f"/documents/{quote(document_id, safe='/')}"


def citation_href(citation: Citation) -> str:
    """Where the document shows this quote."""
    return f"{document_href(citation.document_id)}?start={citation.start}&end={citation.end}#kutipan"


def answer_href(answer_id: str) -> str:
    """Where an answer that is kept can be read again."""
    return f"/answers/{answer_id}"


def edit_href(answer_id: str) -> str:
    """Where its question can be changed and asked again."""
    return f"/?edit={answer_id}"


def export_href(answer_id: str, kind: str, whole: bool = False) -> str:
    """The answer as a file, or the whole conversation up to it."""
    return f"/answers/{answer_id}/export/{kind}{'?whole=1' if whole else ''}"


def site_of(request: Request, settings: Settings) -> str:
    """Where the site begins, whole and without a slash at its end, for what is read elsewhere than in a browser on it.

    That is RAG_SITE_URL; where it is not set, the address that was asked.
    """
    return (settings.site_url or str(request.base_url)).rstrip("/")
