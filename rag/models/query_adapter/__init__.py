"""A small correction of the vectors of questions, learnt from questions and the published passages that answer them."""

from rag.models.query_adapter.adapter import WEIGHTS, QueryAdapter, adapter_for, load_adapter, save_adapter

__all__ = ["WEIGHTS", "QueryAdapter", "adapter_for", "load_adapter", "save_adapter"]
