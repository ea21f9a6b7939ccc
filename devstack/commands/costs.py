"""`resumate costs`: what a month costs in each mode at so many letters, and what it did cost where AWS says so."""

import argparse
import json
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from devstack.aws.arithmetic import MODES, Mode, month, price_note, read_prices, total
from devstack.aws.target import Target, add_target_to, aws_problems, find_target
from devstack.problems import Problem, ProblemCode
from devstack.settings import Settings

HELP = "what a month costs in each mode, with the arithmetic; with --stack-name also what it did cost"
SIZES: Final = (0, 1_000, 100_000)


def add_to(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("--letters", type=int, metavar="N", help="letters a month; 0, 1,000 and 100,000 unless given")
    parser.add_argument("--mode", choices=sorted(MODES), help="one mode with every item; all in a table unless given")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of text")
    add_target_to(parser)


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Print the table, or one bill; what was really paid comes after it."""
    if arguments.letters is not None and arguments.letters < 0:
        raise Problem(ProblemCode.USAGE, "There are no fewer than 0 letters.", "Give --letters a number from 0 on.")
    sizes = SIZES if arguments.letters is None else (arguments.letters,)
    paid = actual(find_target(arguments, settings)) if arguments.stack_name else None
    if arguments.json:
        print(json.dumps(_as_json(arguments.mode, sizes, paid), indent=2))
        return 0
    print("\n".join(_bill(MODES[arguments.mode], sizes) if arguments.mode else table(sizes)))
    print(f"\n{price_note()}")
    if paid is not None:
        print(
            "\n".join(["", f"Paid in the {paid['days']} days up to today, by AWS's own account:", *_paid_lines(paid)])
        )
    return 0


def table(sizes: tuple[int, ...]) -> list[str]:
    """Return the table of all modes in Markdown, as docs/operations.md has it."""
    prices = read_prices()
    heads = [f"{size:,} letters" for size in sizes]
    lines = [f"| Mode | {' | '.join(heads)} |", f"|---|{'---:|' * len(heads)}"]
    for mode in MODES.values():
        amounts = [f"{total(month(mode, size, prices)):,.0f}" for size in sizes]
        lines.append(f"| `{mode.name}`: {mode.meaning} | {' | '.join(amounts)} |")
    return lines


def actual(target: Target, days: int = 30) -> dict[str, Any]:
    """Return what the account paid by service for this stack's tag; raises `Problem`."""
    today = datetime.now(UTC).date()
    period = {"Start": (today - timedelta(days=days)).isoformat(), "End": today.isoformat()}
    stack = {"Tags": {"Key": "aws:cloudformation:stack-name", "Values": [target.stack]}}
    with aws_problems("asking Cost Explorer"):
        answer = target.client("ce").get_cost_and_usage(
            TimePeriod=period,
            Granularity="MONTHLY",
            Metrics=["UnblendedCost"],
            GroupBy=[{"Type": "DIMENSION", "Key": "SERVICE"}],
            Filter=stack,
        )
    services: dict[str, float] = {}
    for part in answer["ResultsByTime"]:
        for group in part["Groups"]:
            amount = float(group["Metrics"]["UnblendedCost"]["Amount"])
            services[group["Keys"][0]] = services.get(group["Keys"][0], 0.0) + amount
    return {"days": days, "services": services}


def _bill(mode: Mode, sizes: tuple[int, ...]) -> list[str]:
    prices = read_prices()
    lines = [f"{mode.name}: {mode.meaning}", f"  {mode.parameters}"]
    for size in sizes:
        items = month(mode, size, prices)
        lines += ["", f"{size:,} letters a month"]
        lines += [
            f"  {item.what:40} {item.quantity:>14,.2f} x {item.price:<12.10g} {item.amount:>10,.2f}" for item in items
        ]
        lines.append(f"  {'total, US dollars a month':40} {'':>14}   {'':12} {total(items):>10,.2f}")
    return lines


def _paid_lines(paid: dict[str, Any]) -> list[str]:
    services = sorted(paid["services"].items(), key=lambda pair: -pair[1])
    lines = [f"  {name:50} {amount:>10,.2f}" for name, amount in services]
    if not lines:
        lines = ["  nothing: activate the tag aws:cloudformation:stack-name under Billing, Cost allocation tags"]
    return [*lines, f"  {'total':50} {sum(paid['services'].values()):>10,.2f}"]


def _as_json(name: str | None, sizes: tuple[int, ...], paid: dict[str, Any] | None) -> dict[str, Any]:
    prices = read_prices()
    modes = [MODES[name]] if name else list(MODES.values())
    bills = [
        {
            "mode": mode.name,
            "letters": size,
            "total": round(total(items := month(mode, size, prices)), 2),
            "items": [{"what": i.what, "quantity": i.quantity, "price": i.price, "amount": i.amount} for i in items],
        }
        for mode in modes
        for size in sizes
    ]
    return {"note": price_note(), "bills": bills} | ({"paid": paid} if paid is not None else {})
