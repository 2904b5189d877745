"""The prompt of an answer: numbered passages, fenced as data, and the question."""

from collections.abc import Sequence

from rag.models.chat.base import Message, Role
from rag.models.chat.templates import plain, render
from rag.types import Passage, Question

_PACKAGE = "rag.answering.generative"


def messages(question: Question, passages: Sequence[Passage]) -> tuple[Message, ...]:
    """The prompt in the language of the question; passages are numbered from 1 in the order given."""
    language = question.language.value
    fenced = [{"title": plain(p.title), "published": p.published, "text": plain(p.text)} for p in passages]
    return (
        Message(Role.SYSTEM, render(_PACKAGE, f"system.{language}.j2")),
        Message(Role.USER, render(_PACKAGE, f"user.{language}.j2", passages=fenced, question=plain(question.text))),
    )
