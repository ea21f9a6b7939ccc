"""Makes every client, store and model, lazily and once a process; a warm invocation finds them all in place.

So the management client, the database connection and the model clients are reused between invocations. Settings are
read here and nowhere else. Imports stand inside the functions, see `wiring`, which hands these out.
"""

# ruff: noqa: PLC0415 - imports inside functions are this module's purpose, see above

import os
import time
import uuid
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct

from resumate import config

if TYPE_CHECKING:
    from datetime import date

    from resumate.actions.create_letter import LetterDesk
    from resumate.actions.edited_letter import EditingDesk
    from resumate.actions.export_letter import ExportDesk
    from resumate.actions.replay_erasures import ReplayDesk
    from resumate.actions.write_queued_letter import WritingDesk
    from resumate.gateway.caller import Caller
    from resumate.gateway.jwks import JwksKeys
    from resumate.gateway.push import Push, UserPush
    from resumate.letters.model import LanguageModel
    from resumate.matching.model import Embedder, Passage, ResumeSearch
    from resumate.storage.connections import ConnectionStore
    from resumate.storage.database import Database
    from resumate.storage.erasure_log import ErasureLog
    from resumate.storage.letter_versions import VersionStore
    from resumate.storage.letters import LetterStore
    from resumate.storage.model import ResumeRow
    from resumate.storage.objects import ObjectStore
    from resumate.storage.queue import LetterQueue
    from resumate.storage.resumes import ResumeStore
    from resumate.storage.sign_ins import SignIns

SettingsKind = TypeVar("SettingsKind", bound=Struct)


@cache
def settings(kind: type[SettingsKind]) -> SettingsKind:
    """Return the settings of one kind; raises `ConfigurationError` that names the missing variable."""
    return config.read_settings(kind, os.environ)


def new_id() -> str:
    """Return a fresh random id."""
    return str(uuid.uuid4())


def today() -> "date":
    """Return the date that durations are counted to."""
    return datetime.now(UTC).date()


@cache
def aws_client(service: str) -> Any:  # noqa: ANN401 - boto3 makes its clients' types at run time
    """Return the client of an AWS service; short time limits, two retries."""
    import boto3
    from botocore.config import Config

    # A laptop resolves no bucket names, so its S3 is addressed by path.
    style: Any = "path" if "AWS_ENDPOINT_URL" in os.environ else "virtual"
    chosen = Config(
        connect_timeout=3,
        read_timeout=20,
        retries={"total_max_attempts": 3, "mode": "standard"},
        s3={"addressing_style": style},
        signature_version="s3v4" if service == "s3" else None,
    )
    return boto3.session.Session().client(service, config=chosen)  # type: ignore[call-overload] # the name is no literal


@cache
def token_keys() -> "JwksKeys":
    """Return the signing keys of the user pool."""
    from resumate.gateway.jwks import JwksKeys, fetch_jwks

    address = settings(config.IdentitySettings).jwks_url
    return JwksKeys(lambda: fetch_jwks(address), time.time)


@cache
def push_to_connection() -> "Push":
    """Return what sends to one socket."""
    from resumate.gateway.client import make_management_client
    from resumate.gateway.push import Push

    return Push(make_management_client(settings(config.SocketSettings).callback_url, os.environ["AWS_REGION"]))


@cache
def user_push() -> "UserPush":
    """Return what sends to all live sockets of a user."""
    from resumate.gateway.push import UserPush

    return UserPush(push_to_connection(), connections())


@cache
def database() -> "Database":
    """Return the database, not yet connected."""
    from resumate.storage.database import Database
    from resumate.storage.secrets import database_conninfo

    arn = settings(config.DatabaseSettings).database_secret_arn
    return Database(lambda: database_conninfo(aws_client("secretsmanager"), arn))


@cache
def connections() -> "ConnectionStore":
    """Return the sockets of each user."""
    from resumate.storage.connections import ConnectionStore

    return ConnectionStore(database())


@cache
def resumes() -> "ResumeStore":
    """Return the resumes."""
    from resumate.storage.resumes import ResumeStore

    return ResumeStore(database())


@cache
def letters() -> "LetterStore":
    """Return the letters."""
    from resumate.storage.letters import LetterStore

    return LetterStore(database())


