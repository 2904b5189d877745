"""Documents kept apart: whoever works on the program looks at their totals only, and does not read on."""

CASES = ()
