"""For whoever runs it: alive, ready, metrics."""

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from rag.errors import RagError
from web.protection.gate import in_thread
from web.records.switching import Switch
from web.services import ServicesNow

router = APIRouter()


@router.get("/healthz")
async def healthz() -> dict[str, str]:
    """The process answers."""
    return {"status": "ok"}


@router.get("/readyz")
async def readyz(request: Request, services: ServicesNow) -> JSONResponse:
    """There is an index to answer from; 503 until then, also for one of another embedding model, or damaged.

    `damaged` names a version while an earlier one stands in for it. 503 as well when the server is about to stop:
    it answers until its socket closes, and a proxy should send it nothing new.
    """
    if getattr(request.state, "stopping", False):
        return JSONResponse({"status": "stopping"}, 503)
    status = await in_thread(services.pipeline.status)
    body: dict[str, Any] = {
        "status": "ready" if status.version else "no_index",
        "index_version": status.version,
        "documents": status.documents,
        "passages": status.passages,
        "model": status.model,
        "damaged": status.damaged,
    }
    return JSONResponse(body, 200 if status.version else 503)


@router.get("/metrics")
async def metrics(services: ServicesNow) -> Response:
    """Prometheus text format; an index that cannot be used counts as empty, so that the counters stay to be seen."""
    try:
        status = await in_thread(services.pipeline.status)
        held = status.documents, status.passages
    except RagError:
        held = 0, 0
    off = (await services.switches.state()).off
    switches = {switch.value: switch in off for switch in Switch}
    text = services.metrics.exposition(*held, services.gate.taken, switches)
    return Response(text, media_type="text/plain; version=0.0.4; charset=utf-8")
