"""Whether a chat model completes follow-up questions better than the rules do.

    RAG_CHAT_URL=http://127.0.0.1:11434/v1 RAG_CHAT_MODEL=... python -m tests.benchmarks.follow_ups --index build/gate

Every gold question with a history is completed three ways and answered without a model: by the rules; by the rules
and, where they leave a question alone, by the model (RAG_CHAT_REWRITE=on); by the model first and else by the rules.
Without RAG_CHAT_URL the model is SmolLM2 of 135M parameters, on loopback.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import SecretStr
from rich.progress import track

from rag.assembly import build_chat_model, build_pipeline
from rag.evaluation.gold import GoldQuestion
from rag.evaluation.importers import read_questions
from rag.evaluation.scoring import score_answer
from rag.pipeline import Pipeline
from rag.questions.by_model import ModelRewriter
from rag.questions.by_model.acceptance import objection
from rag.questions.follow_ups import stand_alone
from rag.questions.leaning import may_lean_back
from rag.schemas import answer_to_json
from rag.settings import Settings
from rag.types import Language, Question
from tests.rag.answering.llama import KEY, MODEL, serving_small_model

TOKENS = 60


@dataclass(frozen=True, slots=True)
class Completed:
    """One follow-up, its completions, and which of them were answered rightly."""

    gold: GoldQuestion
    by_rules: str
    proposed: str | None
    objection: str | None
    asked_for: bool  # whether the program would ask the model
    right: dict[str, bool]  # by way of completing


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--index", type=Path, default=Path("build/gate"))
    parser.add_argument("--gold", type=Path, default=Path("seeds/gold"))
    parser.add_argument("--timeout", type=float, default=120.0, help="seconds the model may take for one question")
    given = parser.parse_args()
    gold = [one for one in read_questions([given.gold]) if one.history]
    with ExitStack() as stack:
        settings = Settings(index=given.index, chat_tokens=TOKENS)
        pipeline = build_pipeline(settings.model_copy(update={"chat_url": None}))
        if settings.chat_url is None:
            url = stack.enter_context(serving_small_model(settings.threads))
            settings = settings.model_copy(
                update={"chat_url": url, "chat_model": MODEL, "chat_key": SecretStr(KEY), "chat_attempts": 1}
            )
        model = build_chat_model(settings)
        assert model is not None
        rewriter, right = ModelRewriter(model, given.timeout), _judge(pipeline)
        report([_completed(one, rewriter, right) for one in track(gold, description="Follow-ups")])


def _completed(gold: GoldQuestion, rewriter: ModelRewriter, right: Callable[[GoldQuestion, str], bool]) -> Completed:
    question = gold.to_question()
    by_rules = stand_alone(question, date.today())
    proposed = rewriter.propose(question)
    wrong = objection(proposed, question) if proposed else "failed"
    by_model = replace(question, text=proposed) if proposed and not wrong else None
    asked_for = by_rules is question and may_lean_back(question.text)
    ways = {
        "rules": by_rules,
        "rules, then model": by_model or by_rules if asked_for else by_rules,
        "model, then rules": by_model or by_rules,
    }
    return Completed(
        gold=gold,
        by_rules=by_rules.text,
        proposed=proposed,
        objection=wrong,
        asked_for=asked_for,
        right={way: right(gold, completed.text) for way, completed in ways.items()},
    )


def _judge(pipeline: Pipeline) -> Callable[[GoldQuestion, str], bool]:
    """Whether a completed question is answered rightly; the same text is asked once."""

    @cache
    def answered(text: str, language: Language) -> dict[str, object]:
        return answer_to_json(pipeline.answer(Question(text, language)))

    def right(gold: GoldQuestion, text: str) -> bool:
        return score_answer(gold, answered(text, gold.language)).right

    return right


def report(completed: Sequence[Completed]) -> None:
    wrong = Counter(one.objection or "accepted" for one in completed)
    print(f"{len(completed)} follow-up questions; the program would ask a model about", end=" ")
    print(", ".join(one.gold.id for one in completed if one.asked_for) or "none")
    print("proposals: " + ", ".join(f"{count} {name}" for name, count in wrong.most_common()))
    for way in ("rules", "rules, then model", "model, then rules"):
        missed = [one.gold.id for one in completed if not one.right[way]]
        print(f"right by {way}: {len(completed) - len(missed)} of {len(completed)}  not: {', '.join(missed) or 'none'}")
    for one in completed:
        print(f"  {one.gold.id} {one.gold.question}\n    rules: {one.by_rules}")
        print(f"    model: {one.proposed!r} {one.objection or 'accepted'}")


if __name__ == "__main__":
    main()
