"""Who may open a socket: a person with a valid access token of this user pool and this app client, and nobody else."""

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from botocore.exceptions import ClientError
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from devstack.client import SocketClient
from devstack.environments import aws_client
from devstack.problems import Problem
from devstack.settings import Settings
from devstack.state import RunningStack
from tests.e2e import journey
from tests.e2e.conftest import Person

Claims = dict[str, Any]


class Mint:
    """Makes tokens with the pool's own signing key, so that nothing but the claim under test is wrong with them.

    Args:
        key: the pool's private key, which the laptop keeps in its state folder.
        token: a token of the pool, as the pattern.
    """

    def __init__(self, key: rsa.RSAPrivateKey, token: str) -> None:
        self.key = key
        self.token = token
        header, payload, _ = token.split(".")
        self.header: Claims = json.loads(decoded(header))
        self.claims: Claims = json.loads(decoded(payload))

    @property
    def public_key(self) -> rsa.RSAPublicKey:
        return self.key.public_key()

    def signed(
        self, claims: Claims | None = None, header: Claims | None = None, key: rsa.RSAPrivateKey | None = None
    ) -> str:
        """A token with some claims and header fields replaced; None removes one."""
        start = self.unsigned(claims, header)
        signature = (key or self.key).sign(start.encode(), padding.PKCS1v15(), hashes.SHA256())
        return f"{start}.{encoded(signature)}"

    def unsigned(self, claims: Claims | None = None, header: Claims | None = None) -> str:
        """The first two parts of a token."""
        parts = (self.header | (header or {}), self.claims | (claims or {}))
        kept = ({name: value for name, value in part.items() if value is not None} for part in parts)
        return ".".join(encoded(json.dumps(part).encode()) for part in kept)

    def with_hmac(self, secret: bytes) -> str:
        """A token that says HS256 and is signed with a secret of that algorithm."""
        start = self.unsigned(header={"alg": "HS256"})
        return f"{start}.{encoded(hmac.new(secret, start.encode(), hashlib.sha256).digest())}"


