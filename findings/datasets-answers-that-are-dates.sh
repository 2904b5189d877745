#!/usr/bin/env bash
# load_dataset("json") of Hugging Face datasets makes a column of strings a column of moments when all look like ISO
# dates: the answer "2025-11-07" comes back as datetime(2025, 11, 7, 0, 0), and as text with a midnight nobody wrote.
# One other answer in the file and all stay text: the type of a column depends on which questions are in it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'datasets==5.2.0'
HF_HOME="$work" HF_HUB_OFFLINE=1 "$work/venv/bin/python" - "$work" <<'PY'
import json
import sys
from importlib.metadata import version
from pathlib import Path

import datasets

datasets.disable_progress_bars()


def answers(name, *given):
    file = Path(sys.argv[1]) / f"{name}.jsonl"
    file.write_text("".join(json.dumps({"question": "When?", "answer": answer}) + "\n" for answer in given))
    return datasets.load_dataset("json", data_files=str(file), split="train")["answer"][:]


print("datasets", version("datasets"), "pyarrow", version("pyarrow"))
dates, mixed = answers("dates", "2025-11-07", "2025-12-01"), answers("mixed", "2025-11-07", "in December")
print("dates only:", dates, "as text:", [str(answer) for answer in dates])
print("one other: ", mixed)

assert [str(answer) for answer in dates] == ["2025-11-07 00:00:00", "2025-12-01 00:00:00"]
assert mixed == ["2025-11-07", "in December"]
PY
