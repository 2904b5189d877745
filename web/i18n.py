"""The language of the interface, chosen or asked for by the browser, else Indonesian; and what its script says."""

from starlette.requests import Request

from rag.types import Language
from rag.wording.words import Words, words_of

COOKIE = "bahasa"
_LONGEST = 1000  # characters of a header that are read
# "in" is what old devices call Indonesian. Who reads Malay, or has a phone in a language of the archipelago (ljp, abl:
# those of Lampung), reads Indonesian with less trouble than the English that browsers name after it.
_NEAR_INDONESIAN = "in ms ljp abl jv su mad min ban bug mak ace bjn sas bbc".split()
_SPOKEN = {"id": Language.INDONESIAN, "en": Language.ENGLISH} | dict.fromkeys(_NEAR_INDONESIAN, Language.INDONESIAN)


def words_for(request: Request) -> Words:
    """In the language that the visitor chose, else the browser asks for, else of the question, else Indonesian."""
    chosen = request.cookies.get(COOKIE)
    if chosen in list(Language):
        return words_of(Language(chosen))
    accepted = request.headers.get("accept-language")
    asked: Language | None = getattr(request.state, "asked_in", None)
    return words_of(preferred(accepted) if accepted or asked is None else asked)


def asked_in(request: Request, language: Language) -> Words:
    """The words from now on, when the language of the question is known: clients of programs seldom name theirs."""
    request.state.asked_in = language
    return words_for(request)


def preferred(accepted: str | None) -> Language:
    """The one of our languages that an Accept-Language header (RFC 9110) weighs most, the first of equals."""
    weights: dict[Language, float] = {}
    for part in (accepted or "")[:_LONGEST].split(","):
        tag, _, parameters = part.partition(";")
        language = _SPOKEN.get(tag.strip().lower().partition("-")[0])
        if language is not None:
            weights[language] = max(weights.get(language, 0.0), _weight(parameters))
    return max(weights, key=lambda each: weights[each], default=Language.INDONESIAN)


def _weight(parameters: str) -> float:
    """Of "q=0.8"; 1 where there is none, 0 for what is no weight."""
    name, _, value = parameters.strip().partition("=")
    if not name:
        return 1.0
    digits = value.strip()
    fits = name.strip().lower() == "q" and digits.isascii() and digits.replace(".", "", 1).isdigit()
    return min(float(digits), 1.0) if fits else 0.0


def language_from(value: str | None) -> Language:
    return Language.ENGLISH if value == Language.ENGLISH.value else Language.INDONESIAN


def script_texts(words: Words) -> dict[str, str]:
    """The texts of static/js by their keys there; the script fills in their {names}."""
    return {
        "step.rewrite": words.gettext("Reading your question…"),
        "step.retrieve": words.gettext("Looking through the documents…"),
        "step.answer": words.gettext("Choosing the sentences that answer…"),
        "reading": words.gettext("Reading… passages: {passages}, documents: {documents}"),
        "searching": words.gettext("Looking for the answer."),
        "ready": words.gettext("Answer:"),
        "offline": words.gettext("The connection was lost. Check your network and try again."),
        "source_failed": words.gettext("The document could not be opened here."),
        "loading": words.gettext("Opening the document…"),
        "over": words.gettext("Too long by {count} characters. Nothing was cut off; please shorten it."),
        "cleared": words.gettext("Cleared. Nothing is kept on this device any more."),
        "left": words.gettext("Characters left: {count}"),
        "stopped": words.gettext("The connection was lost before the answer was complete. Please try again."),
    }
