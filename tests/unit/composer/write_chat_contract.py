"""Writes ``tests/contracts/chat_*.json``: a request, the composer's answer to it, and the same answer streamed.

The clients of chat models are tested against these files, and so is the composer. Run it after a deliberate change of
the composer: ``python -m tests.unit.composer.write_chat_contract``.
"""

import json
import sys
from pathlib import Path
from typing import Any

CONTRACTS = Path(__file__).parents[2] / "contracts"
CODE = Path(__file__).parents[3] / "sagemaker_models" / "composer" / "code"
CREATED = 1795219200


def request() -> dict[str, Any]:
    """Return the request that our client sends for the first conversation of ``prompt.json``."""
    messages = json.loads((CONTRACTS / "prompt.json").read_bytes())[0]["messages"]
    return {
        "messages": messages,
        "max_tokens": 1200,
        "temperature": 0,
        "seed": 7,
        "stream": True,
        "stream_options": {"include_usage": True},
    }


def samples() -> dict[str, Any]:
    """Return the content of each file by its name; the time of the answer is a fixed one."""
    if str(CODE) not in sys.path:
        sys.path.append(str(CODE))
    import inference  # noqa: PLC0415 - a script beside the package, found by its folder

    asked = request()
    whole = json.loads(inference.predict_fn(asked | {"stream": False}, ""))
    events = [_fixed(event.decode()) for event in inference.predict_fn(asked, "")]
    lines = [event.removeprefix("data: ").strip() + "\n" for event in events if "[DONE]" not in event]
    return {
        "chat_request.json": asked,
        "chat_answer.json": whole | {"created": CREATED},
        "chat_stream.json": {"events": events, "lines": [*lines, "\n"]},
    }


def _fixed(event: str) -> str:
    data = event.removeprefix("data: ").strip()
    if data == "[DONE]":
        return event
    return f"data: {json.dumps(json.loads(data) | {'created': CREATED}, ensure_ascii=False)}\n\n"


if __name__ == "__main__":
    for name, content in samples().items():
        (CONTRACTS / name).write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
