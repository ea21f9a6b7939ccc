"""Whose token this is: verification of a Cognito access token, and the only module that knows the JWT library.

`gateway.authorizer` calls it once per connection; `gateway.jwks` supplies the keys. The library's own choices are
kept out: the algorithm is fixed before it sees the token, the key is built here from the numbers of the pool's own
RSA keys, and what the token says about its key (jwk, jku, x5u, x5c) is a reason to refuse it. So neither a token
signed with a public key as an HMAC secret (CVE-2024-33663, CVE-2026-85394) nor a compressed one (CVE-2024-33664)
reaches code that could be fooled by it.
"""

import base64
import binascii
import re
from collections.abc import Callable
from typing import Final, Protocol

from jose import jws
from jose.backends import RSAKey
from jose.constants import ALGORITHMS
from jose.exceptions import JOSEError
from msgspec import Struct

from resumate.errors import IdentityError
from resumate.gateway import strict_json

TOKEN_BYTES: Final = 8192
LEEWAY_SECONDS: Final = 10  # for `iat` and `nbf` alone, two clocks of AWS apart; `exp` is kept to the second

_DEPTH: Final = 8
_LATEST: Final = 253_402_300_799  # the end of the year 9999
_SHAPE: Final = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")
_TYPES: Final = frozenset({None, "JWT", "at+jwt"})  # Cognito writes none
_REFUSED_HEADERS: Final = frozenset({"crit", "jwk", "jku", "x5u", "x5c", "x5t", "x5t#S256", "zip", "enc", "b64"})
_USER_ID: Final = re.compile(r"[0-9A-Za-z-]{1,64}")  # goes into object keys as it is


class RsaJwk(Struct, frozen=True):
    """The public half of an RSA key: modulus and exponent as base64url (RFC 7518, 6.3.1)."""

    n: str
    e: str


class KeySource(Protocol):
    """The keys of one user pool."""

    def get(self, kid: str) -> RsaJwk | None:
        """Return the pool's key of that id, or None if there is none or the keys are out of reach."""
        ...


class Identity(Struct, frozen=True):
    """A verified user; `expires_at` is the end of the token in seconds since 1970."""

    user_id: str
    expires_at: int
    username: str = ""


def verify_access_token(token: str, keys: KeySource, issuer: str, client_id: str, now: Callable[[], float]) -> Identity:
    """Return whose access token this is.

    Args:
        token: the compact JWS, as the client sent it.
        keys: of the pool that `issuer` names.
        issuer: the only accepted `iss`, without a slash at the end.
        client_id: the only accepted app client.
        now: seconds since 1970.

    Raises:
        IdentityError: for whatever reason; `reason_of` tells operators which.
    """
    if not isinstance(token, str) or len(token) > TOKEN_BYTES or not _SHAPE.fullmatch(token):
        raise refusal("shape")
    header, payload, _ = token.split(".")
    key = _key(_object(header), keys)
    try:
        jws.verify(token, key, algorithms=[ALGORITHMS.RS256])
    except JOSEError:
        raise refusal("signature") from None
    return _identity(_object(payload), issuer, client_id, now())


def refusal(reason: str) -> IdentityError:
    """Return the error to raise; the reason is a word for operators that the message never holds."""
    error = IdentityError()
    error.add_note(reason)
    return error


def reason_of(error: IdentityError) -> str:
    """Return the word that `refusal` was given."""
    return next(iter(getattr(error, "__notes__", [])), "unknown")


def _key(header: dict[str, object], keys: KeySource) -> RSAKey:
    kid = header.get("kid")
    if header.get("alg") != ALGORITHMS.RS256 or header.get("typ") not in _TYPES or _REFUSED_HEADERS & header.keys():
        raise refusal("header")
    jwk = keys.get(kid) if isinstance(kid, str) else None
    if jwk is None:
        raise refusal("key")
    try:
        return RSAKey({"kty": "RSA", "n": jwk.n, "e": jwk.e}, ALGORITHMS.RS256)
    except (JOSEError, ValueError):
        raise refusal("key") from None


def _object(segment: str) -> dict[str, object]:
    try:
        text = base64.b64decode(segment + "=" * (-len(segment) % 4), altchars=b"-_", validate=True).decode()
        found = strict_json.decode(text, depth=_DEPTH)
    except (binascii.Error, ValueError):
        raise refusal("encoding") from None
    if not isinstance(found, dict):
        raise refusal("encoding")
    return found


def _identity(claims: dict[str, object], issuer: str, client_id: str, now: float) -> Identity:
    expected = {"iss": issuer, "token_use": "access", "client_id": client_id}
    for name, value in expected.items():
        if claims.get(name) != value:
            raise refusal(name)
    expires_at = _seconds(claims, "exp")
    if expires_at <= now:
        raise refusal("exp")
    for name in ("iat", "nbf"):
        if (name == "iat" or name in claims) and _seconds(claims, name) > now + LEEWAY_SECONDS:
            raise refusal(name)
    user_id, username = claims.get("sub"), claims.get("username", "")
    if not isinstance(user_id, str) or not _USER_ID.fullmatch(user_id) or not isinstance(username, str):
        raise refusal("sub")
    return Identity(user_id=user_id, expires_at=expires_at, username=username)


def _seconds(claims: dict[str, object], name: str) -> int:
    value = claims.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= _LATEST:
        raise refusal(name)
    return value
