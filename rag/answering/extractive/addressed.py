"""What a document is called where it lies: the words of its path and of its address on the web.

A page of a village's site seldom says which village it is of; its folder, its file or its host does.
"""

import re
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import urlsplit

_NAME = re.compile(r"[^\W\d_]{3,}")  # a figure in a path may be the month of an upload, and names nothing
_DOCUMENTS = 4096  # whose words are remembered


@lru_cache(_DOCUMENTS)
def words_of_address(document_id: str, url: str | None = None) -> str:
    """Words of three letters or more, in their order, without the ending of the file: "desa macanan profil"."""
    path = PurePosixPath(document_id)
    parts = [*path.parts[:-1], path.stem]
    if url:
        address = urlsplit(url)
        parts += [address.hostname or "", address.path.rpartition(".")[0] or address.path]
    return " ".join(_NAME.findall(" ".join(parts)))
