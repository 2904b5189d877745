"""The language of the interface: Indonesian unless a person chose otherwise; and what its script says."""

from starlette.requests import Request

from rag.types import Language
from rag.wording.words import Words, words_of

COOKIE = "bahasa"


def words_for(request: Request) -> Words:
    """The words in the language the visitor chose; Indonesian at first."""
    return words_of(language_from(request.cookies.get(COOKIE)))


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
