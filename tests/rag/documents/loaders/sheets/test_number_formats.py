from datetime import date, datetime, time, timedelta

import pytest

from rag.documents.loaders.sheets.number_formats import Value, show
from rag.types import Language

ACCOUNTING = '_("Rp"* #,##0_);_("Rp"* (#,##0);_("Rp"* "-"_);_(@_)'


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (1234567.891, "#,##0.00", "1.234.567,89"),
        (1234567, "General", "1234567"),
        (0.1 + 0.2, "General", "0,3"),
        (1801010101900001, "General", "1801010101900001"),
        (12.5, "General", "12,5"),
        (2.5, "0", "3"),
        (0.125, "0.0%", "12,5%"),
        (0.5, "0%", "50%"),
        (2500000, '"Rp"#,##0', "Rp2.500.000"),
        (2500000, "[$Rp-421]#,##0", "Rp2.500.000"),
        (2500000, ACCOUNTING, "Rp 2.500.000"),
        (-2500000, ACCOUNTING, "Rp (2.500.000)"),
        (0, ACCOUNTING, "Rp -"),
        (-5, "#,##0;[Red](#,##0)", "(5)"),
        (-5, "#,##0", "-5"),
        (12200000, "#,##0.0,,", "12,2"),
        (12200000, '#,##0.0,,"jt"', "12,2jt"),
        (45, '0" orang"', "45 orang"),
        (7, "000", "007"),
        (81234567, "0000-0000", "8123-4567"),
        (0.5, "#.##", ",5"),
        (8.9, "#.##", "8,9"),
        (1.25, "# ?/?", "1 1/4"),
        (12345, "0.00E+00", "1,23E+04"),
        (150, '[>=100]"banyak";"sedikit"', "banyak"),
        (50, '[>=100]"banyak";"sedikit"', "sedikit"),
        (5, ";;;", ""),
        (True, "General", "TRUE"),
        ("teks", "#,##0", "teks"),
        (None, "General", ""),
        (float("nan"), "0", "nan"),
    ],
)
def test_numbers_are_shown_as_their_format_says(value: Value, code: str, shown: str) -> None:
    assert show(value, code, Language.INDONESIAN) == shown


def test_thousands_of_an_english_sheet_are_parted_by_commas() -> None:
    assert show(1234567.5, "#,##0.0", Language.ENGLISH) == "1,234,567.5"


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (date(2025, 11, 7), "dd/mm/yyyy", "07/11/2025"),
        (date(2025, 3, 4), "mm-dd-yy", "04/03/2025"),
        (datetime(2025, 3, 4), "General", "04/03/2025"),
        (datetime(2025, 11, 7), "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "7 November 2025"),
        (date(2025, 8, 9), "dddd, d mmmm yyyy", "Sabtu, 9 Agustus 2025"),
        (date(2025, 8, 9), "[$-409]d-mmm-yy;@", "9-Aug-25"),
        (date(2025, 8, 9), 'd "bulan" m', "9 bulan 8"),
        (datetime(2025, 8, 9, 14, 5), "d/m/yyyy h:mm", "9/8/2025 14:05"),
        (datetime(2025, 8, 9, 14, 5, 9), "h:mm:ss AM/PM", "2:05:09 PM"),
        (time(8, 30), "hh.mm", "08.30"),
        (time(8, 30), "General", "08:30"),
        (timedelta(hours=26, minutes=5), "[h]:mm", "26:05"),
        (45968.0, "d mmmm yyyy", "7 November 2025"),
    ],
)
def test_days_and_times_are_shown_as_their_format_says(value: Value, code: str, shown: str) -> None:
    assert show(value, code, Language.INDONESIAN) == shown
