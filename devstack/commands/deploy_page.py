"""`resumate deploy-page`: uploads the page of a stack on AWS and tells CloudFront that it changed.

On this machine `resumate up` publishes the page; the files, their types, `config.json` and the policy in the start page
are made by the same code (`devstack.page`).
"""

import argparse
import time
from collections.abc import Callable
from typing import Any, Final

from devstack.aws.target import Target, add_target_to, aws_problems, find_target
from devstack.page import PageConfig, page_files, put_files
from devstack.problems import Problem, ProblemCode
from devstack.progress import Progress
from devstack.settings import Settings

HELP = "upload the page of a stack on AWS, with its configuration, and clear CloudFront's cache"

CACHE: Final = "max-age=0, must-revalidate, s-maxage=86400"
"""A browser asks every time, and mostly gets “not modified”; CloudFront keeps a day, or until it is told otherwise."""

INVALIDATION_SECONDS: Final = 900.0
_POLL_SECONDS: Final = 5.0


def add_to(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("--no-wait", action="store_true", help="do not wait until CloudFront has cleared its cache")
    add_target_to(parser)


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Upload the page; its address goes to stdout."""
    if arguments.stack_name is None:
        raise Problem(
            ProblemCode.USAGE,
            "No stack is named.",
            "Add --stack-name; on this machine `resumate up` publishes the page by itself.",
        )
    progress = Progress()
    target = find_target(arguments, settings)
    with progress.step("Uploading the page"):
        removed = upload_page(target, settings)
    if removed:
        progress.say(f"  Removed {len(removed)} files that are no part of it any more.")
    if distribution := target.outputs.get("PageDistributionId"):
        with progress.step("Clearing CloudFront's cache"):
            clear_cache(target, distribution, wait=not arguments.no_wait)
    print(target.output("PageUrl"))
    return 0


def upload_page(target: Target, settings: Settings) -> list[str]:
    """Upload all files, then remove what is there and no part of the page; return the names of these."""
    web = settings.checkout / "web"
    if not (web / "index.html").is_file():
        raise Problem(ProblemCode.FILE_MISSING, f"The page is missing: {web}.", "Restore the checkout's web folder.")
    files = page_files(web, aws_config(target))
    bucket, buckets = target.output("PageBucket"), target.client("s3")
    with aws_problems("uploading the page"):
        put_files(buckets, bucket, files, CACHE)
        pages = buckets.get_paginator("list_objects_v2").paginate(Bucket=bucket)
        there = [item["Key"] for page in pages for item in page.get("Contents", [])]
        gone = sorted({*there} - {file.name for file in files})
        for name in gone:
            buckets.delete_object(Bucket=bucket, Key=name)
    return gone


def aws_config(target: Target) -> PageConfig:
    """Return what the page has to know of its stack."""
    return PageConfig(
        socket=target.output("SocketUrl"),
        cognito=f"{target.output('CognitoUrl').rstrip('/')}/",
        user_pool_client_id=target.output("UserPoolClientId"),
        uploads=target.output("UploadOrigin"),
    )


def clear_cache(
    target: Target,
    distribution: str,
    *,
    wait: bool,
    now: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Invalidate everything; raises `Problem` when it takes longer than `INVALIDATION_SECONDS`."""
    cloudfront: Any = target.client("cloudfront")
    with aws_problems("clearing CloudFront's cache"):
        batch = {"Paths": {"Quantity": 1, "Items": ["/*"]}, "CallerReference": str(time.time_ns())}
        made = cloudfront.create_invalidation(DistributionId=distribution, InvalidationBatch=batch)["Invalidation"]
        deadline = now() + INVALIDATION_SECONDS
        while wait and made["Status"] != "Completed":
            if now() > deadline:
                raise Problem(
                    ProblemCode.TIMEOUT,
                    "CloudFront is still clearing its cache.",
                    "The page is uploaded; it goes on by itself.",
                )
            sleep(_POLL_SECONDS)
            made = cloudfront.get_invalidation(DistributionId=distribution, Id=made["Id"])["Invalidation"]
