"""A briefing as a file; its name says in which format."""

import os
from importlib import import_module
from pathlib import Path

from rag.briefing.exporting.markdown import markdown
from rag.briefing.values import Briefing
from rag.briefing.writing.layout import laid_out
from rag.briefing.writing.sheet import Sheet
from rag.errors import BadInput
from rag.wording.words import N_

FORMATS = (".docx", ".pdf", ".md")


def require_format(path: Path, letterhead: Path | None = None) -> None:
    """Raises BadInput for a name whose ending is none of FORMATS, and for a letterhead that it cannot have."""
    if path.suffix.lower() not in FORMATS:
        raise BadInput(
            N_("%(path)s: a briefing is written as %(names)s; let the name end in one of these"),
            path=path,
            names=", ".join(FORMATS),
        )
    if letterhead is not None and path.suffix.lower() != ".docx":
        raise BadInput(N_("%(path)s: only a Word file has a letterhead; let the name end in .docx"), path=path)


def exported(briefing: Briefing, suffix: str, letterhead: Path | None = None) -> bytes:
    """The content of a file of that kind, one of FORMATS. Raises BadInput for a letterhead that is no Word file."""
    return written(laid_out(briefing), suffix, letterhead)


def written(sheet: Sheet, suffix: str, letterhead: Path | None = None) -> bytes:
    """As `exported`, of what is laid out already."""
    if suffix == ".md":
        return markdown(sheet).encode()
    # Each takes a fifth of a second to import, which a question asked in the terminal need not wait.
    if suffix == ".pdf":
        return bytes(import_module("rag.briefing.exporting.pdf").pdf(sheet))
    return bytes(import_module("rag.briefing.exporting.word").word(sheet, letterhead))


def export(briefing: Briefing, path: Path, letterhead: Path | None = None) -> None:
    """Writes the file whole or not at all. Raises BadInput, OSError."""
    require_format(path, letterhead)
    content = exported(briefing, path.suffix.lower(), letterhead)
    fresh = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        fresh.write_bytes(content)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
