"""Measures the reader with the gold passage.

`python -m rag.training.reader.evaluate DATA [--weights FILE] [--calibrate]`.

None of the questions was trained on. The calibration is fitted on every second question and measured on the others.
"""

import json
import random
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track
from rich.table import Table

from rag.language.detection import detect
from rag.language.spelling import standardise
from rag.models.bundled import unpack
from rag.models.reader.calibration import LIKELY, Calibration, fit_curve, write_calibration
from rag.models.reader.loading import WEIGHTS, load_reader
from rag.models.reader.reading import Reader
from rag.settings import Backend, Settings
from rag.training.reader.examples import Example
from rag.training.reader.measures import Outcome, figures, risk
from rag.training.reader.noise import everyday
from rag.training.reader.public import held_back, idk_mrc, near_misses, news, xlang, xquad
from rag.training.reader.sheets import examples as over_sheets
from rag.training.reader.sheets import sheets
from rag.training.reader.synthetic import generate
from rag.training.reader.written import Written, beside, questions_of, titled, written
from rag.types import Language

_SEED = 2003  # of templates and spellings never trained on
_STATUTE = "statute"
_SHORT = "short-"  # how files with questions of few words are called
_LEAST = (0.3, 0.5, 0.7, 0.8, 0.9, 0.95)

Sets = dict[str, list[Example]]


def main(
    data: Annotated[Path, typer.Argument(help="Folder with idk_mrc, facqa, xquad_en and xlang.", exists=True)],
    weights: Annotated[Path, typer.Option(help="A file of weights.")] = WEIGHTS,
    backend: Annotated[Backend, typer.Option(help="What runs the network.")] = Backend.OPENVINO,
    calibrate: Annotated[bool, typer.Option(help="Fit the calibration and write it beside the weights.")] = False,
    every: Annotated[int, typer.Option(min=1, help="Take every n-th question.")] = 1,
    reading: Annotated[Path, typer.Option(help="Folder of passages written by hand.")] = Path("seeds/reading"),
    published: Annotated[Path | None, typer.Option(help="Folder of sheets of published pages.", exists=True)] = None,
    out: Annotated[Path | None, typer.Option(help="Write the outcomes as JSON Lines.")] = None,
) -> None:
    """Prints exact match, F1, AUC and risk against coverage."""
    settings = Settings()
    folder, precision = unpack(settings.cache), settings.reader_precision
    reader = load_reader(folder, settings.cache, backend, settings.threads, weights, precision)
    measured = {**measured_sets(data), **written_sets(written(reading))}
    if published is not None:
        measured |= published_sets(published)
    sets = {name: examples[::every] for name, examples in measured.items()}
    outcomes = {name: [_answered(reader, e) for e in track(examples, name)] for name, examples in sets.items()}
    if calibrate:
        fitted = _fitted(sets, outcomes)
        write_calibration(weights, fitted)
        outcomes = {
            name: [_again(o, e, fitted) for o, e in zip(outcomes[name], sets[name], strict=True)] for name in sets
        }
    if out is not None:
        _write(out, sets, outcomes)
    _print({name: found[1::2] if calibrate else found for name, found in outcomes.items()})


def measured_sets(data: Path) -> Sets:
    """Each set with the name it is reported under."""
    draw = random.Random(_SEED)  # noqa: S311 - sampling
    wikipedia, papers = list(idk_mrc(data, "valid")), list(news(data, "valid"))
    answered = [e for e in wikipedia if e.answerable]
    english = [e for e, title in xquad(data) if held_back(title)]
    crossed = [e for e, title in xlang(data) if held_back(title)]
    return {
        "Wikipedia (IDK-MRC valid)": wikipedia,
        "the same, everyday spelling": [replace(e, question=everyday(e.question, draw)) for e in wikipedia],
        "Wikipedia, near passage instead": near_misses(answered, _texts(wikipedia), draw),
        "news (FacQA valid)": [*papers, *near_misses(papers, _texts(papers), draw)],
        "English (XQuAD, articles held back)": [*english, *near_misses(english, _texts(english), draw)],
        "English over Indonesian (xlang, held back)": [*crossed, *near_misses(crossed, _texts(crossed), draw)],
        "generated (other seed)": list(generate(_SEED, 0.2)),
    }


