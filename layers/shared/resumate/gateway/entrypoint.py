"""The one door of every WebSocket function: from Lambda's event to a typed call, and from its result to a push.

A function names its handlers and nothing else::

    lambda_handler = Entrypoint(push=wiring.push_to_connection)


    @lambda_handler.on(CreateUpload)
    def create_upload(message: CreateUpload, caller: Caller) -> Event:
        return wiring.create_upload()(message, caller)

Whatever happens, the socket stays open and Lambda sees success: refusals and failures become an `error` event
(`gateway.replies`), sent like any reply through `gateway.push`. `resumate.wiring` hands in the way to push.
"""

import time
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import msgspec

from resumate.gateway.caller import Caller, caller_of, connection_id_of
from resumate.gateway.frames import decode_action, read_frame, request_id_of
from resumate.gateway.messages import Action, Event
from resumate.gateway.push import Push
from resumate.gateway.replies import error_event
from resumate.observability import correlated, log, log_error

Message = TypeVar("Message", bound=Action)
Handler = Callable[[Message, Caller], Event | None]

_DONE = {"statusCode": 200}
_REFUSED = {"statusCode": 403}


class Entrypoint:
    """A Lambda handler for the actions that are registered with `on`.

    Args:
        push: returns what replies are sent with; called once a message, so it should cache.
        now: seconds since 1970.
    """

    def __init__(self, push: Callable[[], Push], now: Callable[[], float] = time.time) -> None:
        self._push = push
        self._now = now
        self._handlers: dict[type[Action], Handler[Any]] = {}

    @property
    def actions(self) -> frozenset[type[Action]]:
        """The actions this function answers; any other is an unknown one."""
        return frozenset(self._handlers)

    def on(self, action: type[Message]) -> Callable[[Handler[Message]], Handler[Message]]:
        """Register the decorated function as the handler of `action`; what it returns is the reply."""

        def register(handler: Handler[Message]) -> Handler[Message]:
            self._handlers[action] = handler
            return handler

        return register

    def __call__(self, event: Mapping[str, Any], context: object) -> dict[str, int]:  # noqa: ARG002 - Lambda's signature
        """Answer one frame; the return value is for API Gateway alone."""
        request = event.get("requestContext") or {}
        if request.get("eventType") != "MESSAGE":
            return _REFUSED  # wired to $connect by mistake, it must not let anybody in
        with correlated(str(request.get("requestId") or "")):
            reply = self._answer(event)
            if reply is not None:
                self._reply(event, reply)
        return _DONE

    def _answer(self, event: Mapping[str, Any]) -> Event | None:
        frame: dict[str, object] = {}
        started = time.perf_counter()
        try:
            frame = read_frame(event)
            caller = caller_of(event, self._now())
            message = decode_action(frame, self._handlers)
            reply = self._handlers[type(message)](message, caller)
        except Exception as error:  # noqa: BLE001 - the outermost edge: every failure becomes one coded reply
            return error_event(error, request_id_of(frame))
        log(
            "request handled",
            action=frame["action"],
            request_id=message.request_id,
            user_id=caller.user_id,
            milliseconds=round((time.perf_counter() - started) * 1000, 1),
        )
        return reply and msgspec.structs.replace(reply, request_id=message.request_id)

    def _reply(self, event: Mapping[str, Any], reply: Event) -> None:
        connection_id = connection_id_of(event)
        if connection_id is None:
            return
        try:
            self._push().to_connection(connection_id, reply)
        except Exception as error:  # noqa: BLE001 - no way is left to tell the client; a Lambda error would not help it
            log_error("reply lost", error)
