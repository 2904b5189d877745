"""Events and figures that a question takes for granted and that no source tells of: "why was it cancelled?".

A reader looks for what answers, and a passage about the same meeting looks as if it did. Of things that ended, failed
or were refused, news says so in one of few words; when none of them stands in the evidence, the premise is the
question's own.
"""

import re
from collections.abc import Sequence

from rag.language.quantities import Quantity, find_quantities

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

_WHY = re.compile(r"\b(?:mengapa|kenapa|knp|apa (?:alasan|sebab)\w*|why|how come)\b", re.IGNORECASE)
_MEASURES = frozenset({"%", "month", "year", "day", "week", "hour"})


def missing_figures(question: str, texts: Sequence[str]) -> tuple[str, ...]:
    """Lengths of time and shares of a question for a reason that no text holds: "why was it cut to 6 months?".

    Only such questions take their figures for granted; others may ask about them ("may I join at 17?"). Rounded ones
    ("more than 6 months") are left alone.
    """
    if not _WHY.search(question):
        return ()
    known = {measure for text in texts for one in find_quantities(text) for measure in _measures(one)}
    asked = (one for one in find_quantities(question) if one.unit in _MEASURES and not one.qualifier)
    return tuple(dict.fromkeys(question[one.start : one.end] for one in asked if (one.value, one.unit) not in known))


def _measures(one: Quantity) -> tuple[tuple[str, str], ...]:
    """As told, and a number of years in months."""
    months = ((str(12 * int(one.value)), "month"),) if one.unit == "year" and one.value.isdecimal() else ()
    return ((one.value, one.unit), *months)


def missing_events(question: str, texts: Sequence[str]) -> tuple[str, ...]:
    """The words of the question for an event of which none of the texts tells in either language."""
    found = ((match, event) for event in _EVENTS if (match := event.search(question)))
    return tuple(match[0] for match, event in found if not any(event.search(text) for text in texts))
