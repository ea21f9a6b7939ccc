"""The model host and the product's own clients, through real boto3 over loopback."""

import http.client
import itertools
import json
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from botocore.exceptions import ClientError, EventStreamError

from devstack.invocations import InvocationHandler, InvocationServer
from devstack.model_endpoints import InvocationError, model_error
from devstack.problems import Problem, ProblemCode
from devstack.sagemaker import SageMakerHost
from resumate.errors import Code, ModelError
from resumate.inference.back_off import BackOff
from resumate.inference.client import make_runtime_client
from resumate.inference.embedder import SageMakerEmbedder
from resumate.inference.language_model import SageMakerLanguageModel
from resumate.letters.model import ChatMessage

CONTRACTS = Path(__file__).parents[1] / "contracts"
MESSAGES = [ChatMessage("user", "Grüße")]
UNIT_VECTOR = [1.0] + [0.0] * 383
EMBEDDED = json.dumps({"embeddings": [UNIT_VECTOR]}).encode()


def event(text=None, finish_reason=None):
    delta = {} if text is None else {"content": text}
    choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
    return f"data: {json.dumps({'model': 'm1', 'choices': [choice]}, ensure_ascii=False)}\n\n".encode()


ANSWER = [event("Sehr geehrte "), event("Frau Müller 😀"), event(finish_reason="stop"), b"data: [DONE]\n\n"]


class Scripted:
    """An endpoint that plays one list of pieces per call; exceptions are raised and callables called at their place."""

    def __init__(self, *script):
        self.script = list(script)
        self.calls = 0
        self.ended = threading.Event()

    def invoke(self, _body, _content_type, _accept):
        self.calls += 1
        pieces = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        try:
            for piece in pieces:
                if isinstance(piece, Exception):
                    raise piece
                if callable(piece):
                    piece()
                else:
                    yield piece
        finally:
            self.ended.set()


@contextmanager
def serving(tmp_path, **endpoints):
    host = SageMakerHost(tmp_path, endpoints=endpoints)
    host.start()
    try:
        yield host
    finally:
        host.stop()


@pytest.fixture(autouse=True)
def credentials(monkeypatch):
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "x")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "x")


@pytest.fixture
def client_of():
    def make(host):
        return make_runtime_client("eu-central-1", host.url)

    return make


@pytest.fixture(scope="module")
def product(request):
    """The host as the stack runs it: the real embedder and the composer."""
    host = SageMakerHost(Path(request.config.cache.mkdir("model-host")))
    host.start()
    yield host
    host.stop()


def embedder_of(client):
    return SageMakerEmbedder(client, "e", make_back_off=lambda: BackOff(sleep=lambda _: None, patience=5))


def stream(client, name="m", **options):
    return SageMakerLanguageModel(client, name, **options).stream(MESSAGES, max_tokens=100)


def broken(deltas):
    seen = []
    with pytest.raises(ModelError) as failed:
        seen.extend(deltas)
    return "".join(delta.text for delta in seen), failed.value


def post(host, path, body=b"{}", **headers):
    connection = http.client.HTTPConnection(host.url.removeprefix("http://"), timeout=10)
    with closing(connection):
        connection.request("POST", path, body, {"Content-Type": "application/json", **headers})
        response = connection.getresponse()
        return response.status, response.read()


# ---------------------------------------------------------------- the product's own endpoints


def test_200_texts_are_embedded_in_order(product, client_of):
    """The same text gives the same vector in whichever batch it travels."""
    texts = [f"Wrote the quarterly report number {number}." for number in range(200)]
    embedder = SageMakerEmbedder(client_of(product), "resumate-embedder", model="all-MiniLM-L6-v2")
    vectors = embedder.embed(texts)
    assert len(vectors) == 200
    assert vectors[150] == embedder.embed([texts[150]])[0]


def test_a_refusal_of_the_script_reaches_boto3_as_a_model_error_with_its_status(product, client_of):
    with pytest.raises(ClientError) as refused:
        client_of(product).invoke_endpoint(
            EndpointName="resumate-embedder", ContentType="application/json", Body=b'{"inputs":[]}'
        )
    assert refused.value.response["Error"]["Code"] == "ModelError"
    assert refused.value.response["OriginalStatusCode"] == 400
    assert refused.value.response["ResponseMetadata"]["HTTPStatusCode"] == 424


