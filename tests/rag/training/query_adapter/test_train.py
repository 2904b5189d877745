"""What the query adapter learns from sheets."""

from pathlib import Path

import numpy as np
import pytest

from rag.errors import BadInput
from rag.index.ingest import ingest
from rag.settings import Settings
from rag.training.query_adapter.train import Collection, Recipe, collection, learn
from rag.training.reader.sheets import main as write_sheets
from rag.training.reader.sheets import sheets
from tests.fakes import WordEncoder

# People ask for "ongkos"; pages say "tarif".
VILLAGES = ("Waru", "Melati", "Jati", "Randu", "Cempaka", "Kenanga")
MATTERS = ("parkir", "pasar", "sewa balai", "air bersih")


@pytest.fixture
def made(tmp_path: Path) -> Collection:
    source = tmp_path / "source"
    source.mkdir()
    for village in VILLAGES:
        parts = "\n\n".join(
            f"## {matter.title()}\n\nTarif {matter} di Desa {village} ditetapkan kepala desa setiap tahun anggaran."
            for matter in MATTERS
        )
        (source / f"{village.lower()}.md").write_text(f"# Desa {village}\n\n{parts}\n", encoding="utf-8")
    ingest([source], tmp_path / "index", WordEncoder(), Settings())
    write_sheets(tmp_path / "index", tmp_path / "sheets", count=len(VILLAGES) * len(MATTERS))
    for path in (tmp_path / "sheets").glob("*.txt"):
        lines = []
        for number, part in enumerate(path.read_text(encoding="utf-8").split("## ")[1:], 1):
            village, matter = part.split("Desa ")[1].split(" ›")[0], part.split("Tarif ")[1].split(" di ")[0]
            lines.append(f"{number}? id | ongkos {matter} {village} | kepala desa")
        lines.append("1! id | siapa camatnya?")
        path.with_suffix(".asked").write_text("\n".join(lines), encoding="utf-8")
    return collection(tmp_path / "index", sheets(tmp_path / "sheets"), WordEncoder())


def shares_found(made: Collection, vectors: np.ndarray) -> float:
    scores = vectors @ made.passages.numpy().T
    return float((scores.argmax(1) == made.rows.numpy()).mean())


def margin(made: Collection, vectors: np.ndarray) -> float:
    scores = vectors @ made.passages.numpy().T
    return float((scores[np.arange(len(scores)), made.rows.numpy()] - scores.mean(1)).mean())


def test_questions_come_nearer_to_the_passages_that_answer_them(made: Collection) -> None:
    asked = made.questions.numpy()
    adapter = learn([made], "fingerprint of words", Recipe(rank=16, passes=20, pull=0.0))
    assert adapter.encoder == "fingerprint of words"
    assert shares_found(made, adapter(asked)) >= shares_found(made, asked)
    assert margin(made, adapter(asked)) > margin(made, asked)


def test_pulled_hard_they_stay_where_they_were(made: Collection) -> None:
    asked = made.questions.numpy()
    free, pulled = (learn([made], "f", Recipe(rank=16, pull=pull))(asked) for pull in (0.0, 100.0))
    assert (pulled * asked).sum(1).mean() > (free * asked).sum(1).mean()


def test_sheets_of_another_index_are_refused(made: Collection, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.md").write_text("# Kabar\n\nJembatan gantung selesai dibangun warga.\n", encoding="utf-8")
    ingest([tmp_path / "other"], tmp_path / "index2", WordEncoder(), Settings())
    with pytest.raises(BadInput, match="no passage of these sheets"):
        collection(tmp_path / "index2", sheets(tmp_path / "sheets"), WordEncoder())
