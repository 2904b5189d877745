"""Milvus: vectors in a server that many machines share; a collection belongs to one index version.

Words, passages and documents stay in the version's folder, whose name in CURRENT decides for all of them at once
(docs/decisions/vector-store.md says why this is no alias, and why words are not searched there).
"""

import json
import secrets
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from rag.errors import IndexCorrupt, MissingExtra, StoreUnavailable
from rag.folders import Read
from rag.index.stores.base import Rows, Scores, Vectors
from rag.settings import Settings
from rag.wording.words import N_

T = TypeVar("T")

_FILE = "milvus.json"
_PREFIX = "tanya_"
_EXACT_UP_TO = 200_000  # as with FAISS; above, the server chooses an index of its own
_SENT = 1_000  # rows in one message, of which servers take 64 MB
_FETCHED = 4_000  # a server gives at most 16,384 rows at a time
_MOST_RANGES = 500  # in one filter expression
_SAMPLE = 16  # rows that are compared when a version is opened
_NEAR = 1e-5  # a server may store f32 exactly; a cosine is told by it in f32


@dataclass(frozen=True, slots=True)
class Address:
    """A server and how to enter it."""

    uri: str
    token: str
    timeout_s: float


def from_settings() -> Address:
    """RAG_MILVUS_URI and RAG_MILVUS_TOKEN. Raises StoreUnavailable where there is no address."""
    settings = Settings()
    if not settings.milvus_uri:
        raise StoreUnavailable(N_("the index keeps its vectors in Milvus: set RAG_MILVUS_URI to its address"))
    token = settings.milvus_token.get_secret_value() if settings.milvus_token else ""
    return Address(settings.milvus_uri, token, settings.milvus_s)


class MilvusStore:
    """The rows of one collection, which nobody changes once it is made."""

    def __init__(self, server: "_Server", collection: str, count: int, dimension: int) -> None:
        self._server, self._collection, self._count, self._dimension = server, collection, count, dimension

    def __len__(self) -> int:
        return self._count

    def search(self, vector: Vectors, limit: int, rows: Rows | None = None) -> tuple[Rows, Scores]:
        """See `VectorStore.search`."""
        limit = min(limit, len(self) if rows is None else len(rows))
        if limit <= 0:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        found: dict[int, float] = {}
        for expression in _expressions(rows):
            found |= self._search(vector, limit, expression)
        order = sorted(found, key=lambda row: (-found[row], row))[:limit]
        return np.asarray(order, np.int64), np.asarray([found[row] for row in order], np.float32)

    def vectors(self, rows: Rows) -> Vectors:
        """See `VectorStore.vectors`."""
        vectors = np.empty((len(rows), self._dimension), np.float32)
        asked = np.asarray(rows, np.int64)
        for start in range(0, len(asked), _FETCHED):
            part = asked[start : start + _FETCHED]
            held = self._fetch(part)
            if any(int(row) not in held for row in part):
                raise IndexCorrupt(
                    N_("the collection %(collection)s in Milvus lacks rows: build the index again"),
                    collection=self._collection,
                )
            vectors[start : start + len(part)] = [held[int(row)] for row in part]
        return vectors

    def _search(self, vector: Vectors, limit: int, expression: str) -> dict[int, float]:
        query = np.asarray(vector, np.float32).tolist()
        (hits,) = self._server.ask(
            lambda client: client.search(
                self._collection, data=[query], limit=limit, filter=expression, search_params={"metric_type": "IP"}
            )
        )
        return {int(hit["row"]): float(hit["distance"]) for hit in hits}

    def _fetch(self, rows: Rows) -> dict[int, list[float]]:
        expression = f"row in {[int(row) for row in np.unique(rows)]}"
        answer = self._server.ask(
            lambda client: client.query(self._collection, filter=expression, output_fields=["row", "vector"])
        )
        return {int(each["row"]): each["vector"] for each in answer}


