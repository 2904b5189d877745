"""Cited answers from a collection of documents, in Indonesian and English."""

__version__ = "0.1.0"
