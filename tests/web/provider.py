"""A small OpenID Connect service on this machine, which lets one person in without asking."""

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

CLIENT, SECRET = "tanya", "a secret of the client"


class Provider:
    """`claims` is what it says of the person; `changes` go into the identity token last, `key` signs it."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.key = RSAKey.generate_key(2048, parameters={"kid": "one"})
        self.shown = self.key
        self.claims: dict[str, Any] = {
            "sub": "42",
            "preferred_username": "Rini",
            "name": "Rini Lestari",
            "groups": ["tanya-staf", "other"],
        }
        self.changes: dict[str, Any] = {}
        self.codes: dict[str, dict[str, str]] = {}

    def token(self, asked: dict[str, str]) -> dict[str, Any]:
        """For a code, once, and for who knows the verifier behind the challenge."""
        began = self.codes.pop(asked["code"])
        challenge = base64.urlsafe_b64encode(hashlib.sha256(asked["code_verifier"].encode()).digest()).rstrip(b"=")
        assert challenge.decode() == began["code_challenge"]
        now = int(time.time())
        claims = {"iss": self.address, "aud": CLIENT, "iat": now, "exp": now + 60, "nonce": began["nonce"]}
        signed = jwt.encode({"alg": "RS256", "kid": "one"}, {**claims, **self.claims, **self.changes}, self.key)
        return {"access_token": "x", "token_type": "Bearer", "id_token": signed}

    def reply(self, path: str, asked: dict[str, str]) -> dict[str, Any]:
        if path == "/.well-known/openid-configuration":
            places = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
            return {"issuer": self.address, **{name: f"{self.address}/{place}" for name, place in places.items()}}
        if path == "/keys":
            return dict(KeySet([self.shown]).as_dict(private=False))
        return self.token(asked)


@contextmanager
def running_provider() -> Iterator[Provider]:
    """Listens until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path, query = urlsplit(self.path).path, _flat(urlsplit(self.path).query)
            if path != "/authorize":
                self._send(provider.reply(path, query))
                return
            provider.codes["code-1"] = query
            self.send_response(302)
            self.send_header(
                "Location", f"{query['redirect_uri']}?{urlencode({'code': 'code-1', 'state': query['state']})}"
            )
            self.end_headers()

        def do_POST(self) -> None:
            known = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
            assert self.headers["Authorization"] == f"Basic {known}"
            self._send(provider.reply("/token", _flat(self.rfile.read(int(self.headers["Content-Length"])).decode())))

        def _send(self, value: dict[str, Any]) -> None:
            body = json.dumps(value).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider = Provider(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _flat(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}
