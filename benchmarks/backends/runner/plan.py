"""What is measured, and for how long."""

from dataclasses import dataclass

SCENARIOS = ("read", "list", "create")
"""Calls of `wrk/calls.lua`."""

CONNECTIONS = 16
"""Clients that each wait for an answer before they ask again: more than the pool of ten has."""


@dataclass(frozen=True)
class Plan:
    """How much is done; times are in seconds."""

    rounds: int = 9
    """Each round measures both backends, so that what else the machine does hits both."""
    seconds: int = 1
    warm_up: int = 1
    rows: int = 1000
    starts: int = 5


QUICK = Plan(rounds=1, seconds=1, warm_up=1, rows=100, starts=1)
"""Tells whether everything works, and nothing about speed."""
