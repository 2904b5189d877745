"""Small indexes for tests of versions."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from rag.index.versions import Addition, Kept, OpenVersion, Origin, build_version, building
from rag.types import Document, Passage
from tests.fakes import WordEncoder

ENCODER = WordEncoder()
CHUNKING = {"passage_tokens": 200, "rules": 1}


def document(document_id: str, text: str, publisher: str | None = None, published: date | None = None) -> Document:
    return Document(
        document_id, f"Judul {document_id}", text, publisher, published, content_hash=f"hash of {document_id}: {text}"
    )


def addition(document_id: str, text: str, publisher: str | None = None, published: date | None = None) -> Addition:
    """One passage a line."""
    whole = document(document_id, text, publisher, published)
    passages, start = [], 0
    for number, line in enumerate(text.split("\n")):
        place = (start, start + len(line))
        passages.append(Passage(f"{document_id}#{number}", document_id, *place, line, whole.title))
        start += len(line) + 1
    return Addition(whole, tuple(passages), Origin("/sources", document_id))


def publish(folder: Path, texts: Mapping[str, str], previous: OpenVersion | None = None) -> str:
    """A version of new documents."""
    return publish_entries(folder, *(addition(i, text) for i, text in texts.items()), previous=previous)


def publish_entries(
    folder: Path, *entries: Addition | Kept, encoder: WordEncoder = ENCODER, previous: OpenVersion | None = None
) -> str:
    with building(folder):
        return build_version(folder, entries, encoder, CHUNKING, previous=previous)


def nearest(version: OpenVersion, question: str) -> str:
    """Text of the passage whose vector is nearest to the question."""
    rows, _ = version.store.search(ENCODER.encode_queries([question])[0], 1)
    return version.passages[int(rows[0])].text
