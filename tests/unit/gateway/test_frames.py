"""Frames: what becomes of the bytes a client sends (CASES D10, R07)."""

import json

import pytest

from resumate import limits
from resumate.errors import MESSAGES, Code, RequestError
from resumate.gateway.frames import decode_action, read_frame, request_id_of
from resumate.gateway.messages import ACTIONS, CreateLetter, CreateUpload, ListResumes, Ping

RESUME = "0b9f6f0e-3f0e-4f5d-8f0a-6a2f1c7d9e10"


def read(body: object, **more: object) -> dict[str, object]:
    return read_frame({"body": body, "isBase64Encoded": False, **more})


def code_of(body: object, **more: object) -> Code:
    with pytest.raises(RequestError) as refused:
        decode_action(read(body, **more), ACTIONS)
    return refused.value.code


def complaint(**fields: object) -> str:
    with pytest.raises(RequestError) as refused:
        decode_action(fields, ACTIONS)
    assert refused.value.code is Code.INVALID_FIELD
    return refused.value.message


def test_a_frame_becomes_its_struct_and_unknown_fields_are_ignored():
    frame = read('{"action":"list_resumes","request_id":"r-1","limit":5,"colour":"red","user_id":"somebody-else"}')
    assert decode_action(frame, ACTIONS) == ListResumes(request_id="r-1", limit=5)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "hello",
        "[]",
        '["ping"]',
        "null",
        "1",
        '"ping"',
        "{}",
        '{"request_id":"r-1"}',
        '{"action":null,"request_id":"r-1"}',
        '{"action":5,"request_id":"r-1"}',
        '{"action":["ping"],"request_id":"r-1"}',
        '{"action":"ping","request_id":"r-1"',
        '{"action":"ping","request_id":"r-1"} more',
        '{"action":"ping","request_id":"r-1","request_id":"r-2"}',
        '{"action":"ping","action":"delete_account","request_id":"r-1"}',
        '{"action":"ping","request_id":"r-1","a":' + "[" * 10 + "]" * 10 + "}",
        '{"action":"ping","request_id":"r-1","n":' + "9" * 20_000 + "}",
        '{"action":"ping","request_id":"r-1","n":NaN}',
        None,
        {"action": "ping", "request_id": "r-1"},
    ],
)
def test_a_frame_that_is_no_unambiguous_object_with_an_action_is_malformed(body):
    assert code_of(body) is Code.MALFORMED_FRAME


def test_a_binary_frame_is_malformed(recorded):
    with pytest.raises(RequestError) as refused:
        read_frame(recorded("websocket_message_binary"))
    assert refused.value.code is Code.MALFORMED_FRAME


@pytest.mark.parametrize("action", ["fly", "", "Ping", "$connect", "$disconnect", "ping ", "__class__"])
def test_an_action_that_does_not_exist_is_unknown(action):
    assert code_of(json.dumps({"action": action, "request_id": "r-1"})) is Code.UNKNOWN_ACTION


def test_an_action_of_another_function_is_unknown_here():
    with pytest.raises(RequestError) as refused:
        decode_action({"action": "delete_account", "request_id": "r-1"}, [Ping])
    assert refused.value.code is Code.UNKNOWN_ACTION


def test_the_size_is_counted_in_bytes_and_the_limit_itself_is_allowed():
    shell = '{"action":"ping","request_id":"r-1","x":""}'
    fits = shell.replace('""', '"' + "é" * ((limits.FRAME_BYTES - len(shell)) // 2) + '"')
    assert len(fits.encode()) in {limits.FRAME_BYTES, limits.FRAME_BYTES - 1}
    assert read(fits)["action"] == "ping"
    assert code_of(fits.replace("é", "日")) is Code.FRAME_TOO_LARGE
    assert "32,000" in MESSAGES[Code.FRAME_TOO_LARGE]


def test_a_lone_surrogate_and_control_characters_are_stripped_and_not_refused():
    frame = read(
        '{"action":"create_letter","request_id":"r\\u0000-1",'
        '"job_description":"a\\ud800b\\u0001\\u0000c \\ud83d\\ude00"}'
    )
    assert decode_action(frame, ACTIONS) == CreateLetter(request_id="r-1", job_description="abc 😀")


def test_text_that_looks_like_code_stays_text():
    text = "'; DROP TABLE chunks; -- %s $1 {user_id} {{7*7}}"
    frame = read(json.dumps({"action": "create_letter", "request_id": "r-1", "job_description": text}))
    assert decode_action(frame, ACTIONS) == CreateLetter(request_id="r-1", job_description=text)


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        ({"request_id": "r-1"}, "r-1"),
        ({"request_id": "x" * 64}, "x" * 64),
        ({"request_id": "x" * 65}, None),
        ({"request_id": ""}, None),
        ({"request_id": 7}, None),
        ({"request_id": None}, None),
        ({}, None),
    ],
)
def test_a_usable_request_id_is_found_whatever_else_is_wrong(frame, expected):
    assert request_id_of(frame) == expected


def test_a_refusal_names_the_field_and_the_bound_it_missed():
    upload = {"action": "create_upload", "request_id": "r-1", "file_name": "cv.pdf", "content_type": "x", "size": 1}
    letter = {"action": "create_letter", "request_id": "r-1", "job_description": "x"}
    assert complaint(action="ping") == "The field request_id is missing."
    assert complaint(**upload | {"file_name": ""}) == "The field file_name must have at least 1 character."
    assert complaint(**upload | {"size": "12"}) == "The field size has a value that is not allowed."
    assert complaint(**upload | {"size": 1e400}) == "The field size has a value that is not allowed."
    assert complaint(action="list_letters", request_id="r", limit=500) == "The field limit must be at most 100."
    assert (
        complaint(**letter | {"options": {"tone": "<b>"}}) == "The field options.tone has a value that is not allowed."
    )
    assert complaint(**letter | {"options": {"answers": ["x" * 1001]}}) == (
        "The field options.answers[0] must have at most 1,000 characters."
    )
    assert complaint(**letter | {"options": {"answers": ["x"] * 6}}) == (
        "The field options.answers must have at most 5 items."
    )
    assert complaint(**letter | {"options": []}) == "The field options has a value that is not allowed."
    assert complaint(**letter | {"resume_id": "../x"}) == "The field resume_id has a value that is not allowed."


def test_a_refusal_never_repeats_what_was_sent():
    for value in ("PRIVATE-TEXT", ["PRIVATE-TEXT"], {"PRIVATE-TEXT": 1}):
        assert "PRIVATE" not in complaint(action="get_resume", request_id="r-1", resume_id=value)


def test_a_good_upload_is_read():
    frame = read(
        '{"action":"create_upload","request_id":"r-1","file_name":"cv.pdf","content_type":"application/pdf","size":48213}'
    )
    assert decode_action(frame, ACTIONS) == CreateUpload(
        request_id="r-1", file_name="cv.pdf", content_type="application/pdf", size=48213
    )
