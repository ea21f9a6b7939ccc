"""What the embedded AWS is told to do as AWS does."""

from devstack.embedded_aws import EVENT_RETRY_SECONDS
from resumate.storage.resumes import CLAIM_SECONDS


def test_an_event_comes_again_when_the_claim_of_a_reader_that_failed_is_over():
    assert EVENT_RETRY_SECONDS > CLAIM_SECONDS
