"""What a run of the reader learns from."""

import random
from pathlib import Path

from rag.training.reader.examples import Example
from rag.training.reader.train import by_hand
from rag.training.reader.written import Written, written
from tests.rag.training.reader.test_written import ONE

SHORT = """# service | Puskesmas Batu Intan
Loket buka pukul 07.30 sampai 14.00, apotek sampai 16.00.
? ev | apotek tutup jam brp? | 16.00
? id | Sampai pukul berapa apotek di Puskesmas Batu Intan melayani warga? | 16.00
# service | Puskesmas Sungai Landai
Loket dan apotek buka pukul 08.00 sampai 13.00.
? ev | loketnya buka jam brp? | 08.00
"""


def passages_of(folder: Path) -> tuple[Written, ...]:
    (folder / "older.txt").write_text(ONE * 6, encoding="utf-8")
    (folder / "short-clinics.txt").write_text(SHORT, encoding="utf-8")
    return written(folder)


def files_of(examples: list[Example]) -> list[str]:
    return [
        example.id.removeprefix("titled:").split(":")[1] for example in examples if not example.id.startswith("near")
    ]


def test_files_named_whole_are_taken_whole_and_of_the_others_a_share(tmp_path: Path) -> None:
    passages = passages_of(tmp_path)
    everything = files_of(by_hand(passages, "short-*", 1.0, random.Random(1)))
    some = files_of(by_hand(passages, "short-*", 0.2, random.Random(1)))
    assert some.count("short-clinics") == everything.count("short-clinics") == 3
    assert all(e.above for e in by_hand(passages, "short-*", 0.0, random.Random(1)))  # below their titles
    assert 0 < some.count("older") < everything.count("older") / 2


def test_questions_too_short_to_tell_documents_apart_are_not_asked_elsewhere(tmp_path: Path) -> None:
    examples = by_hand(passages_of(tmp_path), "short-*", 1.0, random.Random(1))
    missed = [example for example in examples if example.id.startswith("near")]
    assert missed
    assert not any(example.question == "apotek tutup jam brp?" for example in missed)
    assert not any(example.answerable for example in missed)
