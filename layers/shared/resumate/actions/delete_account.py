"""Erase a person: rows, files with all versions, exports, sockets, and the sign-in. A second call finds nothing to do."""

from resumate.gateway.caller import Caller
from resumate.gateway.messages import DeleteAccount, Receipt
from resumate.gateway.push import UserPush
from resumate.storage.database import Database
from resumate.storage.erasure import erase_user
from resumate.storage.objects import ObjectStore, exports_prefix, user_prefix
from resumate.storage.sign_ins import SignIns


def delete_account(
    message: DeleteAccount,  # noqa: ARG001 - every action is called with its message
    caller: Caller,
    database: Database,
    objects: ObjectStore,
    sign_ins: SignIns,
    push: UserPush,
) -> Receipt:
    """Return the receipt; sockets in other windows are closed, the caller's stays for the answer.

    The sign-in goes last: until then the person can come back and try again. A token outlives it by minutes;
    meanwhile whatever would store something for the user is refused (`storage.erasure.refuse_erased`).
    """
    others = [socket for socket in push.sockets_of(caller.user_id) if socket != caller.connection_id]
    erased = erase_user(database, caller.user_id)
    push.close(others)
    files = objects.delete_prefix(user_prefix(caller.user_id))
    exports = objects.delete_prefix(exports_prefix(caller.user_id))
    signed_in = sign_ins.remove(caller.user_id)
    return Receipt(
        what="account",
        id=caller.user_id,
        removed={**erased.removed, "files": files.removed, "exports": exports.removed, "sign_ins": signed_in},
        remaining={**erased.remaining, "files": files.remaining, "exports": exports.remaining, "sign_ins": 0},
    )
