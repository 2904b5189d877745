"""Passages that speak to a language model instead of to people.

A document may be written so that a model which reads it does as it says, and what it tells the model to say then even
stands in a source. Such a passage can be found and read like any other, but no model gets it.
"""

import re

_ADDRESSED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:abaikan|lupakan|langgar|kesampingkan)\b.{0,40}\b(?:instruksi|perintah|aturan|petunjuk|arahan|prompt)\b",
        r"\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|rules|prompts?|guidelines)\b",
        r"^\W*(?:system|assistant|user|sistem|asisten)\s*:",
        r"</?\s*(?:passage|system|assistant|user|instructions?)\b[^>]*>|<\|\w+\|>|\[/?INST\]",
        r"\b(?:jawab(?:lah)?|tulis(?:lah)?|katakan(?:lah)?)\s+(?:hanya|saja|selalu)\b.{0,20}(?:dengan\b|[:“\"«])",
        r"\b(?:answer|reply|respond)\s+(?:only|always)\b.{0,20}\bwith\b",
        r"\b(?:system|hidden)[ -]prompt\b|\bprompt sistem\b",
        r"\b(?:as an ai|language models?,? (?:must|should)|model bahasa (?:harus|wajib))\b",
    )
)


def speaks_to_a_model(text: str) -> bool:
    """Whether any line of the text addresses the machine that reads it."""
    return any(pattern.search(line) for line in text.splitlines() for pattern in _ADDRESSED)
