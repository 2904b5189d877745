"""Each document alone into an index of its own, and its questions put to the whole program."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from rag.answering.base import Answerer
from rag.assembly import build_answerer, build_encoder, build_reader
from rag.index.ingest import ingest
from rag.index.report import IngestReport, Status
from rag.index.versions import LiveIndex
from rag.models.encoders.base import Encoder
from rag.pipeline import Pipeline
from rag.retrieval.retriever import Retriever
from rag.settings import Settings
from rag.types import Answer, Document, Outcome, Question
from tests.benchmarks.structure.cases import REFUSAL, Ask, Case
from tests.benchmarks.structure.judging import Verdict, kept_in_order, stands_in, verdict

_NOT_READ = "are not read"  # how the program says that it does not know a kind of file


@dataclass(frozen=True, slots=True)
class Machine:
    """What is loaded once for all documents."""

    settings: Settings
    encoder: Encoder
    answerer: Answerer


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
    encoder = build_encoder(settings)
    answerer = build_answerer(encoder, build_reader(settings), None, settings.chat_timeout_s, settings.most_wrong)
    return Machine(settings, encoder, answerer)


def run(case: Case, machine: Machine) -> Result:
    """One document, read and asked in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / case.file
        file.write_bytes(case.data)
        index = Path(folder) / "index"
        report = ingest([file], index, machine.encoder, machine.settings)
        documents = _documents(report, index, machine)
        if any(_NOT_READ in (result.reason or "") for result in report.results) and not documents:
            judged = tuple(Judged(one, Verdict.NOT_READ) for one in case.asks)
            return Result(case, judged, 0, (), read=False)
        judged = tuple(_judged(one, index, machine, bool(documents)) for one in case.asks)
    demands, faults = _checked(case, documents, report)
    return Result(case, judged, demands, faults)


def _documents(report: IngestReport, index: Path, machine: Machine) -> list[Document]:
    if report.version is None:
        return []
    version = LiveIndex(index, machine.encoder.fingerprint).current()
    ids = [result.document_id for result in report.results if result.status is Status.ADDED and result.document_id]
    return [document for one in ids if (document := version.document(one))]


def _judged(one: Ask, index: Path, machine: Machine, indexed: bool) -> Judged:
    """A question about a document of which nothing was indexed gets no answer."""
    if not indexed:
        return Judged(one, Verdict.RIGHT if set(one.outcomes) & set(REFUSAL) else Verdict.REFUSED)
    answer = _pipeline(index, machine).answer(Question(one.question, one.language))
    confidence = answer.confidence if answer.outcome is Outcome.ANSWERED else 0.0
    return Judged(one, verdict(one, answer), _said(answer), confidence)


def _pipeline(index: Path, machine: Machine) -> Pipeline:
    return Pipeline(
        LiveIndex(index, machine.encoder.fingerprint),
        Retriever(machine.encoder),
        machine.answerer,
        encoder_name=machine.encoder.name,
        passages_read=machine.settings.passages_read,
        longest_question=machine.settings.max_question_chars,
    )


def _said(answer: Answer) -> str:
    if answer.outcome is not Outcome.ANSWERED:
        return answer.outcome.value
    quotes = " / ".join(citation.quote for citation in answer.citations)
    return f"{answer.short_answer} <- {quotes}"


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
