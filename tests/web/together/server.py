"""One of several servers: `server.py PORT`, with settings from the environment; answers are those of the fakes."""

import sys
import time

from rag.cli.door import listening
from rag.cli.serving import serve
from rag.index.versions import LiveIndex
from rag.settings import Settings
from rag.types import Answer, Question
from tests.web.fakes import FakePipeline, Status
from web.app import create_app
from web.protection import limits


class Indexed(FakePipeline):
    """Tells the version that is published in RAG_INDEX; takes its time where nobody waits, as evaluations do."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._live = LiveIndex(settings.index)

    def status(self) -> Status:
        held = self._live.current()
        return Status(held.name, documents=held.manifest.documents)

    def answer(self, question: Question) -> Answer:
        time.sleep(0.2)
        return super().answer(question)


if __name__ == "__main__":
    limits.REST_S = 0.5  # so that a test need not wait half a minute for Redis to be asked again
    given = Settings()
    serve(given, listening("127.0.0.1", int(sys.argv[1])), create_app(given, Indexed(given)))
