"""A run: every answer to every gold question, with all that is needed to read it years later; one JSON file."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from rag.errors import BadInput
from rag.evaluation.gold import GoldQuestion
from rag.evaluation.scoring import RetrievalScore, Score
from rag.folders import replace_file
from rag.wording.words import N_

FORMAT = 1


@dataclass(frozen=True, slots=True)
class RunInfo:
    """What was run, on what."""

    created_at: str  # ISO 8601, UTC
    program: str  # version of this package
    model: str  # embedding model
    index_version: str | None
    documents: int
    passages: int
    settings: Mapping[str, Any]
    hashes: Mapping[str, str]  # SHA-256, hex: "gold" of the questions, "index" of the manifest


@dataclass(frozen=True, slots=True)
class Item:
    """One question with its answer (the documented JSON), the passages found, and what the answer earned."""

    gold: GoldQuestion
    answer: Mapping[str, Any] | None  # None when the question ended in `error`
    evidence: tuple[Mapping[str, Any], ...]  # search results in their documented JSON, best first
    score: Score
    retrieval: RetrievalScore | None  # None where no document is expected
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """All items of one evaluation."""

    info: RunInfo
    items: tuple[Item, ...]


def save_run(run: Run, path: Path) -> None:
    """Writes the run as JSON, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, json.dumps(run_to_json(run), ensure_ascii=False, indent=1))


def load_run(path: Path) -> Run:
    """Reads what `save_run` wrote. Raises BadInput when the file is something else."""
    try:
        return run_from_json(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise BadInput(N_("%(path)s: there is no such run"), path=path) from error
    except OSError as error:
        raise BadInput(N_("%(path)s: cannot be read (%(reason)s)"), path=path, reason=error.strerror) from error
    except (ValueError, KeyError, TypeError) as error:
        raise BadInput(
            N_("%(path)s: is not a run written by `rag evaluate` (%(reason)s)"), path=path, reason=error
        ) from error


def run_to_json(run: Run) -> dict[str, Any]:
    """The run as plain JSON values."""
    return {"format": FORMAT, "info": asdict(run.info), "items": [_item_to_json(item) for item in run.items]}


def run_from_json(data: Any) -> Run:
    """The inverse of `run_to_json`. Raises ValueError on another format."""
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise ValueError(f"not an object with format {FORMAT}")
    return Run(RunInfo(**data["info"]), tuple(_item_from_json(item) for item in data["items"]))


def _item_to_json(item: Item) -> dict[str, Any]:
    return {
        "gold": item.gold.model_dump(mode="json", exclude_defaults=True),
        "answer": item.answer,
        "evidence": list(item.evidence),
        "score": asdict(item.score),
        "retrieval": asdict(item.retrieval) if item.retrieval else None,
        "error": item.error,
    }


def _item_from_json(data: Mapping[str, Any]) -> Item:
    score = data["score"]
    frozen = {"missing": tuple(map(tuple, score["missing"])), "forbidden": tuple(score["forbidden"])}
    return Item(
        GoldQuestion.model_validate(data["gold"]),
        data["answer"],
        tuple(data["evidence"]),
        Score(**{**score, **frozen}),
        RetrievalScore(**data["retrieval"]) if data["retrieval"] else None,
        data["error"],
    )
