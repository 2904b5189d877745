"""Prompts from Jinja2 files; what comes from documents or people is escaped, so that no fence can be forged."""

import unicodedata
from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from rag.chat_models.base import Message, Role
from rag.types import Passage, Question


def messages(question: Question, passages: Sequence[Passage]) -> tuple[Message, ...]:
    """The prompt in the language of the question; passages are numbered from 1 in the order given."""
    language = question.language.value
    user = _environment().get_template(f"user.{language}.j2")
    plain = [{"title": _plain(p.title), "published": p.published, "text": _plain(p.text)} for p in passages]
    return (
        Message(Role.SYSTEM, _environment().get_template(f"system.{language}.j2").render()),
        Message(Role.USER, user.render(passages=plain, question=_plain(question.text))),
    )


def _plain(text: str) -> str:
    """Without control characters and full-width look-alikes of the fence's brackets; Jinja2 escapes the brackets."""
    normal = unicodedata.normalize("NFKC", text)
    return "".join(
        character for character in normal if character == "\n" or not unicodedata.category(character).startswith("C")
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("rag.answering", "prompts"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
