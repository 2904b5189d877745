"""A liar plugged in: SmolLM2 of 135M parameters words the answers to all gold questions; nothing false may be shown.

    python -m tests.benchmarks.small_model --index build/gate [--every N] [--replies FILE]

The server of llama.cpp is started on loopback with a key, the pipeline is the real one. Every sentence shown is held
against what it cites by rules that share nothing with the guard (`tests/rag/answering/verification.py`); exit status 1
when one does not stand. A model this small hardly ever cites: its sentences are given the numbers of all passages that
it was shown, or the guard would have nothing to do.

The model's replies are kept in `--replies`: an interrupted run goes on where it stopped, and a run after a change of
the guard need not ask the model again. With RAG_CHAT_URL set, that server is asked instead.
"""

import argparse
import hashlib
import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from pydantic import SecretStr
from rich.progress import track

from rag import assembly
from rag.answering.generative.drafts import Draft, Drafts
from rag.answering.generative.statements import is_statement
from rag.answering.guard.guard import Guard, Verdict
from rag.errors import IndexMissing, ModelUnavailable
from rag.evaluation.gold import GoldQuestion
from rag.evaluation.importers import read_questions
from rag.models.chat.base import ChatModel, Message
from rag.models.encoders.loading import Encoder
from rag.models.judge import Judge
from rag.pipeline import Pipeline
from rag.settings import Settings
from rag.types import Answer, Document, Outcome, Passage
from tests.rag.answering.llama import KEY, MODEL, serving_small_model
from tests.rag.answering.verification import unsupported

_FENCE = "<passage number="


@dataclass(slots=True)
class Record:
    """What happened while one question was answered."""

    said: str = ""
    cited: int = 0  # sentences with a citation of the model's own
    failed: bool = False
    verdicts: dict[str, Verdict] = field(default_factory=dict)


class Replies:
    """A chat model whose replies are written down, so that no prompt is sent twice."""

    def __init__(self, model: ChatModel, file: Path, passages: int, record: Record) -> None:
        self._model = model
        self._file = file
        self._passages = passages
        self._record = record

    @property
    def name(self) -> str:
        return self._model.name

    def stream(self, messages: Sequence[Message], timeout_s: float) -> Iterator[str]:
        shown = [Message(one.role, _shortened(one.content, self._passages)) for one in messages]
        prompt = hashlib.sha256("\0".join([self.name, *(one.content for one in shown)]).encode()).hexdigest()
        reply = self._known().get(prompt)
        if reply is None:
            reply = self._ask(shown, timeout_s)
            with self._file.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"prompt": prompt, "reply": reply}, ensure_ascii=False) + "\n")
        self._record.cited = sum(bool(draft.numbers) for draft in _drafts(reply))
        self._record.said = _with_citations(reply, self._passages)
        yield self._record.said

    def _known(self) -> dict[str, str]:
        """Read anew each time: several runs may share the file."""
        lines = self._file.read_text("utf-8").splitlines() if self._file.is_file() else []
        return {row["prompt"]: row["reply"] for row in map(json.loads, lines)}

    def _ask(self, messages: Sequence[Message], timeout_s: float) -> str:
        try:
            return "".join(self._model.stream(messages, timeout_s))
        except ModelUnavailable:
            self._record.failed = True
            raise


class Watched:
    """A guard that notes its verdicts."""

    def __init__(self, guard: Guard, record: Record) -> None:
        self._guard = guard
        self._record = record

    def check(self, sentence: str, passages: Sequence[Passage], around: Sequence[Passage] = ()) -> Verdict:
        verdict = self._guard.check(sentence, passages, around)
        self._record.verdicts[sentence] = verdict
        return verdict


@dataclass(frozen=True, slots=True)
class Observed:
    """One question: what was written, what became of it, and what was shown without support."""

    question: GoldQuestion
    answer: Answer
    written: int
    cited: int
    fates: Counter[str]
    shown: tuple[str, ...]
    unsupported: tuple[str, ...]
    failed: bool
    seconds: float


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--index", type=Path, default=Path("build/gate"))
    parser.add_argument("--gold", type=Path, default=Path("seeds/gold"))
    parser.add_argument("--every", type=int, default=1, help="ask every Nth question")
    parser.add_argument("--passages", type=int, default=2, help="passages the model is shown; the guard has them all")
    parser.add_argument("--tokens", type=int, default=50, help="tokens the model may write")
    parser.add_argument("--timeout", type=float, default=300.0, help="seconds the model may take for one question")
    parser.add_argument("--replies", type=Path, default=Path("build/small-model-replies.jsonl"))
    given = parser.parse_args()
    given.replies.parent.mkdir(parents=True, exist_ok=True)
    record = Record()
    with ExitStack() as stack:
        limits = {"index": given.index, "chat_tokens": given.tokens, "chat_timeout_s": given.timeout}
        settings = Settings(**limits)
        if settings.chat_url is None:
            url = stack.enter_context(serving_small_model(settings.threads))
            settings = Settings(**limits, chat_url=url, chat_model=MODEL, chat_key=SecretStr(KEY))
        pipeline = _watched(settings, record, given.replies, given.passages)
        questions = read_questions([given.gold])[:: given.every]
        observed = [_observe(one, pipeline, record) for one in track(questions, description="Gold questions")]
    return report(observed)


