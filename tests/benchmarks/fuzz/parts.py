"""The parts of the program that read what strangers wrote, each with inputs made for it."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hypothesis import strategies as st

from rag.answering.generative.drafts import Drafts
from rag.documents.chunking import split
from rag.documents.cleaning import Block, RawPage, clean
from rag.documents.loaders import load
from rag.errors import ModelUnavailable, UnreadableDocument
from rag.models.chat.clean import clean as clean_reply
from rag.models.chat.events import pieces
from rag.questions.refusing import refusal
from rag.questions.understanding import Understanding
from rag.types import Document, Language, Question, Turn
from tests.benchmarks.fuzz.inputs import files, json_values, texts
from tests.benchmarks.fuzz.running import Target
from tests.benchmarks.fuzz.samples import samples
from web.channels import telegram, whatsapp
from web.protection.privacy import mask

_LIMIT = 10_000_000


def parts() -> Iterator[Target]:
    """Without what needs an application or a model."""
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    for suffix, whole in samples().items():
        yield _loader(suffix, whole, folder)
    yield Target("cleaning", st.lists(texts, max_size=30), _clean)
    yield Target("questions", st.tuples(texts, st.lists(st.tuples(texts, texts), max_size=3)), _understand)
    yield Target("replies of a model", st.lists(_reply_pieces, max_size=8), _read_reply)
    yield Target("drafts of a model", st.lists(texts, max_size=8), _cut)
    yield Target("messages", st.tuples(_updates, _changes), _receive)
    yield Target("masking", texts, mask_whole)


def _loader(suffix: str, whole: bytes, folder: Path) -> Target:
    path = folder / f"a{suffix}"

    def act(data: bytes) -> str | None:
        path.write_bytes(data)
        return check_loaded(list(load(path, path.name, _LIMIT)))

    return Target(f"loader {suffix}", files(whole, suffix in (".docx", ".xlsx", ".pptx", ".odt")), act)


def check_loaded(found: list[Document | UnreadableDocument]) -> str | None:
    """What a library choked on, by name; raises where offsets of a document point out of it."""
    choked = ""
    for one in found:
        if isinstance(one, Document):
            _check_document(one)
        else:
            str(one)
            choked = choked or (type(one.__cause__).__name__ if _unforeseen(one) else "")
    return choked or None


def _unforeseen(error: UnreadableDocument) -> bool:
    return "could not be read" in str(error) and error.__cause__ is not None


def _check_document(document: Document) -> None:
    length = len(document.text)
    document.text.encode()  # no lone surrogates: they cannot be stored
    assert all(0 <= one.start <= one.end <= length for one in document.headings)
    for passage in split(document, lambda texts: [len(text.split()) for text in texts], 200):
        assert document.text[passage.start : passage.end] == passage.text


def _clean(lines: list[str]) -> str | None:
    document = clean(RawPage(tuple(map(Block, lines)), web=True), "a")
    if document.text:
        _check_document(document)
    return None


def _understand(given: tuple[str, list[tuple[str, str]]]) -> str | None:
    text, turns = given
    refusal(text, 1000)
    for language in Language:
        Understanding(1000).understand(Question(text, language, tuple(Turn(*turn) for turn in turns)))
    return None


_reply_pieces = st.one_of(
    st.binary(max_size=40),
    texts.map(lambda text: text.encode("utf-8", "surrogatepass")),
    json_values.map(lambda value: b"data: " + json.dumps(value).encode() + b"\n\n"),
    texts.map(lambda text: b"data: " + json.dumps({"choices": [{"delta": {"content": text}}]}).encode() + b"\n\n"),
    st.just(b"data: [DONE]\n\n"),
)


def _read_reply(chunks: list[bytes]) -> str | None:
    try:
        for piece in pieces(chunks):
            clean_reply(piece.text)
    except ModelUnavailable:
        pass
    return None


def _cut(written: list[str]) -> str | None:
    drafts = Drafts()
    for piece in written:
        list(drafts.feed(clean_reply(piece)))
    list(drafts.finish())
    return None


_updates = st.dictionaries(
    st.sampled_from(["update_id", "message", "x"]),
    json_values
    | st.fixed_dictionaries(
        {}, optional={"chat": json_values | st.just({"type": "private", "id": 1}), "text": json_values}
    ),
    max_size=3,
)
_changes = json_values | st.builds(
    lambda messages: {
        "entry": [{"changes": [{"value": {"metadata": {"phone_number_id": "1"}, "messages": messages}}]}]
    },
    json_values,
)


def _receive(given: tuple[dict[str, object], object]) -> str | None:
    update, changes = given
    telegram.message_of(update)
    telegram.number_of(update)
    list(whatsapp.received(changes, "1"))
    return None


def mask_whole(text: str) -> str | None:
    """Raises where masking the masked text changes it again."""
    assert mask(mask(text)) == mask(text)
    return None
