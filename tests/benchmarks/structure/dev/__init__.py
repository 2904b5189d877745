"""The documents that rules are developed on."""

from tests.benchmarks.structure.dev import laws, office, pages, pdfs, reported, sections, tables, words

CASES = (
    *reported.CASES,
    *tables.CASES,
    *pages.CASES,
    *sections.CASES,
    *laws.CASES,
    *words.CASES,
    *pdfs.CASES,
    *office.CASES,
)
