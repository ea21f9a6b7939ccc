"""What a month costs: how much of each thing there is in each mode at so many letters, times its price.

The quantities are this module's, each with its reason; the prices are `prices.json`'s, with their date and source.
`docs/operations.md` shows the same table, and a test holds the two together.
"""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

HOURS: Final = 730
ZONES: Final = 2

# ---- one letter, as measured on the laptop or bounded by `resumate.limits`
RESUMES_PER_LETTER: Final = 0.5
FRAMES: Final = 300
"""Pushes and requests: one and a half drafts of some 500 tokens at 30 a second, coalesced to 20 a second at most."""

SOCKET_MINUTES: Final = 15
INVOCATIONS: Final = 15
WRITER_GB_SECONDS: Final = 40.0
"""`process_and_respond`, 1 GB, for 40 s: it waits for the model while that writes."""

OTHER_GB_SECONDS: Final = 6.0
EMBEDDER_SECONDS: Final = 2.5
PROMPT_TOKENS: Final = 5_250
COMPLETION_TOKENS: Final = 750
MEGABYTES_KEPT: Final = 0.5
KILOBYTES_LOGGED: Final = 20
KEY_USES: Final = 10
VISITS: Final = 2
PAGE_MEGABYTES: Final = 0.5
MEGABYTES_THROUGH: Final = 2.0
"""Through the NAT gateway: pushes, with their TLS."""

# ---- the machine of the language model
STARTUP_HOURS: Final = 10 / 60
LINGER_HOURS: Final = 20 / 60
"""After the last letter: SageMaker's quarter of an hour of quiet, and the way down."""

LETTERS_PER_MACHINE_HOUR: Final = 500
PEAK: Final = 4
"""The busiest hour has so many times the letters of the average one."""

# ---- what is there even if nobody comes
INTERFACE_ENDPOINTS: Final = 3
ALARMS: Final = 45
METRICS: Final = 20
SECRETS: Final = 2
PROXY_VCPUS: Final = 2
DATABASE_GB: Final = 20
QUEUE_POLLS: Final = 650_000
"""Lambda asks a quiet queue five times in 20 s."""

DATABASE_LINGER_HOURS: Final = 15 / 60
AURORA_UNITS: Final = 1.0
PRICES: Final = Path(__file__).with_name("prices.json")


@dataclass(frozen=True, slots=True)
class Mode:
    """A way to run the application.

    Attributes:
        name: as on the command line.
        database: `instance` or `serverless`, the template's DatabaseKind.
        writer: `to-zero`, `always-on` or `bedrock`.
        meaning: in a few words.
    """

    name: str
    database: str
    writer: str
    meaning: str

    @property
    def parameters(self) -> str:
        """The template's parameters that choose it."""
        provider = "bedrock" if self.writer == "bedrock" else "sagemaker"
        scaling = "" if provider == "bedrock" else f" LanguageModelScaling={self.writer}"
        return f"DatabaseKind={self.database} LanguageModelProvider={provider}{scaling}"


