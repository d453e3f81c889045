"""The results, for people and for programs."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from statistics import median

from .load import Sample
from .measure import Result
from .plan import SCENARIOS

_MIB = 1 << 20


def as_json(results: Iterable[Result]) -> str:
    """Everything that was measured, run by run."""
    return json.dumps([asdict(result) for result in results], indent=1) + "\n"


def as_markdown(pairs: Sequence[tuple[Result, Result]]) -> str:
    """Two tables; each pair is a generated backend and the one written by hand."""
    lines = [
        "| Stack, database | Call | Requests/s, generated | by hand | ratio "
        "| CPU µs/request, generated | by hand | ratio | p99 ms, generated | by hand |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for ours, theirs in pairs:
        lines += [_speed(ours, theirs, scenario) for scenario in SCENARIOS]
    lines += [
        "",
        "| Stack, database | Memory MiB, generated | by hand "
        "| Start ms, generated | by hand | Program MiB, generated | by hand |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    lines += [_weight(ours, theirs) for ours, theirs in pairs]
    return "\n".join(lines) + "\n"


def _speed(ours: Result, theirs: Result, scenario: str) -> str:
    mine, other = ours.samples[scenario], theirs.samples[scenario]
    rounds = list(zip(mine, other, strict=True))
    speed = median(a.requests_per_second / b.requests_per_second for a, b in rounds)
    cost = median(b.cpu_us_per_request / a.cpu_us_per_request for a, b in rounds)
    return _row(
        f"{ours.stack}, {ours.database}",
        scenario,
        f"{_rate(mine):.0f}",
        f"{_rate(other):.0f}",
        f"{speed:.2f}",
        f"{_cost(mine):.0f}",
        f"{_cost(other):.0f}",
        f"{cost:.2f}",
        f"{_p99(mine):.1f}",
        f"{_p99(other):.1f}",
    )


def _weight(ours: Result, theirs: Result) -> str:
    both = (ours, theirs)
    return _row(
        f"{ours.stack}, {ours.database}",
        *(f"{result.resident_bytes / _MIB:.0f}" for result in both),
        *(f"{result.start_seconds * 1000:.0f}" for result in both),
        *(f"{result.program_bytes / _MIB:.1f}" if result.program_bytes else "" for result in both),
    )


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _rate(samples: Iterable[Sample]) -> float:
    return median(sample.requests_per_second for sample in samples)


def _cost(samples: Iterable[Sample]) -> float:
    return median(sample.cpu_us_per_request for sample in samples)


def _p99(samples: Iterable[Sample]) -> float:
    return median(sample.p99_ms for sample in samples)
