"""What a text says of itself above its first line: YAML between '---', TOML between '+++'."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from rag.errors import UnreadableDocument
from rag.wording.words import N_

_YAML = re.compile(r"\A\ufeff?---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\A\ufeff?\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_BARE_DATE = re.compile(r"^(\s*[\w-]+\s*=\s*)(\d{4}-\d{1,2}-\d{1,2}[^\n\"'#]*?)[ \t]*$", re.MULTILINE)


class _Loader(yaml.SafeLoader):
    """Leaves dates as they are written: one that no calendar has is no reason to refuse a file."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.yaml_implicit_resolvers = {
            first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
            for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }


def read(text: str, path: Path) -> tuple[Mapping[str, Any], str]:
    """The fields above a text, none if there are none, and the text. Raises UnreadableDocument for broken ones."""
    if matter := _YAML.match(text):
        return _yaml(matter[1], path), text[matter.end() :]
    if matter := _TOML.match(text):
        return _toml(matter[1], path), text[matter.end() :]
    return {}, text


def _yaml(source: str, path: Path) -> Mapping[str, Any]:
    try:
        fields = _Loader(source).get_single_data()
    except (yaml.YAMLError, ValueError, RecursionError) as error:
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


def _toml(source: str, path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(_BARE_DATE.sub(r'\1"\2"', source))
    except (ValueError, RecursionError) as error:
        message = N_("its front matter is not valid TOML; write lines like %(example)s between the '+++'")
        raise UnreadableDocument(str(path), message, example='name = "value"') from error
