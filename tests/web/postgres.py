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


@contextmanager
def running_server(folder: Path) -> Iterator[str]:
    """The address of a server without its database: `{address}` has a place for the name."""
    as_somebody, owner = _ordinary_user()
    home = Path(tempfile.mkdtemp(prefix="tanya-pg-", dir="/tmp"))  # a socket's path may have 107 bytes at most
    os.chown(home, owner, -1)
    try:
        how = ["-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"]
        make = [*as_somebody, str(folder / "initdb"), "-D", str(home / "data"), *how]
        subprocess.run(make, check=True, capture_output=True, cwd=home)
        options = [part for flag in _FLAGS for part in ("-c", flag)]
        command = [*as_somebody, str(folder / "postgres"), "-D", str(home / "data"), "-k", str(home), *options]
        with (home / "log").open("w") as log:
            server = subprocess.Popen(command, stdout=log, stderr=log, cwd=home)
        try:
            _wait(f"host={home} user={USER} dbname=postgres", server)
            yield f"postgresql://{USER}@/{{name}}?host={home}"
        finally:
            server.send_signal(signal.SIGINT)  # "fast": it ends its clients
            server.wait(PATIENCE_S)
    finally:
        shutil.rmtree(home, ignore_errors=True)


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
