from pathlib import Path

import pytest

from rag.errors import IndexMissing
from rag.index.versions import OpenVersion, current_name
from rag.library.trying import CANDIDATE, tried_index
from tests.rag.library.shelves import COFFEE, RICE, Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    shelf = Shelf(tmp_path)
    shelf.settings = shelf.settings.model_copy(update={"library": shelf.library, "index": shelf.index})
    return shelf


def held(folder: Path) -> set[str]:
    return set(OpenVersion(folder / current_name(folder)).document_ids())


def test_an_older_version_is_asked_while_the_public_one_stays(shelf: Shelf) -> None:
    shelf.add("beras.txt", RICE)
    older = shelf.publish().version
    shelf.add("kopi.txt", COFFEE)
    newer = shelf.publish().version
    with tried_index(older, shelf.encoder, shelf.settings) as folder:
        assert held(folder) == {"beras.txt"}
        assert current_name(shelf.index) == newer
    assert not folder.exists()


def test_the_candidate_holds_the_drafts_and_publishes_nothing(shelf: Shelf) -> None:
    shelf.add("beras.txt", RICE)
    public = shelf.publish().version
    shelf.add("kopi.txt", COFFEE)
    with tried_index(CANDIDATE, shelf.encoder, shelf.settings) as folder:
        assert held(folder) == {"beras.txt", "kopi.txt"}
        assert current_name(shelf.index) == public
        assert shelf.publish().version != public  # staff may publish meanwhile
        assert held(folder) == {"beras.txt", "kopi.txt"}


def test_a_version_that_is_gone_is_told_and_what_a_kill_left_is_removed(shelf: Shelf) -> None:
    shelf.add("beras.txt", RICE)
    shelf.publish()
    (shelf.index / ".trying-left").mkdir()
    with (
        pytest.raises(IndexMissing, match=r"no version \.\./x any more"),
        tried_index("../x", shelf.encoder, shelf.settings),
    ):
        pass
    assert list(shelf.index.glob(".trying-*")) == []
