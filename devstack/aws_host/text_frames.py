"""Sends what functions push to a socket as text frames, as API Gateway does.

MiniStack passes the posted bytes on as a binary frame, which a browser would hand to a page as a blob.
"""

from typing import Any


def push_text_frames() -> None:
    """Apply to MiniStack's connection management; call once, before it serves."""
    from ministack.services import apigateway

    original = apigateway.handle_connections_api

    async def handle(  # its signature
        method: str, api_id: str, stage: str, connection_id: str, body: bytes, headers: Any
    ) -> Any:
        text = body.decode("utf-8", errors="replace") if method == "POST" and body else body
        return await original(method, api_id, stage, connection_id, text, headers)

    apigateway.handle_connections_api = handle