def test_the_composer_writes_a_letter_through_the_language_model_client(product, client_of):
    sample = json.loads((CONTRACTS / "prompt.json").read_bytes())[0]
    messages = [ChatMessage(message["role"], message["content"]) for message in sample["messages"]]
    model = SageMakerLanguageModel(client_of(product), "resumate-llm")
    *texts, last = model.stream(messages, max_tokens=1200)
    assert len(texts) > 10
    assert "[e1]" in "".join(delta.text for delta in texts)
    assert last.finish_reason == "stop"
    assert last.usage.completion_tokens > 50


def test_a_prompt_the_composer_cannot_read_is_refused_for_good(product, client_of):
    _, failed = broken(stream(client_of(product), "resumate-llm"))
    assert failed.code is Code.GENERATION_UNAVAILABLE
    assert not failed.retryable


# ---------------------------------------------------------------- errors, as boto3 sees them


def test_a_failure_of_the_model_is_tried_again_once(tmp_path, client_of):
    endpoint = Scripted([model_error(500, "once")], [EMBEDDED])
    with serving(tmp_path, e=endpoint) as host:
        assert embedder_of(client_of(host)).embed(["a"]) == [UNIT_VECTOR]
    assert endpoint.calls == 2


def test_throttling_is_waited_out(tmp_path, client_of):
    throttle = InvocationError("ThrottlingException", 429, "slow down")
    endpoint = Scripted([throttle], [throttle], [throttle], [EMBEDDED])
    with serving(tmp_path, e=endpoint) as host:
        assert embedder_of(client_of(host)).embed(["a"]) == [UNIT_VECTOR]
    assert endpoint.calls == 4


def test_an_endpoint_that_accepts_and_never_answers_is_left_after_the_read_limit(tmp_path):
    wakes = threading.Event()
    endpoint = Scripted([wakes.wait, EMBEDDED])
    with serving(tmp_path, e=endpoint) as host:
        began = time.monotonic()
        with pytest.raises(ModelError) as failed:
            embedder_of(make_runtime_client("eu-central-1", host.url, read_seconds=0.3)).embed(["a"])
        wakes.set()
    assert failed.value.code is Code.EMBEDDING_UNAVAILABLE
    assert time.monotonic() - began < 5
    assert endpoint.calls == 1


def test_an_unknown_endpoint_is_a_validation_error(tmp_path, client_of):
    with serving(tmp_path) as host, pytest.raises(ClientError) as refused:
        client_of(host).invoke_endpoint(EndpointName="e", ContentType="application/json", Body=b"{}")
    assert refused.value.response["Error"]["Code"] == "ValidationError"


@pytest.mark.parametrize(
    "error",
    [InvocationError("ThrottlingException", 429, "slow down"), model_error(500, "broken"), model_error(503, "away")],
    ids=str,
)
def test_one_answer_is_one_request_at_the_endpoint(tmp_path, client_of, error):
    """botocore's own retries would make it two to four."""
    endpoint = Scripted([error])
    with serving(tmp_path, m=endpoint) as host:
        _, failed = broken(stream(client_of(host)))
    assert failed.code is Code.GENERATION_UNAVAILABLE
    assert failed.retryable
    assert endpoint.calls == 1


# ---------------------------------------------------------------- streams


def test_a_piece_arrives_before_the_next_one_is_made(tmp_path, client_of):
    arrived = threading.Event()
    endpoint = Scripted(
        [ANSWER[0], lambda: arrived.wait(10) or pytest.fail("the first piece was held back"), *ANSWER[1:]]
    )
    with serving(tmp_path, m=endpoint) as host:
        deltas = stream(client_of(host))
        assert next(deltas).text == "Sehr geehrte "
        arrived.set()
        assert "".join(delta.text for delta in deltas) == "Frau Müller 😀"


def test_pieces_of_one_byte_make_the_same_letter(tmp_path, client_of):
    content = b"".join(ANSWER)
    endpoint = Scripted([content[place : place + 1] for place in range(len(content))])
    with serving(tmp_path, m=endpoint) as host:
        text = "".join(delta.text for delta in stream(client_of(host)))
    assert text == "Sehr geehrte Frau Müller 😀"


