"""`python -m tests.e2e.resilience.chaos`: one long run, printed; `make chaos ROUNDS=100` kills a process at a hundred moments."""

import argparse
import secrets
import sys

from tests.e2e.resilience.chaos.world import Plan, run


def main() -> int:
    """Run as the arguments say; leave with 1 when an invariant is broken."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**6))
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--letters", type=int, default=200)
    parser.add_argument("--rate", type=float, default=0.05)
    parser.add_argument("--rounds", type=int, default=0, help="kills of any single process, besides the faults")
    given = parser.parse_args()
    print(f"seed {given.seed}", flush=True)
    outcome = run(Plan(given.seed, given.people, given.letters, given.rate, given.rounds))
    print(f"{outcome.seconds:.0f} seconds\nletters: {outcome.ended}\nfaults: {outcome.faults}")
    for sentence in outcome.broken:
        print(f"BROKEN: {sentence}")
    return 1 if outcome.broken else 0


if __name__ == "__main__":
    sys.exit(main())
