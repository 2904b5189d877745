"""Schemathesis over the whole OpenAPI of the application; only here, for it is in the extra `fuzz`."""

import time

import hypothesis
import schemathesis
from fastapi import FastAPI

from tests.benchmarks.fuzz.running import SLOW_S, Finding, Result, settings_of


def run_openapi(app: FastAPI, headers: dict[str, str], examples: int, seed: int | None) -> Result:
    """Each operation with `examples` requests, right and wrong ones; a status of 500 or more is a crash, 503 aside."""
    schema = schemathesis.openapi.from_asgi("/openapi.json", app)
    result = Result("OpenAPI")
    for found in schema.get_all_operations():
        _try_operation(found.ok(), headers, examples, seed, result)
    return result


def _try_operation(operation, headers: dict[str, str], examples: int, seed: int | None, result: Result) -> None:
    modes = list(schemathesis.GenerationMode)

    def attempt(case) -> None:
        result.tried += 1
        begun = time.process_time()
        answer = case.call(headers=headers)
        took = time.process_time() - begun
        result.slowest_s = max(result.slowest_s, took)
        if answer.status_code >= 500 and answer.status_code != 503:  # 503 is told, and meant
            told = f"{answer.status_code} {answer.text[:100]}"
            result.crashes.append(Finding(result.target, told, case.as_curl_command()))
        if took > SLOW_S:
            result.hangs.append(Finding(result.target, f"{took:.1f} s", case.as_curl_command()))

    for mode in modes:
        chosen = settings_of(examples, seed)
        property_of = chosen(hypothesis.given(case=operation.as_strategy(generation_mode=mode))(attempt))
        try:
            (property_of if seed is None else hypothesis.seed(seed)(property_of))()
        except hypothesis.errors.Unsatisfiable:
            continue  # nothing of this operation can be wrong
