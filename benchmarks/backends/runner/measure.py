"""Runs a generated backend beside the one written by hand, on one database."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from .backend import Backend
from .database import Database
from .load import Sample, load
from .plan import SCENARIOS, Plan
from .server import Server

_ENVIRONMENT = {
    "LOG_LEVEL": "info",
    # Turns the last of the layers on that are off by default.
    "CORS_ALLOWED_ORIGINS": "https://example.org",
}


@dataclass(frozen=True)
class Result:
    """What was measured of one backend."""

    stack: str
    database: str
    kind: str
    samples: Mapping[str, list[Sample]]
    """By scenario, one for each round."""
    start_seconds: float
    resident_bytes: int
    """After all load."""
    program_bytes: int | None


def measure(
    stack: str, backends: Mapping[str, Backend], database: Database, plan: Plan, logs: Path
) -> list[Result]:
    """Measure backends by kind, of which the first makes the schema."""
    urls: dict[str, str] = {}

    def start(kind: str) -> Server:
        backend = backends[kind]
        environment = {**_ENVIRONMENT, "DATABASE_URL": urls[kind]}
        log = logs / f"{stack}-{database.name}-{kind}.log"
        return Server(backend.command, backend.folder, environment, log)

    first, *others = backends
    urls[first] = database.make(f"{stack}_{first}")
    start(first).stop()
    database.fill(f"{stack}_{first}", plan.rows)
    for kind in others:
        urls[kind] = database.copy(f"{stack}_{first}", f"{stack}_{kind}")
    starts = {
        kind: median(_start_and_stop(start, kind) for _ in range(plan.starts)) for kind in backends
    }
    servers: dict[str, Server] = {}
    try:
        for kind in backends:
            servers[kind] = start(kind)
        samples = _load_all(servers, plan)
        return [
            Result(
                stack,
                database.name,
                kind,
                samples[kind],
                starts[kind],
                server.resident_bytes,
                backends[kind].program_bytes,
            )
            for kind, server in servers.items()
        ]
    finally:
        for server in servers.values():
            server.stop()


def _start_and_stop(start: Callable[[str], Server], kind: str) -> float:
    server = start(kind)
    server.stop()
    return server.start_seconds


def _load_all(servers: Mapping[str, Server], plan: Plan) -> dict[str, dict[str, list[Sample]]]:
    samples: dict[str, dict[str, list[Sample]]] = {
        kind: {scenario: [] for scenario in SCENARIOS} for kind in servers
    }
    for scenario in SCENARIOS:
        for kind, server in servers.items():
            load(server, scenario, plan.warm_up, plan.rows, f"{kind}-warm")
        for turn in range(plan.rounds):
            kinds = list(servers) if turn % 2 == 0 else list(servers)[::-1]
            for kind in kinds:
                tag = f"{kind}-{turn}"
                sample = load(servers[kind], scenario, plan.seconds, plan.rows, tag)
                samples[kind][scenario].append(sample)
    return samples
