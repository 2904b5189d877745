"""Memory of one server over thousands of answers, hardly any asked twice in the same words.

    python -m tests.benchmarks.soak --index INDEX --gold FOLDER [--answers 5000] [--every 100] [--svg FILE]

The server is `rag serve` in a process of its own, asked over HTTP on loopback, every fourth time for a stream. Memory
is told after each `--every` answers; "own" leaves out pages of files that are mapped, which other processes share.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from rag.evaluation.importers import read_questions
from rag.types import Language, Question
from tests.benchmarks.reliability import serving

_KILOBYTES = 1024
_WITHOUT_LIMITS = {"RAG_REQUESTS_PER_MINUTE": "1000000", "RAG_TOTAL_PER_MINUTE": "1000000"}
_OPENINGS = {
    Language.INDONESIAN: (
        "",
        "Mohon info, ",
        "Maaf, ",
        "Saya mau tanya: ",
        "Tolong jawab: ",
        "Pak, ",
        "Selamat pagi, ",
    ),
    Language.ENGLISH: ("", "Please tell me: ", "Sorry, ", "I want to know: ", "Hello, ", "One question: ", "Sir, "),
}
_ENDINGS = {
    Language.INDONESIAN: ("", " Terima kasih.", " Terima kasih banyak!", " Mohon bantuannya."),
    Language.ENGLISH: ("", " Thank you.", " Thanks a lot!", " Thank you for your help."),
}


@dataclass(frozen=True, slots=True)
class Sample:
    """Of the server after so many answers, in megabytes."""

    answers: int
    rss: int
    own: int
    threads: int
    files: int


def varied(questions: Sequence[Question], seed: int = 1) -> Iterator[Question]:
    """The questions again and again for ever, each time with another opening, ending and slip of the fingers."""
    draw = random.Random(seed)
    while True:
        for each in questions:
            opening, ending = draw.choice(_OPENINGS[each.language]), draw.choice(_ENDINGS[each.language])
            asked = f"{opening}{_mistyped(each.text, draw)}{ending}"
            yield Question(asked, each.language)


def _mistyped(text: str, draw: random.Random) -> str:
    """With two letters of one longer word exchanged, every second time."""
    words = text.split(" ")
    long = [at for at, word in enumerate(words) if word.isalpha() and len(word) > 5]
    if not long or draw.random() < 0.5:
        return text
    at, letter = draw.choice(long), draw.randrange(1, 4)
    word = words[at]
    words[at] = word[:letter] + word[letter + 1] + word[letter] + word[letter + 2 :]
    return " ".join(words)


def sampled(process: int, answers: int) -> Sample:
    """What the kernel tells of a process now."""
    folder = Path("/proc") / str(process)
    found = dict(line.split(":") for line in (folder / "smaps_rollup").read_text("utf-8").splitlines()[1:])
    rss, own = (int(found[name].split()[0]) // _KILOBYTES for name in ("Rss", "Anonymous"))
    return Sample(answers, rss, own, len([*(folder / "task").iterdir()]), len([*(folder / "fd").iterdir()]))


def _ask(client: httpx.Client, numbered: tuple[int, Question]) -> str:
    """The status, or how it failed."""
    number, question = numbered
    address = "/api/ask/stream" if number % 4 == 3 else "/api/ask"
    try:
        body = {"question": question.text, "language": question.language.value}
        return str(client.post(address, json=body).status_code)
    except httpx.HTTPError as error:
        return type(error).__name__


def _rounds(answers: int, every: int) -> Iterator[tuple[int, int]]:
    """How many are asked, and how many were when these are answered."""
    for begun in range(0, answers, every):
        end = min(answers, begun + every)
        yield end - begun, end


def soaked(index: Path, gold: Path, answers: int, every: int, clients: int) -> Iterator[tuple[Sample, Counter[str]]]:
    """A sample before the first answer and after each round, with the statuses so far."""
    asked = enumerate(varied([each.to_question() for each in read_questions([gold])]))
    statuses: Counter[str] = Counter()
    with (
        TemporaryDirectory() as folder,
        serving(index.resolve(), Path(folder), settings=_WITHOUT_LIMITS) as server,
        httpx.Client(base_url=server.url, timeout=120) as client,
        ThreadPoolExecutor(clients) as pool,
    ):
        yield sampled(server.process.pid, 0), statuses
        for count, end in _rounds(answers, every):
            statuses.update(pool.map(partial(_ask, client), islice(asked, count)))
            yield sampled(server.process.pid, end), statuses


def chart(samples: Sequence[Sample]) -> str:
    """Resident and own memory over answers, as one SVG."""
    width, height, left, bottom = 720, 260, 60, 220
    most = max(each.rss for each in samples) * 1.1 or 1
    last = samples[-1].answers or 1

    def line(colour: str, name: str, values: Sequence[int]) -> str:
        points = " ".join(
            f"{left + (width - left - 110) * each.answers / last:.1f},{bottom - 200 * value / most:.1f}"
            for each, value in zip(samples, values, strict=True)
        )
        end = bottom - 200 * values[-1] / most
        label = f'<text x="{width - 100}" y="{end + 4:.1f}">{name} {values[-1]} MB</text>'
        return f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>{label}\n'

    size = f'width="{width}" height="{height}" font-family="sans-serif" font-size="12"'
    axis = f'<path d="M{left},20V{bottom}H{width - 110}" fill="none" stroke="#7a7a7a"/>'
    ends = f'<text x="{left}" y="{bottom + 18}">0</text><text x="{width - 160}" y="{bottom + 18}">{last} answers</text>'
    lines = line("#2c6e63", "RSS", [each.rss for each in samples]) + line("#b6542c", "own", [s.own for s in samples])
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>\n{axis}{ends}\n{lines}</svg>\n'


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--index", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--answers", type=int, default=5000)
    parser.add_argument("--every", type=int, default=100)
    parser.add_argument("--clients", type=int, default=2)
    parser.add_argument("--svg", type=Path)
    given = parser.parse_args()
    samples = []
    print("answers | RSS, MB | own, MB | threads | files | statuses", flush=True)
    for sample, statuses in soaked(given.index, given.gold, given.answers, given.every, given.clients):
        samples.append(sample)
        figures = f"{sample.answers:7} | {sample.rss:7} | {sample.own:7} | {sample.threads:7} | {sample.files:5}"
        print(f"{figures} | {dict(statuses)}", flush=True)
        if given.svg:
            given.svg.write_text(chart(samples), "utf-8")


if __name__ == "__main__":
    main()
