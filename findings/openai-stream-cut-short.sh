#!/usr/bin/env bash
# The OpenAI client takes a stream that ends in the middle for one that is finished: where the server or a proxy closes
# a reply that had no length, neither the pieces nor the helper that collects them raise, though no finish_reason and no
# [DONE] ever came. Half an answer looks like an answer, unless finish_reason is looked at.
# Others met it: github.com/pydantic/pydantic-ai/issues/6610, github.com/BerriAI/litellm/issues/40260.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'openai==3.57.0'
"$work/venv/bin/python" - <<'PY'
import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.metadata import version
from threading import Thread

from openai import OpenAI

ASKED = {"model": "any", "messages": [{"role": "user", "content": "Who may apply?"}]}


class CutShort(BaseHTTPRequestHandler):
    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        for words in ("Everybody ", "except "):
            choice = {"index": 0, "delta": {"content": words}, "finish_reason": None}
            chunk = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "any", "choices": [choice]}
            self.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", 0), CutShort)
Thread(target=server.serve_forever, daemon=True).start()
client = OpenAI(base_url=f"http://127.0.0.1:{server.server_port}", api_key="none", max_retries=0)
pieces = [chunk.choices[0] for chunk in client.chat.completions.create(**ASKED, stream=True)]
with client.chat.completions.stream(**ASKED) as stream:
    collected = stream.get_final_completion().choices[0]
server.shutdown()
print("openai", version("openai"))
print("pieces:   ", [(piece.delta.content, piece.finish_reason) for piece in pieces])
print("collected:", repr(collected.message.content), collected.finish_reason)

assert "".join(piece.delta.content for piece in pieces) == collected.message.content == "Everybody except "
assert [piece.finish_reason for piece in pieces] == [None, None]
assert collected.finish_reason == None  # noqa: E711
PY
