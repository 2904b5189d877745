import shutil
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from rag.errors import BlankText, ModelUnavailable
from rag.models.encoders.loading import Encoder, load_encoder, model_folder
from rag.models.tokenizing import full_tokenizer
from rag.settings import Backend, Precision
from tests.rag.models.encoders.tiny import MAX_TOKENS, save_tiny_model

PROMPTS = {"query": "query: ", "passage": "passage: "}
TEXTS = ["gubernur lampung", "ekspor kopi naik tujuh persen", "siapa", "pekerja migran naik", "kopi kopi " * 30]
ROOT = Path(__file__).parents[4]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tiny")
    save_tiny_model(folder, PROMPTS)
    return folder


@pytest.fixture(scope="module", params=list(Backend))
def encoder(request: pytest.FixtureRequest, place: Path) -> Encoder:
    return load_encoder(str(place / "model"), place / "cache", request.param, threads=1)


def test_a_model_by_path_gives_unit_rows_of_its_dimension(encoder: Encoder) -> None:
    vectors = encoder.encode_passages(TEXTS)
    assert vectors.shape == (len(TEXTS), encoder.dimension) == (len(TEXTS), 24)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-5)
    assert encoder.name == "model"


def test_no_texts_give_no_rows(encoder: Encoder) -> None:
    assert encoder.encode_queries([]).shape == (0, 24)
    assert encoder.count_tokens([]) == []


def test_a_row_does_not_depend_on_its_neighbours(encoder: Encoder) -> None:
    together = encoder.encode_passages(TEXTS)
    alone = np.concatenate([encoder.encode_passages([text]) for text in TEXTS])
    assert together == pytest.approx(alone, abs=1e-5)


def test_questions_and_passages_get_their_own_prompt(encoder: Encoder) -> None:
    as_question, as_passage = encoder.encode_queries(TEXTS[:1]), encoder.encode_passages(TEXTS[:1])
    assert as_question == pytest.approx(encoder.encode_queries([TEXTS[0]]), abs=1e-6)
    assert float((as_question * as_passage).sum()) < 0.9999


def test_blank_text_is_refused(encoder: Encoder) -> None:
    with pytest.raises(BlankText, match="text 2 of 2"):
        encoder.encode_queries(["ada", "  "])


def test_tokens_are_counted_bare_and_beyond_the_limit(encoder: Encoder) -> None:
    assert encoder.count_tokens(["ekspor kopi", "", "kopi " * 100]) == [2, 0, 100]


def test_what_lies_beyond_the_limit_does_not_count(encoder: Encoder) -> None:
    fits = MAX_TOKENS - 4  # [CLS] passage : ... [SEP]
    base = "kopi " * fits
    assert encoder.encode_passages([base + "naik"]) == pytest.approx(encoder.encode_passages([base]), abs=1e-5)
    shorter = "kopi " * (fits - 1)
    assert encoder.encode_passages([shorter + "naik"]) != pytest.approx(encoder.encode_passages([base]), abs=1e-5)


