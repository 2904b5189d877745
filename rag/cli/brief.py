"""`rag brief`: a briefing whose every sentence is a quote."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from rag.assembly import build_briefer
from rag.briefing.briefer import Wanted
from rag.briefing.exporting import export, require_format
from rag.briefing.values import Audience, Briefing
from rag.cli.options import IndexOption, settings_with
from rag.cli.terminal import terminal_language
from rag.errors import BadInput
from rag.language.detection import detect
from rag.types import Language
from rag.wording.words import N_, words_of

out = Console()

_MOST_QUESTIONS = 30


def brief(
    topic: Annotated[str, typer.Argument(help="A topic, or a text file with a question a line (a title after #).")],
    to: Annotated[Path, typer.Option("--out", help="File to write: .docx, .pdf or .md.")],
    index: IndexOption = None,
    language: Annotated[
        Language | None, typer.Option(help="Language of headings and dates; detected if not given.")
    ] = None,
    audience: Annotated[Audience, typer.Option(help="For leaders about a page, for staff all of it.")] = Audience.STAFF,
    letterhead: Annotated[
        Path | None,
        typer.Option(help="With .docx: a Word file with the office's letterhead (default: RAG_LETTERHEAD)."),
    ] = None,
) -> None:
    """Write a briefing of many documents: every sentence a quote with its source, and what they do not say."""
    require_format(to, letterhead)
    title, questions = _asked(topic)
    wanted = Wanted(title, language or detect(" ".join((title, *questions))), questions, audience)
    settings = settings_with(index)
    briefing = build_briefer(settings).brief(wanted)
    export(briefing, to, letterhead or (settings.letterhead if to.suffix.lower() == ".docx" else None))
    out.print(_told(briefing, to), soft_wrap=True, markup=False, highlight=False)


def _asked(topic: str) -> tuple[str, tuple[str, ...]]:
    """The title, and the questions of a file; () for a topic. Raises BadInput."""
    path = Path(topic)
    if path.suffix.lower() != ".txt":
        return topic, ()
    try:
        lines = [line.strip() for line in path.read_text("utf-8-sig").splitlines() if line.strip()]
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(
            N_("%(path)s cannot be read (%(reason)s): give a text file in UTF-8 with a question a line"),
            path=path,
            reason=error,
        ) from error
    questions = tuple(line for line in lines if not line.startswith("#"))
    if not 0 < len(questions) <= _MOST_QUESTIONS:
        raise BadInput(
            N_("%(path)s: it has %(questions)s questions; give 1 to %(most_questions)s, one a line"),
            path=path,
            questions=len(questions),
            most_questions=_MOST_QUESTIONS,
        )
    title = next((line.lstrip("# ") for line in lines if line.startswith("#")), "")
    return title or path.stem.replace("-", " ").replace("_", " "), questions


def _told(briefing: Briefing, path: Path) -> str:
    words = words_of(terminal_language())
    entries = [entry for section in briefing.sections for entry in section.entries]
    documents = {citation.document_id for entry in entries for citation in entry.citations}
    return words.gettext(
        "%(path)s: %(quotes)s from %(documents)s",
        path=path,
        quotes=words.ngettext("%(count)s quote", "%(count)s quotes", sum(len(entry.citations) for entry in entries)),
        documents=words.ngettext("%(count)s document", "%(count)s documents", len(documents)),
    )
