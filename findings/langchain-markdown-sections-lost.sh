#!/usr/bin/env bash
# LangChain's MarkdownHeaderTextSplitter puts headings into metadata, and so forgets each that has no text of its own:
# "Article 5 (repealed)" is in no chunk. It also strips every line, told to keep headings or not: points a and b below
# point 1 become points beside it. It matters to whoever splits regulations by their headings; split by length the same
# text loses nothing. Known in part: github.com/langchain-ai/langchain/issues/19436.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'langchain-text-splitters==1.1.3'
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

from langchain_text_splitters import MarkdownHeaderTextSplitter, RecursiveCharacterTextSplitter

LIST = "1. papers\n   - identity card\n   - photograph\n2. fee"
LAW = f"# Article 4\n\nHe applies in writing.\n\n# Article 5 (repealed)\n\n# Article 6\n\n{LIST}\n"


def sections(**options):
    chunks = MarkdownHeaderTextSplitter([("#", "article")], **options).split_text(LAW)
    return [(one.metadata["article"], one.page_content) for one in chunks]


stripped, kept = sections(), sections(strip_headers=False)
by_length = "\n".join(RecursiveCharacterTextSplitter(chunk_size=90, chunk_overlap=0).split_text(LAW))
print("langchain-text-splitters", version("langchain-text-splitters"))
print("headings in metadata:", *stripped, sep="\n  ")
print("headings kept in text:", *kept, sep="\n  ")

assert [article for article, _ in stripped] == ["Article 4", "Article 6"]
assert "repealed" not in repr(stripped) and "repealed" in repr(kept)
assert stripped[-1][1] == "1. papers\n- identity card\n- photograph\n2. fee"
assert kept[-1][1].endswith("1. papers\n- identity card\n- photograph\n2. fee")
assert "repealed" in by_length and LIST in by_length
PY