def test_an_error_in_the_middle_reaches_boto3_as_a_model_stream_error(tmp_path, client_of):
    endpoint = Scripted([ANSWER[0], model_error(500, "out of memory")])
    with serving(tmp_path, m=endpoint) as host:
        response = client_of(host).invoke_endpoint_with_response_stream(
            EndpointName="m", ContentType="application/json", Body=b"{}"
        )
        with pytest.raises(EventStreamError) as failed:
            list(response["Body"])
    assert failed.value.response["Error"]["Code"] == "ModelStreamError"


@pytest.mark.parametrize("ending", [[model_error(500, "x")], [RuntimeError("a bug")], []], ids=["error", "bug", "end"])
def test_a_stream_that_breaks_gives_its_text_and_then_says_so(tmp_path, client_of, ending):
    with serving(tmp_path, m=Scripted([ANSWER[0], *ending])) as host:
        text, failed = broken(stream(client_of(host)))
    assert text == "Sehr geehrte "
    assert failed.code is Code.GENERATION_INTERRUPTED
    assert failed.retryable


def test_a_stream_that_goes_silent_is_interrupted(tmp_path, client_of):
    wakes = threading.Event()
    with serving(tmp_path, m=Scripted([ANSWER[0], wakes.wait, *ANSWER[1:]])) as host:
        began = time.monotonic()
        text, failed = broken(stream(client_of(host), stall_seconds=0.3))
        assert time.monotonic() - began < 5
        wakes.set()
    assert text == "Sehr geehrte "
    assert failed.code is Code.GENERATION_INTERRUPTED


def test_a_model_whose_reader_left_is_stopped(tmp_path, client_of):
    """An answer that nobody reads any more would cost until its last token."""
    endpoint = Scripted(itertools.repeat(event("word ")))
    with serving(tmp_path, m=endpoint) as host:
        deltas = stream(client_of(host))
        next(deltas)
        deltas.close()
        assert endpoint.ended.wait(10)


def test_100_connections_at_once_are_all_answered(product, client_of):
    sample = json.loads((CONTRACTS / "prompt.json").read_bytes())[0]
    messages = [ChatMessage(message["role"], message["content"]) for message in sample["messages"]]
    clients = [client_of(product) for _ in range(20)]  # a client keeps ten connections at most
    together = threading.Barrier(100)

    def letter(number):
        together.wait(30)
        return list(SageMakerLanguageModel(clients[number % 20], "resumate-llm").stream(messages, max_tokens=1200))[
            -1
        ].finish_reason

    with ThreadPoolExecutor(100) as pool:
        assert set(pool.map(letter, range(100))) == {"stop"}


# ---------------------------------------------------------------- the door


