"""Passwords: what one must be like, made up, hashed with argon2id and checked."""

import re
import secrets
from functools import cache
from importlib.resources import files
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from rag.wording.words import N_
from web.records.failures import Unfit

SHORTEST, LONGEST = 12, 256
TOO_SHORT = N_("A password has at least 12 characters.")
TOO_LONG = N_("A password has at most 256 characters.")
TOO_COMMON = N_("This password is among the first that others would try. Choose another one, three or four words.")
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # without those that look alike

# OWASP's recommendation with 46 MiB; a few at once, so that guessing cannot take the machine's memory.
_HASHER = PasswordHasher(time_cost=1, memory_cost=46 * 1024, parallelism=1)
_AT_ONCE = BoundedSemaphore(4)


def check_password(password: str, name: str) -> None:
    """Raises Unfit for one that is too short, too long or too common."""
    if len(password) < SHORTEST:
        raise Unfit(TOO_SHORT)
    if len(password) > LONGEST:
        raise Unfit(TOO_LONG)
    core = _core(password)
    if len(set(password)) < 4 or core == _core(name) or core in _common():
        raise Unfit(TOO_COMMON)


def generated() -> str:
    """ "k3vr-9xqm-ahpd-t7wn": 78 random bits, to be typed once."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))


def hashed(password: str) -> str:
    """Argon2id with its salt and costs, as it is stored."""
    with _AT_ONCE:
        return _HASHER.hash(password)


def matches(password: str, password_hash: str | None) -> bool:
    """Takes as long for an account that is not there, or has no password."""
    with _AT_ONCE:
        try:
            return _HASHER.verify(password_hash or _nobodys(), password[: LONGEST + 1]) and password_hash is not None
        except (VerificationError, InvalidHashError):
            return False


def outdated(password_hash: str) -> bool:
    """Whether it was made with other costs than those of today."""
    return _HASHER.check_needs_rehash(password_hash)


@cache
def _nobodys() -> str:
    return _HASHER.hash(secrets.token_hex(16))


@cache
def _common() -> frozenset[str]:
    listed = files("web.protection").joinpath("common_passwords.txt").read_text("utf-8")
    return frozenset(_core(line) for line in listed.split("\n") if line)


def _core(password: str) -> str:
    """Without capitals, and without the figures and signs at its end that people add."""
    return re.sub(r"[^a-z]+$", "", password.lower()) or password
