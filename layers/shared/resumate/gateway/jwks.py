"""The user pool's public keys: fetched when they are needed, kept, and fetched again at most once a minute.

The `KeySource` that `identity.verify_access_token` asks. A token with an unknown key id costs at most one fetch a
minute however many come, a rotated key is found by the first token that names it, and while the keys are out of
reach those already known go on working for a day; without any, every token is refused.
"""

import urllib.error
import urllib.request
from collections.abc import Callable
from http.client import HTTPException
from typing import Annotated, Any, Final
from urllib.parse import urlsplit

import msgspec
from msgspec import Meta, Struct

from resumate.errors import ConfigurationError, IdentityError
from resumate.gateway import strict_json
from resumate.identity import RsaJwk, refusal
from resumate.observability import count, log_error

FETCH_SECONDS: Final = 3
DOCUMENT_BYTES: Final = 64 * 1024
FETCH_PAUSE_SECONDS: Final = 60
FRESH_SECONDS: Final = 3600
STALE_SECONDS: Final = 24 * 3600

_DEPTH: Final = 4
_LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})


class _Key(Struct, frozen=True):
    kid: Annotated[str, Meta(min_length=1, max_length=200)]
    n: Annotated[str, Meta(min_length=342, max_length=1400)]  # 2048 bits or more
    e: Annotated[str, Meta(max_length=16)]
    kty: str
    use: str = "sig"
    alg: str = "RS256"


class JwksKeys:
    """A cache of one pool's RSA signing keys.

    Args:
        fetch: returns the key set document; raises `IdentityError` when it is out of reach.
        now: seconds since 1970; a monotonic clock may stand still while a function is frozen.
    """

    def __init__(self, fetch: Callable[[], bytes], now: Callable[[], float]) -> None:
        self._fetch = fetch
        self._now = now
        self._keys: dict[str, RsaJwk] = {}
        self._fetched_at = self._tried_at = float("-inf")

    def get(self, kid: str) -> RsaJwk | None:
        """Return the key, after a fetch if it is not known or what is known is old."""
        now = self._now()
        fresh = now - self._fetched_at < FRESH_SECONDS
        if not (fresh and kid in self._keys) and now - self._tried_at >= FETCH_PAUSE_SECONDS:
            self._refresh(now)
        if now - self._fetched_at > STALE_SECONDS:
            return None
        return self._keys.get(kid)

    def _refresh(self, now: float) -> None:
        self._tried_at = now
        try:
            self._keys = parse_jwks(self._fetch())
        except IdentityError as error:
            log_error("keys out of reach", error)
            count("keys_unreachable")
        else:
            self._fetched_at = now


def parse_jwks(document: bytes) -> dict[str, RsaJwk]:
    """Return the RSA signing keys of a JWK set by id; other keys in it are left out.

    Raises:
        IdentityError: it is not a JWK set, or holds no such key.
    """
    try:
        found = strict_json.decode(document.decode(), depth=_DEPTH)
        entries = msgspec.convert(found, dict[str, Any])["keys"]
        keys = [key for entry in msgspec.convert(entries, list[Any]) if (key := _signing_key(entry))]
    except (ValueError, KeyError):  # msgspec's and the decoder's own are ValueErrors
        raise refusal("key_set") from None
    if not keys:
        raise refusal("key_set")
    return {key.kid: RsaJwk(n=key.n, e=key.e) for key in keys}


def fetch_jwks(url: str) -> bytes:
    """Return the document at `url`: https, or http on this machine; no redirect is followed.

    Raises:
        IdentityError: it cannot be had within `FETCH_SECONDS`, or is larger than `DOCUMENT_BYTES`.
        ConfigurationError: the address is of another kind.
    """
    place = urlsplit(url)
    loopback = place.scheme == "http" and place.hostname in _LOOPBACK
    if place.scheme != "https" and not loopback:
        raise ConfigurationError(message="JWKS_URL must be an https address.")
    proxies = urllib.request.ProxyHandler({} if loopback else None)  # a proxy could not reach this machine
    opener = urllib.request.build_opener(proxies, _NoRedirect)
    try:
        with opener.open(url, timeout=FETCH_SECONDS) as response:
            document: bytes = response.read(DOCUMENT_BYTES + 1)
    except (OSError, HTTPException) as error:
        raise refusal("key_set") from error
    if len(document) > DOCUMENT_BYTES:
        raise refusal("key_set")
    return document


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Leaves a redirect to the error handler: only the address that was configured is trusted."""

    def redirect_request(self, *args: object, **kwargs: object) -> None:
        """Follow nothing."""


def _signing_key(entry: object) -> _Key | None:
    try:
        key = msgspec.convert(entry, _Key)
    except msgspec.ValidationError:
        return None
    return key if (key.kty, key.use, key.alg) == ("RSA", "sig", "RS256") else None
