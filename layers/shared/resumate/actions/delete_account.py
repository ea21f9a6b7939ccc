"""Erase a person: rows, files with all versions, connections, and the sign-in. A second call finds nothing to do."""

from resumate.gateway.caller import Caller
from resumate.gateway.messages import DeleteAccount, Receipt
from resumate.storage.database import Database
from resumate.storage.erasure import erase_user
from resumate.storage.objects import ObjectStore, user_prefix
from resumate.storage.sign_ins import SignIns


def delete_account(
    message: DeleteAccount,  # noqa: ARG001 - every action is called with its message
    caller: Caller,
    database: Database,
    objects: ObjectStore,
    sign_ins: SignIns,
) -> Receipt:
    """Return the receipt. The sign-in goes last: until then the person can come back and try again."""
    erased = erase_user(database, caller.user_id)
    files = objects.delete_prefix(user_prefix(caller.user_id))
    signed_in = sign_ins.remove(caller.user_id)
    return Receipt(
        what="account",
        id=caller.user_id,
        removed={**erased.removed, "files": files.removed, "sign_ins": signed_in},
        remaining={**erased.remaining, "files": files.remaining, "sign_ins": 0},
    )
