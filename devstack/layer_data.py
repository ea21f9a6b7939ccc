"""Leaves the descriptions of AWS services that no function calls out of the dependency layer.

botocore brings the descriptions of over 400 services, a quarter of the layer. Fewer bytes are unpacked at every cold
start. A function that calls another service needs its name in `KEPT_SERVICES`; a test compares the two.
"""

import shutil
from pathlib import Path
from typing import Final

KEPT_SERVICES: Final = frozenset(
    {
        "apigatewaymanagementapi",
        "bedrock-runtime",
        "cognito-idp",
        "s3",
        "sagemaker-runtime",
        "secretsmanager",
        "sqs",
        "sts",
    }
)


def remove_unused_services(layer: Path) -> int:
    """Remove the other services' folders below a built layer; return how many there were."""
    unused = [
        service
        for service in layer.glob("python/botocore/data/*/")
        if service.is_dir() and service.name not in KEPT_SERVICES
    ]
    for service in unused:
        shutil.rmtree(service)
    return len(unused)
