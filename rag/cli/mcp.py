"""`rag mcp`: the tools of `rag.tools`, over stdio or alone at an address."""

from importlib import import_module
from typing import Annotated

import typer
from rich.console import Console

from rag.assembly import build_pipeline
from rag.cli.door import listening
from rag.cli.options import IndexOption, settings_with
from rag.cli.serving import serve as serve_web
from rag.cli.start import address_of
from rag.errors import MissingExtra
from rag.settings import Settings
from rag.tools import host_guard, server_of

err = Console(stderr=True)


def mcp(
    index: IndexOption = None,
    http: Annotated[bool, typer.Option("--http", help="Serve streamable HTTP at /mcp instead of stdio.")] = False,
    host: Annotated[str, typer.Option(help="Address to listen on with --http.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port to listen on with --http; 0: one that is free.")
    ] = 8010,
    allow_host: Annotated[
        list[str] | None, typer.Option(help="A further name it is asked by, as in Host: of a proxy, say.")
    ] = None,
) -> None:
    """Offer the documents to other programs as tools of the Model Context Protocol."""
    settings = settings_with(index)
    if http:
        _serve(settings, host, port, allow_host or [])
    else:
        server_of(build_pipeline(settings)).run("stdio")


def _serve(settings: Settings, host: str, port: int, names: list[str]) -> None:
    """With keys, limits and switches as at the site's own /mcp, and nothing else of the site."""
    listener = listening(host, port)
    port = listener.getsockname()[1]
    try:
        guard = host_guard([host, *names], port)
    except ImportError as error:
        raise MissingExtra("mcp") from error
    # The site stands above this package, so that it is named and not imported.
    app = import_module("web.app").create_mcp_app(settings, guard)
    err.print(f"Tanya Lampung (MCP): {address_of(host, port)}/mcp", soft_wrap=True, markup=False)
    serve_web(settings, listener, app)
