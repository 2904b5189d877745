"""The articles of a law that a question names: "Apa isi Pasal 3?", "What does Article 12 say?"."""

import re

from rag.language import function_words as fw
from rag.language.patterns import any_of

_ARTICLE = re.compile(r"\b(?:pasal|psl\.?|articles?|art\.)\s*(\d{1,3}[A-Z]{0,2})\b", re.IGNORECASE)
_WHOLE = re.compile(
    r"\b(?:isi(?:nya)?|bunyi(?:nya)?|berbunyi|mengatur|diatur|memuat|ketentuan|say|says|state|states|provide|provides|"
    r"regulate|regulates|contain|contains|content|text)\b",
    re.IGNORECASE,
)
_OTHER_QUESTION = re.compile(
    rf"\b(?:{any_of(fw.HOW_MANY_ID | fw.WHEN_ID | fw.WHO_ID | fw.HOW_MANY_EN | fw.WHO_EN | {'when', 'where'})}"
    rf"|{fw.ANY_WHERE_ID}|denda|sanksi|fine|penalty)\b",
    re.IGNORECASE,
)


def articles_named(text: str) -> tuple[str, ...]:
    """As headings write them: "Pasal 3"."""
    return tuple(dict.fromkeys(f"Pasal {match[1].upper()}" for match in _ARTICLE.finditer(text)))


def asks_whole_article(text: str) -> bool:
    """Whether the wording of the article itself is wanted, and not something that it says."""
    return bool(_ARTICLE.search(text) and _WHOLE.search(text)) and not _OTHER_QUESTION.search(text)
