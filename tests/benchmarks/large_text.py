"""One text of many megabytes: how long it takes, what memory, and whether what is told beforehand is about right.

    python -m tests.benchmarks.large_text [--megabytes 50] [--embedded 400]

The text is invented prose under headings. It is read, split and written into an index with a stand-in that embeds at no
cost; the encoder in use then embeds some of its passages, and by that all of them are reckoned. Told are also the most
memory of the program and that of the process that reads.
"""

import argparse
import tempfile
import time
from pathlib import Path

from rag.assembly import build_encoder
from rag.cli.estimating import estimated_minutes, passage_seconds
from rag.index.versions import OpenVersion, current_name
from rag.settings import Settings
from tests.benchmarks.ingesting.__main__ import run
from tests.benchmarks.ingesting.made_up import write_text


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=50)
    parser.add_argument("--embedded", type=int, default=400, help="passages to embed in earnest")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source, index = Path(folder) / "besar.txt", Path(folder) / "index"
        write_text(source, given.megabytes * 1_000_000)
        figures = run(Path(), source, index)
        texts = _passages(index)
    print(f"read, split and written: {figures['processor']:.0f} s of a core, {figures['seconds']:.0f} s elapsed")
    print(f"memory: {figures['peak_mb']:.0f} MB the program, {figures['read_mb']:.0f} MB the process that reads")
    some = texts[:: max(1, len(texts) // given.embedded)]
    encoder = build_encoder(Settings())
    told = estimated_minutes(given.megabytes, passage_seconds(encoder))
    begun = time.perf_counter()
    encoder.encode_passages(some)
    each = (time.perf_counter() - begun) / len(some)
    print(f"embedded: {len(some)} of {len(texts)} passages, {each * 1000:.0f} ms each")
    print(f"together by this: {(figures['seconds'] + each * len(texts)) / 60:.0f} min; told beforehand: {told} min")


def _passages(index: Path) -> list[str]:
    name = current_name(index)
    assert name is not None
    return [passage.text for passage in OpenVersion(index / name).passages]


if __name__ == "__main__":
    main()
