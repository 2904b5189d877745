"""Fills what is new in the English catalogue with its msgid, which is the English sentence."""

from pathlib import Path

from babel.messages.pofile import read_po, write_po

CATALOGUE = Path("rag/wording/locales/en/LC_MESSAGES/messages.po")

with CATALOGUE.open("rb") as file:
    catalogue = read_po(file, locale="en")
for message in catalogue:
    blank = not any(message.string) if isinstance(message.string, (list, tuple)) else not message.string
    if message.id and blank:
        message.string = message.id
with CATALOGUE.open("wb") as file:
    write_po(file, catalogue, width=100, no_location=True, sort_output=True)
