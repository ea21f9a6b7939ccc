"""The queue of letters to write: one message a letter, made fit for SQS and refused before it is too large."""

from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError

from resumate import limits
from resumate.errors import Code, RequestError, StorageError
from resumate.letters.model import LetterJob
from resumate.storage.text import storable_json

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient

_TOO_LONG = (
    "The job description and what the resume offers for it come to more than "
    f"{limits.QUEUE_MESSAGE_BYTES // limits.KIB} KiB. Leave out the parts about the company."
)


class LetterQueue:
    """Where letters wait to be written.

    Args:
        client: boto3's SQS client.
        url: the queue's address.
        fair: groups messages by user, so that one with many letters does not hold up the others. A standard queue
            of AWS understands it; one of FIFO type always gets it.
    """

    def __init__(self, client: "SQSClient", url: str, *, fair: bool = False) -> None:
        self._client = client
        self._url = url
        self._fair = fair

    def send(self, job: LetterJob) -> None:
        """Queue a letter.

        Raises:
            RequestError: JOB_DESCRIPTION_TOO_LONG, the message would pass `limits.QUEUE_MESSAGE_BYTES`.
            StorageError: QUEUE_UNAVAILABLE, retryable; the letter may be queued all the same, and then twice.
        """
        body = storable_json(job)
        if len(body.encode()) > limits.QUEUE_MESSAGE_BYTES:
            raise RequestError(Code.JOB_DESCRIPTION_TOO_LONG, _TOO_LONG)
        try:
            self._client.send_message(QueueUrl=self._url, MessageBody=body, **self._grouping(job))
        except (BotoCoreError, ClientError) as error:
            raise StorageError(Code.QUEUE_UNAVAILABLE, retryable=True) from error

    def return_after(self, receipt_handle: str, seconds: int) -> None:
        """Make a message that was received visible again after so many seconds; raises `StorageError`."""
        try:
            self._client.change_message_visibility(
                QueueUrl=self._url, ReceiptHandle=receipt_handle, VisibilityTimeout=seconds
            )
        except (BotoCoreError, ClientError) as error:
            raise StorageError(Code.QUEUE_UNAVAILABLE, retryable=True) from error

    def _grouping(self, job: LetterJob) -> dict[str, Any]:
        if self._url.endswith(".fifo"):
            return {"MessageGroupId": job.user_id, "MessageDeduplicationId": job.letter_id}
        return {"MessageGroupId": job.user_id} if self._fair else {}
