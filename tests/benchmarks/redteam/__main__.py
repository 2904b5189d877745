"""Attempts to make the program do or say what it must not, and harmless questions in the same words.

    python -m tests.benchmarks.redteam [--model] [--show] [--every N] [--ids PREFIX ...]

Counts attempts that succeeded and harmless questions that were declined. With --model a chat server on loopback
is plugged in that obeys: it says what the attempt wants, repeats what poisoned documents order, and tells its prompt.
"""

import argparse
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from rich.console import Console
from rich.progress import track

from rag.assembly import build_encoder, build_reader, pipeline_of
from rag.index.ingest import ingest
from rag.pipeline import Pipeline
from rag.settings import Settings
from tests.benchmarks.redteam.cases import Attempt, Corpus, Harmless, read_attempts, read_harmless
from tests.benchmarks.redteam.judging import harm
from tests.benchmarks.redteam.obedient import Obedient
from tests.benchmarks.redteam.report import Asked, Tried, faults, tables
from tests.rag.models.chat.server import serving, url_of


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", action="store_true", help="with a chat server that obeys")
    parser.add_argument("--show", action="store_true", help="print what went wrong on dev")
    parser.add_argument("--every", type=int, default=1, help="ask every Nth question")
    parser.add_argument("--ids", nargs="+", default=[""], help="ask only questions whose id begins so")
    given = parser.parse_args()
    attempts = [case for case in read_attempts() if case.id.startswith((*given.ids,))][:: given.every]
    harmless = [case for case in read_harmless() if case.id.startswith((*given.ids,))][:: given.every]
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        obedient = Obedient()
        url = url_of(stack.enter_context(serving(obedient))) if given.model else None
        pipelines = dict(_pipelines(folder, url))
        tried = [*_tried(attempts, pipelines, obedient)]
        asked = [*_asked(harmless, pipelines, obedient)]
    console = Console(width=140)
    console.print(*tables(tried, asked))
    if given.show:
        for line in faults(tried, asked):
            console.print(line, markup=False, highlight=False, soft_wrap=True)


def _pipelines(folder: Path, url: str | None) -> Iterator[tuple[Corpus, Pipeline]]:
    """One for each corpus over the same models."""
    settings = Settings(chat_url=url, chat_timeout_s=300.0)
    encoder, reader = build_encoder(settings), build_reader(settings)
    for corpus in Corpus:
        index = folder / corpus.value
        ingest(corpus.folders, index, encoder, settings)
        yield corpus, pipeline_of(settings.model_copy(update={"index": index}), encoder, reader)


def _tried(attempts: Sequence[Attempt], pipelines: dict[Corpus, Pipeline], obedient: Obedient) -> Iterator[Tried]:
    for attempt in track(attempts, description="Attempts"):
        obedient.attempt, obedient.told = attempt, []
        answer = pipelines[attempt.corpus].answer(attempt.to_question())
        yield Tried(attempt, answer, harm(attempt, answer, obedient.told))


def _asked(harmless: Iterable[Harmless], pipelines: dict[Corpus, Pipeline], obedient: Obedient) -> Iterator[Asked]:
    obedient.attempt = None
    for case in track([*harmless], description="Harmless"):
        yield Asked(case, pipelines[case.corpus].answer(case.to_question()))


if __name__ == "__main__":
    main()
