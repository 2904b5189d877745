from pathlib import Path

import numpy as np
import pytest

from rag.errors import BlankText
from rag.models.encoders.base import (
    ModelFolder,
    batches,
    few_lengths,
    identify,
    passage_prompt,
    query_prompt,
    read_prompts,
    require_text,
    unit_rows,
    windows,
)


def test_batches_hold_texts_of_like_length_longest_first() -> None:
    # 4096 padded tokens a batch: two rows of 2000, then the rest together.
    assert [batch.tolist() for batch in batches([5, 2000, 7, 2000, 6])] == [[1, 3], [2, 4, 0]]


def test_a_few_texts_are_not_padded_to_the_longest_where_another_run_is_cheaper() -> None:
    # Beside the 60 tokens, 59 pads 1 and 30 would pad 30 more; 29 brings them over the 40 that a run of its own costs.
    assert [batch.tolist() for batch in batches([30, 60, 59, 29])] == [[1, 2, 0], [3]]


def test_a_text_longer_than_a_batch_is_a_batch_of_its_own() -> None:
    assert [batch.tolist() for batch in batches([9000, 9000])] == [[0], [1]]


def test_no_texts_make_no_batches_or_windows() -> None:
    assert list(batches([])) == []
    assert list(windows(0)) == []


def test_windows_cover_every_text_once() -> None:
    assert [(w.start, w.stop) for w in windows(4097)] == [(0, 2048), (2048, 4096), (4096, 4097)]


def test_rows_are_brought_to_length_one_and_zero_stays_zero() -> None:
    assert unit_rows([[3.0, 4.0], [0.0, 0.0]]).tolist() == [[0.6000000238418579, 0.800000011920929], [0.0, 0.0]]
    assert unit_rows([[3.0, 4.0]]).dtype == np.float32


@pytest.mark.parametrize("blank", ["", " \t\n", "\u3000\u00a0"])
def test_blank_text_is_named_by_its_place(blank: str) -> None:
    with pytest.raises(BlankText, match="text 2 of 3"):
        require_text(["a", blank, "b"])


def test_a_passage_prompt_goes_by_two_names_and_a_query_prompt_by_one() -> None:
    assert passage_prompt({"passage": "p: ", "document": "d: "}) == "p: "
    assert passage_prompt({"document": "d: "}) == "d: "
    assert query_prompt({"query": "q: "}) == "q: "
    assert passage_prompt({}) == query_prompt({}) == ""


def test_a_folder_without_prompts_has_none(tmp_path: Path) -> None:
    assert read_prompts(tmp_path) == {}
    (tmp_path / "config_sentence_transformers.json").write_text(
        '{"prompts": {"query": "q: ", "document": ""}}', "utf-8"
    )
    assert read_prompts(tmp_path) == {"query": "q: "}


def test_the_fingerprint_changes_with_weights_and_used_prompts_only() -> None:
    folder = ModelFolder("a", Path("a"), "weights", {"query": "q: ", "passage": "p: "})
    assert folder.fingerprint == ModelFolder("b", Path("b"), "weights", dict(folder.prompts)).fingerprint
    assert (
        folder.fingerprint == ModelFolder("a", Path("a"), "weights", {**folder.prompts, "document": "p: "}).fingerprint
    )
    assert folder.fingerprint != ModelFolder("a", Path("a"), "weights", {"query": "q: "}).fingerprint
    assert folder.fingerprint != ModelFolder("a", Path("a"), "other", dict(folder.prompts)).fingerprint


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json", "1_Pooling/config.json"])
def test_the_identity_of_a_folder_changes_with_any_file_that_counts(tmp_path: Path, name: str) -> None:
    (tmp_path / "1_Pooling").mkdir()
    for each in ("model.safetensors", "tokenizer.json", "1_Pooling/config.json", "README.md"):
        (tmp_path / each).write_bytes(b"as it was")
    before = identify(tmp_path)
    (tmp_path / "README.md").write_bytes(b"rewritten")
    assert identify(tmp_path) == before
    (tmp_path / name).write_bytes(b"As it was")
    assert identify(tmp_path) != before


def test_the_identity_of_large_weights_is_sampled_from_end_to_end(tmp_path: Path) -> None:
    weights = tmp_path / "model.safetensors"
    content = bytearray(40_000_000)
    weights.write_bytes(content)
    before = identify(tmp_path)
    content[-1] = 1
    weights.write_bytes(content)
    assert identify(tmp_path) != before


def test_lengths_are_rounded_up_to_few() -> None:
    assert [few_lengths(tokens) for tokens in (1, 8, 9, 128, 129, 351, 512)] == [8, 8, 16, 128, 144, 352, 512]
    assert len({few_lengths(tokens) for tokens in range(1, 353)}) == 30
