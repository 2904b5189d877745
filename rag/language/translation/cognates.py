"""How Indonesian would spell an English loanword: "complexity" -> "kompleksitas", "migration" -> "migrasi"."""

import re

_LEAST_LETTERS = 5  # shorter words are seldom loans, and too many other words resemble them
_LEAST_STEM = 3

# The endings of the official spelling guide for loanwords (EYD V, chapter IV), English first; several may fit a word.
_ENDINGS = (
    ("ization", "isasi"),
    ("izations", "isasi"),
    ("isation", "isasi"),
    ("ation", "asi"),
    ("ations", "asi"),
    ("ction", "ksi"),
    ("tion", "si"),
    ("tions", "si"),
    ("ssion", "si"),
    ("sion", "si"),
    ("ity", "itas"),
    ("ities", "itas"),
    ("ty", "tas"),
    ("ical", "is"),
    ("ically", "is"),
    ("ics", "ika"),
    ("ic", "ik"),
    ("ism", "isme"),
    ("ist", "is"),
    ("ists", "is"),
    ("ive", "if"),
    ("ance", "ans"),
    ("ance", "ansi"),
    ("ence", "ens"),
    ("ence", "ensi"),
    ("ancy", "ansi"),
    ("ency", "ensi"),
    ("ment", "men"),
    ("ments", "men"),
    ("ous", "us"),
    ("ure", "ur"),
    ("ary", "er"),
    ("ory", "ori"),
    ("ate", "at"),
    ("ize", "isasi"),
    ("ized", "isasi"),
    ("ian", "ia"),
    ("an", "a"),
    ("y", "i"),
    ("ies", "i"),
    ("e", ""),
    ("ed", ""),
    ("es", ""),
    ("s", ""),
    ("", ""),
    ("", "a"),
    ("", "i"),
)
_LETTERS = (
    (re.compile("ph"), "f"),
    (re.compile("th"), "t"),
    (re.compile("sch"), "sk"),
    (re.compile("ch(?=[aourl])"), "k"),
    (re.compile("qu"), "ku"),
    (re.compile("x"), "ks"),
    (re.compile("cc(?=[eiy])"), "ks"),
    (re.compile("c(?=[eiy])"), "s"),
    (re.compile("ck"), "k"),
    (re.compile("c(?!h)"), "k"),
    (re.compile("y(?=[^aeiou]|$)"), "i"),
    (re.compile("[ao]e"), "e"),
    (re.compile(r"([a-z])\1"), r"\1"),
)


def cognates(word: str) -> frozenset[str]:
    """Spellings that a lower-case English word may have as an Indonesian loan; most of them are no words."""
    if len(word) < _LEAST_LETTERS or not word.isascii() or not word.isalpha():
        return frozenset()
    stems = ((word.removesuffix(english), indonesian) for english, indonesian in _ENDINGS if word.endswith(english))
    return frozenset(_spelled(stem) + ending for stem, ending in stems if len(stem) >= _LEAST_STEM) - {word}


def _spelled(stem: str) -> str:
    for pattern, letters in _LETTERS:
        stem = pattern.sub(letters, stem)
    return stem
