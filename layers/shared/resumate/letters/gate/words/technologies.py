"""What a named thing is a kind of; the names themselves are in `matching.technologies`."""

from typing import Final

from resumate.matching.technologies import ALIASES, ORDINARY_WHEN_SMALL

__all__ = ["ALIASES", "KINDS", "ORDINARY_WHEN_SMALL"]

# What a thing is a kind of, by its word in small letters: whoever names the first has worked with the second.
KINDS: Final[dict[str, tuple[str, ...]]] = {
    "eks": ("kubernetes", "amazon web services"), "aks": ("kubernetes", "microsoft azure"), "gke": ("kubernetes", "google cloud"), "openshift": ("kubernetes",),
    "postgresql": ("sql",), "postgres": ("sql",), "mysql": ("sql",), "t-sql": ("sql",), "pl/sql": ("sql",),
    "django": ("python",), "flask": ("python",), "fastapi": ("python",), "pandas": ("python",), "pyspark": ("python", "apache spark"),
    "5s": ("lean",), "kaizen": ("lean",), "kanban": ("agile",), "scrum": ("agile",), "ec2": ("amazon web services",), "s3": ("amazon web services",), "rds": ("amazon web services",), "dynamodb": ("amazon web services",),
}  # fmt: skip
