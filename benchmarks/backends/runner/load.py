"""The load: wrk, with one thread, so that it leaves the other core to the backend."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from .plan import CONNECTIONS
from .server import Server

_CALLS = Path(__file__).parent.parent / "wrk" / "calls.lua"


@dataclass(frozen=True)
class Sample:
    """What one run of the load saw."""

    requests: int
    requests_per_second: float
    p99_ms: float
    cpu_us_per_request: float
    """The backend's processor time; that of wrk and of PostgreSQL does not count."""


def load(server: Server, scenario: str, seconds: int, rows: int, tag: str) -> Sample:
    """Call a backend as fast as it answers.

    Raises:
        RuntimeError: where it answers anything but success, or nothing at all.
    """
    cpu = server.cpu_seconds
    run = subprocess.run(
        [
            *("wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "20s", "-s", _CALLS),
            f"http://127.0.0.1:{server.port}",
            *("--", scenario, str(rows), tag),
        ],
        check=True,
        capture_output=True,
        text=True,
    )
    cpu = server.cpu_seconds - cpu
    seen = json.loads(run.stdout.splitlines()[-1])
    if seen["refused"] or seen["broken"] or not seen["requests"]:
        raise RuntimeError(f"{scenario}: not all calls succeeded: {seen}")
    return Sample(
        requests=seen["requests"],
        requests_per_second=seen["requests"] * 1_000_000 / seen["microseconds"],
        p99_ms=seen["p99_microseconds"] / 1000,
        cpu_us_per_request=cpu * 1_000_000 / seen["requests"],
    )
