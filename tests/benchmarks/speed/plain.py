"""The plain stack: sentence-transformers and a matrix product, with the same model; spoken to as worker.py is.

`python plain.py MODEL TEXTS PRECISION`: TEXTS is a JSON list of the passages to search, PRECISION f32 or bf16.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np
import torch
from sentence_transformers import SentenceTransformer

_HITS = 8


def main(model: str, texts: str, precision: str) -> None:
    torch.set_num_threads(1)
    stack = SentenceTransformer(model, device="cpu")
    if precision == "bf16":
        stack = stack.to(torch.bfloat16)
    count = len(json.loads(Path(texts).read_text("utf-8")))
    rows = np.random.default_rng(0).standard_normal((count, 384), np.float32)  # what they hold takes no time
    print(json.dumps("ready"), flush=True)
    for line in sys.stdin:
        command, _, given = json.loads(line)
        begun = process_time()
        if command == "embed":
            _vectors(stack, [f"passage: {text}" for text in given])
        elif command == "search":
            scores = rows @ _vectors(stack, [f"query: {given}"])[0]
            np.argpartition(-scores, min(_HITS, count - 1))
        print(json.dumps(1000 * (process_time() - begun)), flush=True)


def _vectors(stack: Any, texts: Sequence[str]) -> Any:
    found = stack.encode(texts, normalize_embeddings=True, convert_to_tensor=True, show_progress_bar=False)
    return found.float().numpy()


if __name__ == "__main__":
    main(*sys.argv[1:])
