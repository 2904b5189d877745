"""Documents kept apart: whoever works on the program looks at their totals only, and does not read on."""

from tests.benchmarks.structure.held import (
    fifth_office,
    fifth_pdfs,
    fifth_texts,
    files,
    fourth_files,
    fourth_texts,
    laws,
    pdfs,
    sections,
    sheets,
    sixth_office,
    sixth_pdfs,
    sixth_texts,
    tables,
    third_files,
    third_texts,
)

CASES = (
    *tables.CASES,
    *sections.CASES,
    *laws.CASES,
    *sheets.CASES,
    *pdfs.CASES,
    *files.CASES,
    *third_texts.CASES,
    *third_files.CASES,
    *fourth_texts.CASES,
    *fourth_files.CASES,
    *fifth_texts.CASES,
    *fifth_office.CASES,
    *fifth_pdfs.CASES,
    *sixth_texts.CASES,
    *sixth_office.CASES,
    *sixth_pdfs.CASES,
)
