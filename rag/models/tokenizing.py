"""Tokenizers, one of each in a process: that of the bundled model takes over 100 MB."""

from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer


@lru_cache(maxsize=4)
def open_tokenizer(path: Path) -> Tokenizer:
    """Neither pads nor cuts off, and must be left so: encoder and reader share it, from several threads."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
