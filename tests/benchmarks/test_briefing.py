from pathlib import Path

from rag.briefing.values import Audience, Briefing, Entry, Part, Section
from rag.types import Citation, Document, Language
from tests.benchmarks.briefing import TASKS, Nugget, measured, redundancy, shows, tasks_in

TEXT = "Sewa los Rp40.000 sebulan. Pasar dibuka 5 Maret 2026."
CITED = Citation(1, "d", "Pasar", TEXT[:26], 0, 26)
NUGGET = Nugget("sewa", True, (("Rp40.000",), ("los", "kios")))


def test_a_nugget_needs_a_string_of_every_group_in_one_line() -> None:
    assert shows("Sewa kios Rp 40,000", NUGGET)
    assert not shows("Sewa Rp40.000", NUGGET)


def test_what_is_no_quote_and_what_is_quoted_twice_is_counted() -> None:
    (task, *_) = tasks_in(TASKS, Audience.STAFF)
    lines = (Entry(CITED.quote, (CITED,)), Entry("Sewa naik.", (CITED,)))
    sections = (Section(Part.FURTHER, lines), Section(Part.UNANSWERED, (Entry("Siapa?"),)))
    briefing = Briefing("Pasar", Language.INDONESIAN, Audience.STAFF, "v", "2026-05-01T00:00:00+00:00", sections)
    figures = measured(task, briefing, {"d": Document("d", "Pasar", TEXT)})
    assert (figures.unsupported, figures.twice) == (1, 1)


def test_redundancy_is_the_mean_likeness_of_the_nearest_line() -> None:
    assert redundancy(["pasar kambing", "pasar kambing", "jembatan gantung"]) == 2 / 3


def test_there_are_twelve_tasks_and_every_second_is_held() -> None:
    tasks = list(tasks_in(TASKS, Audience.STAFF))
    assert len(tasks) == len({task.id for task in tasks}) == 12
    assert sum(task.split == "held" for task in tasks) == 6


def test_the_strings_of_every_nugget_stand_in_the_sources() -> None:
    folders = {"documents": Path("seeds/documents"), "domains": Path("seeds/domains/documents")}
    for task in tasks_in(TASKS, Audience.STAFF):
        files = (path for path in folders[task.corpus].rglob("*.*") if path.is_file())
        told = " ".join(" ".join(path.read_text("utf-8") for path in files).split())
        for nugget in task.nuggets:
            assert shows(f"{told} {' '.join(task.wanted.questions)}", nugget), (task.id, nugget.says)
