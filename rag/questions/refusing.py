"""When not to answer: questions that are none, and evidence that does not carry an answer."""

import re
from enum import StrEnum

from rag.language.detection import foreign
from rag.language.text import words


class Refusal(StrEnum):
    """Why a question is declined before anything is searched."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    SMALL_TALK = "small_talk"
    ORDERS = "orders"
    FOREIGN_LANGUAGE = "foreign_language"


_SMALL_TALK = frozenset(
    """halo hallo hai hei hey hi hello hola pagi siang sore malam selamat permisi assalamualaikum assalamu alaikum
    salam tes test testing coba cek ping p woy woi oi min admin kak bang gan sis bro makasih terima kasih trims
    thanks thank you thx ok oke okay sip siap mantap good morning afternoon evening night bye dadah apa kabar how
    are you gimana kabarnya lagi what's up sup wkwk wkwkwk haha hehe hmm ya yes no tidak kamu semua everyone there
    dunia world nih dong deh sih""".split()
)
_GREETING_LENGTH = 6
# Elsewhere these words ask: "banyak tidak?", "how much?".
_MUCH_THANKS = re.compile(r"\b(terima ?kasih|makasih|thanks|thank you),? (?:banyak|so much|very much|a lot)\b", re.I)

_ORDERS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # Overriding what the service was told.
        r"\b(?:abaikan|lupakan|hiraukan|acuhkan|langgar|kesampingkan)\b.{0,40}\b(?:instruksi|perintah|aturan|"
        r"petunjuk|arahan|prompt|"
        r"sumber|dokumen|batasan)",
        r"\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|rules?|prompts?|guidelines?|"
        r"previous|above|"
        r"sources?|documents?|restrictions?)",
        # Playing somebody else.
        r"\b(?:kamu|anda|kau|lu) (?:sekarang|adalah sekarang|harus berperan|akan berperan)\b",
        r"\b(?:berpura-pura(?:lah)?|berperan(?:lah)?|bertindak(?:lah)?|anggap dirimu)\b.{0,20}\b(?:sebagai|jadi|"
        r"menjadi|kamu|anda)",
        r"\b(?:you are now|act as|pretend (?:to be|you|that)|role-?play|from now on,? you|you must now)\b",
        # The machinery itself.
        r"\b(?:system|developer|hidden|initial)[ -]prompt\b|\bprompt sistem\b|\bjailbreak|\bDAN mode\b|"
        r"\bmode (?:pengembang|developer)\b",
        r"\b(?:kata sandi|password|api[ -]?key|kunci api|token akses|secret key)\b.{0,30}\b(?:server|sistem|system|"
        r"admin|anda|kamu|your?)",
        r"\b(?:tampilkan|tunjukkan|bocorkan|reveal|print|show|repeat|leak)\b.{0,30}\b(?:instruksi(?:mu| anda|"
        r" awal)?|your instructions|"
        r"your prompt|konfigurasi|system message)",
        r"(?:;|--|\b)\s*(?:drop|truncate|delete from|alter)\s+(?:table|database)\b|\brm -rf\b|<\s*script\b|"
        r"\{\{.*\}\}|<\|im_(?:start|end)\|>",
        # Dictating the answer.
        r"(?:^|[.,;!] ?|\b(?:tolong|coba|cukup|lalu|dan) )(?:jawab(?:lah)?|katakan(?:lah)?|bilang(?:lah)?|"
        r"tulis(?:kan)?)\b.{0,30}\b"
        r"(?:bahwa|dengan kata|kata|kalau)\b",
        r"(?:^|[.,;!] ?|\b(?:please|just|simply|only|and|then|must) )(?:say|answer|reply|respond|output|"
        r"write)\b.{0,20}\b"
        r"(?:that|with(?: the word)?|only the word|exactly)\b",
        r"\b(?:ulangi|repeat)\b.{0,20}\b(?:kata|kalimat|setelah saya|after me|the words?|following)",
        # Making things up to order.
        r"^(?:tolong |coba |mohon |please |can you |could you )*(?:buat(?:kan|lah)?|tulis(?:kan|lah)?|"
        r"karang(?:kan)?|ciptakan|gubah|"
        r"nyanyikan|terjemahkan|hapus|kirim(?:kan)?|write|compose|draft|generate|create|make up|translate|delete|"
        r"send|sing|tell me a joke)"
        r"\b.{0,40}\b(?:puisi|pantun|lagu|cerita|dongeng|kode|program python|skrip|script|esai|surat|email|poem|"
        r"song|story|joke|code|"
        r"essay|letter|haiku|lelucon|pidato|speech|semua data|database|dokumen|index|indeks|data)\b",
    )
)


def refusal(text: str, longest: int) -> Refusal | None:
    """Why `text` is declined unread; None for a question one can look for. `longest` is in characters."""
    if len(text) > longest:
        return Refusal.TOO_LONG
    if not any(character.isalpha() or character.isdigit() for character in text):
        return Refusal.EMPTY
    if gives_orders(text):
        return Refusal.ORDERS
    if foreign(text):
        return Refusal.FOREIGN_LANGUAGE
    return Refusal.SMALL_TALK if _is_small_talk(text) else None


def gives_orders(text: str) -> bool:
    """Whether the text tries to instruct the service rather than to ask it something."""
    return any(pattern.search(text) for pattern in _ORDERS)


def _is_small_talk(text: str) -> bool:
    tokens = words(_MUCH_THANKS.sub(r"\1", text))
    if not any(len(token) > 1 for token in tokens):
        return True
    return len(tokens) <= _GREETING_LENGTH and all(token in _SMALL_TALK for token in tokens)
