"""A library with an index beside it, for tests."""

from collections.abc import Mapping
from contextlib import contextmanager
from pathlib import Path

from rag.index.versions import OpenVersion, current_name
from rag.library import changing
from rag.library.changing import Upload
from rag.library.publishing import candidate, publish_candidate
from rag.library.records import Entry, Field, Publication
from rag.settings import Settings
from tests.fakes import WordEncoder

RICE = "Harga beras di Pasar Tugu naik menjadi 14.500 rupiah per kilogram pada pekan kedua bulan Mei."
COFFEE = "Ekspor kopi robusta Lampung naik tujuh persen sepanjang tahun lalu menurut dinas perdagangan."
ROADS = "Pemerintah memperbaiki jalan sepanjang empat puluh kilometer di Kabupaten Way Kanan tahun ini."


class Shelf:
    """What the tests of the library do again and again, by one person."""

    def __init__(self, folder: Path) -> None:
        self.library, self.index = folder / "library", folder / "index"
        self.encoder, self.settings = WordEncoder(), Settings()

    def add(self, name: str, content: str | bytes, said: Mapping[Field, str] | None = None) -> Entry:
        data = content.encode() if isinstance(content, str) else content
        return changing.add(self.library, Upload(name, [data], said or {}), "siti", self.settings)

    def replace(self, document_id: str, name: str, content: str) -> Entry:
        upload = Upload(name, [content.encode()], {})
        return changing.replace_with(self.library, document_id, upload, "siti", self.settings)

    @contextmanager
    def candidate(self, *drafts: str):
        self.encoder.encoded.clear()
        chosen = drafts or None
        with candidate(self.library, self.index, self.encoder, self.settings, chosen) as made:
            yield made

    def publish(self, *drafts: str) -> Publication:
        with self.candidate(*drafts) as made:
            return publish_candidate(made, "budi")

    @property
    def version(self) -> OpenVersion:
        return OpenVersion(self.index / current_name(self.index))

    @property
    def public(self) -> list[str]:
        """Ids of what everybody can find."""
        return sorted(self.version.document_ids())
