"""A runtime client that is scripted with what the endpoint will say, and counts what it is asked."""

import itertools
import json
from io import BytesIO

import pytest
from botocore.exceptions import ClientError, EventStreamError


class FakeStream:
    """The body of a streamed answer: events, or exceptions to raise at their place."""

    def __init__(self, events):
        self.events = events
        self.closed = False

    def __iter__(self):
        for event in self.events:
            if isinstance(event, Exception):
                raise event
            if callable(event):
                event()
                continue
            yield event

    def close(self):
        self.closed = True


class FakeRuntime:
    """Answers each call with the next of its script: bytes, a list of events, or an exception to raise.

    The last entry is repeated, so that an endpoint that never recovers is a script of one.
    """

    def __init__(self, *script):
        self.script = list(script)
        self.calls = []
        self.streams = []

    def invoke_endpoint(self, **request):
        answer = self._next(request)
        return {"Body": answer if hasattr(answer, "read") else BytesIO(answer)}

    def invoke_endpoint_with_response_stream(self, **request):
        return {"Body": self._stream(request)}

    def converse_stream(self, **request):
        return {"stream": self._stream(request)}

    def _stream(self, request):
        self.streams.append(FakeStream(self._next(request)))
        return self.streams[-1]

    def _next(self, request):
        self.calls.append(request)
        answer = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        if isinstance(answer, Exception):
            raise answer
        return answer(request) if callable(answer) else answer


class FakeTime:
    """A clock that moves only when somebody sleeps."""

    def __init__(self):
        self.now = 1000.0
        self.sleeps = []

    def sleep(self, seconds):
        self.sleeps.append(seconds)
        self.now += seconds

    def clock(self):
        return self.now


def api_error(code, status, original_status=None, message="…"):
    """Return what boto3 raises for an error of the API."""
    response = {"Error": {"Code": code, "Message": message}, "ResponseMetadata": {"HTTPStatusCode": status}}
    if original_status is not None:
        response["OriginalStatusCode"] = original_status
    return ClientError(response, "InvokeEndpoint")


def stream_error(code):
    """Return what boto3 raises for an error in the middle of a stream."""
    return EventStreamError({"Error": {"Code": code, "Message": "…"}}, "InvokeEndpointWithResponseStream")


def parts(content, *cuts):
    """Cut bytes into events at these places."""
    places = [0, *cuts, len(content)]
    return [{"PayloadPart": {"Bytes": content[a:b]}} for a, b in itertools.pairwise(places)]


def chunk(text=None, finish_reason=None, **more):
    """Return one chunk of a chat completion as a server-sent event."""
    choice = {"index": 0, "delta": {} if text is None else {"content": text}, "finish_reason": finish_reason}
    body = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "m1", "choices": [choice], **more}
    return b"data: " + json.dumps(body, ensure_ascii=False).encode() + b"\n\n"


def whole_answer(*texts):
    """Return the bytes of a complete stream."""
    usage = chunk(choices=[], usage={"prompt_tokens": 11, "completion_tokens": 5})
    return b"".join([chunk(""), *map(chunk, texts), chunk(finish_reason="stop"), usage, b"data: [DONE]\n\n"])


@pytest.fixture
def fake_runtime():
    return FakeRuntime


@pytest.fixture
def fake_time():
    return FakeTime()


@pytest.fixture
def say():
    """What endpoints say: errors, events and chunks, by the functions of this file."""

    class Say:
        api_error = staticmethod(api_error)
        stream_error = staticmethod(stream_error)
        parts = staticmethod(parts)
        chunk = staticmethod(chunk)
        whole_answer = staticmethod(whole_answer)

    return Say
