"""The pieces of words as a model of the library sentencepiece, which holds them in a fifth of the memory.

A model is a message of Protocol Buffers; what little of it there is to write is written here:
https://github.com/google/sentencepiece/blob/master/src/sentencepiece_model.proto
"""

import struct
from collections.abc import Mapping

from sentencepiece import SentencePieceNormalizer, set_min_log_level

from rag.models.packed import Pieces

_NORMALISATION = "nmt_nfkc"
_WARNINGS = 1
_NUMBER, _BYTES, _FLOAT = 0, 2, 5  # kinds of fields
_UNIGRAM = 1
_NORMAL, _UNKNOWN, _CONTROL = 1, 2, 3  # kinds of pieces


def as_sentencepiece(pieces: Pieces) -> bytes:
    """The file that `sentencepiece.SentencePieceProcessor` opens."""
    special = {pieces.bos: _CONTROL, pieces.eos: _CONTROL, pieces.pad: _CONTROL, pieces.unk: _UNKNOWN}
    written = (_piece(text, score, special.get(id, _NORMAL)) for id, (text, score) in enumerate(pieces.scored))
    ids = ((40, pieces.unk), (41, pieces.bos), (42, pieces.eos), (43, pieces.pad))
    about = _field(3, _NUMBER, _number(_UNIGRAM)) + b"".join(_field(at, _NUMBER, _number(id)) for at, id in ids)
    return b"".join(written) + _sized(2, about) + _sized(3, _normaliser(pieces.normalised))


def _normaliser(single: Mapping[str, str]) -> bytes:
    """Of characters `single`; sequences that form one character as the library's newer Unicode has them."""
    set_min_log_level(_WARNINGS)  # it tells the terminal of every table it makes
    known = SentencePieceNormalizer(rule_name=_NORMALISATION).decompile()
    sequences = {text: made for text, made in known if len(text) > 1}
    mapping = [*sequences.items(), *single.items()]
    made = SentencePieceNormalizer(
        norm_map=mapping, add_dummy_prefix=True, escape_whitespaces=True, remove_extra_whitespaces=True
    )
    return made.serialized_normalizer_spec()


def _piece(text: str, score: float, kind: int) -> bytes:
    fields = _sized(1, text.encode()) + _field(2, _FLOAT, struct.pack("<f", score)) + _field(3, _NUMBER, _number(kind))
    return _sized(1, fields)


def _sized(at: int, value: bytes) -> bytes:
    return _field(at, _BYTES, _number(len(value)) + value)


def _field(at: int, kind: int, value: bytes) -> bytes:
    return _number(at << 3 | kind) + value


def _number(value: int) -> bytes:
    """Seven bits a byte, the lowest first; the highest bit says that more follow."""
    written = bytearray()
    while value > 127:
        written.append(value & 127 | 128)
        value >>= 7
    return bytes([*written, value])
