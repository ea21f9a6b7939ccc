"""A resume of two pages, from the upload to `resume.ready`, through the whole local stack.

``python benchmarks/upload.py [--rounds N]``. Warm, one at a time: the presigned POST, the bucket's event, reading in a
child process, sections, chunks, embedding, storing, and the push to the socket. The file is deleted after each round.
There is no peer for it: the target is a time. Leaves with status 1 when the median is over a second.
"""

import argparse
import statistics
import sys
import time
from typing import Final

from benchmarks.local_stack import connect_somebody, local_stack
from devstack.client import SocketClient, new_request_id, post_upload
from resumate.gateway.messages import CreateUpload, DeleteResume, Receipt, ResumeReady, UploadCreated
from tests.documents.pdf_layouts import two_pages
from tests.documents.people import ENGINEER

TARGET_SECONDS: Final = 1.0
WARM_UP: Final = 3


def one_upload(client: SocketClient, content: bytes) -> float:
    """Upload a file; return the seconds from the POST until it was read."""
    slot = CreateUpload(new_request_id(), file_name="cv.pdf", content_type="application/pdf", size=len(content))
    created = client.ask_for(slot, UploadCreated)
    started = time.perf_counter()
    post_upload(created, "cv.pdf", content)
    client.wait_for(ResumeReady, seconds=60)
    seconds = time.perf_counter() - started
    client.ask_for(DeleteResume(new_request_id(), resume_id=created.resume_id), Receipt)
    return seconds


def main() -> int:
    """Start, measure, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=30)
    rounds, content = parser.parse_args().rounds, two_pages(ENGINEER).data
    with local_stack() as (_, running), connect_somebody(running) as client:
        seconds = [one_upload(client, content) for _ in range(WARM_UP + rounds)][WARM_UP:]
    median, late = statistics.median(seconds), statistics.quantiles(seconds, n=20, method="inclusive")[-1]
    print(f"A PDF of two pages, {len(content):,} bytes, upload to ready, warm, {rounds} rounds\n")
    print("| p50 | p95 | target for the p50 |\n|---|---|---|")
    print(f"| {median * 1000:.0f} ms | {late * 1000:.0f} ms | at most {TARGET_SECONDS * 1000:.0f} ms |")
    return 0 if median <= TARGET_SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
