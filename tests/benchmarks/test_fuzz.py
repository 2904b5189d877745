"""A small share of the fuzzer, always the same inputs; and that it tells what it finds."""

from pathlib import Path

import pytest
from hypothesis import strategies as st

from rag.errors import UnreadableDocument
from tests.benchmarks.fuzz.parts import check_loaded, parts
from tests.benchmarks.fuzz.running import Target, run
from tests.benchmarks.fuzz.site import HOLE, requests_of, routes_of, site
from tests.web.accounts import csrf

pytestmark = pytest.mark.slow
_EXAMPLES = 12
_PARTS = list(parts())


@pytest.mark.parametrize("target", _PARTS, ids=[target.name for target in _PARTS])
def test_what_strangers_write_crashes_and_stops_nothing(target: Target) -> None:
    result = run(target, _EXAMPLES)
    assert result.tried >= 1
    assert (result.crashes, result.hangs) == ([], [])


def test_no_request_is_answered_with_an_error_of_the_program(tmp_path: Path) -> None:
    with site(tmp_path) as (app, client):
        for target in requests_of(app, client):
            result = run(target, _EXAMPLES)
            assert (result.tried, result.crashes) == (_EXAMPLES, [])


def test_no_number_in_an_address_is_too_large_for_the_database(tmp_path: Path) -> None:
    with site(tmp_path) as (app, client):
        token = {"x-csrf-token": csrf(client)}
        for route in routes_of(app):
            path = HOLE.sub("99999999999999999999", route.path)
            for method in route.methods:
                answer = client.request(method, path, headers=token, follow_redirects=False)
                assert answer.status_code < 500, (method, path)


def test_a_crash_is_told_with_the_input_that_brought_it_about() -> None:
    def act(number: int) -> None:
        assert number < 0, "not negative"

    result = run(Target("numbers", st.integers(0, 3), act), 4)
    assert result.tried == len(result.crashes) > 0
    assert result.crashes[0].what.startswith("AssertionError: not negative")
    assert result.crashes[0].given in "0123"


def test_a_file_that_a_library_failed_on_is_counted_by_the_error() -> None:
    failed = UnreadableDocument("a.pdf", "it could not be read (%(error)s); open and save it again", error="ValueError")
    failed.__cause__ = ValueError()
    assert check_loaded([failed]) == "ValueError"
    assert check_loaded([UnreadableDocument("a.pdf", "it is empty")]) is None
