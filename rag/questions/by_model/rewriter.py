"""Asks a chat model for one question that stands alone, and takes it only if it says nothing of its own."""

import logging
from dataclasses import replace

from rag.errors import ModelUnavailable
from rag.models.chat.base import ChatModel, Message, Role
from rag.models.chat.clean import clean
from rag.models.chat.templates import plain, render
from rag.questions.by_model.acceptance import LONGEST_QUESTION, objection
from rag.questions.leaning import may_lean_back
from rag.types import Question, Turn

_log = logging.getLogger(__name__)

_PACKAGE = "rag.questions.by_model"
_TURNS = 3  # of the conversation, the latest
_LONGEST_ANSWER = 400  # characters of an earlier answer; its beginning says what it was about


class ModelRewriter:
    """For what the rules did not complete. Safe to call from several threads."""

    def __init__(self, model: ChatModel, timeout_s: float) -> None:
        self._model = model
        self._timeout_s = timeout_s

    def complete(self, question: Question) -> Question:
        """The question completed from its history; the very same object when it need not or cannot be.

        Takes at most `timeout_s`.
        """
        if not question.history or not may_lean_back(question.text):
            return question
        proposed = self.propose(question)
        if proposed is None or objection(proposed, question):
            return question
        return replace(question, text=proposed)

    def propose(self, question: Question) -> str | None:
        """What the model says, whatever it is worth; None when it fails or does not come to an end."""
        said = ""
        try:
            for piece in self._model.stream(messages(question), self._timeout_s):
                said += piece
                if len(said) > 2 * LONGEST_QUESTION:
                    return None
        except ModelUnavailable:
            return None
        except Exception as error:  # whatever a server sends: the question is asked as it is
            _log.error("the chat model's question could not be read: %s", type(error).__name__)
            return None
        return clean(said).strip().strip("\"“”'").strip()


def messages(question: Question) -> tuple[Message, ...]:
    """The prompt in the language of the question."""
    language = question.language.value
    turns = [_fenced(turn) for turn in question.history[-_TURNS:]]
    return (
        Message(Role.SYSTEM, render(_PACKAGE, f"system.{language}.j2")),
        Message(Role.USER, render(_PACKAGE, f"user.{language}.j2", turns=turns, question=plain(question.text))),
    )


def _fenced(turn: Turn) -> dict[str, str]:
    return {"question": plain(turn.question), "answer": plain(turn.answer)[:_LONGEST_ANSWER]}