def _watched(settings: Settings, record: Record, replies: Path, passages: int) -> Pipeline:
    """The pipeline of these settings, with an ear at the model and an eye on the guard."""
    real_chat, real_guard = assembly.OpenAIChat, assembly.Guard

    def chat(*arguments: object) -> Replies:
        return Replies(real_chat(*arguments), replies, passages, record)

    def guard(encoder: Encoder, judge: Judge | None = None) -> Watched:
        return Watched(real_guard(encoder, judge=judge), record)

    with patch.object(assembly, "OpenAIChat", chat), patch.object(assembly, "Guard", guard):
        return assembly.build_pipeline(settings)


def _observe(gold: GoldQuestion, pipeline: Pipeline, record: Record) -> Observed:
    record.said, record.cited, record.failed = "", 0, False
    record.verdicts.clear()

    def document_of(document_id: str) -> Document:
        document = pipeline.document(document_id)
        if document is None:
            raise IndexMissing(document_id)
        return document

    begun = time.perf_counter()
    answer = pipeline.answer(gold.to_question())
    seconds = time.perf_counter() - begun
    drafts = _drafts(record.said)
    return Observed(
        question=gold,
        answer=answer,
        written=len(drafts),
        cited=record.cited,
        fates=Counter(_fate(draft, record.verdicts) for draft in drafts),
        shown=tuple(s.statement for s in answer.sentences if s.statement),
        unsupported=unsupported(answer, document_of),
        failed=record.failed,
        seconds=seconds,
    )


def _drafts(said: str) -> list[Draft]:
    drafts = Drafts()
    return [*drafts.feed(said), *drafts.finish()]


def _fate(draft: Draft, verdicts: dict[str, Verdict]) -> str:
    if not draft.numbers:
        return "dropped: cites nothing"
    verdict = verdicts.get(draft.text)
    if verdict is None and not is_statement(draft.text):
        return "dropped: no statement"
    if verdict is None:
        return "dropped: impossible citation, other language, or enough was said"
    return "passed" if verdict.passed else f"dropped by the guard: {verdict.reason}"


def _with_citations(reply: str, passages: int) -> str:
    """Every sentence cites; one that does not is given the numbers of all passages shown."""
    every = tuple(range(1, passages + 1))
    cited = ((draft.text, draft.numbers or every) for draft in _drafts(reply) if draft.text)
    return " ".join(f"{text.rstrip('.')} [{', '.join(map(str, numbers))}]." for text, numbers in cited)


def _shortened(prompt: str, passages: int) -> str:
    """The prompt without the passages after the first ones; a small model would read minutes on a shared core."""
    before, *fenced = prompt.split(_FENCE)
    if len(fenced) <= passages:
        return prompt
    rest = fenced[-1].split("</passage>")[-1]
    kept = [one.split("</passage>")[0] + "</passage>\n" for one in fenced[:passages]]
    return before + "".join(_FENCE + one for one in kept) + rest


def report(observed: Sequence[Observed]) -> int:
    """Prints the figures; 1 when anything unsupported was shown."""
    asked = [one for one in observed if one.written or one.failed]
    fates = sum((one.fates for one in observed), Counter[str]())
    wrong = [(one.question.id, line) for one in observed for line in one.unsupported]
    answered = [one for one in observed if one.answer.outcome is Outcome.ANSWERED]
    print(f"{len(observed)} questions, {len(answered)} answered, the model was heard in {len(asked)}")
    print(f"the model failed in {sum(one.failed for one in observed)}")
    print(f"sentences written {sum(one.written for one in observed)}", end=", ")
    print(f"cited by the model {sum(one.cited for one in observed)}, shown {sum(len(o.shown) for o in observed)}")
    for fate, count in fates.most_common():
        print(f"  {count:5} {fate}")
    print(f"answers with a sentence of the model {sum(bool(one.shown) for one in observed)}")
    print(f"sentences shown in all {sum(len(one.answer.sentences) for one in observed)}, unsupported {len(wrong)}")
    print(f"{sum(one.seconds for one in observed) / max(1, len(observed)):.1f} s a question")
    for one in observed:
        for sentence in one.shown:
            print(f"  shown {one.question.id}: {sentence}")
    for question_id, line in wrong:
        print(f"  UNSUPPORTED {question_id}: {line}")
    return int(bool(wrong))


if __name__ == "__main__":
    raise SystemExit(main())
