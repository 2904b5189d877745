"""The documents that rules are developed on."""

from tests.benchmarks.structure.dev import (
    bindings,
    documents,
    files,
    laws,
    office,
    pages,
    pdf_marks,
    pdf_tables,
    pdfs,
    plain,
    regulations,
    reported,
    sections,
    tables,
    webs,
    words,
)

CASES = (
    *reported.CASES,
    *tables.CASES,
    *bindings.CASES,
    *pages.CASES,
    *webs.CASES,
    *plain.CASES,
    *sections.CASES,
    *laws.CASES,
    *regulations.CASES,
    *words.CASES,
    *documents.CASES,
    *pdfs.CASES,
    *pdf_tables.CASES,
    *pdf_marks.CASES,
    *office.CASES,
    *files.CASES,
)
