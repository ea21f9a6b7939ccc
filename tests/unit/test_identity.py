"""Access tokens: what is accepted, and everything that is not (CASES "Auth" A01 to A08, A12, A13)."""

import base64
import hashlib
import hmac
import json
import zlib

import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from resumate.errors import MESSAGES, Code, IdentityError
from resumate.identity import LEEWAY_SECONDS, TOKEN_BYTES, Identity, RsaJwk, reason_of, verify_access_token

NOW = 1_795_252_500
ISSUER = "https://cognito-idp.eu-north-1.amazonaws.com/eu-north-1_EXAMPLE01"
CLIENT = "1example23456789client"
USER = "5d0c8a52-70b1-70de-9b3c-1f6f4a7be001"
KID = "pool-key-1"
GOOD_HEADER = {"kid": KID, "alg": "RS256"}
GOOD_CLAIMS = {
    "sub": USER,
    "iss": ISSUER,
    "client_id": CLIENT,
    "token_use": "access",
    "scope": "aws.cognito.signin.user.admin",
    "auth_time": NOW - 60,
    "iat": NOW - 60,
    "exp": NOW + 540,
    "jti": "9d3c2c52-0000-4000-8000-000000000001",
    "username": "ada",
}


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def number(value: int) -> str:
    return b64(value.to_bytes((value.bit_length() + 7) // 8, "big"))


def assemble(header: object, claims: object, sign) -> str:
    """Return a compact token; strings are taken as raw JSON, so that malformed ones can be written."""
    parts = [part if isinstance(part, str) else json.dumps(part) for part in (header, claims)]
    signed = ".".join(b64(part.encode("utf-8", "surrogatepass")) for part in parts)
    return f"{signed}.{b64(sign(signed.encode()))}"


class Pool:
    """A user pool with one key, and the record of the key ids it was asked for."""

    def __init__(self) -> None:
        self.private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        numbers = self.private.public_key().public_numbers()
        self.jwk = RsaJwk(n=number(numbers.n), e=number(numbers.e))
        self.asked: list[str] = []

    def get(self, kid: str) -> RsaJwk | None:
        self.asked.append(kid)
        return self.jwk if kid == KID else None

    def sign(self, data: bytes) -> bytes:
        return self.private.sign(data, padding.PKCS1v15(), hashes.SHA256())

    def token(self, header: object = None, claims: object = None) -> str:
        return assemble(GOOD_HEADER if header is None else header, GOOD_CLAIMS if claims is None else claims, self.sign)

    def public(self, encoding: serialization.Encoding) -> bytes:
        return self.private.public_key().public_bytes(encoding, serialization.PublicFormat.SubjectPublicKeyInfo)


@pytest.fixture(scope="module")
def signing_pool() -> Pool:
    return Pool()


@pytest.fixture
def pool(signing_pool: Pool) -> Pool:
    signing_pool.asked.clear()
    return signing_pool


@pytest.fixture(scope="module")
def attacker() -> Pool:
    return Pool()


def verify(token: str, pool: Pool) -> Identity:
    return verify_access_token(token, pool, ISSUER, CLIENT, lambda: NOW)


def reason_for(token: object, pool: Pool) -> str:
    with pytest.raises(IdentityError) as refused:
        verify(token, pool)  # type: ignore[arg-type]
    assert refused.value.code is Code.UNAUTHORIZED
    assert refused.value.message == MESSAGES[Code.UNAUTHORIZED], "the message must not say which check failed"
    return reason_of(refused.value)


def test_a_token_of_the_pool_names_its_user_and_its_end(pool):
    assert verify(pool.token(), pool) == Identity(USER, NOW + 540, "ada")


@pytest.mark.parametrize("typ", ["JWT", "at+jwt"])
def test_the_usual_types_are_accepted(pool, typ):
    assert verify(pool.token(header=GOOD_HEADER | {"typ": typ}), pool).user_id == USER


@pytest.mark.parametrize(
    "token",
    [
        "",
        "null",
        "undefined",
        "Bearer x",
        "a.b",
        "a.b.c.d",
        "a..c",
        ".b.c",
        "a.b.",
        "a b.c.d",
        "é.b.c",
        "a.b.c\n",
        None,
        5,
    ],
)
def test_what_does_not_look_like_a_token_is_refused_before_any_key_is_asked_for(pool, token):
    assert reason_for(token, pool) == "shape"
    assert pool.asked == []


def test_an_endless_token_is_refused_before_any_key_is_asked_for(pool):
    assert reason_for("a" * (TOKEN_BYTES - 3) + ".b.c", pool) == "shape"
    assert reason_for("a" * 20_000 + ".b.c", pool) == "shape"
    assert pool.asked == []


@pytest.mark.parametrize(
    "algorithm",
    ["none", "None", "nOnE", "", "HS256", "RS384", "RS512", "PS256", "ES256", "rs256", None, ["RS256"], 256],
)
def test_no_algorithm_but_rs256_is_accepted(pool, algorithm):
    assert reason_for(pool.token(header={"kid": KID, "alg": algorithm}), pool) == "header"
    assert pool.asked == []


def test_an_unsigned_token_is_refused(pool):
    unsigned = ".".join([b64(b'{"alg":"none"}'), b64(json.dumps(GOOD_CLAIMS).encode()), ""])
    assert reason_for(unsigned, pool) == "shape"


@pytest.mark.parametrize("form", ["pem", "der", "jwk", "base64"])
@pytest.mark.parametrize("algorithm", ["HS256", "RS256"])
def test_the_public_key_is_no_hmac_secret_in_any_form(pool, form, algorithm):
    secret = {
        "pem": pool.public(serialization.Encoding.PEM),
        "der": pool.public(serialization.Encoding.DER),
        "jwk": json.dumps({"kty": "RSA", "n": pool.jwk.n, "e": pool.jwk.e}).encode(),
        "base64": base64.b64encode(pool.public(serialization.Encoding.DER)),
    }[form]
    forged = assemble(
        {"kid": KID, "alg": algorithm}, GOOD_CLAIMS, lambda data: hmac.new(secret, data, hashlib.sha256).digest()
    )
    assert reason_for(forged, pool) == ("header" if algorithm == "HS256" else "signature")


def test_another_key_under_the_id_of_the_real_one_is_refused(pool, attacker):
    assert reason_for(attacker.token(), pool) == "signature"


@pytest.mark.parametrize("name", ["jwk", "jku", "x5u", "x5c", "x5t", "x5t#S256"])
def test_a_token_that_brings_or_points_to_its_own_key_is_refused_before_any_key_is_asked_for(pool, attacker, name):
    value = {
        "jwk": {"kty": "RSA", "n": attacker.jwk.n, "e": attacker.jwk.e},
        "jku": "https://attacker.example/jwks.json",
        "x5u": "https://attacker.example/certificate.pem",
    }.get(name, ["MIIB"])
    for signer in (attacker, pool):
        assert reason_for(signer.token(header=GOOD_HEADER | {name: value}), pool) == "header"
    assert pool.asked == []


@pytest.mark.parametrize("kid", ["", "unknown", None, 1, ["pool-key-1"], {"kid": KID}])
def test_a_key_that_the_pool_does_not_have_is_refused(pool, kid):
    assert reason_for(pool.token(header={"kid": kid, "alg": "RS256"}), pool) == "key"


@pytest.mark.parametrize("jwk", [RsaJwk(n="AAAA", e="AQAB"), RsaJwk(n="!", e="AQAB"), RsaJwk(n="AQAB", e="")])
def test_a_key_that_is_none_is_refused(pool, jwk):
    class BrokenPool(Pool):
        def __init__(self) -> None:
            self.jwk = jwk
            self.asked = []

    assert reason_for(pool.token(), BrokenPool()) in {"key", "signature"}


@pytest.mark.parametrize(
    ("claim", "value"),
    [
        ("iss", "https://cognito-idp.eu-north-1.amazonaws.com/eu-north-1_OTHERPOOL"),
        ("iss", ISSUER + "/"),
        ("iss", [ISSUER]),
        ("iss", None),
        ("client_id", "another-client"),
        ("client_id", [CLIENT]),
        ("client_id", None),
        ("token_use", "id"),
        ("token_use", "refresh"),
        ("token_use", None),
        ("exp", NOW - 1),
        ("exp", NOW),
        ("exp", "9999999999"),
        ("exp", 1e300),
        ("exp", NOW + 100.5),
        ("exp", 10**30),
        ("exp", -1),
        ("exp", 0),
        ("exp", True),
        ("exp", None),
        ("iat", NOW + 3600),
        ("iat", NOW + LEEWAY_SECONDS + 1),
        ("iat", "now"),
        ("iat", None),
        ("nbf", NOW + 3600),
        ("nbf", "soon"),
        ("nbf", None),
        ("sub", ""),
        ("sub", "../other"),
        ("sub", "a/b"),
        ("sub", "a" * 65),
        ("sub", [USER]),
        ("sub", None),
    ],
)
def test_a_wrong_claim_is_refused_by_name(pool, claim, value):
    assert reason_for(pool.token(claims=GOOD_CLAIMS | {claim: value}), pool) == claim


@pytest.mark.parametrize("claim", ["iss", "client_id", "token_use", "exp", "iat", "sub"])
def test_a_missing_claim_is_refused_by_name(pool, claim):
    claims = {name: value for name, value in GOOD_CLAIMS.items() if name != claim}
    assert reason_for(pool.token(claims=claims), pool) == claim


def test_an_id_token_is_no_access_token(pool):
    claims = {name: value for name, value in GOOD_CLAIMS.items() if name != "client_id"}
    assert reason_for(pool.token(claims=claims | {"token_use": "id", "aud": CLIENT}), pool) == "token_use"


def test_clocks_may_differ_by_the_documented_leeway_when_a_token_is_new(pool):
    assert LEEWAY_SECONDS <= 60
    claims = GOOD_CLAIMS | {"iat": NOW + LEEWAY_SECONDS, "nbf": NOW + LEEWAY_SECONDS}
    assert verify(pool.token(claims=claims), pool).user_id == USER


@pytest.mark.parametrize(
    "extra",
    [{"crit": ["exp"]}, {"crit": []}, {"zip": "DEF"}, {"b64": False}, {"typ": "JWE"}, {"typ": 1}, {"enc": "A256GCM"}],
)
def test_a_header_that_changes_the_meaning_is_refused(pool, extra):
    assert reason_for(pool.token(header=GOOD_HEADER | extra), pool) == "header"


@pytest.mark.parametrize(
    "header",
    [
        '{"alg":"RS256","alg":"none","kid":"pool-key-1"}',
        '["RS256"]',
        "null",
        '"RS256"',
        "{",
        "",
        '{"alg":"RS256","kid":"pool-key-1","x":NaN}',
        "{" + '"a":{' * 60 + "}" * 61,
    ],
)
def test_a_header_that_is_no_plain_object_is_refused(pool, header):
    assert reason_for(pool.token(header=header or " "), pool) == "encoding"


@pytest.mark.parametrize(
    "claims",
    [
        json.dumps(GOOD_CLAIMS)[:-1] + f',"sub":"{USER}"}}',
        json.dumps([GOOD_CLAIMS]),
        json.dumps("claims"),
        "null",
        "1",
        "{'sub': 1}",
        json.dumps(GOOD_CLAIMS)[:-1] + ',"x":Infinity}',
        json.dumps(GOOD_CLAIMS)[:-1] + ',"x":' + "9" * 5000 + "}",
    ],
)
def test_claims_that_are_no_plain_object_are_refused(pool, claims):
    assert reason_for(pool.token(claims=claims), pool) == "encoding"


def test_a_changed_payload_is_refused(pool):
    header, _, signature = pool.token().split(".")
    changed = b64(json.dumps(GOOD_CLAIMS | {"sub": "somebody-else"}).encode())
    assert reason_for(f"{header}.{changed}.{signature}", pool) == "signature"


def test_a_compressed_encrypted_token_is_refused_without_inflating_it(pool, monkeypatch):
    monkeypatch.setattr(zlib, "decompress", lambda *_args, **_options: pytest.fail("the token was inflated"))
    header = b64(json.dumps({"alg": "dir", "enc": "A256GCM", "zip": "DEF"}).encode())
    bomb = b64(zlib.compress(b"0" * 4_000_000))
    encrypted = ".".join([header, "", b64(b"initialisation"), bomb[:6000], b64(b"tag")])
    assert reason_for(encrypted, pool) == "shape"
    assert pool.asked == []


@pytest.mark.parametrize("cut", [1, 50, 342])
def test_a_shortened_signature_is_refused(pool, cut):
    assert reason_for(pool.token()[:-cut], pool) in {"signature", "shape"}
