"""`rag serve`: says where it listens once it does, and that there is no index where there is none."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from rag.cli.door import listening
from rag.cli.options import IndexOption, settings_with
from rag.cli.serving import serve as serve_web
from rag.cli.terminal import terminal_language
from rag.errors import IndexMissing
from rag.index.versions import current_name
from rag.settings import Settings
from rag.wording.words import words_of

out, err = Console(), Console(stderr=True)
_THIS_MACHINE = frozenset({"127.0.0.1", "::1", "localhost"})


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
    os.environ["RAG_HOST"] = host = host or settings.host
    listener = listening(host, settings.port if port is None else port)
    out.print(f"Tanya Lampung: {address_of(*listener.getsockname()[:2])}", soft_wrap=True, markup=False)
    for line in _hints(settings, host):
        err.print(line, soft_wrap=True, markup=False)
    serve_web(settings, listener)


def address_of(host: str, port: int) -> str:
    """As a browser takes it."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _hints(settings: Settings, host: str) -> Iterator[str]:
    """What whoever starts it should know."""
    words = words_of(terminal_language())
    if not _has_index(settings.index):
        yield words.gettext(
            "There is no index in %(folder)s yet, so questions cannot be answered: make one with `rag ingest "
            "FOLDER`. The server finds it without being started again.",
            folder=settings.index,
        )
    if host not in _THIS_MACHINE and not settings.site_url and not settings.site_hosts:
        yield words.gettext(
            "It answers to addresses, to names without a dot and to this machine's own. If people reach it by another "
            "name, set RAG_SITE_URL."
        )


def _has_index(folder: Path) -> bool:
    try:
        return bool(current_name(folder))
    except IndexMissing:
        return False
