"""What is not read of office files and how that is said, and how boxes of forms are shown."""

from enum import StrEnum

TICKED, UNTICKED = "☒", "☐"
UNREAD_FORMULA = "[rumus tidak dibaca]"  # where it stands in the text
FORMULA_NOTICE = "formulas are not read; where one stands, the text says so"


class Reason(StrEnum):
    """Why text of a paragraph is not read."""

    HIDDEN = "hidden in the file"
    STRUCK = "struck out"
    DELETED = "deleted with changes tracked"
    PROMPT = "the prompt of a form field that nobody filled in"
    NOTE_MARK = "the mark of a note"
    CONTENTS = "a table of contents"
