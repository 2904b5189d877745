"""Which documents say almost the same as a new one."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from itertools import islice

from rag.documents.duplicates import near_duplicates
from rag.index.draft import Plan
from rag.index.report import FileResult, Status
from rag.index.versions import OpenVersion

_COMPARED = 20_000  # documents whose likeness is looked at in one run: about 30 s and 100 MB


def note_likeness(plan: Plan, previous: OpenVersion | None) -> Plan:
    """Notes at every new document which others say almost the same; of large indexes, only some are compared."""
    fresh = {place.document_id: place.document.text for place in plan.documents if place.document is not None}
    if not fresh:
        return plan
    texts = dict(islice(fresh.items(), _COMPARED))
    for place in plan.documents:
        if len(texts) >= _COMPARED:
            break
        stored = previous.document(place.document_id) if previous and place.document is None else None
        if stored is not None:
            texts[stored.id] = stored.text
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for pair in near_duplicates(texts):
        alike[pair.first].append(pair.second)
        alike[pair.second].append(pair.first)
    return replace(plan, results=tuple(_with_likeness(result, alike, fresh) for result in plan.results))


def _with_likeness(result: FileResult, alike: Mapping[str, list[str]], fresh: Mapping[str, str]) -> FileResult:
    document_id = result.document_id
    if document_id is None or document_id not in fresh or result.status not in (Status.ADDED, Status.UPDATED):
        return result
    return replace(result, near_duplicates=tuple(alike.get(document_id, ())))
