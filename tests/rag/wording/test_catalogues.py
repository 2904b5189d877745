"""The catalogues hold every text that the program names, in both languages, compiled as they stand; `make messages`."""

import ast
import re
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from rag.types import Language
from rag.wording.words import words_of

ROOT = Path(__file__).parents[3]
Key = tuple[str | None, str]  # context and msgid, of a plural the one for one
CALLS = {"gettext": 0, "ngettext": 0, "pgettext": 1, "N_": 0}


def catalogue(language: Language) -> Catalog:
    path = ROOT / "rag/wording/locales" / language.value / "LC_MESSAGES/messages.po"
    with path.open("rb") as file:
        return read_po(file, locale=language.value, abort_invalid=True)


CATALOGUES = {language: catalogue(language) for language in Language}


def entries(language: Language) -> Iterator[Message]:
    return (message for message in CATALOGUES[language] if message.id)


def key(message: Message) -> Key:
    return message.context, message.id if isinstance(message.id, str) else message.id[0]


def forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def named() -> set[Key]:
    """What pybabel's own extraction finds."""
    with (ROOT / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file, "babel.cfg")
    found = extract_from_dir(ROOT, methods, options)
    return {(context, message if isinstance(message, str) else message[0]) for _, _, message, _, context in found}


@pytest.mark.parametrize("language", Language)
def test_each_catalogue_holds_the_texts_that_are_named_and_no_others(language: Language) -> None:
    assert {key(message) for message in entries(language)} == named()
    assert not CATALOGUES[language].obsolete


@pytest.mark.parametrize("language", Language)
def test_every_text_has_words_in_both_languages(language: Language) -> None:
    assert [message.id for message in entries(language) if message.fuzzy or not all(forms(message.string))] == []


@pytest.mark.parametrize("language", Language)
def test_the_words_have_the_same_names_to_fill_in_as_the_text(language: Language) -> None:
    # %% is a literal per cent sign; {names} are filled in by the page's script.
    of = re.compile(r"%%|%\(\w+\)s|%|\{\w+\}")
    for message in entries(language):
        wanted = sorted(of.findall(forms(message.id)[-1]))
        assert "%" not in wanted, message.id
        assert all(sorted(of.findall(form)) == wanted for form in forms(message.string)[-1:]), message.id


@pytest.mark.parametrize("language", Language)
def test_no_text_holds_markup_since_templates_show_it_as_it_is(language: Language) -> None:
    assert [text for each in entries(language) for text in forms(each.string) if re.search(r"[<>&\"]", text)] == []


@pytest.mark.parametrize("language", Language)
def test_what_is_compiled_is_what_is_written(language: Language) -> None:
    compiled = words_of(language).catalogue
    for message in entries(language):
        assert spoken(compiled, message) == forms(message.string)[0], "run `make messages`"


def spoken(compiled: GNUTranslations, message: Message) -> str:
    context, one = key(message)
    if context:
        return compiled.pgettext(context, one)
    return compiled.gettext(one) if isinstance(message.id, str) else compiled.ngettext(*message.id, 1)


def test_the_extraction_sees_every_text_that_python_names() -> None:
    known = {text for _, text in named()}
    for path in (*ROOT.glob("rag/**/*.py"), *ROOT.glob("web/**/*.py")):
        for text in literals(path):
            assert text in known, f"{path.name}: {text!r} is not seen, perhaps since it stands in an f-string"


def literals(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in CALLS and len(node.args) > CALLS[name]:
            argument = node.args[CALLS[name]]
            assert not isinstance(argument, ast.JoinedStr), f"{path.name}: a text put together is never found"
            if isinstance(argument, ast.Constant):
                yield argument.value
