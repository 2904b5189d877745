"""Documents kept apart: whoever works on the program looks at their totals only, and does not read on."""

from tests.benchmarks.structure.held import laws, office, pages, pdf_tables, pdfs, tables, webs, words

CASES = (
    *tables.CASES,
    *webs.CASES,
    *pages.CASES,
    *laws.CASES,
    *words.CASES,
    *pdf_tables.CASES,
    *pdfs.CASES,
    *office.CASES,
)
