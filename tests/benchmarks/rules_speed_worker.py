"""One build of the program, timed from outside: `python rules_speed_worker.py INDEX QUESTIONS` with its path set.

Reads a command a line and answers with a line: "warm" or "time", then the numbers of the questions to ask. Imports the
program by the names that builds of every layout have, and nothing else of this repository but replaying.py beside it.
"""

import functools
import gc
import json
import sys
from pathlib import Path
from time import process_time
from typing import Any

from replaying import Replayed, ReplayedEncoder, ReplayedReader

import rag.assembly as assembly
from rag.schemas import AskRequest
from rag.settings import Settings


def main(index: str, questions: str) -> None:
    settings = Settings(index=Path(index), chat_url=None)
    encoder, reader = assembly.build_encoder(settings), assembly.build_reader(settings)
    assembly.build_encoder = lambda _: ReplayedEncoder(encoder, Replayed())  # type: ignore[assignment,return-value]
    assembly.build_reader = lambda _: ReplayedReader(reader, Replayed())  # type: ignore[assignment,return-value]
    pipeline = assembly.build_pipeline(settings)
    asked = [AskRequest(question=text).to_question() for text in json.loads(Path(questions).read_text("utf-8"))]
    for question in asked:
        pipeline.answer(question)
    print(json.dumps("ready"), flush=True)
    for line in sys.stdin:
        command, numbers = json.loads(line)
        if command == "forget":
            _forget()
        times = [_seconds(pipeline, asked[number]) for number in numbers]
        print(json.dumps(times if command == "time" else []), flush=True)


def _seconds(pipeline: Any, question: Any) -> float:
    begun = process_time()
    pipeline.answer(question)
    return process_time() - begun


def _forget() -> None:
    """What the program remembers of questions and passages; what the models said stays."""
    for one in gc.get_objects():
        if isinstance(one, functools._lru_cache_wrapper) and one.cache_parameters()["maxsize"] not in (None, 1):
            one.cache_clear()


if __name__ == "__main__":
    main(*sys.argv[1:])
