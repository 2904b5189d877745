"""The articles of a law that a question names: "Apa isi Pasal 3?", "What does Article 12 say?"."""

import re

_ARTICLE = re.compile(r"\b(?:pasal|psl\.?|articles?|art\.)\s*(\d{1,3}[A-Z]{0,2})\b", re.IGNORECASE)
_WHOLE = re.compile(
    r"\b(?:isi(?:nya)?|bunyi(?:nya)?|berbunyi|mengatur|diatur|memuat|ketentuan|say|says|state|states|provide|provides|"
    r"regulate|regulates|contain|contains|content|text)\b",
    re.IGNORECASE,
)
_OTHER_QUESTION = re.compile(
    r"\b(?:berapa|kapan|siapa|di ?mana|denda|sanksi|how (?:much|many|long)|when|who|where|fine|penalty)\b",
    re.IGNORECASE,
)


def articles_named(text: str) -> tuple[str, ...]:
    """As headings write them: "Pasal 3"."""
    return tuple(dict.fromkeys(f"Pasal {match[1].upper()}" for match in _ARTICLE.finditer(text)))


def asks_whole_article(text: str) -> bool:
    """Whether the wording of the article itself is wanted, and not something that it says."""
    return bool(_ARTICLE.search(text) and _WHOLE.search(text)) and not _OTHER_QUESTION.search(text)
