"""How well the thresholds of `rag/questions/meaning.py` group gold questions: `python -m tests.benchmarks.grouping`.

Two questions ask the same where their documents and expected words are equal, and are of one subject where their
documents are. For each threshold: of the pairs that were put together, the share that asks the same, and that is of one
subject; of the pairs that ask the same, the share that was put together. Of the split "held" only totals.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from rag.evaluation.gold import GoldQuestion, Split
from rag.evaluation.importers import read_questions
from rag.models.encoders.loading import BUNDLED, load_encoder
from rag.questions import meaning
from rag.questions.meaning import Meaning
from rag.settings import Settings

FOLDERS = (Path("seeds/gold"), Path("seeds/domains/gold"))
ONLINE = (0.86, 0.88, 0.90, 0.91, 0.92, 0.93, 0.94)


def grouped(vectors: np.ndarray, compare: Meaning) -> np.ndarray:
    """The number of the group of each question, as the site puts them together one after the other."""
    sums: list[np.ndarray] = []
    labels = []
    for vector in vectors:
        centres = np.asarray([each / np.linalg.norm(each) for each in sums]).reshape(len(sums), len(vector))
        place = compare.place(vector, centres)
        if place is None:
            place = len(sums)
            sums.append(np.zeros_like(vector))
        sums[place] = sums[place] + vector
        labels.append(place)
    return np.asarray(labels)


def figures(questions: Sequence[GoldQuestion], labels: np.ndarray) -> str:
    rows, columns = np.triu_indices(len(labels), 1)
    together = labels[rows] == labels[columns]
    keys = [(each.documents, each.expected) for each in questions]
    same = np.asarray([keys[a] == keys[b] for a, b in zip(rows, columns, strict=True)])
    subject = np.asarray([keys[a][0] == keys[b][0] for a, b in zip(rows, columns, strict=True)])
    pairs = max(1, together.sum())
    return (
        f"same {(together & same).sum() / pairs:.2f}  subject {(together & subject).sum() / pairs:.2f}  "
        f"found {(together & same).sum() / max(1, same.sum()):.2f}  groups {labels.max() + 1}"
    )


def main() -> None:
    encoder = load_encoder(BUNDLED, Settings().cache, threads=1)
    gold = [each for folder in FOLDERS for each in read_questions([folder]) if each.documents and not each.history]
    for split in Split:
        questions = [each for each in gold if each.split is split and len(each.expected) == 1]
        compare = Meaning(encoder)
        vectors = compare.vectors([each.question for each in questions])
        print(f"{split.value}: {len(questions)} questions")
        chosen = meaning.ALIKE
        for threshold in ONLINE:
            meaning.ALIKE = threshold
            print(f"  {threshold:.2f}  {figures(questions, grouped(vectors, compare))}")
        meaning.ALIKE = chosen
        print(f"  topics of single questions  {figures(questions, np.asarray(compare.topics(vectors)))}")


if __name__ == "__main__":
    main()