def encoded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def decoded(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


@pytest.fixture
def mint(settings: Settings, person: Person) -> Mint:
    pem = (settings.layout.aws_state / "cognito-rsa-key.pem").read_bytes()
    key = serialization.load_pem_private_key(pem, password=None)
    assert isinstance(key, rsa.RSAPrivateKey)
    return Mint(key, person.token())


def spki(mint: Mint, form: serialization.Encoding) -> bytes:
    return mint.public_key.public_bytes(form, serialization.PublicFormat.SubjectPublicKeyInfo)


def jwk(mint: Mint) -> Claims:
    number = mint.public_key.public_numbers()
    exponent, modulus = number.e.to_bytes(3, "big"), number.n.to_bytes(256, "big")
    return {"kty": "RSA", "alg": "RS256", "kid": mint.header["kid"], "e": encoded(exponent), "n": encoded(modulus)}


def tampered(mint: Mint) -> str:
    _, _, signature = mint.token.split(".")
    return f"{mint.unsigned({'sub': '00000000-0000-4000-8000-000000000000'})}.{signature}"


def foreign_key(mint: Mint) -> str:
    return mint.signed(key=rsa.generate_private_key(public_exponent=65537, key_size=2048))


FORGED: dict[str, Callable[[Mint], str | None]] = {
    "none": lambda _: None,
    "empty": lambda _: "",
    "null": lambda _: "null",
    "garbage": lambda _: "Bearer x",
    "three dots": lambda _: "a.b.c",
    "20 kB": lambda mint: mint.token + "A" * 20_000,
    "tampered": tampered,
    "expired": lambda mint: mint.signed({"exp": int(time.time()) - 1}),
    "expires never": lambda mint: mint.signed({"exp": None}),
    "expires as text": lambda mint: mint.signed({"exp": "9999999999"}),
    "not yet valid": lambda mint: mint.signed({"nbf": int(time.time()) + 300}),
    "issued in the future": lambda mint: mint.signed({"iat": int(time.time()) + 300}),
    "other pool": lambda mint: mint.signed({"iss": mint.claims["iss"] + "x"}),
    "issuer with a slash": lambda mint: mint.signed({"iss": mint.claims["iss"] + "/"}),
    "other app client": lambda mint: mint.signed({"client_id": "anotherclient"}),
    "id token by claim": lambda mint: mint.signed({"token_use": "id"}),
    "alg none": lambda mint: mint.unsigned(header={"alg": "none"}) + ".",
    "alg nOnE": lambda mint: mint.unsigned(header={"alg": "nOnE"}) + ".AA",
    "HS256 with the key as PEM": lambda mint: mint.with_hmac(spki(mint, serialization.Encoding.PEM)),
    "HS256 with the key as DER": lambda mint: mint.with_hmac(spki(mint, serialization.Encoding.DER)),
    "HS256 with the key as JWK": lambda mint: mint.with_hmac(json.dumps(jwk(mint)).encode()),
    "another's key under this id": foreign_key,
    "unknown key id": lambda mint: mint.signed(header={"kid": "another"}),
    "brings its own key": lambda mint: mint.signed(header={"jwk": jwk(mint)}),
    "critical header": lambda mint: mint.signed(header={"crit": ["exp"]}),
}


def test_the_mint_makes_tokens_that_are_accepted(stack: RunningStack, mint: Mint):
    with SocketClient.open(stack.addresses["socket"], mint.signed()) as client:
        journey.assert_usable(client)


@pytest.mark.parametrize("name", FORGED)
def test_a_token_that_is_not_a_valid_access_token_opens_no_socket(stack: RunningStack, mint: Mint, name: str):
    assert status_of_opening(stack, FORGED[name](mint)) in (401, 403)


def test_the_id_and_the_refresh_token_of_the_same_sign_in_open_no_socket(stack: RunningStack, person: Person):
    answer = signed_in(stack, person)
    for kind in ("IdToken", "RefreshToken"):
        assert status_of_opening(stack, answer[kind]) in (401, 403), kind


def test_a_token_of_another_app_client_of_the_same_pool_opens_no_socket(stack: RunningStack, person: Person):
    cognito = aws_client("cognito-idp", stack.addresses["aws"])
    pool = stack.outputs["UserPoolId"]
    flows = ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
    made = cognito.create_user_pool_client(UserPoolId=pool, ClientName="another", ExplicitAuthFlows=flows)
    client_id = made["UserPoolClient"]["ClientId"]
    try:
        token = signed_in(stack, person, client_id)["AccessToken"]
        assert status_of_opening(stack, token) in (401, 403)
    finally:
        cognito.delete_user_pool_client(UserPoolId=pool, ClientId=client_id)


def test_a_token_that_ends_while_the_socket_is_open_ends_what_the_socket_may_do(stack: RunningStack, mint: Mint):
    ending = mint.signed({"exp": int(time.time()) + 2})
    with SocketClient.open(stack.addresses["socket"], ending) as client:
        journey.assert_usable(client)
        time.sleep(2.5)
        answer = client.ask(journey.Ping(request_id="late"))
        assert isinstance(answer, journey.ErrorEvent)
        assert answer.code == "unauthorized"


@pytest.mark.parametrize("known", [True, False])
def test_a_wrong_password_and_an_unknown_person_are_refused(stack: RunningStack, person: Person, *, known: bool):
    """The pool is told to say the same of both (`PreventUserExistenceErrors`), which the laptop's does not heed."""
    stranger = Person(stack, person.email if known else "nobody-knows@example.com", "Wrong-Password-1")
    with pytest.raises(ClientError) as refused:
        signed_in(stack, stranger)
    assert refused.value.response["Error"]["Code"] in {"NotAuthorizedException", "UserNotFoundException"}


def signed_in(stack: RunningStack, person: Person, client_id: str | None = None) -> dict[str, str]:
    """All three tokens of a sign-in."""
    cognito = aws_client("cognito-idp", stack.addresses["aws"])
    answer = cognito.initiate_auth(
        ClientId=client_id or stack.outputs["UserPoolClientId"],
        AuthFlow="USER_PASSWORD_AUTH",
        AuthParameters={"USERNAME": person.email, "PASSWORD": person.password},
    )
    return dict(answer["AuthenticationResult"])


def status_of_opening(stack: RunningStack, token: str | None) -> int:
    """The status with which a socket is refused; fails when it opens."""
    with pytest.raises(Problem) as refused:
        SocketClient.open(stack.addresses["socket"], token).close()
    assert refused.value.code == "sign_in", refused.value
    return int(refused.value.message.rpartition("status ")[2].rstrip("."))
