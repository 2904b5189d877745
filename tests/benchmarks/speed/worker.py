"""One build of the program, timed from outside: `python worker.py INDEXES` with its path set.

INDEXES and every command are JSON, a line each: {"index": folder}, then ["answer", index, question], ["search", index,
question] or ["embed", "", texts], which are answered with milliseconds of processor time, and ["memory", "", ""] with
megabytes. Imports the program by the names that builds of every layout have.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import rag.assembly as assembly
from rag.schemas import AskRequest
from rag.settings import Settings

_HITS = 8


def main(indexes: str) -> None:
    settings = [Settings(index=Path(folder), chat_url=None, threads=1) for folder in json.loads(indexes).values()]
    pipelines = dict(zip(json.loads(indexes), map(assembly.build_pipeline, settings), strict=True))
    encoder = assembly.build_encoder(settings[0])
    print(json.dumps("ready"), flush=True)
    for line in sys.stdin:
        command, index, given = json.loads(line)
        print(json.dumps(_done(command, pipelines.get(index), encoder, given)), flush=True)


def _done(command: str, pipeline: Any, encoder: Any, given: Any) -> float:
    if command == "memory":
        return resident_mb()
    if command == "embed":
        return milliseconds(lambda: encoder.encode_passages(given))
    question = AskRequest(question=given).to_question()
    if command == "search":
        return milliseconds(lambda: pipeline.search(question, _HITS))
    return milliseconds(lambda: pipeline.answer(question))


def milliseconds(work: Callable[[], object]) -> float:
    begun = process_time()
    work()
    return 1000 * (process_time() - begun)


def resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main(sys.argv[1])
