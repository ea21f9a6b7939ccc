"""The packed archives, unpacked where a container would, served by the model host, and asked as a deploy asks them."""

import io
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest

from devstack.model_endpoints import ScriptEndpoint
from devstack.sagemaker import SageMakerHost
from sagemaker_models.deployment import contents, smoke
from sagemaker_models.deployment.archive import Archive
from sagemaker_models.deployment.problems import DeploymentError


def unpacked(archive: Archive, folder: Path) -> ScriptEndpoint:
    with tarfile.open(fileobj=io.BytesIO(archive.content)) as opened:
        opened.extractall(folder, filter="data")
    return ScriptEndpoint(folder / "code" / "inference.py", folder)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    folder = tmp_path_factory.mktemp("built")
    contents.build_embedding(folder)
    return contents.pack_embedding(folder, [])


@pytest.fixture(scope="module")
def runtime(archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    endpoints = {
        "embedder": unpacked(archive, tmp_path_factory.mktemp("embedding")),
        "llm": unpacked(contents.pack_composer(), tmp_path_factory.mktemp("composer")),
    }
    host = SageMakerHost(tmp_path_factory.mktemp("cache"), endpoints=endpoints)
    host.start()
    yield boto3.client(
        "sagemaker-runtime",
        endpoint_url=host.url,
        region_name="us-east-1",
        aws_access_key_id="local",
        aws_secret_access_key="local",
    )
    host.stop()


def test_the_packed_embedder_answers_the_contract(runtime: Any) -> None:
    assert "least closeness" in smoke.ask_embedder(runtime, "embedder")


def test_the_packed_composer_answers_the_contract(runtime: Any) -> None:
    assert "words in" in smoke.ask_language_model(runtime, "llm", "llm-component")


def test_an_endpoint_that_is_not_there_is_told(runtime: Any) -> None:
    with pytest.raises(DeploymentError, match="nobody runs"):
        smoke.ask_embedder(runtime, "nobody")


def test_building_twice_gives_the_same_archive(archive: Archive, tmp_path: Path) -> None:
    contents.build_embedding(tmp_path)
    assert contents.pack_embedding(tmp_path, []).sha256 == archive.sha256


def test_the_command_packs_without_the_sdk() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "sagemaker_models.deploy", "up", "--stack-name", "x", "--region", "eu-central-1"],
        capture_output=True,
        text=True,
        check=False,
        cwd=contents.MODELS.parent,
        timeout=60,
    )
    assert done.returncode == 1
    assert "make operators" in done.stderr
