"""Addresses of the internet in a model's sentence: what a reader, or a messenger, opens."""

import re
from collections.abc import Sequence

from rag.types import Passage

# With a scheme, or with a last part of letters after a full stop or an at sign: a site, a mailbox, a file.
_ADDRESS = re.compile(r"\w+://[^\s()\[\]]+|[\w-]+(?:[.@][\w-]+)*[.@][^\W\d_]{2,}")
_AFTER = ".,;:!?\"'”’"  # what may follow one in a sentence


def invented_address(text: str, passages: Sequence[Passage]) -> bool:
    """Whether it names an address that stands in no passage letter by letter; that its words do is not enough."""
    sources = [passage.text.lower() for passage in passages]
    named = [found.rstrip(_AFTER) for found in _ADDRESS.findall(text.lower())]
    return any(all(address not in source for source in sources) for address in named)
