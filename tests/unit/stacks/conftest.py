"""The application as CloudFormation gets it on AWS, and its nested stacks."""

from typing import Any

import pytest

from devstack.translated import STACKS, read_yaml, translated

Template = dict[str, Any]


@pytest.fixture(scope="session")
def application() -> Template:
    """`template.yaml`, translated from SAM; intrinsic functions in their long form."""
    return translated()


@pytest.fixture(scope="session")
def stacks() -> dict[str, Template]:
    """The nested stacks by the name of their file."""
    return {path.stem: read_yaml(path) for path in STACKS}


@pytest.fixture(scope="session")
def templates(application: Template, stacks: dict[str, Template]) -> dict[str, Template]:
    """All of them, the application among them as `template`."""
    return {"template": application, **stacks}
