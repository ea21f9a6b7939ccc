"""One endpoint or component of SageMaker, by its name: looked at, waited for, deleted.

Both are made by `endpoints` and `components`, which know what they are; that it takes minutes until either has settled,
and that one that is not there is an answer and no error, is the same for both and is here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from botocore.exceptions import ClientError

from sagemaker_models.deployment.problems import failure, is_missing, translated
from sagemaker_models.deployment.waiting import Clock, Say, wait_until_settled

LIMIT_SECONDS: Final = 3600.0
_POLL_SECONDS: Final = 5.0


@dataclass(frozen=True, slots=True)
class Watched:
    """One thing that has a status.

    Attributes:
        kind: what it is, for people.
        name: its name.
        status_field: where its description has the status.
        describe: asks for the description.
        delete: asks for the end of it.
        say: told of every step.
        clock: the time.
    """

    kind: str
    name: str
    status_field: str
    describe: Callable[[], dict[str, Any]]
    delete: Callable[[], object]
    say: Say
    clock: Clock

    def find(self) -> dict[str, Any] | None:
        """Return its description, or None when there is none of its name."""
        with translated(f"looking for the {self.kind} {self.name}"):
            try:
                return dict(self.describe())
            except ClientError as error:
                if is_missing(error):
                    return None
                raise

    def settle(self) -> dict[str, Any]:
        """Wait until nothing moves any more; return the description then. Raises `DeploymentError` after an hour."""
        return wait_until_settled(self.describe, self.name, self.status_field, LIMIT_SECONDS, self.say, self.clock)

    def remove(self) -> None:
        """Delete it and wait until it is gone."""
        with translated(f"deleting the {self.kind} {self.name}"):
            self.delete()
        begun = self.clock.now()
        while self.find() is not None:
            if self.clock.now() - begun > LIMIT_SECONDS:
                raise failure(self.name, "it cannot be deleted", "It may still serve.")
            self.clock.sleep(_POLL_SECONDS)