def test_ping_tells_whether_the_models_are_loaded(tmp_path):
    with InvocationServer(("127.0.0.1", 0), InvocationHandler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        statuses = []
        for server.endpoints in (None, {}):
            connection.request("GET", "/ping")
            with connection.getresponse() as response:
                response.read()
                statuses.append(response.status)
        server.shutdown()
    assert statuses == [503, 200]


REFUSED = {
    "a page of another site, which cannot send JSON unasked": (
        "/endpoints/e/invocations",
        {"Content-Type": "text/plain"},
        400,
    ),
    "a name that was rebound to this machine": ("/endpoints/e/invocations", {"Host": "evil.example:80"}, 403),
    "an operation that there is not": ("/endpoints/e/other", {}, 404),
    "no length": ("/endpoints/e/invocations", {"Content-Length": "x"}, 413),
    "more than the service takes": ("/endpoints/e/invocations", {"Content-Length": str(7 * 1024 * 1024)}, 413),
}


@pytest.mark.parametrize(("path", "headers", "status"), REFUSED.values(), ids=REFUSED.keys())
def test_the_door_refuses(tmp_path, path, headers, status):
    endpoint = Scripted([EMBEDDED])
    with serving(tmp_path, e=endpoint) as host:
        assert post(host, path, **headers)[0] == status
    assert endpoint.calls == 0


def test_an_error_does_not_end_the_connection(tmp_path):
    with serving(tmp_path, e=Scripted([EMBEDDED])) as host:
        connection = http.client.HTTPConnection(host.url.removeprefix("http://"), timeout=10)
        with closing(connection):
            statuses = []
            for name in ("unknown", "e", "unknown", "e"):
                connection.request(
                    "POST", f"/endpoints/{name}/invocations", b"{}", {"Content-Type": "application/json"}
                )
                response = connection.getresponse()
                response.read()
                statuses.append(response.status)
    assert statuses == [400, 200, 400, 200]


def test_a_taken_port_is_a_problem_that_says_so(tmp_path):
    with serving(tmp_path) as host:
        second = SageMakerHost(tmp_path, int(host.url.rpartition(":")[2]), endpoints={})
        with pytest.raises(Problem) as problem:
            second.start()
    assert problem.value.code is ProblemCode.PORT_TAKEN


def test_the_process_says_when_it_is_ready_and_ends_on_sigterm(product, request):
    """Started as the stack starts it; the models are in the cache already."""
    cache = request.config.cache.mkdir("model-host")
    command = [sys.executable, "-m", "devstack.sagemaker", "--port", "0", "--model-cache", str(cache)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        line = process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        rest = process.stdout.read()
    assert line.startswith("model host ready at http://127.0.0.1:")
    assert rest == ""
    assert process.returncode == 0


# ---------------------------------------------------------------- in front of another server


class OpenAIServer(ThreadingHTTPServer):
    """A server of the OpenAI chat schema that answers as it is told."""

    daemon_threads = True
    status = 200
    breaks = False

    def __init__(self):
        super().__init__(("127.0.0.1", 0), OpenAIHandler)
        self.requests = []

    def handle_error(self, *_arguments):
        """Stay silent when the host leaves a refusal unread."""


class OpenAIHandler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.requests.append((self.path, self.headers["Authorization"], json.loads(body)))
        self.send_response(self.server.status)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for piece in ANSWER:
            self.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece))
            if self.server.breaks:
                self.close_connection = True
                return
        self.wfile.write(b"0\r\n\r\n")

    def log_message(self, *_arguments):
        pass


@pytest.fixture
def openai_server():
    with OpenAIServer() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def proxied(openai_server, request):
    base_url = f"http://127.0.0.1:{openai_server.server_port}/v1/"
    cache = Path(request.config.cache.mkdir("model-host"))
    host = SageMakerHost(cache, llm_base_url=base_url, llm_model="small", llm_api_key="key")
    host.start()
    yield host
    host.stop()


def test_another_server_is_asked_with_its_model_and_key(proxied, openai_server, client_of):
    text = "".join(delta.text for delta in stream(client_of(proxied), "resumate-llm"))
    assert text == "Sehr geehrte Frau Müller 😀"
    path, authorization, body = openai_server.requests[0]
    assert path == "/v1/chat/completions"
    assert authorization == "Bearer key"
    assert body["model"] == "small"
    assert body["stream"] is True
    assert body["messages"] == [{"role": "user", "content": "Grüße"}]


@pytest.mark.parametrize(("status", "retryable"), [(429, True), (500, True), (400, False), (404, False)])
def test_a_refusal_of_another_server_has_the_form_of_sagemaker(proxied, openai_server, client_of, status, retryable):
    openai_server.status = status
    _, failed = broken(stream(client_of(proxied), "resumate-llm"))
    assert failed.code is Code.GENERATION_UNAVAILABLE
    assert failed.retryable is retryable
    assert len(openai_server.requests) == 1


def test_another_server_that_breaks_off_interrupts_the_stream(proxied, openai_server, client_of):
    openai_server.breaks = True
    text, failed = broken(stream(client_of(proxied), "resumate-llm"))
    assert text == "Sehr geehrte "
    assert failed.code is Code.GENERATION_INTERRUPTED


def test_another_server_that_is_not_there_is_unavailable(tmp_path, request, client_of):
    cache = Path(request.config.cache.mkdir("model-host"))
    host = SageMakerHost(cache, llm_base_url="http://127.0.0.1:9", llm_model="small")
    host.start()
    try:
        _, failed = broken(stream(client_of(host), "resumate-llm"))
    finally:
        host.stop()
    assert failed.code is Code.GENERATION_UNAVAILABLE
    assert failed.retryable


def test_a_server_without_a_model_s_name_is_a_problem_that_names_the_variable(tmp_path):
    with pytest.raises(Problem, match="LLM_MODEL"):
        SageMakerHost(tmp_path, llm_base_url="http://127.0.0.1:9")