def written_sets(passages: Sequence[Written]) -> Sets:
    """The passages that are held back: by the language and spelling of the question, and the statutes."""
    short = [one for one in passages if one.file.startswith(_SHORT)]
    passages = [one for one in passages if not one.file.startswith(_SHORT)]
    alone = [one for one in passages if not one.headings]
    statutes = questions_of([one for one in alone if one.kind == _STATUTE], held_back=True)
    questions = questions_of([one for one in alone if one.kind != _STATUTE], held_back=True)
    english = [question for question in questions if question.language is Language.ENGLISH]
    indonesian = [question for question in questions if question.language is Language.INDONESIAN]
    sets = {
        "written by hand, Indonesian": [question for question in indonesian if not question.spelled],
        "written by hand, everyday spelling": [question for question in indonesian if question.spelled],
        "written by hand, English": english,
        "written by hand, statutes": statutes,
        **_shown_sets("sections", [one for one in passages if one.headings and one.held_back]),
        **_shown_sets("short questions", [one for one in short if one.held_back]),
    }
    return {name: found for name, found in sets.items() if found}


def _shown_sets(name: str, passages: Sequence[Written]) -> Sets:
    """Passages as the program shows them, with the same questions over the sections beside them."""
    draw = random.Random(_SEED)  # noqa: S311 - sampling
    questions = [*(question for one in passages for question in titled(one)), *beside(passages, draw)]
    return _by_language(name, questions)


def _by_language(name: str, questions: Sequence[Example]) -> Sets:
    return {
        f"{name}, {language.name.title()}": [one for one in questions if one.language is language]
        for language in Language
    }


def published_sets(folder: Path) -> Sets:
    """Questions over sheets of published pages that training had no part of, by language."""
    questions = list(over_sheets(sheets(folder), random.Random(_SEED)))  # noqa: S311 - sampling
    return _by_language("published pages", questions)


def _texts(examples: Sequence[Example]) -> list[str]:
    return sorted({e.passage for e in examples})


def _answered(reader: Reader, example: Example) -> Outcome:
    (reading,) = reader.read(standardise(example.question), [example.passage])
    said = example.passage[reading.spans[0].start : reading.spans[0].end] if reading.spans else ""
    return Outcome(said, reading.answerable, reading.margin, example.answer)


def _fitted(sets: Sets, outcomes: dict[str, list[Outcome]]) -> Calibration:
    """A curve for each language the program takes a question to be in.

    The generated questions count too: without their near misses English would be judged by easy refusals alone.
    """
    pairs = [
        (detect(e.question), o)
        for name, examples in sets.items()
        for e, o in list(zip(examples, outcomes[name], strict=True))[::2]
    ]
    curves = {}
    for language in Language:
        found = [o for spoken, o in pairs if spoken is language]
        curves[str(language)] = fit_curve([o.margin for o in found], [bool(o.truth) for o in found])
    return Calibration(curves)


def _again(outcome: Outcome, example: Example, calibration: Calibration) -> Outcome:
    return replace(outcome, probability=calibration.probability(outcome.margin, detect(example.question)))


def _write(path: Path, sets: Sets, outcomes: dict[str, list[Outcome]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for name, examples in sets.items():
            for e, o in zip(examples, outcomes[name], strict=True):
                file.write(json.dumps({"set": name, "id": e.id, "question": e.question, **asdict(o)}) + "\n")


def _print(outcomes: dict[str, list[Outcome]]) -> None:
    console = Console(width=130)
    table = Table("set", "questions", "answerable", "F1", "EM", "span F1", "span EM", "AUC")
    for name, found in outcomes.items():
        f = figures(found, LIKELY)
        area = "" if f.auc is None else f"{f.auc:.3f}"
        shares = (f"{value:.3f}" for value in (f.f1, f.exact, f.span_f1, f.span_exact))
        table.add_row(name, str(f.questions), str(f.answerable), *shares, area)
    console.print(table)
    curve = Table("answered from", *(f"{least:.2f}" for least in _LEAST), title="share answered / of these wrong")
    for name, found in outcomes.items():
        curve.add_row(name, *("{:.2f} / {:.2f}".format(*risk(found, least)) for least in _LEAST))
    console.print(curve)


if __name__ == "__main__":
    typer.run(main)
