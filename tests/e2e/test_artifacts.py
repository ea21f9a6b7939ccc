"""What is deployed: the built artifacts alone, as Lambda would see them."""

import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from devstack.build import build, build_lock
from devstack.settings import Settings

ROOT = Path(__file__).parents[2]
UNZIPPED_MEGABYTES = 90
FUNCTIONS = sorted(path.parent.name for path in (ROOT / "functions").glob("*/app.py"))

# -I and -S: no environment, no user site, no site-packages; only the standard library and what is given.
IMPORT_ALONE = """
import importlib, json, sys
sys.path[:0] = json.loads(sys.argv[1])
module = importlib.import_module(sys.argv[2])
assert callable(module.lambda_handler)
foreign = sorted(
    name for name, found in sys.modules.items()
    if getattr(found, "__file__", None) and not found.__file__.startswith(tuple(json.loads(sys.argv[3])))
)
print(json.dumps({"modules": sorted(sys.modules), "foreign": foreign}))
"""


@pytest.fixture(scope="module")
def artifacts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of built artifacts; built only when the sources changed."""
    layout = Settings(ROOT, tmp_path_factory.mktemp("home")).layout
    with build_lock(layout):
        build(layout)
        yield layout.build


def artifact_of(artifacts: Path, function: str) -> Path:
    return next(path.parent.parent.parent for path in artifacts.glob(f"*/functions/{function}/app.py"))


def import_alone(artifacts: Path, function: str) -> dict[str, list[str]]:
    own = artifact_of(artifacts, function)
    layers = [str(artifacts / name / "python") for name in ("SharedLayer", "DependenciesLayer")]
    standard = [sys.base_prefix, str(Path(sys.base_prefix).resolve()), str(artifacts)]
    done = subprocess.run(
        [
            *(sys.executable, "-I", "-S", "-c", IMPORT_ALONE),
            *(json.dumps([str(own), *layers]), f"functions.{function}.app", json.dumps(standard)),
        ],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_every_handler_is_importable_from_the_artifacts_alone(artifacts: Path, function: str) -> None:
    assert import_alone(artifacts, function)["foreign"] == []


def test_the_authorizer_starts_without_database_boto3_and_models(artifacts: Path) -> None:
    loaded = set(import_alone(artifacts, "user_auth")["modules"])
    assert loaded.isdisjoint({"boto3", "botocore", "psycopg", "pypdfium2", "docx", "lxml", "numpy"})


def test_no_handler_loads_what_only_the_parsing_child_needs(artifacts: Path) -> None:
    for function in FUNCTIONS:
        loaded = set(import_alone(artifacts, function)["modules"])
        assert loaded.isdisjoint({"pypdfium2", "pypdf", "docx", "lxml", "sqlalchemy"} - migration_only(function)), (
            function
        )


def migration_only(function: str) -> set[str]:
    return {"sqlalchemy"} if function == "migrate_database" else set()


def test_every_module_has_byte_code_that_no_timestamp_can_make_void(artifacts: Path) -> None:
    sources = [path for path in artifacts.rglob("*.py") if "__pycache__" not in path.parts]
    assert len(sources) > 500
    for source in sources:
        compiled = Path(importlib.util.cache_from_source(str(source)))
        # PEP 552: a flag of 1 is "hash-based", and without the second bit it is never checked against the source.
        assert compiled.read_bytes()[4:8] == (1).to_bytes(4, "little"), source


def test_the_layers_stay_small(artifacts: Path) -> None:
    template = yaml.safe_load((artifacts / "template.yaml").read_text().replace("!", ""))
    assert {"DependenciesLayer", "SharedLayer"} <= set(template["Resources"])
    sizes = {
        name: sum(path.stat().st_size for path in (artifacts / name).rglob("*") if path.is_file())
        for name in ("DependenciesLayer", "SharedLayer")
    }
    assert sum(sizes.values()) < UNZIPPED_MEGABYTES * 1_000_000, sizes
