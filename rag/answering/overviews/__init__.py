"""Answers about the documents as a whole: from their list, their dates and what they begin with."""
