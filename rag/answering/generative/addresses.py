"""Addresses of the internet in a model's sentence: what a reader, or a messenger, opens."""

import re
from collections.abc import Sequence

from rag.types import Passage

# With a scheme, or with a last part of letters after a full stop or an at sign: a site, a mailbox, a file.
_ADDRESS = re.compile(r"\w+://[^\s()\[\]]+|[\w-]+(?:[.@][\w-]+)*[.@][^\W\d_]{2,}")
_AFTER = ".,;:!?\"'”’"  # what may follow one in a sentence


def invented_address(text: str, passages: Sequence[Passage]) -> bool:
    """Whether it names an address that stands in no passage letter by letter; its words or its end alone do not do."""
    sources = [passage.text.lower() for passage in passages]
    named = [found.rstrip(_AFTER) for found in _ADDRESS.findall(text.lower())]
    return any(not any(_stands_in(address, source) for source in sources) for address in named)


def _stands_in(address: str, source: str) -> bool:
    """As one of its own, or behind the scheme of one: "contoh.example" is not within "daftar.contoh.example"."""
    return re.search(rf"(?<![\w.@-]){re.escape(address)}(?![\w@-])", source) is not None
