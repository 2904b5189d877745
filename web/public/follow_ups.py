"""Further questions below an answer, each asked and answered before it is shown; fetched when the answer is there."""

from collections.abc import Iterator
from itertools import islice
from time import monotonic

from fastapi import APIRouter, Depends

from rag.errors import RagError
from rag.types import Answer, Document, Outcome, Question
from web.protection.gate import in_thread
from web.public.candidates import candidates_of
from web.public.keeping import kept_conversation, note_follow_ups
from web.services import Services, ServicesNow, place

SHOWN, SHOWN_BESIDE_A_REFUSAL = 3, 1
_TRIED = 6
_DOCUMENTS = 2
_PATIENCE_S = 4.0

router = APIRouter()


@router.get("/answers/{answer_id}/next", dependencies=[Depends(place)])
async def follow_ups(services: ServicesNow, answer_id: str) -> dict[str, list[str]]:
    """Looked for once an answer; not while others wait for theirs, nor where each try would cost a language model."""
    kept = (await in_thread(kept_conversation, services, answer_id))[-1]
    if kept.follow_ups is not None:
        return {"questions": list(kept.follow_ups)}
    if services.gate.crowded or services.settings.chat_url is not None:
        return {"questions": []}
    most = SHOWN if kept.answer.outcome is Outcome.ANSWERED else SHOWN_BESIDE_A_REFUSAL
    found = await in_thread(_found, services, kept.answer, most)
    if len(found) == most or not services.gate.crowded:
        await in_thread(note_follow_ups, services, answer_id, found)
    return {"questions": list(found)}


def _found(services: Services, answer: Answer, most: int) -> tuple[str, ...]:
    """() where the documents do not answer any that was thought of."""
    try:
        return tuple(islice(_sound(services, answer), most))
    except RagError:
        return ()


def _sound(services: Services, answer: Answer) -> Iterator[str]:
    """Raises RagError."""
    until = monotonic() + _PATIENCE_S
    for candidate in islice(candidates_of(answer, _documents(services, answer)), _TRIED):
        if monotonic() > until or services.gate.crowded:
            return
        if candidate.answered_by(services.pipeline.answer(Question(candidate.question, answer.language))):
            yield candidate.question


def _documents(services: Services, answer: Answer) -> list[Document]:
    ids = dict.fromkeys(citation.document_id for citation in answer.citations or answer.closest)
    found = (services.pipeline.document(each) for each in islice(ids, _DOCUMENTS))
    return [document for document in found if document is not None]
