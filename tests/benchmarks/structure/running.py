"""Each document alone into an index of its own, and its questions put to the whole program."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rag.assembly import build_encoder, build_reader, pipeline_of
from rag.index.ingest import ingest
from rag.index.report import IngestReport, Status
from rag.index.versions import LiveIndex
from rag.models.encoders.base import Encoder
from rag.models.reader import Reader
from rag.pipeline import Pipeline
from rag.schemas import answer_to_json
from rag.settings import Settings
from rag.types import Document, Outcome, Question
from tests.benchmarks.structure.cases import REFUSAL, Ask, Case
from tests.benchmarks.structure.judging import Said, Verdict, kept_in_order, stands_in, verdict
from tests.benchmarks.switches import switched_off

_NOT_READ = "are not read"  # how the program says that it does not know a kind of file


@dataclass(frozen=True, slots=True)
class Machine:
    """What is loaded once for all documents."""

    settings: Settings
    encoder: Encoder
    reader: Reader


@dataclass(frozen=True, slots=True)
class Judged:
    """A question, what was said, and how sure the program was (0 when it refused or never came to answer)."""

    ask: Ask
    verdict: Verdict
    said: str = ""
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a case; `faults`: each of its `demands` on the stored document that is not met."""

    case: Case
    judged: tuple[Judged, ...]
    demands: int
    faults: tuple[str, ...]
    read: bool = True


def load_machine() -> Machine:
    """Raises ModelUnavailable."""
    settings = Settings(chat_url=None)
    return Machine(settings, build_encoder(settings), build_reader(settings))


def run(case: Case, machine: Machine) -> Result:
    """One document, read and asked in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / case.file
        file.write_bytes(case.data)
        index = Path(folder) / "index"
        report = ingest([file], index, machine.encoder, machine.settings)
        documents = documents_of(report, index, machine)
        if any(_NOT_READ in str(result.reason or "") for result in report.results) and not documents:
            judged = tuple(Judged(one, Verdict.NOT_READ) for one in case.asks)
            return Result(case, judged, 0, (), read=False)
        judged = answered(case.asks, index, machine) if documents else tuple(map(_unanswered, case.asks))
    demands, faults = _checked(case, documents, report)
    return Result(case, judged, demands, faults)


def documents_of(report: IngestReport, index: Path, machine: Machine) -> list[Document]:
    """What was stored."""
    if report.version is None:
        return []
    version = LiveIndex(index, machine.encoder.fingerprint).current()
    ids = [result.document_id for result in report.results if result.status is Status.ADDED and result.document_id]
    return [document for one in ids if (document := version.document(one))]


def answered(
    asks: Sequence[Ask], index: Path, machine: Machine, without: frozenset[str] = frozenset()
) -> tuple[Judged, ...]:
    """What becomes of each question; `without` names rules that are left out."""
    settings = machine.settings.model_copy(update={"index": index})
    pipeline = pipeline_of(settings, machine.encoder, machine.reader, without)
    with switched_off(without):
        return tuple(_judged(one, pipeline) for one in asks)


def _unanswered(one: Ask) -> Judged:
    """A question about a document of which nothing was indexed gets no answer."""
    return Judged(one, Verdict.RIGHT if set(one.outcomes) & set(REFUSAL) else Verdict.REFUSED)


def _judged(one: Ask, pipeline: Pipeline) -> Judged:
    said = Said.of(answer_to_json(pipeline.answer(Question(one.question, one.language))))
    if said.outcome is not Outcome.ANSWERED:
        return Judged(one, verdict(one, said), said.outcome.value)
    return Judged(one, verdict(one, said), f"{said.headline} <- {' / '.join(said.quotes)}", said.confidence)


def _checked(case: Case, documents: list[Document], report: IngestReport) -> tuple[int, tuple[str, ...]]:
    """How much is demanded of the stored document, and what of it is not met."""
    text = "\n".join(f"{document.title}\n{document.text}" for document in documents)
    kept = kept_in_order(case.lines, text)
    faults = [f"lost: {line}" for line, there in zip(case.lines, kept, strict=True) if not there]
    faults += [f"not left out: {line}" for line in case.gone if stands_in(line, text)]
    days = [document.published for document in documents]
    if case.published and case.published not in days:
        faults.append(f"published: {', '.join(map(str, days))}, not {case.published}")
    if case.unreadable and not _said_unreadable(report, documents):
        faults.append("not said to be unreadable")
    return len(case.lines) + len(case.gone) + bool(case.published) + case.unreadable, tuple(faults)


def _said_unreadable(report: IngestReport, documents: list[Document]) -> bool:
    return not documents or any(result.warnings for result in report.results)
