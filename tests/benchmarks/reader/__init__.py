"""Measures the reader behind retrieval, over whole corpora: `python -m tests.benchmarks.reader DATA`."""
