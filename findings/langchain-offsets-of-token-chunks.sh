#!/usr/bin/env bash
# LangChain's splitters, told to keep where a chunk begins (add_start_index) and to measure in tokens or words, lose it:
# the overlap in tokens is taken for so many characters, so that every other chunk is at -1, and in a text that repeats
# itself, as laws do, the next one at an earlier place of the same words. Measured in characters all are right. It
# matters to whoever cites by these offsets. Known: github.com/langchain-ai/langchain/issues/17642 and /29884.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'langchain-text-splitters==1.1.3'
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

from langchain_text_splitters import RecursiveCharacterTextSplitter

NUMBERED = " ".join(f"word{number}" for number in range(40))
REPEATED = " ".join(["The notes to this article say that it is clear."] * 6)


def chunks(text, **measure):
    splitter = RecursiveCharacterTextSplitter(add_start_index=True, **measure)
    return [(one.metadata["start_index"], one.page_content) for one in splitter.create_documents([text])]


def in_words(text):
    return len(text.split())


words = {"chunk_size": 10, "chunk_overlap": 4, "length_function": in_words}
numbered, characters = chunks(NUMBERED, **words), chunks(NUMBERED, chunk_size=70, chunk_overlap=28)
repeated = chunks(REPEATED, **words)
print("langchain-text-splitters", version("langchain-text-splitters"))
print("in words:     ", [(start, NUMBERED.find(text)) for start, text in numbered], "(said, true)")
print("in characters:", [(start, NUMBERED.find(text)) for start, text in characters])
starts = [start for start, _ in repeated]
print("repeated text:", starts)

assert [start for start, _ in numbered][1::2] == [-1, -1, -1]
assert [start for start, _ in characters] == [NUMBERED.find(text) for _, text in characters]
assert starts[4] == -1 and 0 < starts[5] < starts[3]
PY
