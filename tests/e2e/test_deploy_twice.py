"""Deploying what is deployed changes nothing; deleting and deploying again works, and what is to outlive the stack does."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from devstack.client import new_request_id
from devstack.deploy import deploy
from devstack.environments import aws_client
from devstack.page import publish_page
from devstack.progress import Progress
from devstack.settings import STACK_NAME, Settings, read_settings
from devstack.stack import Stack
from devstack.state import RunningStack, read_json, write_json
from resumate.gateway.messages import Letters, ListLetters
from tests.e2e import journey
from tests.e2e.conftest import new_person
from tests.e2e.test_faults import ask_database, wait_for

pytestmark = pytest.mark.timeout(900)  # a stack of its own is started first


@pytest.fixture(scope="module")
def own_settings() -> Iterator[Settings]:
    home = Path(tempfile.mkdtemp(prefix="resumate-deploys-"))
    yield read_settings({"RESUMATE_HOME": str(home), "RESUMATE_PORT": "0"})
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="module")
def deployed(own_settings: Settings) -> Iterator[RunningStack]:
    """A stack that may be deleted."""
    stack = Stack(own_settings, Progress())
    yield stack.start()
    stack.stop()


def deploy_again(settings: Settings, running: RunningStack) -> dict[str, str]:
    """Run `sam deploy` with what it was run with; return the outputs."""
    last: dict[str, Any] = read_json(settings.layout.deployed)
    settings.layout.deployed.unlink()  # else it is not even tried
    done = deploy(settings.layout, running.addresses["aws"], last["build"], last["parameters"])
    assert done.changed
    write_json(settings.layout.deployed, last)
    return done.outputs


def resources_of(running: RunningStack) -> dict[str, str]:
    """The physical id of every resource of the stack."""
    cloudformation = aws_client("cloudformation", running.addresses["aws"])
    found = cloudformation.get_paginator("list_stack_resources").paginate(StackName=STACK_NAME)
    summaries = [item for page in found for item in page["StackResourceSummaries"]]
    return {item["LogicalResourceId"]: item["PhysicalResourceId"] for item in summaries}


def test_a_second_deploy_changes_nothing_and_keeps_everything(own_settings: Settings, deployed: RunningStack):
    person = new_person(deployed)
    client = person.connect()
    journey.ready_resume(client)
    letter = journey.write(client).completed
    before = resources_of(deployed)
    assert deploy_again(own_settings, deployed) == deployed.outputs
    assert "No changes to deploy" in (own_settings.layout.logs / "deploy.log").read_text(encoding="utf-8")
    assert resources_of(deployed) == before
    journey.assert_usable(client)
    kept = client.ask_for(ListLetters(request_id=new_request_id()), Letters).items
    assert [item.letter_id for item in kept] == [letter.letter_id]
    person.close()


def test_a_deleted_stack_leaves_files_and_letters_and_can_be_deployed_again(
    own_settings: Settings, deployed: RunningStack
):
    url = deployed.addresses["aws"]
    person = new_person(deployed)
    client = person.connect()
    resume_id = journey.ready_resume(client)
    letter_id = journey.write(client).completed.letter_id
    person.close()
    bucket = deployed.outputs["ResumeBucket"]
    delete_stack(url)
    assert names_in(aws_client("lambda", url).list_functions()["Functions"], "FunctionName") == set()
    assert aws_client("sqs", url).list_queues().get("QueueUrls", []) == []
    kept = aws_client("s3", url).list_objects_v2(Bucket=bucket)["Contents"]
    assert any(item["Key"].endswith(resume_id) for item in kept)
    assert ask_database(own_settings, "select status from letters where id = %s", letter_id) == "completed"

    deployed.outputs = deploy_again(own_settings, deployed)
    deployed.addresses["socket"] = deployed.outputs["SocketUrl"].replace("http", "ws", 1)
    assert deployed.outputs["ResumeBucket"] != bucket
    newcomer = new_person(deployed)
    assert_page_works(own_settings, deployed)
    client = newcomer.connect()
    journey.ready_resume(client)
    assert journey.write(client).completed
    newcomer.close()


def delete_stack(url: str) -> None:
    cloudformation = aws_client("cloudformation", url)
    cloudformation.delete_stack(StackName=STACK_NAME)

    def gone() -> bool:
        stacks = cloudformation.list_stacks()["StackSummaries"]
        return {item["StackStatus"] for item in stacks if item["StackName"] == STACK_NAME} <= {"DELETE_COMPLETE"}

    assert wait_for(gone, 60)


def names_in(items: list[dict[str, Any]], key: str) -> set[str]:
    return {item[key] for item in items if item[key].startswith(STACK_NAME)}


def assert_page_works(settings: Settings, running: RunningStack) -> None:
    """The page is served with the addresses of the new stack."""
    page = publish_page(settings.layout, running.addresses["aws"], running.outputs)
    with httpx.Client(trust_env=False) as browser:
        assert browser.get(page).status_code == 200
        config = browser.get(page.replace("index.html", "config.json")).json()
    assert config["socket"] == running.addresses["socket"]
    assert config["userPoolClientId"] == running.outputs["UserPoolClientId"]
