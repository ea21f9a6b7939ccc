"""The page is sent with the same policy from both homes."""

import re
from pathlib import Path
from typing import Any

import pytest

from devstack.page import PageConfig, page_files

WEB = Path(__file__).parents[3] / "web"
SOCKET = "wss://abc.execute-api.eu-north-1.amazonaws.com"
COGNITO = "https://cognito-idp.eu-north-1.amazonaws.com"
UPLOADS = "https://resumate-resumes-0123.s3.eu-north-1.amazonaws.com"
ONLY_IN_A_HEADER = {"frame-ancestors": {"'none'"}}


@pytest.fixture
def headers(stacks: dict[str, Any]) -> dict[str, Any]:
    config = stacks["web"]["Resources"]["Headers"]["Properties"]["ResponseHeadersPolicyConfig"]
    found: dict[str, Any] = config["SecurityHeadersConfig"]
    return found


def directives(policy: str) -> dict[str, set[str]]:
    parts = [part.split() for part in policy.split(";") if part.strip()]
    return {name: set(values) for name, *values in parts}


def test_cloudfront_sends_the_policy_that_stands_in_the_page(headers: dict[str, Any]):
    config = PageConfig(f"{SOCKET}/live", f"{COGNITO}/", "client", UPLOADS)
    start = page_files(WEB, config)[-1].body.decode()
    (in_page,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', start)
    sent = headers["ContentSecurityPolicy"]["ContentSecurityPolicy"]["Fn::Sub"]
    for name, origin in (("SocketOrigin", SOCKET), ("CognitoOrigin", COGNITO), ("UploadOrigin", UPLOADS)):
        sent = sent.replace(f"${{{name}}}", origin)
    assert directives(sent) == {**directives(in_page), **ONLY_IN_A_HEADER}


def test_browsers_remember_for_two_years_that_the_page_is_encrypted(headers: dict[str, Any]):
    assert headers["StrictTransportSecurity"]["AccessControlMaxAgeSec"] >= 63_072_000
    assert headers["StrictTransportSecurity"]["Override"] is True


def test_the_page_is_in_no_frame_and_tells_nobody_where_people_come_from(headers: dict[str, Any]):
    assert headers["FrameOptions"]["FrameOption"] == "DENY"
    assert headers["ReferrerPolicy"]["ReferrerPolicy"] == "no-referrer"
    assert "ContentTypeOptions" in headers


def test_the_page_may_upload_to_the_bucket_of_this_stack(application: dict[str, Any]):
    bucket = application["Resources"]["ResumeBucket"]["Properties"]
    given = application["Resources"]["Web"]["Properties"]["Parameters"]["UploadOrigin"]["Fn::Sub"]
    name, suffix = bucket["BucketName"]["Fn::Sub"]
    assert given == [f"https://{name}.s3.${{AWS::Region}}.${{AWS::URLSuffix}}", suffix]
    assert "Web" in str(bucket["CorsConfiguration"])
    origins = application["Resources"]["UserAuthFunction"]["Properties"]["Environment"]["Variables"]["ALLOWED_ORIGINS"]
    assert "Web" in str(origins)
