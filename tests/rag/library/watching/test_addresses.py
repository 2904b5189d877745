"""Which hosts and network addresses may be read."""

import pytest

from rag.errors import LibraryProblem
from rag.library.watching.addresses import is_allowed, is_public, public_address


def test_a_host_is_allowed_by_name_or_below_a_domain() -> None:
    hosts = ("berita.example", ".prov.example")
    assert is_allowed("Berita.example.", hosts)
    assert is_allowed("dinas.prov.example", hosts)
    assert is_allowed("prov.example", hosts)
    assert not is_allowed("x.berita.example", hosts)
    assert not is_allowed("notprov.example", hosts)
    assert not is_allowed("berita.example", ())


@pytest.mark.parametrize(
    "address",
    "127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 ::1 "
    "fe80::1%eth0 fd00::1 ::ffff:10.0.0.1 64:ff9b::a00:1 2002:0a00:0001:: ff02::1".split(),
)
def test_private_addresses_are_not_public_in_any_dress(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_public_ones_are(address: str) -> None:
    assert is_public(address)


def test_a_host_with_one_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(0, 0, 0, "", ("8.8.8.8", 80)), (0, 0, 0, "", ("10.0.0.1", 80))]
    monkeypatch.setattr("socket.getaddrinfo", lambda *arguments, **options: found)
    with pytest.raises(LibraryProblem, match="private network"):
        public_address("berita.example", 80)
    monkeypatch.setattr("socket.getaddrinfo", lambda *arguments, **options: found[:1])
    assert public_address("berita.example", 80) == "8.8.8.8"