MODES: Final = {
    mode.name: mode
    for mode in (
        Mode("frugal", "serverless", "bedrock", "database pauses, no machine for the model"),
        Mode("pausing", "serverless", "to-zero", "database and own model sleep when nobody writes"),
        Mode("standard", "instance", "to-zero", "database always on, own model sleeps"),
        Mode("always-on", "instance", "always-on", "nobody ever waits for a machine"),
    )
}


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the bill.

    Attributes:
        what: in words.
        quantity: how much of it.
        price: of one.
    """

    what: str
    quantity: float
    price: float

    @property
    def amount(self) -> float:
        """In US dollars a month."""
        return self.quantity * self.price


def read_prices(path: Path = PRICES) -> dict[str, float]:
    """Return the prices by name."""
    table = json.loads(path.read_text(encoding="utf-8"))
    return {name: float(entry["price"]) for name, entry in table["prices"].items()}


def price_note(path: Path = PRICES) -> str:
    """Say where and of when the prices are."""
    table = json.loads(path.read_text(encoding="utf-8"))
    return f"Prices of {table['region']}, {table['date']}, in {table['currency']}. Source: {table['source']}."


def month(mode: Mode, letters: int, prices: dict[str, float]) -> list[Item]:
    """Return the bill of a month with so many letters, spread evenly, largest first."""
    items = [*_fixed(mode, prices), *_database(mode, letters, prices), *_writer(mode, letters, prices)]
    items += _letters(letters, prices)
    return sorted((item for item in items if item.quantity), key=lambda item: -item.amount)


def total(items: list[Item]) -> float:
    """Return the sum in US dollars."""
    return math.fsum(item.amount for item in items)


def awake_hours(letters: int, linger: float) -> float:
    """Return how long something is awake that sleeps `linger` hours after the last of letters that come at random.

    It is awake whenever a letter came within the last `linger` hours: 1 - e^(-rate x linger) of the time.
    """
    return HOURS * (1 - math.exp(-letters / HOURS * linger))


def wakes(letters: int, linger: float) -> float:
    """Return how often it has to wake: letters that find it asleep."""
    return letters * math.exp(-letters / HOURS * linger)


def _fixed(mode: Mode, prices: dict[str, float]) -> Iterator[Item]:
    endpoints = (INTERFACE_ENDPOINTS + (mode.writer == "bedrock")) * ZONES
    yield Item("NAT gateway, hours", HOURS, prices["nat_gateway_hour"])
    yield Item("its public address, hours", HOURS, prices["public_address_hour"])
    yield Item(f"{endpoints} interface endpoints, hours", endpoints * HOURS, prices["interface_endpoint_hour"])
    yield Item("alarms", ALARMS, prices["alarm_month"])
    yield Item("metrics of our own", METRICS, prices["metric_month"])
    yield Item("dashboard", 1, prices["dashboard_month"])
    yield Item("encryption key", 1, prices["key_month"])
    yield Item("secrets", SECRETS, prices["secret_month"])
    yield Item("private zone", 1, prices["zone_month"])
    yield Item("looks into the quiet queue, millions", QUEUE_POLLS / 1e6, prices["queue_million_requests"])


def _database(mode: Mode, letters: int, prices: dict[str, float]) -> Iterator[Item]:
    if mode.database == "serverless":
        hours = awake_hours(letters, DATABASE_LINGER_HOURS)
        yield Item("Aurora, capacity hours awake", hours * AURORA_UNITS, prices["aurora_capacity_hour"])
        yield Item("Aurora storage, GB", DATABASE_GB, prices["aurora_gb_month"])
        return
    yield Item("db.t4g.medium, hours", HOURS, prices["db.t4g.medium_hour"])
    yield Item("RDS Proxy, vCPU hours", PROXY_VCPUS * HOURS, prices["database_proxy_vcpu_hour"])
    yield Item("database storage, GB", DATABASE_GB, prices["database_gb_month"])


def _writer(mode: Mode, letters: int, prices: dict[str, float]) -> Iterator[Item]:
    if mode.writer == "bedrock":
        yield Item(
            "Bedrock, million prompt tokens", letters * PROMPT_TOKENS / 1e6, prices["bedrock_input_million_tokens"]
        )
        completion = letters * COMPLETION_TOKENS / 1e6
        yield Item("Bedrock, million written tokens", completion, prices["bedrock_output_million_tokens"])
        return
    machines = max(1, math.ceil(letters / HOURS * PEAK / LETTERS_PER_MACHINE_HOUR))
    if mode.writer == "always-on":
        hours = float(HOURS)
    else:
        hours = min(HOURS, awake_hours(letters, LINGER_HOURS) + wakes(letters, LINGER_HOURS) * STARTUP_HOURS)
    yield Item(f"ml.g6.xlarge x {machines}, hours awake", hours * machines, prices["ml.g6.xlarge_hour"])


def _letters(letters: int, prices: dict[str, float]) -> Iterator[Item]:
    seconds = letters * (WRITER_GB_SECONDS + OTHER_GB_SECONDS)
    yield Item("functions, GB-seconds", seconds, prices["lambda_gb_second"])
    yield Item("functions, million calls", letters * INVOCATIONS / 1e6, prices["lambda_million_requests"])
    yield Item("socket, million messages", letters * FRAMES / 1e6, prices["socket_million_messages"])
    yield Item("socket, million minutes", letters * SOCKET_MINUTES / 1e6, prices["socket_million_minutes"])
    embedded = letters * EMBEDDER_SECONDS * 3
    yield Item("embedder, GB-seconds of 3 GB", embedded, prices["serverless_inference_gb_second"])
    yield Item("logs, GB", letters * KILOBYTES_LOGGED / 1e6, prices["logs_gb"])
    yield Item("traces, millions", letters * INVOCATIONS * 0.05 / 1e6, prices["trace_million"])
    yield Item("files kept, GB", letters * RESUMES_PER_LETTER * MEGABYTES_KEPT / 1e3, prices["bucket_gb_month"])
    yield Item("writes of files, thousands", letters * RESUMES_PER_LETTER / 1e3, prices["bucket_thousand_writes"])
    yield Item("uses of the key, ten thousands", letters * KEY_USES / 1e4, prices["key_ten_thousand_requests"])
    yield Item("the page, GB", letters * VISITS * PAGE_MEGABYTES / 1e3, prices["page_gb"])
    through = letters * MEGABYTES_THROUGH / 1e3
    yield Item("through the NAT gateway, GB", through, prices["nat_gateway_gb"])
    yield Item("through interface endpoints, GB", letters * 0.2 / 1e3, prices["interface_endpoint_gb"])
