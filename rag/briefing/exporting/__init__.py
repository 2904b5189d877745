"""A briefing as a file; its name says in which format."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from rag.briefing.exporting.markdown import markdown
from rag.briefing.values import Briefing
from rag.briefing.writing.layout import laid_out
from rag.briefing.writing.sheet import Sheet
from rag.errors import BadInput

FORMATS: Mapping[str, Callable[[Sheet], bytes]] = MappingProxyType({".md": lambda sheet: markdown(sheet).encode()})


def require_format(path: Path) -> None:
    """Raises BadInput for a name whose ending is none of FORMATS."""
    if path.suffix.lower() not in FORMATS:
        raise BadInput(f"{path}: a briefing is written as {', '.join(FORMATS)}; let the name end in one of these")


def export(briefing: Briefing, path: Path) -> None:
    """Writes the file whole or not at all. Raises BadInput, OSError."""
    require_format(path)
    content = FORMATS[path.suffix.lower()](laid_out(briefing))
    fresh = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        fresh.write_bytes(content)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
