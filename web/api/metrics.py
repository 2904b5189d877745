"""Counters for Prometheus; a registry for each application, so that two in one process stay apart."""

from collections.abc import Mapping

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from rag.types import Answer

SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)


class Metrics:
    """What an operator watches: answers by outcome and language, their time, refusals, feedback, the index."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._answers = Counter("tanya_answers", "Answers given", ["outcome", "language"], registry=self.registry)
        self._seconds = Histogram("tanya_answer_seconds", "Time to answer", buckets=SECONDS, registry=self.registry)
        self._problems = Counter("tanya_problems", "Requests refused or failed", ["code"], registry=self.registry)
        self._feedback = Counter("tanya_feedback", "Ratings received", ["rating"], registry=self.registry)
        self._documents = Gauge("tanya_index_documents", "Documents in the index in use", registry=self.registry)
        self._passages = Gauge("tanya_index_passages", "Passages in the index in use", registry=self.registry)
        self._in_progress = Gauge("tanya_answers_in_progress", "Answers being worked on", registry=self.registry)
        self._off = Gauge("tanya_switched_off", "1 while it is off", ["switch"], registry=self.registry)

    def count(self, answer: Answer) -> None:
        self._answers.labels(answer.outcome.value, answer.language.value).inc()
        self._seconds.observe(answer.timings_ms.total / 1000)

    def refused(self, code: str) -> None:
        self._problems.labels(code).inc()

    def rated(self, rating: str) -> None:
        self._feedback.labels(rating).inc()

    def exposition(self, documents: int, passages: int, in_progress: int, switches: Mapping[str, bool]) -> bytes:
        """The text Prometheus reads; `switches` by name, true for what is off."""
        for name, is_off in switches.items():
            self._off.labels(name).set(is_off)
        self._documents.set(documents)
        self._passages.set(passages)
        self._in_progress.set(in_progress)
        return generate_latest(self.registry)
