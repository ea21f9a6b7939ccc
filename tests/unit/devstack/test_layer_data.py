import re
from pathlib import Path

from devstack.layer_data import KEPT_SERVICES, remove_unused_services

ROOT = Path(__file__).parents[3]


def test_only_services_that_functions_call_stay_and_shared_files_too(tmp_path: Path):
    data = tmp_path / "python" / "botocore" / "data"
    for service in ("s3", "ec2", "iot"):
        (data / service / "2006-03-01").mkdir(parents=True)
    (data / "endpoints.json").touch()
    assert remove_unused_services(tmp_path) == 2
    assert sorted(path.name for path in data.iterdir()) == ["endpoints.json", "s3"]


def test_every_service_that_the_package_calls_is_kept():
    """A client is always made with the service's name written out beside a word that ends in `client`."""
    called: set[str] = set()
    for source in (ROOT / "layers" / "shared").rglob("*.py"):
        called |= set(re.findall(r'client\(\s*"([a-z0-9-]+)"', source.read_text(encoding="utf-8")))
    assert {"s3", "sqs", "sagemaker-runtime"} <= called
    assert called <= KEPT_SERVICES
