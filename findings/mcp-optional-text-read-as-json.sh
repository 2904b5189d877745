#!/usr/bin/env bash
# The MCP SDK reads the text of an argument as JSON before it checks the type, unless that is exactly str. Make the
# argument optional (str | None) and the search words "null" become no words at all, without a word; "[2011]" or a quoted
# object, valid text by the schema that the server itself publishes, are refused as no text. A parameter whose name is
# misspelled is dropped in silence. Known: github.com/modelcontextprotocol/python-sdk/issues/3055.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'mcp==2.3.0'
"$work/venv/bin/python" - <<'PY'
import asyncio
from importlib.metadata import version

from mcp.server.mcpserver import MCPServer

TEXTS = ["null", "2011", "[2011]", '{"year": 2011}']
server = MCPServer("documents")


@server.tool()
def must(words: str) -> str:
    return repr(words)


@server.tool()
def may(words: str | None = "all") -> str:
    return repr(words)


async def call(tool, **arguments):
    try:
        return (await server.call_tool(tool, arguments)).content[0].text
    except Exception as error:
        return "refused: " + str(error).splitlines()[2].strip().split(" [")[0]


async def measure():
    return {
        "must": [await call("must", words=text) for text in TEXTS],
        "may": [await call("may", words=text) for text in TEXTS],
        "misspelled": await call("may", word="2011"),
    }


got = asyncio.run(measure())
print("mcp", version("mcp"))
for text, required, optional in zip(TEXTS, got["must"], got["may"], strict=True):
    print(f"{text:15} str: {required:17} str | None: {optional}")
print("misspelled parameter:", got["misspelled"])

assert got["must"] == [repr(text) for text in TEXTS]
assert got["may"][:2] == ["None", "'2011'"]
assert all(one.startswith("refused: Input should be a valid string") for one in got["may"][2:])
assert got["misspelled"] == "'all'"
PY
