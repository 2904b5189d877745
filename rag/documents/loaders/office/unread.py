"""How boxes of forms are shown, and where a formula is not read."""

TICKED, UNTICKED = "☒", "☐"
UNREAD_FORMULA = "[rumus tidak dibaca]"  # where it stands in the text
