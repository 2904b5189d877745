"""`rag ask`, `rag search`, `rag read`, `rag chat`: questions, one by one or a file of them."""

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer
from rich.console import Console
from rich.progress import track

from rag.assembly import build_pipeline, build_reader
from rag.cli.batch import answer_lines, count_lines, reading_json
from rag.cli.options import IndexOption, JsonOption, print_json, settings_with
from rag.cli.terminal import terminal_language
from rag.cli.views import answer_view, hits_view, say_error
from rag.schemas import AskRequest, BatchLine, BatchQuestion, BatchReading, TurnIn, answer_to_json, hit_to_json
from rag.settings import Settings
from rag.types import Language
from rag.wording.prose import text_of
from rag.wording.words import words_of

out, err = Console(), Console(stderr=True)

BatchOption = Annotated[Path | None, typer.Option("--batch", help="JSON Lines file, id and question in each line.")]
LimitOption = Annotated[int, typer.Option("--limit", min=1, max=100, help="How many passages.")]

_TURNS_KEPT = 10
Line = TypeVar("Line", bound=BatchLine)


def ask(
    question: Annotated[str | None, typer.Argument(help="The question, in Indonesian or English.")] = None,
    index: IndexOption = None,
    language: Annotated[Language | None, typer.Option(help="Language of the answer; detected if not given.")] = None,
    batch: BatchOption = None,
    as_json: JsonOption = False,
) -> None:
    """Answer a question, or every question of a file, with citations."""
    pipeline = build_pipeline(settings_with(index))
    if batch is not None:
        _run_batch(batch, BatchQuestion, lambda line: answer_to_json(pipeline.answer(line.to_question())))
        return
    answer = pipeline.answer(AskRequest(question=_given(question), language=language).to_question())
    if as_json:
        print_json(answer_to_json(answer))
    else:
        out.print(answer_view(answer))


def search(
    question: Annotated[str | None, typer.Argument(help="What to look for.")] = None,
    limit: LimitOption = 10,
    index: IndexOption = None,
    batch: BatchOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find the passages nearest to a question."""
    pipeline = build_pipeline(settings_with(index))

    def results(request: AskRequest) -> list[dict[str, Any]]:
        hits = pipeline.search(request.to_question(), limit)
        return [hit_to_json(hit, rank) for rank, hit in enumerate(hits, start=1)]

    if batch is not None:
        _run_batch(batch, BatchQuestion, lambda line: {"results": results(line)})
    elif as_json:
        print_json({"question": question, "results": results(AskRequest(question=_given(question)))})
    else:
        hits = pipeline.search(AskRequest(question=_given(question)).to_question(), limit)
        out.print(hits_view(hits, words_of(terminal_language())))


def read(
    batch: Annotated[Path, typer.Option("--batch", help="JSON Lines file, id, question and passage in each line.")],
) -> None:
    """Run the reader alone: the span of each passage that answers, or null when the passage does not say."""
    reader = build_reader(Settings())
    _run_batch(batch, BatchReading, lambda line: reading_json(reader, line))


def chat(
    index: IndexOption = None,
    language: Annotated[Language | None, typer.Option(help="Language of the answers; detected if not given.")] = None,
) -> None:
    """Hold a conversation; follow-up questions are understood. An empty line, or Ctrl-D, ends it."""
    pipeline = build_pipeline(settings_with(index))
    history: list[TurnIn] = []
    out.print("Tanya Lampung. Silakan bertanya (baris kosong untuk selesai). / Please ask (empty line to leave).")
    while text := _prompt():
        answer = pipeline.answer(AskRequest(question=text, language=language, history=history).to_question())
        out.print(answer_view(answer))
        history = [*history, TurnIn(question=text[:2000], answer=text_of(answer)[:2000])][-_TURNS_KEPT:]


def _given(question: str | None) -> str:
    if question is None:
        raise typer.BadParameter(words_of(terminal_language()).gettext("give a question, or --batch FILE"))
    return question


def _prompt() -> str:
    if sys.stdin is None:  # closed by whoever started us
        return ""
    try:
        return out.input("\n[bold]?[/bold] ").strip()
    except (EOFError, KeyboardInterrupt):
        return ""


def _run_batch(path: Path, form: type[Line], reply: Callable[[Line], dict[str, Any]]) -> None:
    total = count_lines(path)
    rows: Iterable[dict[str, Any]] = answer_lines(path, form, reply)
    failed = 0
    for row in track(rows, total=total, console=err, description=path.name, disable=not err.is_terminal):
        failed += "error" in row
        print(json.dumps(row, ensure_ascii=False), flush=True)
    if failed:
        words = words_of(terminal_language())
        told = words.gettext(
            "%(failed)s of %(total)s lines of %(path)s could not be answered; their rows say why",
            failed=failed,
            total=total,
            path=path,
        )
        say_error(err, told, words)
        raise typer.Exit(1)
