"""Spreadsheets and other files of values, as tables."""
