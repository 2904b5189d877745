"""A PostgreSQL server of the tests' own: Debian's binaries, an ordinary user, a folder that goes away with it."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.patience import PATIENCE_S

USER = "tanya"
_FLAGS = ("listen_addresses=", "fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60")


def binaries() -> Path | None:
    """The newest version's; None where PostgreSQL is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    return found[-1] if found else None


class Server:
    """PostgreSQL over a folder of its own, which may be ended and started again; `address` has a place for the name."""

    def __init__(self, folder: Path, home: Path, somebody: list[str]) -> None:
        options = [part for flag in _FLAGS for part in ("-c", flag)]
        self._command = [*somebody, str(folder / "postgres"), "-D", str(home / "data"), "-k", str(home), *options]
        self._home = home
        self.address = f"postgresql://{USER}@/{{name}}?host={home}"

    def start(self) -> None:
        with (self._home / "log").open("a") as log:
            self._process = subprocess.Popen(self._command, stdout=log, stderr=log, cwd=self._home)
        _wait(f"host={self._home} user={USER} dbname=postgres", self._process)

    def stop(self) -> None:
        self._process.send_signal(signal.SIGINT)  # "fast": it ends its clients
        self._process.wait(PATIENCE_S)


@contextmanager
def restartable(folder: Path) -> Iterator[Server]:
    """A server that runs."""
    somebody, owner = _ordinary_user()
    home = Path(tempfile.mkdtemp(prefix="tanya-pg-", dir="/tmp"))  # a socket's path may have 107 bytes at most
    os.chown(home, owner, -1)
    home.chmod(0o755)  # so that the socket in it can be reached by others
    try:
        how = ["-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"]
        make = [*somebody, str(folder / "initdb"), "-D", str(home / "data"), *how]
        subprocess.run(make, check=True, capture_output=True, cwd=home)
        server = Server(folder, home, somebody)
        try:
            server.start()
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def running_server(folder: Path) -> Iterator[str]:
    """The address of a server without its database: `{name}` has a place for it."""
    with restartable(folder) as server:
        yield server.address


@contextmanager
def fresh_database(address: str, name: str) -> Iterator[str]:
    """The address of an empty database, dropped at the end."""
    with psycopg.connect(address.format(name="postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield address.format(name=name)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _ordinary_user() -> tuple[list[str], int]:
    """How to run a program as somebody who is not root, and their number; the server refuses root."""
    if os.getuid() != 0:
        return [], os.getuid()
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    somebody = names.get("postgres") or names["nobody"]
    who = [f"--reuid={somebody.pw_uid}", f"--regid={somebody.pw_gid}", "--clear-groups"]
    return ["setpriv", *who], somebody.pw_uid


def _wait(address: str, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + PATIENCE_S
    while True:
        try:
            psycopg.connect(address).close()
            return
        except psycopg.OperationalError:
            if server.poll() is not None or time.monotonic() > deadline:
                raise
            time.sleep(0.1)
