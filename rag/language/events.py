"""Events of which texts tell in one of few words: that something ended, failed or was refused."""

import re
from dataclasses import dataclass

_EVENTS = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        r"(?:mem|di|pem)?batal(?:kan|nya|an)?|cancel\w*|call(?:ed)? off|urung|tidak jadi",
        r"(?:men|di|pen|ter)?tolak(?:an|nya)?|menolak(?:nya)?|penolakan|enggan|refus\w*|reject\w*|"
        r"turn(?:ed)? down|tidak (?:setuju|menerima)|menentang|oppos(?:e|es|ed|ing)",
        r"(?:meng|di|peng|ter)?henti(?:kan|an)|berhenti|penghentian|menghentikan|stop(?:s|ped|ping)?|halt\w*|suspend\w*|"
        r"discontinu\w*|moratorium",
        r"mundur|mengundurkan|pengunduran|menarik diri|withdr[ae]w\w*|pull(?:ed|s)? out|resign\w*",
        r"melarang|dilarang|larangan|pelarangan|bann?(?:ed|s|ing)?|forb[ai]d\w*|prohibit\w*|"
        r"tidak (?:boleh|diizinkan|diperbolehkan)|not allowed|(?:may|must) not",
        r"menunda|ditunda|tunda|penundaan|tertunda|diundur|postpon\w*|delay\w*",
        r"memecat|dipecat|pemecatan|memberhentikan|diberhentikan|dismiss\w*|sack(?:ed|s)?|fired",
        r"mencabut|dicabut|pencabutan|tidak berlaku|revok\w*|repeal\w*",
        r"mengkritik|dikritik|kritik(?:an)?|protes|memprotes|criticis\w*|criticiz\w*|protest\w*",
        r"bangkrut|pailit|bankrupt\w*|insolven\w*",
    )
)


@dataclass(frozen=True, slots=True)
class Event:
    """A word for an event, as written, and which of the events it is."""

    word: str
    number: int


def events_in(text: str) -> tuple[Event, ...]:
    """The first word for each event that `text` has one for, in either language."""
    found = ((pattern.search(text), number) for number, pattern in enumerate(_EVENTS))
    return tuple(Event(match[0], number) for match, number in found if match)
