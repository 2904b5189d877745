"""An answer, or a conversation up to it, as a file."""

from typing import Literal

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from rag.briefing.exporting import written
from rag.briefing.writing.answers import Told, answers_laid_out
from web.protection.gate import in_thread
from web.public.addresses import answer_href
from web.public.keeping import kept_conversation
from web.services import ServicesNow, place

router = APIRouter(include_in_schema=False)
Kind = Literal["docx", "pdf", "md"]
MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "md": "text/markdown; charset=utf-8",
}


@router.get("/answers/{answer_id}/export/{kind}", dependencies=[Depends(place)])
async def export(request: Request, services: ServicesNow, answer_id: str, kind: Kind, whole: bool = False) -> Response:
    """With its sources as footnotes."""
    kept = await in_thread(kept_conversation, services, answer_id)
    chosen = kept if whole else kept[-1:]
    address = str(request.base_url).rstrip("/")
    told = [Told(one.answer, one.at.isoformat(), f"{address}{answer_href(one.id)}") for one in chosen]
    content = await in_thread(lambda: written(answers_laid_out(told), f".{kind}"))
    return file_response(content, f"tanya-lampung-{answer_id[:8]}", kind)


def file_response(content: bytes, name: str, kind: Kind) -> Response:
    """To be saved under `name`, without its ending."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.{kind}"', "X-Robots-Tag": "noindex"}
    return Response(content, media_type=MEDIA_TYPES[kind], headers=headers)
