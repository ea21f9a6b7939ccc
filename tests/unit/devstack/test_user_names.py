"""Users of the embedded AWS are found by e-mail and by sub."""

from devstack.aws_host.user_names import name_in_pool

USERS = {
    "ada@example.com": {"Attributes": [{"Name": "sub", "Value": "s-1"}, {"Name": "email", "Value": "ada@example.com"}]}
}


def test_a_user_is_found_by_sub_and_by_name():
    assert name_in_pool(USERS, "s-1") == name_in_pool(USERS, "ada@example.com") == "ada@example.com"


def test_an_unknown_user_stays_unknown():
    assert name_in_pool(USERS, "s-2") == "s-2"
