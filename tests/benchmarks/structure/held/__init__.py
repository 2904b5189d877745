"""Documents kept apart: whoever works on the program looks at their totals only, and does not read on."""

from tests.benchmarks.structure.held import files, laws, pdfs, sections, sheets, tables

CASES = (
    *tables.CASES,
    *sections.CASES,
    *laws.CASES,
    *sheets.CASES,
    *pdfs.CASES,
    *files.CASES,
)
