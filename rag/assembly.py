"""Settings in, wired objects out; the only place that wires."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rag.answering.base import Answerer
from rag.answering.extractive.answerer import ExtractiveAnswerer
from rag.answering.extractive.calibrated import FollowedCalibration, Least
from rag.answering.extractive.thresholds import Thresholds, usual_thresholds
from rag.answering.generative.answerer import GenerativeAnswerer
from rag.answering.guard.guard import Guard
from rag.briefing.briefer import Briefer
from rag.evaluation.candidate import gold_changes
from rag.evaluation.importers import read_questions
from rag.index.versions import LiveIndex
from rag.library.desk import Compared, Desk
from rag.library.publishing import Candidate
from rag.library.trying import tried_index
from rag.models import bundled
from rag.models.chat.base import ChatModel
from rag.models.chat.openai_api import Limits, OpenAIChat
from rag.models.chat.switched import SwitchedModel
from rag.models.encoders.caching import CachingEncoder
from rag.models.encoders.deferred import DeferredEncoder
from rag.models.encoders.loading import Encoder, load_encoder, model_folder
from rag.models.judge import Judge, load_judge
from rag.models.query_adapter import adapter_for
from rag.models.reader import Reader, load_reader
from rag.models.reader.remembering import RememberingReader
from rag.models.reader.span_reader import IsLeft
from rag.pipeline import Pipeline
from rag.questions.by_model import ModelRewriter
from rag.questions.meaning import Meaning
from rag.retrieval.reranking import ReaderReranker
from rag.retrieval.retriever import Retriever
from rag.settings import Settings
from rag.warming import warm

_RERANKING_WEIGHT = 3.0  # fitted by tests/benchmarks/reader on English questions over Indonesian passages
_REWRITING_SHARE = 0.25  # of the time a model may add to one question, where it rewrites follow-ups, too


IsOn = Callable[[], bool]  # whether the language model may be asked, or listened to any longer


def build_pipeline(
    settings: Settings, thresholds: Thresholds | None = None, model_is_on: IsOn | None = None
) -> Pipeline:
    """The pipeline over `settings.index`; `thresholds` instead of those set or calibrated.

    Raises ModelUnavailable, and BadInput for a calibration that cannot be used.
    """
    encoder, reader = build_encoder(settings), build_reader(settings)
    return pipeline_of(settings, encoder, reader, thresholds=thresholds, model_is_on=model_is_on)


Tried = Callable[[str], AbstractContextManager[tuple[Pipeline, Settings]]]


@dataclass(frozen=True, slots=True)
class Site:
    """What the site is made of; `tried` opens another version of the index, or the candidate, to be asked."""

    pipeline: Pipeline
    briefer: Briefer
    desk: Desk
    meaning: Meaning
    tried: Tried


def build_site(settings: Settings, model_is_on: IsOn | None = None, is_left: IsLeft = bool) -> Site:
    """What the site needs, over models and an index that are loaded once, and used once: it is ready when it returns.

    `is_left`: as `build_reader`. Raises ModelUnavailable, BadInput.
    """
    encoder, reader = build_encoder(settings), build_reader(settings, is_left)
    live = LiveIndex(settings.index, encoder.fingerprint)

    def compare(made: Candidate, tell: Callable[[int, int], None]) -> Compared:
        return compared_by_gold(made, [settings.gold], settings, encoder, reader, tell, model_is_on)

    pipeline = pipeline_of(settings, encoder, reader, live=live, model_is_on=model_is_on)
    desk = Desk(settings, live, lambda: encoder, compare)
    by_quotes = settings.model_copy(update={"chat_url": None})
    warm(pipeline_of(by_quotes, encoder, reader, live=live), settings.max_question_chars)

    @contextmanager
    def tried(name: str) -> Iterator[tuple[Pipeline, Settings]]:
        with tried_index(name, encoder, settings) as folder:
            staged = settings.model_copy(update={"index": folder})
            yield pipeline_of(staged, encoder, reader, model_is_on=model_is_on), staged

    return Site(pipeline, briefer_of(settings, encoder, reader, live), desk, Meaning(encoder), tried)


def build_desk(settings: Settings) -> Desk:
    """The desk of a library beside any pipeline; it loads a model of its own when it needs one."""
    return Desk(settings, LiveIndex(settings.index), lambda: build_encoder(settings))


def compared_by_gold(
    made: Candidate,
    gold: Sequence[Path],
    settings: Settings,
    encoder: Encoder,
    reader: Reader,
    tell: Callable[[int, int], None] | None = None,
    model_is_on: IsOn | None = None,
) -> Compared:
    """Asks the gold questions of the public index and of the candidate. Raises IndexMissing, BadInput."""
    staged = settings.model_copy(update={"index": made.staged})
    before, after = ((pipeline_of(each, encoder, reader, model_is_on=model_is_on), each) for each in (settings, staged))
    found = gold_changes(read_questions(gold), before, after, tell)
    return Compared(found.questions, found.wins, found.losses)


def pipeline_of(
    settings: Settings,
    encoder: Encoder,
    reader: Reader,
    without: frozenset[str] = frozenset(),
    thresholds: Thresholds | None = None,
    live: LiveIndex | None = None,
    model_is_on: IsOn | None = None,
) -> Pipeline:
    """The pipeline with these models; `without` names checks and rules left out, for measurement.

    `live`: the index of the settings where somebody else holds it too. `model_is_on`: where it can be switched off.
    """
    model = build_chat_model(settings, model_is_on)
    shown = thresholds or thresholds_of(settings)
    judge = build_judge(settings) if model else None
    rewriting_s = settings.chat_timeout_s * _REWRITING_SHARE if settings.chat_rewrite else 0.0
    return Pipeline(
        live or LiveIndex(settings.index, encoder.fingerprint),
        Retriever(encoder, adapter=adapter_for(encoder)),
        build_answerer(encoder, reader, model, settings.chat_timeout_s - rewriting_s, shown, without, judge),
        encoder_name=encoder.name,
        passages_read=settings.passages_read,
        longest_question=settings.max_question_chars,
        rewriter=ModelRewriter(model, rewriting_s) if model and rewriting_s else None,
        searcher=build_searcher(settings, encoder, reader),
        without=without,
    )


def thresholds_of(settings: Settings) -> Thresholds:
    """Those calibrated for this index, followed while they change, unless RAG_MOST_WRONG names others."""
    usual = usual_thresholds(settings.most_wrong)
    if settings.most_wrong is not None:
        return usual
    followed = FollowedCalibration(settings.index)
    return Thresholds(Least(followed, usual.answers, False), Least(followed, usual.short_answers, True))


def build_searcher(settings: Settings, encoder: Encoder, reader: Reader) -> Retriever:
    """What `search` uses; answers read every passage they get anyway, and order sentences instead."""
    depth = settings.search_reranked
    reranker = ReaderReranker(reader, _RERANKING_WEIGHT, depth) if depth else None
    return Retriever(encoder, reranker, adapter_for(encoder))


def build_briefer(settings: Settings) -> Briefer:
    """Briefings over `settings.index`, by quotes alone. Raises ModelUnavailable, BadInput."""
    return briefer_of(settings, build_encoder(settings), build_reader(settings))


def briefer_of(settings: Settings, encoder: Encoder, reader: Reader, live: LiveIndex | None = None) -> Briefer:
    """The briefer with these models; `live` as above."""
    encoder = CachingEncoder(encoder)
    answerer = build_answerer(encoder, reader, None, settings.chat_timeout_s, thresholds_of(settings))
    return Briefer(
        live or LiveIndex(settings.index, encoder.fingerprint),
        Retriever(encoder, adapter=adapter_for(encoder)),
        encoder,
        answerer,
        passages_read=settings.passages_read,
        longest_question=settings.max_question_chars,
    )


def build_answerer(
    encoder: Encoder,
    reader: Reader,
    model: ChatModel | None,
    timeout_s: float,
    thresholds: Thresholds,
    without: frozenset[str] = frozenset(),
    judge: Judge | None = None,
) -> Answerer:
    """Sentences of the model, where there is one, guarded by rules and `judge`; it may take `timeout_s`."""
    extractive = ExtractiveAnswerer(
        CachingEncoder(encoder), reader, least=thresholds.answers, least_short=thresholds.short_answers, without=without
    )
    if model is None:
        return extractive
    return GenerativeAnswerer(model, Guard(encoder, judge=judge), extractive, timeout_s, reader)


def build_chat_model(settings: Settings, is_on: IsOn | None = None) -> ChatModel | None:
    """The one model of everything, so that all of it shares a circuit breaker; None unless the settings name one."""
    if settings.chat_url is None:
        return None
    key = settings.chat_key.get_secret_value() if settings.chat_key else None
    limits = Limits(attempts=settings.chat_attempts, tokens=settings.chat_tokens)
    model = OpenAIChat(settings.chat_url, settings.chat_model, key, limits)
    return SwitchedModel(model, is_on) if is_on else model


def build_encoder(settings: Settings) -> Encoder:
    """The encoder the settings name. Raises ModelUnavailable."""
    precision = settings.encoder_precision
    return load_encoder(settings.embedding_model, settings.cache, settings.backend, settings.threads, precision)


def deferred_encoder(settings: Settings) -> Encoder:
    """The same, loaded when it is needed. Raises ModelUnavailable, then too."""
    return DeferredEncoder(model_folder(settings.embedding_model, settings.cache), partial(build_encoder, settings))


def build_judge(settings: Settings) -> Judge:
    """What judges the sentences of a chat model, on the bundled encoder like the reader. Raises ModelUnavailable."""
    folder = bundled.unpack(settings.cache)
    return load_judge(folder, settings.cache, settings.backend, settings.threads, precision=settings.reader_precision)


def build_reader(settings: Settings, is_left: IsLeft = bool) -> Reader:
    """The span reader; it is trained on the bundled encoder and reads with that, whichever model embeds.

    `is_left`: whether nobody waits any more for what the thread that asks it reads.
    """
    folder, precision = bundled.unpack(settings.cache), settings.reader_precision
    reader = load_reader(
        folder, settings.cache, settings.backend, settings.threads, precision=precision, is_left=is_left
    )
    return RememberingReader(reader)
