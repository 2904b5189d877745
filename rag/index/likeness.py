"""Which documents say almost the same as a new one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt

from rag.documents.duplicates import LIKE, alike, bands_of, sharing_bands, signature_of
from rag.index.draft import Place, Plan
from rag.index.report import FileResult, Status
from rag.index.spool import Spool
from rag.index.versions import OpenVersion

Bands = npt.NDArray[np.uint32]

_COMPARED = 20_000  # new documents whose likeness is looked at in one run: about 10 s and 100 MB
_LOOKED_BACK = 500  # of those indexed before that were not looked at yet: a quarter of a second
_CANDIDATES = 20  # of those indexed before, which are compared with one new document


def note_likeness(plan: Plan, previous: OpenVersion | None, spool: Spool) -> Plan:
    """Notes at every new document which others say almost the same, and what later ones are compared by."""
    fresh = ((place.document_id, place.spooled) for place in plan.documents if place.spooled is not None)
    signatures = {i: signature_of(spool.document(number).text) for i, number in islice(fresh, _COMPARED)}
    if not signatures:
        return plan
    found: defaultdict[str, list[str]] = defaultdict(list)
    for pair in alike(signatures):
        found[pair.first].append(pair.second)
        found[pair.second].append(pair.first)
    bands = {document_id: bands_of(signature) for document_id, signature in signatures.items()}
    if previous is not None:
        bands |= _looked_back(plan.documents, previous)
        for document_id, stored in _stored_like(signatures, bands, plan.documents, previous):
            found[document_id].append(stored)
    return replace(
        plan,
        documents=tuple(_with_bands(place, bands) for place in plan.documents),
        results=tuple(_with_likeness(result, found) for result in plan.results),
    )


def _looked_back(places: Iterable[Place], previous: OpenVersion) -> dict[str, Bands]:
    """Of some kept documents that no ingest has looked at yet: earlier releases did not, and large ones do not."""
    seen: list[bool] = np.any(previous.columns.bands, axis=1).tolist()
    kept = ((place.document_id, previous.position(place.document_id)) for place in places if place.spooled is None)
    unseen = (document_id for document_id, at in kept if at is not None and not seen[at])
    looked = {document_id: previous.document(document_id) for document_id in islice(unseen, _LOOKED_BACK)}
    return {i: bands_of(signature_of(document.text)) for i, document in looked.items() if document is not None}


def _stored_like(
    signatures: Mapping[str, Any], bands: Mapping[str, Bands], places: Iterable[Place], previous: OpenVersion
) -> Iterator[tuple[str, str]]:
    """Pairs of a new document and a kept one that is like it."""
    compared = [document_id for document_id, signature in signatures.items() if signature is not None]
    kept = [place.document_id for place in places if place.spooled is None]
    if not compared or not kept:
        return
    stored = previous.columns.bands[[previous.position(document_id) or 0 for document_id in kept]]
    for at, document_id in enumerate(kept):
        if document_id in bands:
            stored[at] = bands[document_id]
    shared = sharing_bands(np.stack([bands[document_id] for document_id in compared]), stored, _CANDIDATES)
    for document_id, candidates in zip(compared, shared, strict=True):
        for at in candidates:
            document = previous.document(kept[at])
            signature = signature_of(document.text) if document is not None else None
            if signature is not None and signature.jaccard(signatures[document_id]) >= LIKE:
                yield document_id, kept[at]


def _with_bands(place: Place, bands: Mapping[str, Bands]) -> Place:
    known = bands.get(place.document_id)
    return place if known is None else replace(place, bands=known)


def _with_likeness(result: FileResult, found: Mapping[str, list[str]]) -> FileResult:
    like = found.get(result.document_id or "")
    if like is None or result.status not in (Status.ADDED, Status.UPDATED):
        return result
    return replace(result, near_duplicates=tuple(like))
