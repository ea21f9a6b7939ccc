"""The pool's keys: few fetches, rotation, and what holds while they are out of reach (CASES A09 to A11)."""

import json
import urllib.error
import urllib.request
from typing import Self

import pytest

from resumate.errors import ConfigurationError, IdentityError
from resumate.gateway import jwks
from resumate.gateway.jwks import JwksKeys, fetch_jwks, parse_jwks
from resumate.identity import RsaJwk, refusal

MODULUS = "x" * 342
OLD = {"kty": "RSA", "alg": "RS256", "use": "sig", "kid": "old", "n": MODULUS, "e": "AQAB"}
NEW = OLD | {"kid": "new", "n": "y" * 342}
URL = "https://cognito-idp.eu-north-1.amazonaws.com/eu-north-1_EXAMPLE01/.well-known/jwks.json"


class FakePool:
    """Serves a key set, or fails, and counts how often it was asked."""

    def __init__(self, *keys: dict) -> None:
        self.keys = keys
        self.fetches = 0
        self.now = 1_000_000.0
        self.down = False

    def fetch(self) -> bytes:
        self.fetches += 1
        if self.down:
            raise refusal("key_set")
        return json.dumps({"keys": self.keys}).encode()

    def clock(self) -> float:
        return self.now


@pytest.fixture
def pool():
    return FakePool(OLD)


@pytest.fixture
def keys(pool):
    return JwksKeys(pool.fetch, pool.clock)


def test_a_key_is_fetched_when_it_is_first_needed_and_then_kept(pool, keys):
    assert pool.fetches == 0
    for _ in range(100):
        assert keys.get("old") == RsaJwk(n=MODULUS, e="AQAB")
        pool.now += 1
    assert pool.fetches == 1


def test_a_thousand_unknown_key_ids_cost_one_fetch_a_minute_and_valid_ones_are_served(pool, keys):
    for number in range(1000):
        assert keys.get(f"random-{number}") is None
        assert keys.get("old") is not None
        pool.now += 0.05
    assert pool.fetches == 1
    pool.now += 60
    keys.get("random")
    assert pool.fetches == 2


def test_a_rotated_key_is_found_by_the_first_token_that_names_it(pool, keys):
    keys.get("old")
    pool.now += 61
    pool.keys = (OLD, NEW)
    assert keys.get("new") is not None
    assert pool.fetches == 2


def test_a_withdrawn_key_is_refused_once_the_cache_is_old(pool, keys):
    keys.get("old")
    pool.keys = (NEW,)
    pool.now += 3599
    assert keys.get("old") is not None
    pool.now += 2
    assert keys.get("old") is None


def test_keys_out_of_reach_at_a_cold_start_refuse_and_are_asked_for_once_a_minute(pool, keys, seen):
    pool.down = True
    for _ in range(59):
        assert keys.get("old") is None
        pool.now += 1
    assert pool.fetches == 1
    assert seen.counts == [("keys_unreachable", {})]
    pool.down = False
    pool.now += 2
    assert keys.get("old") is not None


def test_known_keys_go_on_working_for_a_day_while_the_pool_is_out_of_reach(pool, keys):
    keys.get("old")
    pool.down = True
    pool.now += 23 * 3600
    assert keys.get("old") is not None
    pool.now += 2 * 3600
    assert keys.get("old") is None


def test_an_answer_that_is_no_key_set_does_not_replace_the_known_keys(pool, keys):
    keys.get("old")
    pool.keys = ()
    pool.now += 4000
    assert keys.get("old") is not None


@pytest.mark.parametrize(
    "changed",
    [
        {"kty": "oct", "k": "c2VjcmV0"},
        {"kty": "EC", "crv": "P-256", "x": "x", "y": "y"},
        {"use": "enc"},
        {"alg": "HS256"},
        {"alg": "RS512"},
        {"n": "AQAB"},
        {"n": 5},
        {"e": None},
        {"kid": ""},
        {"kid": 1},
    ],
)
def test_what_is_no_rsa_signing_key_of_2048_bits_is_left_out(changed):
    assert list(parse_jwks(json.dumps({"keys": [OLD | changed, NEW]}).encode())) == ["new"]


def test_a_key_set_keeps_the_public_numbers_alone():
    private = OLD | {"d": "private", "p": "private"}
    assert parse_jwks(json.dumps({"keys": [private, "junk", None]}).encode()) == {"old": RsaJwk(n=MODULUS, e="AQAB")}


@pytest.mark.parametrize(
    "document",
    [b"", b"<html>", b"[]", b"{}", b'{"keys":{}}', b'{"keys":[]}', b'{"keys":[1]}', b"\xff", b'{"keys":[],"keys":[]}'],
)
def test_any_other_document_is_refused(document):
    with pytest.raises(IdentityError):
        parse_jwks(document)


@pytest.mark.parametrize(
    "url",
    ["http://cognito.example/jwks.json", "file:///etc/passwd", "ftp://x/y", "", "http://localhost.attacker.example/"],
)
def test_keys_are_not_fetched_over_an_open_line(url):
    with pytest.raises(ConfigurationError, match="https"):
        fetch_jwks(url)


class FakeOpener:
    """Stands for urllib's opener: answers with bytes or an error, and remembers what it was asked."""

    def __init__(self, answer: bytes | Exception) -> None:
        self.answer = answer
        self.asked: list[tuple[str, float]] = []
        self.handlers: tuple[object, ...] = ()

    def open(self, url: str, timeout: float) -> "FakeOpener":
        self.asked.append((url, timeout))
        if isinstance(self.answer, Exception):
            raise self.answer
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def read(self, size: int) -> bytes:
        return self.answer[:size]


@pytest.fixture
def opener(monkeypatch):
    def use(answer: bytes | Exception) -> FakeOpener:
        fake = FakeOpener(answer)
        monkeypatch.setattr(
            urllib.request, "build_opener", lambda *handlers: setattr(fake, "handlers", handlers) or fake
        )
        return fake

    return use


def test_the_document_is_fetched_with_a_time_limit(opener):
    fake = opener(b'{"keys":[]}')
    assert fetch_jwks(URL) == b'{"keys":[]}'
    assert fake.asked == [(URL, 3)]


@pytest.mark.parametrize(
    "failure",
    [
        TimeoutError(),
        ConnectionRefusedError(),
        urllib.error.HTTPError(URL, 500, "error", {}, None),  # type: ignore[arg-type]
        urllib.error.HTTPError(URL, 302, "found", {}, None),  # type: ignore[arg-type]
        urllib.error.URLError("no such host"),
    ],
)
def test_whatever_goes_wrong_with_the_fetch_is_one_refusal(opener, failure):
    opener(failure)
    with pytest.raises(IdentityError):
        fetch_jwks(URL)


def test_an_endless_document_is_cut_off_and_refused(opener):
    opener(b"x" * 10_000_000)
    with pytest.raises(IdentityError):
        fetch_jwks(URL)


def test_a_redirect_is_followed_nowhere():
    handler = jwks._NoRedirect()
    assert handler.redirect_request(None, None, 302, "found", {}, "https://attacker.example/jwks.json") is None


def test_this_machine_is_reached_past_any_proxy(opener, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.example:3128")
    fake = opener(b"{}")
    fetch_jwks("http://127.0.0.1:4566/pool/.well-known/jwks.json")
    assert fake.handlers[0].proxies == {}
