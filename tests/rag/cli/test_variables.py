from typer.testing import CliRunner

from rag.cli.main import app
from rag.cli.variables import oddities, program_version
from rag.types import Language
from rag.wording.words import words_of

ENGLISH, INDONESIAN = words_of(Language.ENGLISH), words_of(Language.INDONESIAN)


def test_unknown_settings_are_named_with_what_was_perhaps_meant() -> None:
    given = {"RAG_INDX": "x", "RAG_ZEBRA_CROSSING": "1", "RAG_PORT": "8000", "PATH": ""}
    assert list(oddities(given, ENGLISH)) == [
        "RAG_INDX is no setting and changes nothing; did you mean RAG_INDEX?",
        "RAG_ZEBRA_CROSSING is no setting and changes nothing.",
    ]


def test_an_empty_setting_is_named() -> None:
    told = "RAG_CHAT_URL is set and empty: give it a value, or take it away."
    assert list(oddities({"RAG_CHAT_URL": " ", "RAG_OCR": "true"}, ENGLISH)) == [told]
    assert list(oddities({"RAG_PORT": ""}, INDONESIAN)) == ["RAG_PORT diatur tetapi kosong: beri nilai, atau hapus."]


def test_the_version_is_printed_and_without_a_command_there_is_help() -> None:
    printed = CliRunner().invoke(app, ["--version"])
    assert (printed.exit_code, printed.stdout) == (0, f"Tanya Lampung {program_version()}\n")
    assert "cited answers from your own documents" in CliRunner().invoke(app, ["--help"]).stdout