class MilvusFormat:
    """`milvus.json` in the version's folder names the collection and a few of its rows."""

    name = "milvus"

    def __init__(self, address: Callable[[], Address] = from_settings) -> None:
        """`address` is asked for when it is needed, so that nobody needs one who does not use Milvus."""
        self._address = address

    def build(self, batches: Iterable[Vectors], dimension: int, folder: Path) -> None:
        """See `StoreFormat.build`."""
        server = _server(self._address())
        collection = _PREFIX + secrets.token_hex(12)
        # Written first: whoever finds the folder of a killed build knows what to remove.
        _write(folder, {"collection": collection})
        server.ask(lambda client: _create(client, collection, dimension))
        count, sample = 0, {}
        for batch in batches:
            rows = np.asarray(batch, np.float32)
            for start in range(0, len(rows), _SENT):
                _insert(server, collection, count + start, rows[start : start + _SENT])
            if len(rows):
                sample[count] = rows[0].tolist()
            count += len(rows)
        server.ask(lambda client: _finish(client, collection, count))
        first = dict(list(sample.items())[: _SAMPLE - 1] + list(sample.items())[-1:])
        _write(folder, {"collection": collection, "rows": count, "dimension": dimension, "sample": first})

    def open(self, folder: Path, read: Read = Path.read_bytes) -> MilvusStore:
        """See `StoreFormat.open`."""
        path = folder / _FILE
        try:
            kept = json.loads(read(path))
            collection, rows, dimension = str(kept["collection"]), int(kept["rows"]), int(kept["dimension"])
            sample = {int(row): vector for row, vector in kept["sample"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise IndexCorrupt(
                N_("%(path)s does not say where the vectors are: build the index again"), path=path
            ) from error
        server = _server(self._address())
        if not server.ask(lambda client: client.has_collection(collection)):
            raise IndexCorrupt(
                N_("Milvus does not hold the collection %(collection)s that %(path)s names: build it again"),
                collection=collection,
                path=path,
            )
        # A server holds what it had loaded, milvus-lite in another process does not, and somebody may have released it.
        server.ask(lambda client: client.load_collection(collection))
        store = MilvusStore(server, collection, rows, dimension)
        if server.ask(lambda client: _count(client, collection)) != rows or not _same(store, sample):
            raise IndexCorrupt(
                N_("the collection %(collection)s in Milvus was changed: build the index again"), collection=collection
            )
        return store

    def forget(self, folder: Path) -> None:
        """See `StoreFormat.forget`."""
        try:
            collection = str(json.loads((folder / _FILE).read_bytes())["collection"])
        except (OSError, ValueError, KeyError, TypeError):
            return
        if collection.startswith(_PREFIX):
            _server(self._address()).ask(lambda client: client.drop_collection(collection))


class _Server:
    """One connection for all threads, made when first used and made anew after it failed."""

    def __init__(self, address: Address) -> None:
        self._address = address
        self._lock = threading.Lock()
        self._client: Any = None

    def ask(self, question: Callable[[Any], T]) -> T:
        """What `question` gets from the client. Raises StoreUnavailable, MissingExtra."""
        milvus = _pymilvus()
        try:
            return question(self._connected(milvus))
        except milvus.MilvusException as error:
            with self._lock:
                self._client = None
            raise StoreUnavailable(
                N_(
                    "Milvus at %(uri)s cannot be used: %(text)s; start it, or check RAG_MILVUS_URI and RAG_MILVUS_TOKEN"
                ),
                uri=self._address.uri,
                text=error.message,
            ) from error

    def _connected(self, milvus: Any) -> Any:
        with self._lock:
            if self._client is None:
                address = self._address
                self._client = milvus.MilvusClient(uri=address.uri, token=address.token, timeout=address.timeout_s)
            return self._client


_servers: dict[Address, _Server] = {}
_servers_lock = threading.Lock()


def _server(address: Address) -> _Server:
    """The same one for the same address: a file of milvus-lite may be opened only once."""
    with _servers_lock:
        return _servers.setdefault(address, _Server(address))


def _pymilvus() -> Any:
    try:
        import pymilvus
    except ImportError as error:
        raise MissingExtra("milvus") from error
    return pymilvus


def _create(client: Any, collection: str, dimension: int) -> None:
    kinds = _pymilvus().DataType
    schema = client.create_schema(auto_id=False, enable_dynamic_field=False)
    schema.add_field("row", kinds.INT64, is_primary=True)
    schema.add_field("vector", kinds.FLOAT_VECTOR, dim=dimension)
    client.create_collection(collection, schema=schema, consistency_level="Strong")


def _insert(server: _Server, collection: str, first: int, rows: Vectors) -> None:
    entities = [{"row": first + i, "vector": row.tolist()} for i, row in enumerate(rows)]
    # Upsert: a message that is sent again after a broken connection changes nothing.
    server.ask(lambda client: client.upsert(collection, entities))


def _finish(client: Any, collection: str, rows: int) -> None:
    client.flush(collection)
    index = client.prepare_index_params()
    index.add_index("vector", index_type="FLAT" if rows <= _EXACT_UP_TO else "AUTOINDEX", metric_type="IP")
    client.create_index(collection, index)
    client.load_collection(collection)


def _count(client: Any, collection: str) -> int:
    (answer,) = client.query(collection, filter="", output_fields=["count(*)"])
    return int(answer["count(*)"])


def _same(store: MilvusStore, sample: dict[int, list[float]]) -> bool:
    if not sample:
        return True
    held = store.vectors(np.asarray(list(sample), np.int64))
    return held.shape == (len(sample), len(next(iter(sample.values())))) and bool(
        np.allclose(held, np.asarray(list(sample.values()), np.float32), atol=_NEAR)
    )


def _expressions(rows: Rows | None) -> Iterator[str]:
    """Filters that allow the rows, together: passages of a document lie beside each other, so ranges are few."""
    if rows is None:
        yield ""
        return
    allowed = np.unique(np.asarray(rows, np.int64))
    runs = np.split(allowed, np.flatnonzero(np.diff(allowed) != 1) + 1)
    for start in range(0, len(runs), _MOST_RANGES):
        part = runs[start : start + _MOST_RANGES]
        yield " or ".join(f"(row >= {run[0]} and row <= {run[-1]})" for run in part)


def _write(folder: Path, content: dict[str, Any]) -> None:
    (folder / _FILE).write_text(json.dumps(content), "utf-8")
