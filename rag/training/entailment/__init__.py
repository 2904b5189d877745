"""Trains the judge: whether a quote says what a sentence says."""
