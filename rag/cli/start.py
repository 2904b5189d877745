"""`rag serve`: says where it listens once it does, and that there is no index where there is none."""

import os
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from rag.cli.options import IndexOption, settings_with
from rag.cli.serving import listening
from rag.cli.serving import serve as serve_web
from rag.cli.terminal import terminal_language
from rag.errors import IndexMissing
from rag.index.versions import current_name
from rag.wording.words import words_of

out, err = Console(), Console(stderr=True)


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on (default: RAG_HOST or 127.0.0.1).")] = None,
    port: Annotated[
        int | None,
        typer.Option(min=0, max=65535, help="Port (default: RAG_PORT or 8000); 0 takes one that is free."),
    ] = None,
    index: IndexOption = None,
) -> None:
    """Serve the chat page and the HTTP interface."""
    settings = settings_with(index)
    # The server builds its own settings from the environment, so that it also runs under any other ASGI server.
    os.environ["RAG_INDEX"] = str(settings.index.resolve())
    listener = listening(host or settings.host, settings.port if port is None else port)
    out.print(f"Tanya Lampung: {address_of(*listener.getsockname()[:2])}", soft_wrap=True, markup=False)
    if not _has_index(settings.index):
        err.print(
            words_of(terminal_language()).gettext(
                "There is no index in %(folder)s yet, so questions cannot be answered: make one with `rag ingest "
                "FOLDER`. The server finds it without being started again.",
                folder=settings.index,
            ),
            soft_wrap=True,
            markup=False,
        )
    serve_web(settings, listener)


def address_of(host: str, port: int) -> str:
    """As a browser takes it."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _has_index(folder: Path) -> bool:
    try:
        return bool(current_name(folder))
    except IndexMissing:
        return False
