"""Answers reads; and, as the socket's default route, every action that does not exist."""

from resumate import wiring
from resumate.gateway.entrypoint import Entrypoint
from resumate.gateway.messages import (
    GetInterviewSheet,
    GetLetter,
    GetResume,
    GetVersion,
    ListLetters,
    ListResumes,
    ListVersions,
    Ping,
    Pong,
)

wiring.warm_up("list_resumes", "get_resume", "list_letters", "get_letter", "list_versions", "get_version")
lambda_handler = Entrypoint(push=wiring.push_to_connection)
lambda_handler.on(ListResumes)(wiring.list_resumes)
lambda_handler.on(GetResume)(wiring.get_resume)
lambda_handler.on(ListLetters)(wiring.list_letters)
lambda_handler.on(GetLetter)(wiring.get_letter)
lambda_handler.on(ListVersions)(wiring.list_versions)
lambda_handler.on(GetVersion)(wiring.get_version)
lambda_handler.on(GetInterviewSheet)(wiring.get_interview_sheet)
lambda_handler.on(Ping)(lambda _message, _caller: Pong())
