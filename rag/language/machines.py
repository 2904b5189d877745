"""Lines of a document that speak to the machine that reads them instead of to people: orders, and imitations of what
surrounds a text that is read.

Only what people are not told: "chatbot harus aktif 24 jam" and "jangan abaikan perintah petugas" are meant for them.
"""

import re

_MACHINE = (
    r"(?:asisten (?:digital|virtual|ai|penjawab)|chatbot|ai\b|model bahasa|(?:mesin|robot|program|komputer) "
    r"(?:penjawab|yang (?:membaca|menjawab|memproses)))"
)
_SAY = r"(?:menjawab|mengatakan|menulis|menyebut|menyampaikan|jawab|katakan|tulis|sebut|sampaikan)"
_TO_MACHINES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!jangan )\b(?:abaikan|lupakan)(?:lah)?\b.{0,25}\b(?:instruksi|perintah|prompt)(?:mu)?\b",
        r"(?<!not )(?<!never )(?<!n't )\b(?:ignore|disregard|forget|override)\b.{0,25}\b(?:instructions?|prompts?)\b",
        r"^\W*(?:system|assistant|user)\s*:",
        r"</\s*(?:passage|system|assistant|user|instructions?)\s*>|<passage\b[^>]*>|<\|\w+\|>|\[/?INST\]",
        r"\b(?:your|hidden) (?:system )?prompt\b|\bsystem prompt\b|\bprompt sistem\b",
        rf"\b(?:bagi|untuk|kepada) (?:setiap |semua |para )?{_MACHINE}[^.:;!?]{{0,30}}:",
        rf"\b(?:wahai|hai|halo) {_MACHINE}",
        rf"\b(?:asisten|{_MACHINE}) (?:harus|wajib|mesti) {_SAY}\b",
        r"\bif you(?: are|'re) an? (?:ai|bot|chatbot|robot|(?:large )?language model)\b",
        r"\bas an ai\b.{0,30}\byou (?:must|should)\b",
    )
)


def addresses_a_machine(line: str) -> bool:
    """Whether the line gives orders to what reads it, or imitates what surrounds a text that is read."""
    return any(pattern.search(line) for pattern in _TO_MACHINES)
