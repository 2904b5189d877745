"""Thresholds of confidence for one's own documents, with a bound on the share of wrong answers."""