@cache
def versions() -> "VersionStore":
    """Return the versions of letters."""
    from resumate.storage.letter_versions import VersionStore

    return VersionStore(database())


@cache
def objects() -> "ObjectStore":
    """Return the uploaded files."""
    from resumate.storage.objects import ObjectStore

    bucket = settings(config.BucketSettings)
    return ObjectStore(aws_client("s3"), bucket.resume_bucket, bucket.public_s3_url)


@cache
def erasure_log() -> "ErasureLog":
    """Return the log of what was erased, which no backup of the database takes back."""
    from resumate.storage.erasure_log import ErasureLog

    return ErasureLog(aws_client("s3"), settings(config.BucketSettings).resume_bucket)


def replay_desk() -> "ReplayDesk":
    """Return what replaying the erasure log works with."""
    from resumate.actions.replay_erasures import ReplayDesk

    return ReplayDesk(erasure_log(), database(), objects(), sign_ins(), resumes(), letters(), user_push())


@cache
def queue() -> "LetterQueue":
    """Return the queue of letters to write."""
    from resumate.storage.queue import LetterQueue

    return LetterQueue(aws_client("sqs"), settings(config.QueueSettings).prompt_queue_url)


@cache
def embedder() -> "Embedder":
    """Return what turns texts into vectors."""
    from resumate.inference.back_off import BackOff
    from resumate.inference.client import make_runtime_client
    from resumate.inference.embedder import SageMakerEmbedder

    chosen = settings(config.EmbedderSettings)
    client = make_runtime_client(os.environ["AWS_REGION"], read_seconds=chosen.embedder_read)
    return SageMakerEmbedder(
        client,
        chosen.embedder_endpoint,
        model=chosen.embedder_model,
        make_back_off=lambda: BackOff(patience=chosen.embedder_patience),
    )


@cache
def language_model() -> "LanguageModel":
    """Return the language model of the configured provider."""
    from resumate.inference.providers import make_language_model

    chosen = settings(config.LanguageModelSettings)
    return make_language_model(chosen.llm_provider, chosen.llm_endpoint, os.environ["AWS_REGION"])


def search_in(user_id: str, resume: "ResumeRow") -> "ResumeSearch":
    """Return the search inside one resume."""
    from resumate.storage.chunk_search import ChunkSearch

    model = settings(config.EmbedderSettings).embedder_model
    return ChunkSearch(database(), user_id, resume.resume_id, model, sha256=resume.sha256)


def letter_desk(caller: "Caller") -> "LetterDesk":
    """Return what starting a letter works with."""
    from resumate.actions.create_letter import LetterDesk

    return LetterDesk(
        resumes=resumes(),
        letters=letters(),
        search=search_in,
        embedder=embedder(),
        queue=queue(),
        push=user_push(),
        reply=lambda event: push_to_connection().to_connection(caller.connection_id, event),
        today=today,
    )


def passages_of(user_id: str, resume: "ResumeRow") -> "list[Passage]":
    """Return every passage of one resume."""
    from resumate.storage.chunk_search import ChunkSearch

    return ChunkSearch(database(), user_id, resume.resume_id, sha256=resume.sha256).passages()


def editing_desk() -> "EditingDesk":
    """Return what checking and saving an edited letter works with."""
    from resumate.actions.edited_letter import EditingDesk

    return EditingDesk(letters=letters(), versions=versions(), resumes=resumes(), passages=passages_of, today=today)


def export_desk() -> "ExportDesk":
    """Return what exporting a letter works with."""
    from resumate.actions.export_letter import ExportDesk
    from resumate.exports.render import render

    return ExportDesk(
        letters=letters(), versions=versions(), resumes=resumes(), objects=objects(), render=render, today=today
    )


def writing_desk() -> "WritingDesk":
    """Return what writing a letter works with."""
    from resumate.actions.write_queued_letter import WritingDesk

    chosen = settings(config.LanguageModelSettings)
    return WritingDesk(
        letters=letters(),
        resumes=resumes(),
        model=language_model(),
        embedder=embedder(),
        push=user_push(),
        prices=(chosen.llm_prompt_price, chosen.llm_completion_price),
    )


@cache
def sign_ins() -> "SignIns":
    """Return the sign-ins of the user pool."""
    from resumate.storage.sign_ins import SignIns

    return SignIns(aws_client("cognito-idp"), settings(config.AccountSettings).user_pool_id)
