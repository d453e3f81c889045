"""Measures everything and prints the tables; `scripts/bench-backends.sh` says what it needs."""

import argparse
import sys
from pathlib import Path

from .backend import STACKS, generated, handwritten
from .database import Database, PostgreSQL, SQLite
from .measure import Result, measure
from .plan import QUICK, Plan
from .report import as_json, as_markdown


def main() -> None:
    """Do what the arguments say."""
    options = _options()
    plan = QUICK if options.quick else Plan()
    work: Path = options.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    databases: list[Database] = [SQLite(work / "databases"), PostgreSQL(options.postgres)]
    pairs: list[tuple[Result, Result]] = []
    for stack in options.stacks:
        for database in databases:
            _note(f"{stack}, {database.name}: building")
            backends = {
                "generated": generated(stack, database.name, options.specforge.resolve(), work),
                "handwritten": handwritten(stack, database.name, work),
            }
            _note(f"{stack}, {database.name}: measuring")
            ours, theirs = measure(stack, backends, database, plan, work)
            pairs.append((ours, theirs))
    (work / "results.json").write_text(as_json(result for pair in pairs for result in pair))
    sys.stdout.write(as_markdown(pairs))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="runner", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="see whether everything works")
    parser.add_argument("--stacks", nargs="+", choices=STACKS, default=STACKS)
    parser.add_argument("--specforge", type=Path, required=True, help="the program")
    parser.add_argument("--postgres", required=True, help="the URL of a server's own database")
    parser.add_argument("--work", type=Path, required=True, help="a folder for builds and results")
    return parser.parse_args()


def _note(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    main()
