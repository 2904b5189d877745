"""What a text says of itself above its first line: YAML between '---', TOML between '+++'."""

import re
import tomllib
from collections.abc import Mapping
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import yaml

from rag.documents.loaders.fields import first_string
from rag.errors import UnreadableDocument
from rag.wording.words import N_

_YAML = re.compile(r"\A\ufeff?---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\A\ufeff?\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_BARE_DATE = re.compile(r"^(\s*[\w-]+\s*=\s*)(\d{4}-\d{1,2}-\d{1,2}[^\n\"'#]*?)[ \t]*$", re.MULTILINE)
_AS_WRITTEN = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("timestamp", "int", "float"))
_FIELD = re.compile(r"^[\"']?[^\W\d][\w -]{0,40}[\"']?:(?=\s|\Z)", re.MULTILINE)
_QUOTED = re.compile(r"\A([\"'])(.*)\1\Z")
_WORDS = re.compile(r"[_-]+|(?<=[a-z])(?=[A-Z])")
_INSTANT = re.compile(r"(\d{4}-\d\d-\d\d)T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?")
# Fields that the page of a site shows beside its text: of events, offices, services and jobs.
_SHOWN = frozenset(
    "address alamat biaya cost deadline email end end_date fax fee harga hari jabatan jadwal jam kontak contact "
    "location lokasi mulai opening_hours organizer penyelenggara pendaftaran phone position price quota kuota "
    "schedule selesai speaker narasumber start start_date tarif telepon telephone tempat time venue waktu "
    "whatsapp".split()
)


class _Loader(yaml.SafeLoader):
    """Leaves dates and numbers as they are written.

    A date that no calendar has is no reason to refuse a file, and YAML 1.1 takes 0274 for 188 and 10:30 for 630.
    """

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.yaml_implicit_resolvers = {
            first: [(tag, pattern) for tag, pattern in resolvers if tag not in _AS_WRITTEN]
            for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }


def read(text: str, path: Path) -> tuple[Mapping[str, Any], str]:
    """The fields above a text, none if there are none, and the text. Raises UnreadableDocument for broken ones."""
    if matter := _YAML.match(text):
        return _yaml(matter[1], path), text[matter.end() :]
    if matter := _TOML.match(text):
        return _toml(matter[1], path), text[matter.end() :]
    return {}, text


def shown(fields: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Name and value of the fields that a site shows its readers although its text does not repeat them.

    Of an instant only the day is kept: which clock an editor's program meant by its hours nobody can tell.
    """
    named = ((_WORDS.sub(" ", str(name)).strip(), first_string(fields, name)) for name in fields)
    return tuple(
        (name[:1].upper() + name[1:].lower(), _INSTANT.sub(r"\1", value))
        for name, value in named
        if value and name.lower().replace(" ", "_") in _SHOWN
    )


def _yaml(source: str, path: Path) -> Mapping[str, Any]:
    try:
        fields = _Loader(source).get_single_data()
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        if (by_field := _field_by_field(source)) is not None:
            return by_field
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        if line is None:
            message = N_("its front matter is not valid YAML; put values with a colon in quotes")
            raise UnreadableDocument(str(path), message) from error
        message = N_("its front matter is not valid YAML at line %(line)s; put values with a colon in quotes")
        raise UnreadableDocument(str(path), message, line=line + 2) from error
    if fields is None:
        return {}
    if not isinstance(fields, dict):
        raise UnreadableDocument(str(path), N_("its front matter must be lines of 'name: value'"))
    return fields


def _field_by_field(source: str) -> Mapping[str, Any] | None:
    """Each field with the lines that belong to it read by itself; None where that does not help.

    Programs that write sites let a title hold a colon or quotes without putting quotes around it; one such line is no
    reason to lose a page.
    """
    begins = [match.start() for match in _FIELD.finditer(source)]
    if not begins or any(line.strip() and line[0] != "#" for line in source[: begins[0]].splitlines()):
        return None
    fields = [_field(source[start:end].strip()) for start, end in pairwise([*begins, len(source)])]
    return dict(chain.from_iterable(each.items() for each in fields if each)) if all(fields) else None


def _field(source: str) -> Mapping[str, Any] | None:
    """One field; what stands behind its name as it is written, where that is one line and no YAML."""
    try:
        read = _Loader(source).get_single_data()
    except (yaml.YAMLError, ValueError, RecursionError):
        name, _, value = source.partition(":")
        return None if "\n" in source else {name: _QUOTED.sub(r"\2", value.strip())}
    return read if isinstance(read, dict) else None


def _toml(source: str, path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(_BARE_DATE.sub(r'\1"\2"', source))
    except (ValueError, RecursionError) as error:
        message = N_("its front matter is not valid TOML; write lines like %(example)s between the '+++'")
        raise UnreadableDocument(str(path), message, example='name = "value"') from error
