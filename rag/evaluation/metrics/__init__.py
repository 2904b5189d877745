"""Measures, one file per family; pure functions of numbers and strings, each naming its source."""
