"""How much of a scanned page text recognition reads: python -m tests.benchmarks.recognition (needs tesseract)."""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path
from time import perf_counter

from rag.documents.blocks import RawPage
from rag.documents.loaders import pdf
from tests.rag.documents.loaders.scans import REPORT_WORDS, report, scan_of

_SCANS = ((300, 0.4), (200, 0.0), (200, 0.4), (200, 1.0), (150, 0.4), (100, 0.4))  # dots an inch, degrees askew


def main() -> None:
    """One line a scan: shares of characters and of figures that are right, and what stands for the wrong ones."""
    data = report()
    print("dpi  askew  characters  figures  seconds  wrong, * told as doubtful")
    for dpi, degrees in _SCANS:
        scan, began = scan_of(data, dpi, degrees), perf_counter()
        page = pdf.parse(scan, Path("scan.pdf"), recognise=True)
        seconds, read = perf_counter() - began, words_read(page)
        right = characters_right(REPORT_WORDS, read)
        wanted, found = figures_in(REPORT_WORDS), figures_in(read)
        doubtful = {doubt.word for block in page.blocks for doubt in block.doubtful}
        wrong = " ".join(word + "*" * (word in doubtful) for word in read if word not in REPORT_WORDS)
        share = (wanted & found).total() / wanted.total()
        print(f"{dpi:3}  {degrees:5}  {right:10.3f}  {share:7.3f}  {seconds:7.1f}  {wrong}")


def words_read(page: RawPage) -> list[str]:
    """In reading order, tables cell by cell."""
    found: list[str] = []
    for block in page.blocks:
        rows = block.table.rows if block.table else ()
        texts = [block.table.caption if block.table else "", *(cell.text for row in rows for cell in row), block.text]
        found += " ".join(texts).split()
    return found


def characters_right(wanted: Sequence[str], read: Sequence[str]) -> float:
    """The share, 0..1, of the characters of `wanted` that stand in `read` in the same order."""
    matcher = SequenceMatcher(None, " ".join(wanted), " ".join(read), autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / len(" ".join(wanted))


def figures_in(words: Sequence[str]) -> Counter[str]:
    """How often each word with a digit stands there."""
    return Counter(word for word in words if any(map(str.isdecimal, word)))


if __name__ == "__main__":
    main()
