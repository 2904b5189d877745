"""Completes with a chat model the follow-up questions that the rules of `rag.rewriting` leave alone."""

from rag.rewriting_by_model.rewriter import ModelRewriter

__all__ = ["ModelRewriter"]
