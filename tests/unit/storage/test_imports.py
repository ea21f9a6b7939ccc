"""What importing the storage costs: psycopg, and nothing that a cold start would pay for in vain."""

import subprocess
import sys

import pytest

HEAVY = ("boto3", "botocore", "pgvector", "numpy", "sqlalchemy", "alembic", "pypdfium2", "docx")


@pytest.mark.parametrize("module", ["resumes", "letters", "connections", "chunk_search", "erasure", "database"])
def test_a_repository_imports_psycopg_alone(module):
    """Given a fresh interpreter, when a repository is imported, then no AWS client, ORM or vector library is."""
    code = f"import sys, resumate.storage.{module}; print(*[name for name in {HEAVY!r} if name in sys.modules])"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.split() == []


@pytest.mark.parametrize("module", ["objects", "queue"])
def test_an_adapter_of_aws_imports_no_database(module):
    code = f"import sys, resumate.storage.{module}; print('psycopg' in sys.modules, 'boto3' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["False", "False"]
