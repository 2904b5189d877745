"""What was seen, as JSON Lines, for comparing two runs question by question."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.benchmarks.reader.observing import Seen


def write_records(path: Path, sets: Mapping[str, Sequence[Seen]]) -> None:
    """One line per question: what was asked, every hit with its reading, every way's answer."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        for name, seen in sets.items():
            file.writelines(json.dumps({"set": name, **_record(one)}, ensure_ascii=False) + "\n" for one in seen)


def _record(one: Seen) -> dict[str, Any]:
    return {
        "id": one.asked.id,
        "question": one.asked.text,
        "answers": list(one.asked.answers),
        "documents": sorted(one.asked.documents),
        "answerable": one.asked.answerable,
        "ranks": one.asked.ranks,
        "dense": list(one.dense),
        "hits": [
            {
                "document": hit.passage.document_id,
                "score": hit.score,
                "probability": reading.answerable,
                "margin": reading.margin,
            }
            for hit, reading in zip(one.hits, one.readings, strict=True)
        ],
        "said": {way: asdict(said) for way, said in one.said.items()},
    }
