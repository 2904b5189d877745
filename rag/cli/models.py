"""`rag models`: what answering needs of the models, for machines without PyTorch."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from rag.cli.terminal import terminal_language
from rag.models.exporting import export_models
from rag.settings import Settings
from rag.wording.words import words_of

out = Console()
models_app = typer.Typer(help="The models that embed, read and judge.", no_args_is_help=True)


@models_app.callback()
def _group() -> None:
    """Without it Typer would take the one command for the whole group."""


@models_app.command()
def export(
    folder: Annotated[Path, typer.Argument(help="A folder that does not exist yet.")],
) -> None:
    """Write the converted models into a folder that RAG_CACHE names on machines without PyTorch."""
    settings, words = Settings(), words_of(terminal_language())
    with out.status(words.gettext("Converting the models ...")):
        files = export_models(settings.embedding_model, settings.cache, folder)
    megabytes = sum(path.stat().st_size for path in files) / 1e6
    told = words.gettext(
        "%(folder)s: %(count)s files, %(megabytes)s MB; RAG_CACHE=%(folder)s answers with them",
        folder=folder,
        count=len(files),
        megabytes=round(megabytes),
    )
    out.print(Text(told), soft_wrap=True)
