"""Lines of a document that speak to the machine that reads them instead of to people: orders, and imitations of what
surrounds a text that is read.

Only what people are not told: "chatbot harus aktif 24 jam" and "jangan abaikan perintah petugas" are meant for them. So
are the labels of a manual ("System: Windows 10", "User: masukkan NIK"): a line in the name of a part in a conversation
is for a machine where it speaks of answering, of other documents, or as one who talks.
"""

import re

_MACHINE = (
    r"(?:asisten (?:digital|virtual|ai|penjawab)|chatbot|ai\b|kecerdasan buatan|model bahasa|"
    r"sistem (?:pencari|penjawab)(?:an)?|(?:mesin|robot|program|komputer) "
    r"(?:pencari|penjawab|(?:yang|sing) (?:membaca|maca|menjawab|memproses)))"
)
_READERS = (
    r"(?:(?:ai|automated|machine|automatic) (?:readers?|assistants?|agents?|systems?)|(?:chat|ro)?bots?|crawlers?|"
    r"(?:large )?language models?|llms?)"
)
_SAY = r"(?:menjawab|mengatakan|menulis|menyebut|menyampaikan|jawab|katakan|tulis|sebut|sampaikan)"
_WHOEVER = (
    r"(?:(?:siapa ?pun|semua|setiap orang) (?:yang |yg )?membaca|(?:whoever|anyone who|everyone who) reads|"
    r"(?:anyone|everyone) reading) (?:(?:baris|teks|halaman|dokumen) )?(?:ini|this(?: line| text| page)?)"
)
_MUST = r"(?:wajib|harus|mesti|must|should|has to)"
_SAY_OF = rf"(?:{_SAY}(?:kan)?|write|say|answer|state|reply)\b"
_ROLE = r"^\W*(?:system|assistant|user)\s*"
# What such a line says to a machine: how to answer, what else it was given, and words of one who talks.
_ANSWERING = (
    r"(?:[:.;,]|\b(?:lalu|dan|and|then))\s*(?:jawab|balas|katakan|kata ?kan|sebut(?:kan)?|sampaikan|beri ?tahu|"
    r"nyatakan|abaikan|lupakan|anggap|answer|reply|respond|say|tell|claim|state that|ignore|disregard|forget|"
    r"pretend|recommend)\b"
)
_GIVEN = (
    r"\b(?:semua|seluruh|setiap|all|every|any|other) (?:dokumen|sumber|pertanyaan|jawaban|documents?|sources?|"
    r"questions?|answers?)\b|\b(?:dokumen|sumber|pertanyaan) (?:lain|tadi|sebelumnya|apa ?pun)\b|"
    r"\b(?:instruksi|instructions?|prompt)\b"
)
_TALKING = (
    r":\s*(?:baik|tentu|siap|certainly|sure|of course|okay)\s*[,!.]|\b(?:saya|aku|i|i'm)\b|"
    r"\b(?:kamu|you)(?: are|'re| must| should| adalah| harus| wajib| sekarang)\b"
)
_TO_MACHINES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!jangan )\b(?:abaikan|lupakan)(?:lah)?\b.{0,25}\b(?:instruksi|perintah|prompt)(?:mu)?\b",
        r"(?<!not )(?<!never )(?<!n't )\b(?:ignore|disregard|forget|override)\b.{0,25}\b(?:instructions?|prompts?)\b",
        rf"{_ROLE}(?=:)(?=.*(?:{_ANSWERING}|{_GIVEN}|{_TALKING}))",
        r"</\s*(?:passage|system|assistant|user|instructions?)\s*>|<passage\b[^>]*>|<\|\w+\|>|\[/?INST\]",
        r"\b(?:your|hidden) (?:system )?prompt\b|\bsystem prompt\b|\bprompt sistem\b",
        rf"\b(?:bagi|untuk|kepada|kanggo) (?:setiap |semua |para )?{_MACHINE}[^.:;!?]{{0,30}}:",
        rf"\b(?:wahai|hai|halo) {_MACHINE}",
        rf"\b(?:asisten|{_MACHINE}) (?:harus|wajib|mesti) {_SAY}\b",
        rf"\b(?:attention|note (?:to|for)|notice (?:to|for)|dear|message (?:to|for))\W+(?:all |any )?{_READERS}\b",
        r"\bif you(?: are|'re) an? (?:ai|bot|chatbot|robot|(?:large )?language model)\b",
        rf"\b(?:jika|bila|kalau) (?:kamu|anda|engkau) (?:adalah |sebuah )*{_MACHINE}",
        rf"\b{_WHOEVER} {_MUST} {_SAY_OF}",
        r"(?:^\W*|[?.!]\s+)(?:jawab(?:an)?|answer)\s*:.*\[\d+\]\W*$",  # an answer with a mark, as the program writes it
        rf"\bas an ai\b.{{0,30}}\byou (?:must|should)\b|\b{_READERS} reading this\b",
    )
)


def addresses_a_machine(line: str) -> bool:
    """Whether the line gives orders to what reads it, or imitates what surrounds a text that is read."""
    return any(pattern.search(line) for pattern in _TO_MACHINES)
