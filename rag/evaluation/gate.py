"""The gate: fails when figures fall below a checked-in file's thresholds, or answers got worse beyond noise."""

import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from rag.errors import BadInput
from rag.evaluation.compare import sign_test
from rag.evaluation.run import Run
from rag.evaluation.summary import summarise
from rag.evaluation.wording import Wording, wording
from rag.folders import replace_file
from rag.types import Language
from rag.wording.words import N_


class Threshold(BaseModel):
    """The range a measure of `summarise` must lie in, both ends included."""

    model_config = ConfigDict(extra="forbid")

    minimum: float | None = None
    maximum: float | None = None


class GateFile(BaseModel):
    """What must hold. `right` lists, per question id, whether the accepted state answers it rightly."""

    model_config = ConfigDict(extra="forbid")

    significance: float = Field(default=0.05, gt=0, lt=1)
    measures: dict[str, Threshold] = Field(default_factory=dict)
    right: dict[str, bool] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verdict:
    """`failures` are reasons to stop; `worse` and `better` name questions whose answer changed."""

    failures: tuple[str, ...]
    worse: tuple[str, ...]
    better: tuple[str, ...]

    @property
    def passed(self) -> bool:
        return not self.failures


def load_gate(path: Path) -> GateFile:
    """Raises BadInput naming the file and the field."""
    try:
        return GateFile.model_validate_json(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise BadInput(N_("%(path)s: there is no such gate file"), path=path) from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(N_("%(path)s: cannot be read as a gate file (%(reason)s)"), path=path, reason=error) from error
    except ValidationError as error:
        raise BadInput(f"{path}: {error.errors()[0]['loc']}: {error.errors()[0]['msg']}") from error


def check_gate(run: Run, gate: GateFile, language: Language = Language.ENGLISH) -> Verdict:
    """Holds the run against thresholds and against the accepted answers. Raises BadInput on an unknown measure.

    `language` is that of the reasons.
    """
    words = wording(language)
    now = {item.gold.id: item.score.right for item in run.items}
    worse = tuple(name for name, was in gate.right.items() if was and now.get(name) is False)
    better = tuple(name for name, was in gate.right.items() if not was and now.get(name))
    failures = list(_broken_thresholds(run, gate, words))
    p_value = sign_test(len(better), len(worse))
    if len(worse) > len(better) and p_value < gate.significance:
        p = words.number(p_value, "0.000")
        failures.append(
            words.ngettext(
                "%(worse)s question got worse and %(better)s better (sign test p = %(p)s)",
                "%(worse)s questions got worse and %(better)s better (sign test p = %(p)s)",
                len(worse),
                worse=len(worse),
                better=len(better),
                p=p,
            )
        )
    return Verdict(tuple(failures), worse, better)


def accept(run: Run, gate: GateFile, path: Path) -> None:
    """Writes the gate file, whole or not at all, with this run's answers as the accepted ones; thresholds stay."""
    accepted = gate.model_copy(update={"right": {item.gold.id: item.score.right for item in run.items}})
    text = json.dumps(accepted.model_dump(mode="json", exclude_none=True), indent=1, ensure_ascii=False)
    replace_file(path, text + "\n")


def _broken_thresholds(run: Run, gate: GateFile, words: Wording) -> list[str]:
    figures, failures = summarise(run.items), []
    for name, threshold in gate.measures.items():
        if name not in figures:
            raise BadInput(
                N_("the gate names an unknown measure '%(name)s'; there are: %(names)s"),
                name=name,
                names=", ".join(figures),
            )
        value = figures[name].value
        if value is None:
            failures.append(words.gettext("%(name)s could not be measured", name=name))
        elif threshold.minimum is not None and value < threshold.minimum:
            beside = _beside(value, threshold.minimum, words)
            failures.append(words.gettext("%(name)s is %(value)s, at least %(bound)s is wanted", name=name, **beside))
        elif threshold.maximum is not None and value > threshold.maximum:
            beside = _beside(value, threshold.maximum, words)
            failures.append(words.gettext("%(name)s is %(value)s, at most %(bound)s is wanted", name=name, **beside))
    return failures


def _beside(value: float, bound: float, words: Wording) -> dict[str, str]:
    return {"value": words.number(value, "0.000"), "bound": words.number(bound, "0.######")}
