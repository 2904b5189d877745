from pathlib import Path

import pytest
from pydantic import SecretStr

from rag.errors import IndexMissing
from rag.evaluation.runner import run_gold
from rag.settings import Settings
from tests.rag.evaluation.fakes import FakePipeline, gold_question

KNOWN, UNKNOWN = gold_question("a"), gold_question("b", answerable=False)


def _settings(folder: Path) -> Settings:
    return Settings(index=folder, chat_key=SecretStr("hush"), chat_url="https://ani:hush@host/v1?key=hush")


def test_every_question_is_answered_scored_and_reported(tmp_path: Path) -> None:
    done: list[int] = []
    made = run_gold([KNOWN, UNKNOWN], FakePipeline({KNOWN.question}), _settings(tmp_path), done.append)
    assert [item.score.right for item in made.items] == [True, True]
    assert made.items[0].score.exact_quotes == 1
    assert made.items[0].evidence[0]["document_id"] == "d.md"
    assert made.items[1].retrieval is None
    assert done == [1, 2]


def test_a_failing_question_counts_as_wrong_and_the_others_go_on(tmp_path: Path) -> None:
    pipeline = FakePipeline({KNOWN.question}, broken=frozenset({UNKNOWN.question}))
    failed, answered = run_gold([UNKNOWN, KNOWN], pipeline, _settings(tmp_path)).items
    assert (failed.error, failed.answer, failed.score.correct) == ("the model broke", None, False)
    assert answered.score.right


def test_the_run_says_what_it_was_made_on_and_keeps_secrets_out(tmp_path: Path) -> None:
    (tmp_path / "v1").mkdir()
    (tmp_path / "v1" / "manifest.json").write_bytes(b"{}")
    info = run_gold([KNOWN], FakePipeline(set()), _settings(tmp_path)).info
    assert (info.model, info.index_version, info.passages) == ("toy", "v1", 1)
    # sha256 of "{}"
    assert info.hashes["index"] == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    assert "hush" not in str(info.settings)
    assert {"chat_key", "chat_url"}.isdisjoint(info.settings)


def test_other_questions_have_another_hash(tmp_path: Path) -> None:
    hashes = [
        run_gold([question], FakePipeline(set()), _settings(tmp_path)).info.hashes["gold"]
        for question in (KNOWN, UNKNOWN)
    ]
    assert hashes[0] != hashes[1]


def test_an_empty_index_is_an_error_and_not_a_bad_run(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="rag ingest"):
        run_gold([KNOWN], FakePipeline(set(), version=None), _settings(tmp_path))
