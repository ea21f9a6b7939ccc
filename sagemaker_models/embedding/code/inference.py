"""The embedding model behind SageMaker's four functions: texts in, vectors of length 1 out, both JSON.

SageMaker's PyTorch container calls `model_fn` once, then `input_fn`, `predict_fn` and `output_fn` for each request;
the laptop's model host calls the same. Request and answer::

    {"inputs": ["…", "…"]}
    {"embeddings": [[384 numbers], …], "model": "all-MiniLM-L6-v2", "dimension": 384, "truncated": [1]}

`truncated` holds the positions of texts of more than 256 tokens, whose end the vector does not see. A text's
vector never depends on the other texts of the request. ``EMBEDDING_THREADS`` (1) is how many texts are worked on
at once. The model folder is what ``build_model.py`` writes.
"""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

try:  # the container answers with the status of this error and of no other
    from sagemaker_inference.errors import BaseInferenceToolkitError
except ImportError:  # everywhere else: the same attributes

    class BaseInferenceToolkitError(Exception):  # type: ignore[no-redef]
        """An error with the HTTP status of the answer."""

        def __init__(self, status_code: int, message: str, phrase: str) -> None:
            super().__init__(message)
            self.status_code = status_code
            self.message = message
            self.phrase = phrase


MODEL = "all-MiniLM-L6-v2"
DIMENSION = 384
TEXTS_MOST = 64
CONTENT_TYPE = "application/json"
DIGITS = 7
"""More than a float32 holds below 1; each digit is a tenth of the answer's size."""


class InvalidRequestError(BaseInferenceToolkitError):  # type: ignore[misc]  # untyped where it is there
    """The request is wrong; answered with status 400. The message never repeats a text."""

    def __init__(self, message: str) -> None:
        super().__init__(400, message, "Bad Request")


@dataclass(frozen=True)
class Model:
    """A loaded model; may be used by several threads at once."""

    session: onnxruntime.InferenceSession
    tokenizer: Tokenizer
    workers: ThreadPoolExecutor | None


@dataclass(frozen=True)
class Prediction:
    """Vectors (float32 [texts, 384], each of length 1) and the positions of texts that were cut."""

    vectors: NDArray[np.float32]
    truncated: list[int]


def model_fn(model_dir: str) -> Model:
    """Load ``model.onnx`` and ``tokenizer.json`` from a folder."""
    threads = max(1, int(os.environ.get("EMBEDDING_THREADS", "1")))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # matrices this small gain nothing from more; whole texts do, see `predict_fn`
    options.inter_op_num_threads = 1
    options.enable_mem_pattern = False  # plans memory per shape, and every text has another length
    options.log_severity_level = 3
    folder = Path(model_dir)
    session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
    workers = ThreadPoolExecutor(threads, thread_name_prefix="embedding") if threads > 1 else None
    return Model(session, Tokenizer.from_file(str(folder / "tokenizer.json")), workers)


def input_fn(request_body: str | bytes, content_type: str = CONTENT_TYPE) -> list[str]:
    """Return the texts of a request body.

    Raises:
        InvalidRequestError: not JSON, not of the form above, no texts, or more than 64.
    """
    if content_type.partition(";")[0].strip().lower() != CONTENT_TYPE:
        raise InvalidRequestError(f"The content type must be {CONTENT_TYPE}.")
    try:
        request = json.loads(request_body)
    except (ValueError, RecursionError) as error:
        raise InvalidRequestError("The body is not JSON.") from error
    texts = request.get("inputs") if isinstance(request, dict) else None
    if not isinstance(texts, list):
        raise InvalidRequestError('The body must be an object with a list "inputs".')
    if not 1 <= len(texts) <= TEXTS_MOST:
        raise InvalidRequestError(f'"inputs" has {len(texts)} texts; 1 to {TEXTS_MOST} are allowed.')
    for position, text in enumerate(texts):
        if not isinstance(text, str) or not _is_unicode(text):
            raise InvalidRequestError(f'"inputs"[{position}] is not a text.')
    return texts


def predict_fn(texts: list[str], model: Model) -> Prediction:
    """Return the vectors of texts, in their order."""
    encodings = [model.tokenizer.encode(text) for text in texts]
    in_order = model.workers.map if model.workers else map
    vectors = list(in_order(lambda encoding: _vector(encoding, model.session), encodings))
    truncated = [position for position, encoding in enumerate(encodings) if encoding.overflowing]
    return Prediction(np.concatenate(vectors), truncated)


def output_fn(prediction: Prediction, accept: str = CONTENT_TYPE) -> str:  # noqa: ARG001 - there is one form
    """Return the answer as JSON."""
    answer: dict[str, Any] = {
        "embeddings": prediction.vectors.astype(np.float64).round(DIGITS).tolist(),
        "model": MODEL,
        "dimension": DIMENSION,
        "truncated": prediction.truncated,
    }
    return json.dumps(answer, separators=(",", ":"))


def _vector(encoding: Encoding, session: onnxruntime.InferenceSession) -> NDArray[np.float32]:
    ids = np.array([encoding.ids], np.int64)
    vector: NDArray[np.float32] = session.run(["embeddings"], {"ids": ids})[0]
    return vector


def _is_unicode(text: str) -> bool:
    """Return whether the text has no lone surrogates, which JSON can spell but no tokenizer reads."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
