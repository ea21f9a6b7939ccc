"""The settings of a function, read once from its environment into frozen typed objects.

Each struct is one concern, so that a function needs only the variables of what it does. A field is required
unless it has a default; the variable is the field's name in capitals. `wiring` reads and caches; nothing else
looks at the environment. `template.yaml` sets every variable, and a test holds the two together.
"""

from collections.abc import Mapping
from typing import TypeVar

import msgspec
from msgspec import Struct

from resumate import limits
from resumate.errors import ConfigurationError


class SocketSettings(Struct, frozen=True):
    """Where pushes to connections go: the management URL of the socket API, stage included."""

    callback_url: str


class DatabaseSettings(Struct, frozen=True):
    """The secret with host, port, user, password and database name."""

    database_secret_arn: str


class BucketSettings(Struct, frozen=True):
    """The bucket of uploaded resumes; `public_s3_url` replaces the address a browser uploads to (laptop only)."""

    resume_bucket: str
    public_s3_url: str | None = None


class QueueSettings(Struct, frozen=True):
    """The queue of letters to write."""

    prompt_queue_url: str


class EmbedderSettings(Struct, frozen=True):
    """The endpoint that embeds, and the name of its model: vectors of another model are never compared.

    `embedder_patience` is how long one batch of texts may take with all retries, `embedder_read` one answer, in
    seconds; together they must fit into the function's timeout.
    """

    embedder_endpoint: str
    embedder_patience: float = 45.0
    embedder_read: int = limits.MODEL_READ_SECONDS
    embedder_model: str = "all-MiniLM-L6-v2"


class LanguageModelSettings(Struct, frozen=True):
    """The language model: its endpoint, its provider (in `inference.providers`), US dollars per million tokens."""

    llm_endpoint: str
    llm_provider: str = "sagemaker"
    llm_prompt_price: float = 0.0
    llm_completion_price: float = 0.0


class IdentitySettings(Struct, frozen=True):
    """Whose tokens are accepted; `allowed_origins` are comma-separated, "*" admits any page, "" none."""

    issuer: str
    jwks_url: str
    user_pool_client_id: str
    allowed_origins: str = ""


class SignUpSettings(Struct, frozen=True):
    """Who may sign up; `allowed_email_domains` are comma-separated, "" admits all."""

    confirm_by_email: bool = True
    allowed_email_domains: str = ""


class AccountSettings(Struct, frozen=True):
    """The user pool that an erased account is removed from."""

    user_pool_id: str


SettingsKind = TypeVar("SettingsKind", bound=Struct)


class MigrationSettings(Struct, frozen=True):
    """The secrets of the role that owns the schema and of the role the application uses."""

    migration_secret_arn: str
    database_secret_arn: str


ALL: tuple[type[Struct], ...] = (
    SocketSettings,
    DatabaseSettings,
    BucketSettings,
    QueueSettings,
    EmbedderSettings,
    LanguageModelSettings,
    IdentitySettings,
    SignUpSettings,
    AccountSettings,
    MigrationSettings,
)


def read_settings(kind: type[SettingsKind], environment: Mapping[str, str]) -> SettingsKind:
    """Return the settings of one kind; raises `ConfigurationError` that names the variable."""
    values: dict[str, str] = {}
    for field in msgspec.structs.fields(kind):
        variable = field.name.upper()
        value = environment.get(variable, "").strip()
        if value:
            values[field.name] = value
        elif field.required:
            raise ConfigurationError(message=f"The environment variable {variable} is not set.")
    try:
        return msgspec.convert(values, kind, strict=False)
    except msgspec.ValidationError as error:
        raise ConfigurationError(message=f"A setting of {kind.__name__} has a wrong value: {error}") from error
