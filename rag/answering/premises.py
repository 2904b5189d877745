"""Events and figures that a question takes for granted and that no source tells of: "why was it cancelled?".

A reader looks for what answers, and a passage about the same meeting looks as if it did. Of things that ended, failed
or were refused, news says so in one of few words; when none of them stands in the evidence, the premise is the
question's own.
"""

import re
from collections.abc import Sequence

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
_FIGURE = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*")


def missing_figures(question: str, texts: Sequence[str]) -> tuple[str, ...]:
    """Figures of a question for a reason that no text holds: "why was it cut to 6 months?" of what lasts twelve.

    Only such questions take their figures for granted; others may ask about them ("may I join at 17?").
    """
    if not _WHY.search(question):
        return ()
    known = {_digits(figure) for text in texts for figure in _FIGURE.findall(text)}
    return tuple(dict.fromkeys(figure for figure in _FIGURE.findall(question) if _digits(figure) not in known))


def _digits(figure: str) -> str:
    return re.sub(r"[.,]", "", figure)


def missing_events(question: str, texts: Sequence[str]) -> tuple[str, ...]:
    """The words of the question for an event of which none of the texts tells in either language."""
    found = ((match, event) for event in _EVENTS if (match := event.search(question)))
    return tuple(match[0] for match, event in found if not any(event.search(text) for text in texts))
