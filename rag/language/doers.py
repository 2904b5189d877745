"""Who does what a question asks about, where a sentence says it in the passive: "dilakukan oleh Menteri Keuangan"."""

import re

from rag.language.text import words

_ASKED = re.compile(
    r"siapa(?:kah)?(?: saja)? yang (?:(?:akan|berhak|berwenang|wajib|harus|dapat|boleh|bertugas) )?(?P<verb>me\w{3,})"
    r"|(?:oleh siapa|by whom)\b",
    re.IGNORECASE,
)
_DOER = re.compile(
    r"\b(?P<verb>di\w{3,})(?: \w+){0,2} oleh (?P<doer>[^.,;:\n]{2,80}?)"
    r"(?=[.,;:\n]|$| (?:dengan|sesuai|paling|sebagaimana|setelah|sebelum|untuk|yang|pada|di|ke|dari|dalam|melalui|"
    r"secara|berdasarkan|bersama|tanpa|sampai|selama|setiap|apabila|jika|kepada|guna|agar)\b)"
)
_DO = frozenset(("lakukan", "laksanakan", "selenggarakan", "jalankan", "kerjakan"))
_SHORTEST = 3  # letters


def doer_asked(question: str, sentence: str) -> tuple[int, int] | None:
    """Where a sentence says who does what is asked for; None where it says so of nobody, or of several.

    The verb must be that of the question, or one for doing beside a noun of it: "penimbangan dilakukan oleh petugas".
    """
    asked, told = _ASKED.match(question.strip()), list(_DOER.finditer(sentence))
    if asked is None or len(told) != 1:
        return None
    return told[0].span("doer") if asked["verb"] is None or _is_said(asked["verb"].lower(), told[0]) else None


def _is_said(wanted: str, told: re.Match[str]) -> bool:
    verb = told["verb"].lower().removeprefix("di")
    if _is_of(wanted, verb):
        return True
    nouns = words(told.string[: told.start()])
    return verb in _DO and (any(_is_of(wanted, one) for one in _DO) or any(_shares_root(wanted, one) for one in nouns))


def _is_of(active: str, base: str) -> bool:
    """Whether "menimbang" is made of "timbang": "me" takes the first letter of some."""
    rest = base.removesuffix("kan")[1:]
    return len(rest) >= _SHORTEST and active.removesuffix("kan").endswith(rest)


def _shares_root(active: str, noun: str) -> bool:
    """Whether "penimbangan" is the noun of "menimbang"."""
    root = active.removesuffix("kan")[3:]
    return len(root) >= _SHORTEST and noun.startswith("pe") and root in noun
