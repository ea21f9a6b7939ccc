"""From a message at the socket to the first words of a letter, against the same path with empty functions, in one run.

``python benchmarks/latency.py [--rounds N]``. Both are deployed on one local stack and take the same way: the socket's
route, a function that puts a message into a queue, a function that takes it and pushes to the socket. The peer's two
functions do nothing else: boto3 clients that are reused, the same layers and memory. Ours, in between, read the job,
embed its requirements, search the resume, write the prompt, take the lease, prompt the composer and store the first
words. Warm, one letter at a time, the rounds alternate. Leaves with status 1 when the p50 is over three times the peer's.
"""

import argparse
import io
import json
import statistics
import sys
import time
import zipfile
from typing import Final

from websockets.sync.client import ClientConnection, connect

from benchmarks.local_stack import JOB, connect_somebody, local_stack, upload_sample
from devstack.client import SocketClient, new_request_id
from devstack.environments import aws_client
from devstack.settings import ACCOUNT_ID, REGION
from devstack.state import RunningStack
from resumate.gateway.messages import CreateLetter, LetterCompleted, LetterDelta, LetterQueued

TARGET: Final = 3.0
WARM_UP: Final = 3
# Empty handlers: everything that the way itself needs, and no work on it.
PEER_CODE: Final = """
import os, boto3
sqs = boto3.client("sqs")
management = boto3.client("apigatewaymanagementapi", endpoint_url=os.environ["CALLBACK_URL"])

def take(event, context):
    sqs.send_message(QueueUrl=os.environ["QUEUE_URL"], MessageBody=event["requestContext"]["connectionId"])
    return {"statusCode": 200}

def push(event, context):
    for record in event["Records"]:
        management.post_to_connection(ConnectionId=record["body"], Data=b'{"type":"delta","text":"Dear"}')
"""


def deploy_peer(running: RunningStack) -> str:
    """Deploy the peer beside the application; return the address of its socket."""
    url = running.addresses["aws"]
    functions, gateway, queues = (aws_client(name, url) for name in ("lambda", "apigatewayv2", "sqs"))
    api = gateway.create_api(Name="peer", ProtocolType="WEBSOCKET", RouteSelectionExpression="$request.body.action")
    queue = queues.create_queue(QueueName="peer", Attributes={"VisibilityTimeout": "60"})["QueueUrl"]
    arn = queues.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    own = functions.get_function_configuration(FunctionName="resumate-process-and-respond")
    place = f"{url}/_aws/execute-api/{api['ApiId']}/live"
    variables = {"QUEUE_URL": queue, "CALLBACK_URL": place, "AWS_ENDPOINT_URL": url}
    for name in ("take", "push"):
        functions.create_function(
            FunctionName=f"peer-{name}",
            Runtime=own["Runtime"],
            Role=f"arn:aws:iam::{ACCOUNT_ID}:role/peer",
            Handler=f"peer.{name}",
            Code={"ZipFile": _archive()},
            Layers=[layer["Arn"] for layer in own["Layers"]],
            MemorySize=own["MemorySize"],
            Environment={"Variables": variables},
        )
    functions.create_event_source_mapping(FunctionName="peer-push", EventSourceArn=arn, BatchSize=1)
    function = f"arn:aws:lambda:{REGION}:{ACCOUNT_ID}:function:peer-take"
    uri = f"arn:aws:apigateway:{REGION}:lambda:path/2015-03-31/functions/{function}/invocations"
    joined = gateway.create_integration(ApiId=api["ApiId"], IntegrationType="AWS_PROXY", IntegrationUri=uri)
    target = f"integrations/{joined['IntegrationId']}"
    gateway.create_route(ApiId=api["ApiId"], RouteKey="take", Target=target)
    gateway.create_stage(ApiId=api["ApiId"], StageName="live", AutoDeploy=True)
    return place.replace("http", "ws", 1)


def _archive() -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("peer.py", PEER_CODE)
    return archive.getvalue()


def one_of_ours(client: SocketClient, number: int) -> float:
    """Ask for one letter; return the seconds to its first words, having waited for its end."""
    job = f"{JOB}\nReference {number}-{new_request_id()[:8]}\n"
    started = time.perf_counter()
    queued = client.ask_for(CreateLetter(new_request_id(), job_description=job), LetterQueued)
    client.wait_for(LetterDelta, seconds=60, matching=lambda event: event.letter_id == queued.letter_id)
    seconds = time.perf_counter() - started
    client.wait_for(LetterCompleted, seconds=60)
    return seconds


def one_of_the_peer(socket: ClientConnection) -> float:
    """Send one message; return the seconds until something is pushed."""
    started = time.perf_counter()
    socket.send(json.dumps({"action": "take"}))
    socket.recv(timeout=30)
    return time.perf_counter() - started


def report(ours: list[float], peer: list[float]) -> bool:
    """Print the table; return whether the target is reached."""
    print(f"Socket to first words, warm, one at a time, {len(ours)} rounds, milliseconds\n")
    print("| path | p50 | p95 |\n|---|---|---|")
    for name, seconds in (("ours, with the composer", ours), ("the same way, empty functions", peer)):
        print(f"| {name} | {statistics.median(seconds) * 1000:.0f} | {_percentile_95(seconds) * 1000:.0f} |")
    ratio = statistics.median(ours) / statistics.median(peer)
    print(
        f"| ratio | {ratio:.1f} x (target: at most {TARGET:.0f} x) | {_percentile_95(ours) / _percentile_95(peer):.1f} x |"
    )
    return ratio <= TARGET


def _percentile_95(seconds: list[float]) -> float:
    return statistics.quantiles(seconds, n=20, method="inclusive")[-1]


def main() -> int:
    """Start, deploy the peer, measure, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=40, help="letters measured; at most 95, the day's quota")
    rounds = parser.parse_args().rounds
    ours, peer = [], []
    with local_stack() as (_, running), connect_somebody(running) as client, connect(deploy_peer(running)) as socket:
        upload_sample(client)
        for number in range(WARM_UP + rounds):
            ours.append(one_of_ours(client, number))
            peer.append(one_of_the_peer(socket))
    return 0 if report(ours[WARM_UP:], peer[WARM_UP:]) else 1


if __name__ == "__main__":
    sys.exit(main())
