"""Measures briefings on the tasks of seeds/briefing: what they tell, how long they are, whether all of it is quoted.

    python -m tests.benchmarks.briefing --documents build/gate --domains build/domains

Nuggets follow TREC's question answering track (Voorhees 2003): vital ones must be told, okay ones may be. A nugget is
told when one line has a string of each of its groups. Of the tasks that are held only totals are printed.
"""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from rag.answering.extractive.facts import facts_of
from rag.assembly import build_briefer
from rag.briefing.briefer import Wanted
from rag.briefing.values import Audience, Briefing, Entry, Part
from rag.evaluation.metrics.answers import missing_groups
from rag.index.versions import LiveIndex
from rag.language.text import words
from rag.settings import Settings
from rag.types import Document, Language

TASKS = Path("seeds/briefing")


@dataclass(frozen=True, slots=True)
class Nugget:
    """`shown_by`: groups of alternatives, one of each of which must stand in one line."""

    says: str
    vital: bool
    shown_by: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Task:
    id: str
    corpus: str
    split: str
    wanted: Wanted
    nuggets: tuple[Nugget, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one briefing; `told` has each nugget with whether it is told."""

    task: Task
    told: tuple[tuple[Nugget, bool], ...]
    words: int
    share: float  # quoted of the documents that are quoted at all, 0..1
    redundancy: float  # mean over lines of the share of words that the most similar other line has, too
    unsupported: int  # lines that are neither a quote of their document nor a question left open
    twice: int  # stretches of documents that two lines quote

    def recall(self, vital: bool) -> tuple[int, int]:
        """Nuggets told, and of all."""
        of_kind = [told for nugget, told in self.told if nugget.vital is vital]
        return sum(of_kind), len(of_kind)


def tasks_in(folder: Path, audience: Audience) -> Iterator[Task]:
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            given = json.loads(line)
            nuggets = (
                Nugget(one["says"], one["weight"] == "vital", tuple(map(tuple, one["shown_by"])))
                for one in given["nuggets"]
            )
            questions = tuple(given.get("questions", ()))
            wanted = Wanted(given["topic"], Language(given["language"]), questions, audience)
            yield Task(given["id"], given["corpus"], given["split"], wanted, tuple(nuggets))


def measured(task: Task, briefing: Briefing, documents: Mapping[str, Document]) -> Figures:
    lines = [(section.part, entry) for section in briefing.sections for entry in section.entries]
    texts = [said_by(entry) for _, entry in lines]
    quoted = [(c.document_id, c.start, c.end) for _, entry in lines for c in entry.citations]
    cited = {document_id for document_id, _, _ in quoted}
    return Figures(
        task,
        tuple((nugget, any(shows(text, nugget) for text in texts)) for nugget in task.nuggets),
        sum(len(words(text)) for text in texts),
        sum(end - start for _, start, end in quoted) / max(1, sum(len(documents[key].text) for key in cited)),
        redundancy([entry.text for part, entry in lines if part is not Part.UNANSWERED]),
        sum(part is not Part.UNANSWERED and not is_quoted(entry, documents) for part, entry in lines),
        sum(overlaps(one, other) for at, one in enumerate(quoted) for other in quoted[at + 1 :]),
    )


def said_by(entry: Entry) -> str:
    """The line with what stands above it."""
    return " ".join((entry.context, entry.text, *(citation.quote for citation in entry.citations if not entry.text)))


def shows(text: str, nugget: Nugget) -> bool:
    plain = " ".join(text.casefold().split())
    return all(
        any(one.casefold() in plain for one in group) or not missing_groups([text], [group])
        for group in nugget.shown_by
    )


def is_quoted(entry: Entry, documents: Mapping[str, Document]) -> bool:
    verbatim = all(documents[c.document_id].text[c.start : c.end] == c.quote for c in entry.citations)
    return bool(entry.citations) and verbatim and entry.text in ("", entry.citations[0].quote)


def redundancy(texts: Sequence[str]) -> float:
    """0..1; of a single line 0."""
    stems = [facts_of(text).stems for text in texts]
    nearest = [
        max(
            (len(one & other) / len(one | other) for row, other in enumerate(stems) if row != at and one | other),
            default=0,
        )
        for at, one in enumerate(stems)
    ]
    return mean(nearest) if nearest else 0.0


def overlaps(one: tuple[str, int, int], other: tuple[str, int, int]) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def report(seen: Sequence[Figures], name: str) -> None:
    (vital, of_vital), (okay, of_okay) = (
        tuple(map(sum, zip(*(one.recall(kind) for one in seen), strict=True))) for kind in (True, False)
    )
    print(
        f"{name}: vital {vital}/{of_vital} = {vital / of_vital:.3f}, okay {okay}/{of_okay} = {okay / of_okay:.3f}, "
        f"{mean(one.words for one in seen):.0f} words, {mean(one.share for one in seen):.0%} of the documents, "
        f"redundancy {mean(one.redundancy for one in seen):.2f}, "
        f"unsupported {sum(one.unsupported for one in seen)}, quoted twice {sum(one.twice for one in seen)}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=Path, default=Path("build/gate"))
    parser.add_argument("--domains", type=Path, default=Path("build/domains"))
    parser.add_argument("--audience", type=Audience, default=Audience.STAFF)
    arguments = parser.parse_args()
    seen: list[Figures] = []
    for corpus in ("documents", "domains"):
        settings = Settings(index=getattr(arguments, corpus))
        briefer, version = build_briefer(settings), LiveIndex(settings.index).current()
        documents = {document.id: document for document in version.documents}
        tasks = [task for task in tasks_in(TASKS, arguments.audience) if task.corpus == corpus]
        seen += [measured(task, briefer.brief(task.wanted), documents) for task in tasks]
    for one in (each for each in seen if each.task.split == "dev"):
        report([one], f"  {one.task.id}")
        for nugget in (nugget for nugget, told in one.told if not told):
            print(f"    not told ({'vital' if nugget.vital else 'okay'}): {nugget.says}")
    for split in ("dev", "held"):
        report([one for one in seen if one.task.split == split], split)


if __name__ == "__main__":
    main()
