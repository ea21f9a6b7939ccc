"""What a month costs: arithmetic that can be followed, the same in the command and in docs/operations.md."""

import argparse
import json
import math
import re
from pathlib import Path

import pytest

from devstack.aws import arithmetic
from devstack.aws.arithmetic import MODES, PRICES, month, read_prices, total
from devstack.cli import main
from devstack.commands import costs

DOCUMENT = Path(__file__).parents[3] / "docs" / "operations.md"


def test_the_table_in_the_document_is_the_one_that_the_command_prints() -> None:
    assert "\n".join(costs.table(costs.SIZES)) in DOCUMENT.read_text(encoding="utf-8")


def test_the_bill_in_the_document_is_the_one_that_the_command_prints() -> None:
    assert "\n".join(costs._bill(MODES["standard"], (1_000,))) in DOCUMENT.read_text(encoding="utf-8")


def test_the_document_names_the_date_of_the_prices() -> None:
    date = json.loads(PRICES.read_text(encoding="utf-8"))["date"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", date)
    assert date in DOCUMENT.read_text(encoding="utf-8")


@pytest.mark.parametrize("mode", MODES.values(), ids=str)
def test_every_price_that_is_used_is_in_the_table_and_more_letters_cost_more(mode: arithmetic.Mode) -> None:
    prices = read_prices()
    bills = [total(month(mode, letters, prices)) for letters in (0, 1, 1_000, 100_000, 1_000_000)]
    assert bills == sorted(bills)
    assert bills[0] > 0
    for item in month(mode, 1_000, prices):
        assert item.amount == item.quantity * item.price


def test_every_price_has_a_place_where_it_is_used_and_says_whose_it_is() -> None:
    source = Path(arithmetic.__file__).read_text(encoding="utf-8")
    for name, entry in json.loads(PRICES.read_text(encoding="utf-8"))["prices"].items():
        assert f'"{name}"' in source, name
        assert entry["price"] > 0
        assert entry["of"]


def test_what_sleeps_is_awake_as_often_as_letters_that_come_at_random_keep_it() -> None:
    assert arithmetic.awake_hours(0, 1 / 3) == 0
    assert math.isclose(arithmetic.awake_hours(10_000_000, 1 / 3), arithmetic.HOURS, rel_tol=1e-6)
    assert math.isclose(arithmetic.awake_hours(1, 1 / 3), 1 / 3, rel_tol=1e-3)
    assert math.isclose(arithmetic.wakes(1, 1 / 3), 1, rel_tol=1e-3)


def test_nothing_idle_is_paid_for_by_accident() -> None:
    """With no letters, the modes that sleep pay for no machine."""
    for name in ("frugal", "pausing", "standard"):
        assert not [item.what for item in month(MODES[name], 0, read_prices()) if "ml.g6" in item.what]


def test_the_modes_name_parameters_that_the_template_has() -> None:
    template = (DOCUMENT.parents[1] / "template.yaml").read_text(encoding="utf-8")
    for mode in MODES.values():
        for pair in mode.parameters.split():
            name, value = pair.split("=")
            block = template.split(f"\n  {name}:\n")[1].split("\n\n")[0]
            assert value in block, pair


def test_one_bill_shows_each_item_with_its_arithmetic(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["costs", "--mode", "standard", "--letters", "1000"]) == 0
    shown = capsys.readouterr().out
    assert re.search(r"NAT gateway, hours +730\.00 x 0\.045 +32\.85", shown)
    assert "total, US dollars a month" in shown
    assert "us-east-1" in shown


def test_the_bill_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["costs", "--letters", "10", "--json"]) == 0
    bills = json.loads(capsys.readouterr().out)["bills"]
    assert [bill["mode"] for bill in bills] == list(MODES)
    for bill in bills:
        assert math.isclose(bill["total"], sum(item["amount"] for item in bill["items"]), abs_tol=0.006)


def test_fewer_than_no_letters_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["costs", "--letters", "-1"]) == 2
    assert "no fewer than 0" in capsys.readouterr().err


def test_all_arguments_are_described() -> None:
    parser = argparse.ArgumentParser()
    costs.add_to(parser)
    assert all(action.help for action in parser._actions)
