"""Counts, line by line, what cleaning keeps and drops of real saved pages.

Usage: python -m tests.benchmarks.cleaning [FOLDER]     default: ../shared/seeds

A line is a sentence of the article when it ends like one (full stop, closing quote) and stands before the lists of
related pages; titles and headings are counted apart. Everything else on the page is furniture.
"""

import sys
from pathlib import Path

from rag.documents.cleaning.furniture import is_prose
from rag.documents.cleaning.metadata import find_dateline, labelled_date
from rag.documents.loaders import load
from rag.language.text import sentence_spans, words
from rag.types import Document

DEFAULT_FOLDER = Path(__file__).parents[2].parent / "shared" / "seeds"


def main(folder: Path) -> int:
    pages = sorted(path for path in folder.glob("*.txt") if path.is_file()) if folder.is_dir() else []
    if not pages:
        print(f"no saved pages in {folder}; give a folder of .txt files to measure")
        return 1
    print(f"{'page':28} {'lines':>5} {'sentences kept':>15} {'furniture dropped':>18}  title | publisher | published")
    for path in pages:
        print(report(path))
    return 0


def report(path: Path) -> str:
    (document,) = load(path, path.name, 10_000_000)
    if not isinstance(document, Document):
        return str(document)
    lines = [line.strip(" \\") for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    article = [sentence for line in lines if _is_article(line) for sentence in _sentences(line)]
    kept = [sentence for sentence in article if _plain(sentence) in _plain(document.text)]
    around = [line for line in lines if not _is_article(line)]
    headings = {_plain(document.text[heading.start : heading.end]) for heading in document.headings}
    around = [line for line in around if _plain(line) not in headings]
    shown = {_plain(line) for line in document.text.split("\n")}
    dropped = [line for line in around if _plain(line) not in shown]
    counts = f"{len(lines):5} {len(kept):>7} of {len(article):<4} {len(dropped):>10} of {len(around):<4}"
    missing = "".join(f"\n    LOST  {sentence}" for sentence in article if sentence not in kept)
    stray = "".join(f"\n    STRAY {line}" for line in around if line not in dropped)
    facts = f"{document.title[:50]} | {document.publisher} | {document.published}"
    return f"{path.name[:28]:28} {counts}  {facts}{missing}{stray}"


def _is_article(line: str) -> bool:
    return is_prose(_body(line))


def _body(line: str) -> str:
    stamp = labelled_date(line)
    line = line[stamp[1] :].strip() if stamp else line
    dateline = find_dateline(line)
    line = line[dateline.end :] if dateline else line
    return line.removesuffix("(***)").strip()


def _sentences(line: str) -> list[str]:
    body = _body(line)
    return [body[start:end] for start, end in sentence_spans(body)]


def _plain(text: str) -> str:
    return " ".join(words(text))


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_FOLDER))
