"""Starts the server; `--check-config` and `--probe` serve operators and containers."""

import asyncio
import sys

from .app import run
from .config import Config, ConfigError
from .probe import probe


def main(arguments: list[str]) -> int:
    """Do what the arguments say; return the status of the process."""
    try:
        config = Config.from_env()
    except ConfigError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    match arguments:
        case []:
            return 0 if asyncio.run(run(config)) else 1
        case ["--check-config"]:
            for name, value in config:
                sys.stdout.write(f"{name.upper()}={value}\n")
            return 0
        case ["--probe"]:
            return _probe(config)
        case [argument, *_]:
            sys.stderr.write(f"error: unknown argument `{argument}`\n")
    return 1


def _probe(config: Config) -> int:
    try:
        asyncio.run(probe(config))
    except OSError as error:
        sys.stderr.write(f"error: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
