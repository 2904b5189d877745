"""Completes with a chat model the follow-up questions that the rules of `rag.questions.follow_ups` leave alone."""

from rag.questions.by_model.rewriter import ModelRewriter

__all__ = ["ModelRewriter"]
