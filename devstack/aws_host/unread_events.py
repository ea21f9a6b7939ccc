"""Keeps what could not be taken, in the dead-letter queue that the template names: messages of queues, events of functions.

MiniStack's CloudFormation forgets a queue's `RedrivePolicy`, so that a letter that fails would come again for ever, and a
function's `DeadLetterConfig`. It would put an envelope of its own around the event; Lambda sends the event as it was, and
says in the message's attributes why.
"""

import json
import logging
from collections.abc import Callable, Mapping
from typing import Any, Final

logger = logging.getLogger(__name__)

_FUNCTION: Final = "AWS::Lambda::Function"
_QUEUE: Final = "AWS::SQS::Queue"
_SHOWN_CHARACTERS: Final = 1024

Provision = Callable[[str, Mapping[str, Any], str], tuple[str, Any]]


def keep_dead_letter_queue(create: Provision, functions: Mapping[str, dict[str, Any]]) -> Provision:
    """Return `create` with the dead-letter queue of its properties kept in the function's settings."""

    def create_function(logical_id: str, properties: Mapping[str, Any], stack_name: str) -> tuple[str, Any]:
        name, attributes = create(logical_id, properties, stack_name)
        if properties.get("DeadLetterConfig"):
            functions[name]["config"]["DeadLetterConfig"] = dict(properties["DeadLetterConfig"])
        return name, attributes

    return create_function


def keep_redrive_policy(create: Provision, queues: Mapping[str, dict[str, Any]]) -> Provision:
    """Return `create` with the redrive policy of its properties kept in the queue's attributes."""

    def create_queue(logical_id: str, properties: Mapping[str, Any], stack_name: str) -> tuple[str, Any]:
        address, attributes = create(logical_id, properties, stack_name)
        if properties.get("RedrivePolicy"):
            queues[address]["attributes"]["RedrivePolicy"] = json.dumps(properties["RedrivePolicy"])
        return address, attributes

    return create_queue


def attributes_of(result: Mapping[str, Any], request_id: str) -> dict[str, dict[str, str]]:
    """Return the message attributes that Lambda gives a dead event: the request, and what the last call failed with."""
    body = result.get("body")
    message = str(body.get("errorMessage", "")) if isinstance(body, dict) else ""
    return {
        "RequestID": {"DataType": "String", "StringValue": request_id},
        "ErrorCode": {"DataType": "Number", "StringValue": "200"},
        "ErrorMessage": {"DataType": "String", "StringValue": message[:_SHOWN_CHARACTERS] or "Unhandled"},
    }


def as_it_came(event: Mapping[str, Any]) -> dict[str, Any]:
    """Return the event without what MiniStack noted in it for its own use."""
    return {name: value for name, value in event.items() if name != "_request_id"}


def keep_unread_events() -> None:
    """Apply to MiniStack; call once, before it serves."""
    from ministack.core.responses import new_uuid
    from ministack.services import lambda_svc, sqs
    from ministack.services.cloudformation import provisioners

    functions, queues = provisioners._RESOURCE_HANDLERS[_FUNCTION], provisioners._RESOURCE_HANDLERS[_QUEUE]
    functions["create"] = keep_dead_letter_queue(functions["create"], lambda_svc._functions)
    queues["create"] = keep_redrive_policy(queues["create"], sqs._queues)

    def send_to_queue(target: str, function: str, event: Any, result: Mapping[str, Any]) -> None:
        queue = sqs._queue_by_arn(target)
        if queue is None:
            logger.error("the dead-letter queue %s of %s is not there", target, function)
            return
        attributes = attributes_of(result, new_uuid())
        body = json.dumps(as_it_came(event))
        sqs._act_send_message({"MessageBody": body, "MessageAttributes": attributes}, queue["url"])

    lambda_svc._route_async_failure = send_to_queue