def test_progress_counts_up_to_all_texts(encoder: Encoder) -> None:
    seen: list[int] = []
    encoder.encode_passages(TEXTS, seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == len(TEXTS)


def test_threads_may_share_an_encoder(encoder: Encoder) -> None:
    wanted = encoder.encode_queries(TEXTS)
    found: dict[int, np.ndarray] = {}

    def encode(number: int) -> None:
        found[number] = encoder.encode_queries(TEXTS)

    threads = [threading.Thread(target=encode, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(found[number] == pytest.approx(wanted, abs=1e-5) for number in range(6))


def test_both_backends_give_the_same_vectors_and_fingerprint(place: Path) -> None:
    model, cache = str(place / "model"), place / "cache"
    fast, plain = (load_encoder(model, cache, backend) for backend in (Backend.OPENVINO, Backend.TORCH))
    cosines = (fast.encode_passages(TEXTS) * plain.encode_passages(TEXTS)).sum(axis=1)
    assert cosines.min() >= 0.999
    assert fast.fingerprint == plain.fingerprint
    assert fast.count_tokens(TEXTS) == plain.count_tokens(TEXTS)


def test_a_model_without_prompts_gets_none(place: Path, tmp_path: Path) -> None:
    bare = load_encoder(str(save_tiny_model(tmp_path, {})), tmp_path / "cache", Backend.TORCH)
    assert bare.prompts == {}
    assert bare.encode_queries(["query: siapa"]) == pytest.approx(
        load_encoder(str(place / "model"), tmp_path, Backend.TORCH).encode_queries(["siapa"]), abs=1e-5
    )
    assert bare.fingerprint != model_folder(str(place / "model"), tmp_path).fingerprint


def test_other_weights_have_another_fingerprint(place: Path, tmp_path: Path) -> None:
    other = save_tiny_model(tmp_path, PROMPTS, seed=1)
    assert model_folder(str(other), tmp_path).fingerprint != model_folder(str(place / "model"), tmp_path).fingerprint


def test_a_name_that_is_not_on_this_machine_is_not_fetched(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="nothing is downloaded"):
        load_encoder("nobody/no-such-model", tmp_path)


@pytest.mark.parametrize("backend", list(Backend))
def test_a_folder_that_holds_no_model_is_named(tmp_path: Path, backend: Backend) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ModelUnavailable, match="empty"):
        load_encoder(str(tmp_path / "empty"), tmp_path / "cache", backend)


def run(script: str, *arguments: str) -> str:
    done = subprocess.run([sys.executable, "-c", script, *arguments], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def test_once_converted_a_question_needs_no_pytorch_and_says_nothing(place: Path) -> None:
    load_encoder(str(place / "model"), place / "cache", Backend.OPENVINO)
    script = (
        "import sys, pathlib\n"
        "from rag.models.encoders.loading import load_encoder\n"
        "load_encoder(sys.argv[1], pathlib.Path(sys.argv[2])).encode_queries(['siapa'])\n"
        "print(sorted({'torch', 'transformers', 'sentence_transformers'} & sys.modules.keys()))\n"
    )
    assert run(script, str(place / "model"), str(place / "cache")) == "[]\n"


def test_openvino_converts_and_runs_without_a_word_to_its_maker(place: Path, tmp_path: Path) -> None:
    # A person who never chose: no opt-out file, no CI variable, and any connection is an error.
    script = (
        "import os, socket, sys, pathlib\n"
        "os.environ.update(HOME=sys.argv[3]); os.environ.pop('CI', None)\n"
        "tried = []\n"
        "def refuse(*place, **options): tried.append(place); raise OSError('offline')\n"
        "socket.getaddrinfo = socket.create_connection = socket.socket.connect = refuse\n"
        "from rag.models.encoders.loading import load_encoder\n"
        "load_encoder(sys.argv[1], pathlib.Path(sys.argv[2])).encode_queries(['siapa'])\n"
        "from openvino.tools.ovc.telemetry_utils import tm\n"
        "print(tm.__name__, tried, os.listdir(sys.argv[3]))\n"
    )
    home = tmp_path / "home"
    home.mkdir()
    said = run(script, str(place / "model"), str(tmp_path / "cache"), str(home))
    assert said.splitlines()[-1] == "openvino.tools.ovc.telemetry_stub [] []"


def test_what_the_reader_has_in_the_cache_stays_when_an_encoder_is_converted(place: Path, tmp_path: Path) -> None:
    (tmp_path / ".converting-reader.lock").touch()
    (tmp_path / ".converting-abc").mkdir()  # being made by another process
    (tmp_path / ".converting-encoder-killed").mkdir()
    load_encoder(str(place / "model"), tmp_path, threads=1)
    left = sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".converting-"))
    assert left == [".converting-abc", ".converting-reader.lock"]


def test_a_tokenizer_like_that_of_the_folder_is_not_kept_twice(place: Path, tmp_path: Path) -> None:
    plain = tmp_path / "model"
    shutil.copytree(place / "model", plain)
    full_tokenizer(plain).save(str(plain / "tokenizer.json"))  # as it is used: nothing cut, padded
    load_encoder(str(plain), tmp_path, threads=1, precision=Precision.F32)
    (converted,) = tmp_path.glob("openvino-*")
    assert not (converted / "tokenizer.json").exists()


def test_the_words_are_beside_the_graph_and_not_in_it(place: Path, tmp_path: Path) -> None:
    load_encoder(str(place / "model"), tmp_path, threads=1, precision=Precision.F32)
    (converted,) = tmp_path.glob("openvino-*")
    words = np.load(converted / "words.npy")
    assert words.dtype == np.float16
    assert words.shape[1] == 24
    assert words.tobytes() not in (converted / "model.bin").read_bytes()
