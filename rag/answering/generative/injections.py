"""Passages that speak to a language model instead of to people.

A document may be written so that a model which reads it does as it says, and what it tells the model to say then even
stands in a source. Such a passage can be found and read like any other, but no model gets it. No list finds them all;
what one makes a model say must still pass the guard.
"""

import re

from rag.models.chat.templates import plain

_ORDERS = "(?:instruksi|perintah|aturan|petunjuk|arahan|prompt)"
_ADDRESSED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:abaikan|lupakan|langgar|kesampingkan)(?:lah)?\b.{{0,40}}\b{_ORDERS}(?:mu)?\b",
        r"\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|rules|prompts?|guidelines)\b",
        r"^\W*(?:system|assistant|user)\s*:",
        r"</?\s*(?:passage|system|assistant|user|instructions?)\b[^>]*>|<\|\w+\|>|\[/?INST\]",
        r"\b(?:jawab(?:lah)?|tulis(?:lah)?|katakan(?:lah)?)\s+(?:hanya|saja|selalu)\b.{0,20}(?:dengan\b|[:“\"«])",
        r"\b(?:answer|reply|respond)\s+(?:only|always)\b.{0,20}\bwith\b",
        r"\b(?:jawab(?:an)?|answer)\s*:.{0,200}\[\d+\]",  # a question and its answer with a mark, as a prompt has them
        r"\b(?:system|hidden)[ -]prompt\b|\bprompt sistem\b",
        r"\b(?:as an ai|language models?,? (?:must|should)|model bahasa (?:harus|wajib))\b",
    )
)


def speaks_to_a_model(text: str) -> bool:
    """Whether the text, as a prompt shows it, addresses the machine that reads it, in one line or over several."""
    lines = plain(text).splitlines()
    joined = " ".join(" ".join(lines).split())
    return any(pattern.search(part) for part in (*lines, joined) for pattern in _ADDRESSED)
