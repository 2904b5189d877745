import re

import pytest

from rag.language.calendar_names import any_month, any_short_weekday, any_weekday, month_numbers, short_months, weekdays
from rag.types import Language


@pytest.mark.parametrize(
    ("name", "number"),
    [("januari", 1), ("peb", 2), ("march", 3), ("mei", 5), ("agu", 8), ("ags", 8), ("nopember", 11), ("dec", 12)],
)
def test_months_are_known_by_whole_short_and_old_names_of_both_languages(name: str, number: int) -> None:
    assert month_numbers()[name] == number


def test_the_week_begins_on_monday() -> None:
    assert weekdays(Language.INDONESIAN) == ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
    assert weekdays(Language.ENGLISH)[6] == "sunday"


def test_short_months_hold_no_name_that_is_whole() -> None:
    assert {"jan", "agt", "okt", "sept", "des"} <= short_months()
    assert short_months().isdisjoint({"mei", "may", "juni", "juli", "june", "july", "maret"})


def test_patterns_take_the_longest_name() -> None:
    month = re.match(any_month(), "september 2025")
    assert month is not None
    assert month[0] == "september"
    assert re.fullmatch(any_weekday(), "jum'at")
    assert not re.fullmatch(any_weekday(), "mon")
    assert re.fullmatch(any_short_weekday(), "mon")
    assert not re.match(any_short_weekday(), "sen")
