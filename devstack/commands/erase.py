"""`resumate erase`: erases one person with a receipt, or replays the erasure log on a database that was restored."""

import argparse
import json
import re
import sys
from collections import Counter
from typing import Any, Final

from botocore.exceptions import ClientError

from devstack.aws.operator import ask
from devstack.aws.target import Target, add_target_to, aws_problems, find_target
from devstack.problems import Problem, ProblemCode
from devstack.progress import Progress
from devstack.settings import Settings

HELP = "erase one person with a receipt, or replay the erasure log after a restore"

_USER_ID: Final = re.compile(r"[0-9A-Za-z-]{1,64}")


def add_to(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--user", metavar="E-MAIL|ID", help="whom: the e-mail to sign in with, or the user pool's sub")
    what.add_argument("--replay", action="store_true", help="erase again what the erasure log names")
    parser.add_argument("--yes", action="store_true", help="do not ask")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of text")
    add_target_to(parser)


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Erase; 4 when a second look still finds something."""
    target = find_target(arguments, settings)
    receipt = _replay(target, arguments) if arguments.replay else _erase(target, arguments)
    if receipt is None:
        print("Nothing was erased.")
        return 0
    if arguments.json:
        print(json.dumps(receipt))
    else:
        print("\n".join(_receipt_lines(receipt)))
    return 4 if any(receipt["remaining"].values()) else 0


def _erase(target: Target, arguments: argparse.Namespace) -> dict[str, Any] | None:
    user_id = _user_id(target, arguments.user)
    shown = arguments.user if arguments.user == user_id else f"{arguments.user} ({user_id})"
    question = f"Erase {shown} from {target.stack} in {target.region} for good: resumes, letters, files, sign-in?"
    if not (arguments.yes or _confirmed(question)):
        return None
    return dict(ask(target, "erase_account", user_id=user_id))


def _replay(target: Target, arguments: argparse.Namespace) -> dict[str, Any] | None:
    question = f"Erase again from {target.stack} in {target.region} all that its erasure log names?"
    if not (arguments.yes or _confirmed(question)):
        return None
    progress = Progress(quiet=arguments.json)
    removed, remaining, people, tombstones = Counter[str](), Counter[str](), 0, 0
    after: str | None = None
    while True:
        part = ask(target, "replay_erasures", after=after)
        removed.update(part["removed"])
        remaining.update(part["remaining"])
        people, tombstones, after = people + part["people"], tombstones + part["tombstones"], part["next"]
        progress.say(f"  {tombstones} tombstones, {people} people found")
        if after is None:
            break
    return {"what": "replay", "tombstones": tombstones, "people": people, "removed": removed, "remaining": remaining}


def _user_id(target: Target, user: str) -> str:
    """Return the id of somebody; an e-mail is looked up in the user pool."""
    if "@" not in user:
        if not _USER_ID.fullmatch(user):
            raise Problem(ProblemCode.USAGE, f"{user!r} is neither an e-mail nor a user's id.", "Check it.")
        return user
    with aws_problems(f"looking for {user}"):
        try:
            found = target.client("cognito-idp").admin_get_user(UserPoolId=target.output("UserPoolId"), Username=user)
        except ClientError as error:
            if error.response.get("Error", {}).get("Code") != "UserNotFoundException":
                raise
            raise Problem(
                ProblemCode.USAGE,
                f"Nobody signs in to {target.stack} as {user}.",
                "If the sign-in is gone already, name the user's id (sub): logs hold it as user_id.",
            ) from error
    return next(str(item["Value"]) for item in found["UserAttributes"] if item["Name"] == "sub")


def _confirmed(question: str) -> bool:
    if not sys.stdin.isatty():
        raise Problem(ProblemCode.USAGE, "Nobody is there to confirm.", "Add --yes.")
    return input(f"{question} [y/N] ").strip().lower() in {"y", "yes"}


def _receipt_lines(receipt: dict[str, Any]) -> list[str]:
    kinds = sorted({*receipt["removed"], *receipt["remaining"]})
    what = (
        f"{receipt['people']} of {receipt['tombstones']} tombstones" if receipt["what"] == "replay" else receipt["id"]
    )
    lines = [f"Receipt: {what}", f"  {'':18} {'removed':>8} {'found again':>12}"]
    lines += [
        f"  {kind:18} {receipt['removed'].get(kind, 0):>8} {receipt['remaining'].get(kind, 0):>12}" for kind in kinds
    ]
    return [*lines, "Messages that wait in a queue find no letter any more; `resumate redrive` drops the dead ones."]
