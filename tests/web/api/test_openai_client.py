"""What programs see that speak to us by the official client, over HTTP."""

from collections.abc import Iterator
from pathlib import Path

import openai
import pytest

from rag.errors import IndexMissing
from rag.settings import Settings
from tests.web.conftest import Clock
from tests.web.fakes import FIGURES, MOST, FakePipeline
from tests.web.serving import serving
from web.records.database import Database
from web.records.keys import NewKey, Scope, make

ASKED = [{"role": "user", "content": "Berapa orang ke Taiwan?"}]
TOOL = {"type": "function", "function": {"name": "f", "parameters": {"type": "object", "properties": {}}}}
SOURCES = (
    "\n\nSumber:\n\n- [1] [2] [Pekerja migran Lampung dalam angka](<https://contoh.example/pekerja-migran>). "
    "Tanya Lampung. 4 November 2025. Ringkasan berdasarkan:"
)


@pytest.fixture(scope="module")
def pipeline() -> FakePipeline:
    return FakePipeline()


@pytest.fixture(scope="module")
def client(pipeline: FakePipeline, tmp_path_factory: pytest.TempPathFactory) -> Iterator[openai.OpenAI]:
    database: Path = tmp_path_factory.mktemp("openai") / "test.sqlite"
    settings = Settings(_env_file=None, database=database, requests_per_minute=1000)
    with serving(settings, pipeline) as address:
        yield openai.OpenAI(base_url=f"{address}/v1", api_key="none", max_retries=0)


def ask(client: openai.OpenAI, **more: object) -> openai.types.chat.ChatCompletion:
    return client.chat.completions.create(model="tanya-lampung", messages=ASKED, **more)


def test_each_sentence_is_a_paragraph_and_the_sources_are_a_list(client: openai.OpenAI) -> None:
    text = ask(client).choices[0].message.content
    first, second, third, heading, *_ = text.split("\n\n")
    assert first == "4.584 orang. [1]"
    assert second.endswith(f"“{FIGURES}” [1]")
    assert third.endswith(f"“{MOST}” [2]")
    assert heading == "Sumber:"
    assert SOURCES in text


def test_tokens_are_counted_as_the_encoder_counts_them(client: openai.OpenAI) -> None:
    completion = ask(client)
    usage = completion.usage
    said = len(completion.choices[0].message.content.split())
    assert (usage.prompt_tokens, usage.completion_tokens, usage.total_tokens) == (4, said, 4 + said)


def test_a_stream_brings_sentence_by_sentence_what_the_whole_message_says(client: openai.OpenAI) -> None:
    chunks = list(ask(client, stream=True))
    pieces = [chunk.choices[0].delta.content for chunk in chunks if chunk.choices[0].delta.content]
    assert pieces[0] == "4.584 orang. [1]"
    assert pieces[1].startswith("\n\n")
    assert pieces[1].endswith(f"“{FIGURES}” [1]")
    assert "".join(pieces) == ask(client).choices[0].message.content
    assert [chunk.choices[0].finish_reason for chunk in chunks if chunk.choices[0].finish_reason] == ["stop"]
    assert all(chunk.usage is None for chunk in chunks)


def test_the_last_chunk_counts_tokens_where_that_is_asked(client: openai.OpenAI) -> None:
    *chunks, last = ask(client, stream=True, stream_options={"include_usage": True})
    assert (last.choices, last.usage) == ([], ask(client).usage)
    assert all(chunk.usage is None and chunk.choices for chunk in chunks)


def test_annotations_are_those_of_the_form_and_stand_at_their_marks(client: openai.OpenAI) -> None:
    message = ask(client).choices[0].message
    places = [annotation.url_citation for annotation in message.annotations]
    assert {place.url for place in places} == {"https://contoh.example/pekerja-migran"}
    assert [message.content[place.start_index : place.end_index] for place in places] == ["[1]", "[1]", "[2]"]


def test_what_is_not_found_is_said_in_one_message(client: openai.OpenAI) -> None:
    chunks = client.chat.completions.create(
        model="tanya-lampung", messages=[{"role": "user", "content": "Apa warna pintunya?"}], stream=True
    )
    text = "".join(chunk.choices[0].delta.content or "" for chunk in chunks)
    assert text == (
        "Dokumen yang kami miliki tidak memuat jawaban atas pertanyaan ini. "
        "Bagian yang paling dekat ada di: Pelabuhan dan arus barang."
    )


def test_models_are_listed_and_retrieved(client: openai.OpenAI) -> None:
    assert [model.id for model in client.models.list()] == ["tanya-lampung"]
    assert client.models.retrieve("tanya-lampung").owned_by == "tanya-lampung"
    with pytest.raises(openai.NotFoundError) as caught:
        client.models.retrieve("gpt")
    assert caught.value.code == "model_not_found"


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ({"n": 2}, "n"),
        ({"logprobs": True}, "logprobs"),
        ({"tools": [TOOL], "tool_choice": "required"}, "tool_choice"),
    ],
)
def test_what_is_not_there_is_refused_in_words(client: openai.OpenAI, asked: dict[str, object], name: str) -> None:
    with pytest.raises(openai.UnprocessableEntityError, match=f"does not offer {name}:") as caught:
        ask(client, extra_headers={"Accept-Language": "en"}, **asked)
    assert (caught.value.code, caught.value.type) == ("not_supported", "invalid_request_error")


def test_a_client_that_offers_tools_is_answered_and_calls_none(client: openai.OpenAI) -> None:
    answer = ask(client, tools=[TOOL])
    assert (answer.choices[0].finish_reason, answer.choices[0].message.tool_calls) == ("stop", None)
    assert answer.choices[0].message.content == ask(client).choices[0].message.content


def test_a_stream_that_fails_raises_what_it_was_told(tmp_path: Path, clock: Clock) -> None:
    settings = Settings(_env_file=None, database=tmp_path / "test.sqlite", requests_per_minute=2)
    with serving(settings, FakePipeline(fail=IndexMissing("gone"))) as address:
        client = openai.OpenAI(base_url=f"{address}/v1", api_key="none", max_retries=0)
        with pytest.raises(openai.APIError, match="Dokumen sedang tidak dapat dibaca"):
            list(ask(client, stream=True))
        with pytest.raises(openai.InternalServerError):
            ask(client)
        with pytest.raises(openai.RateLimitError) as caught:
            ask(client)
        assert caught.value.response.headers["Retry-After"] == "50"


def test_keys_that_open_nothing_are_errors_of_their_own(tmp_path: Path) -> None:
    place = tmp_path / "test.sqlite"
    with Database(place).writing() as session:
        _, asks = make(session, "ani", NewKey("asks", (Scope.ASK,), 60, None))
        _, reads = make(session, "ani", NewKey("reads", (Scope.READ,), 60, None))
    with serving(Settings(_env_file=None, database=place, api_keys_required=True), FakePipeline()) as address:

        def client(key: str) -> openai.OpenAI:
            return openai.OpenAI(base_url=f"{address}/v1", api_key=key, max_retries=0)

        assert ask(client(asks)).choices[0].message.content.startswith("4.584 orang.")
        with pytest.raises(openai.PermissionDeniedError) as lacking:
            ask(client(reads))
        with pytest.raises(openai.AuthenticationError) as wrong:
            ask(client("sk-none"), stream=True)
    assert (lacking.value.code, wrong.value.code) == ("api_key_scope", "invalid_api_key")
