"""Where the laptop home keeps its things and which ports it uses: read once from the environment.

`Settings` holds the few choices a user has; `Layout` derives every path below the state folder from it, so that
no other module joins paths of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from devstack.problems import Problem, ProblemCode

DEFAULT_PORT = 4566
REGION = "us-east-1"
ACCOUNT_ID = "000000000000"
STACK_NAME = "resumate"


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of a user.

    Attributes:
        checkout: the folder with `template.yaml`.
        home: the folder of all state (``RESUMATE_HOME``, default ``.devstack`` in the checkout).
        port: the port of the embedded AWS and the socket (``RESUMATE_PORT``); 0 takes a free one.
        llm_base_url: an OpenAI-compatible server to write with (``LLM_BASE_URL``), else the composer writes.
        llm_model: the model to ask that server for (``LLM_MODEL``).
    """

    checkout: Path
    home: Path
    port: int = DEFAULT_PORT
    llm_base_url: str | None = None
    llm_model: str | None = None

    @property
    def layout(self) -> "Layout":
        """The paths of these settings."""
        return Layout(self.checkout, self.home)


@dataclass(frozen=True, slots=True)
class Layout:
    """Every path that the laptop home reads or writes."""

    checkout: Path
    home: Path

    @property
    def lock(self) -> Path:
        """Held by the running `resumate up`."""
        return self.home / "lock"

    @property
    def running(self) -> Path:
        """Which processes run, with their addresses."""
        return self.home / "stack.json"

    @property
    def deployed(self) -> Path:
        """What was deployed last: fingerprint and outputs."""
        return self.home / "deployed.json"

    @property
    def account(self) -> Path:
        """The demo account."""
        return self.home / "account.json"

    @property
    def uploads(self) -> Path:
        """Which resumes the command itself uploaded, oldest first."""
        return self.home / "uploads.json"

    @property
    def postgres(self) -> Path:
        """The data directory of PostgreSQL."""
        return self.home / "postgres"

    @property
    def models(self) -> Path:
        """What the model host derives from the weights."""
        return self.home / "models"

    @property
    def aws(self) -> Path:
        """State, objects and unpacked code of the embedded AWS."""
        return self.home / "aws"

    @property
    def aws_state(self) -> Path:
        """The embedded AWS's state files."""
        return self.aws / "state"

    @property
    def aws_objects(self) -> Path:
        """The bodies of objects in buckets."""
        return self.aws / "objects"

    @property
    def logs(self) -> Path:
        """One file a process."""
        return self.home / "logs"

    @property
    def function_logs(self) -> Path:
        """One file a function."""
        return self.logs / "functions"

    @property
    def scratch(self) -> Path:
        """Emptied at every start."""
        return self.home / "scratch"

    @property
    def build(self) -> Path:
        """What `sam build` made; shared by all state folders of one checkout."""
        return self.checkout / ".aws-sam" / "build"


def read_settings(environment: Mapping[str, str], checkout: Path | None = None) -> Settings:
    """Return the settings of an environment; raises `Problem` that names the variable."""
    root = checkout or Path(__file__).resolve().parent.parent
    home = environment.get("RESUMATE_HOME", "").strip()
    llm_base_url = environment.get("LLM_BASE_URL", "").strip() or None
    llm_model = environment.get("LLM_MODEL", "").strip() or None
    if llm_base_url and not llm_model:
        raise Problem(
            ProblemCode.USAGE, "LLM_BASE_URL is set and LLM_MODEL is not.", "Set LLM_MODEL to the model's name there."
        )
    return Settings(
        checkout=root,
        home=Path(home).expanduser().resolve() if home else root / ".devstack",
        port=_read_port(environment.get("RESUMATE_PORT", "").strip()),
        llm_base_url=llm_base_url,
        llm_model=llm_model,
    )


def _read_port(text: str) -> int:
    if not text:
        return DEFAULT_PORT
    if text.isascii() and text.isdigit() and int(text) < 65_536:
        return int(text)
    raise Problem(
        ProblemCode.USAGE,
        f"RESUMATE_PORT is {text!r}, which is not a port.",
        "Set it to a number from 1 to 65535, or to 0 for any free port.",
    )
