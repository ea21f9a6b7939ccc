"""The user pool's side of an account: removing a sign-in for good."""

from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from resumate.errors import StorageError

if TYPE_CHECKING:
    from mypy_boto3_cognito_idp import CognitoIdentityProviderClient


class SignIns:
    """The sign-ins of a Cognito user pool.

    Args:
        client: boto3's cognito-idp client.
        user_pool_id: the pool.
    """

    def __init__(self, client: "CognitoIdentityProviderClient", user_pool_id: str) -> None:
        self._client = client
        self._user_pool_id = user_pool_id

    def remove(self, user_id: str) -> int:
        """Remove the sign-in of a user; return 1, or 0 when there was none. Raises `StorageError`."""
        try:
            self._client.admin_delete_user(UserPoolId=self._user_pool_id, Username=user_id)
        except self._client.exceptions.UserNotFoundException:
            return 0
        except (BotoCoreError, ClientError) as error:
            raise StorageError(retryable=True) from error
        return 1
