"""The backends that are compared, ready to be started."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).parent.parent
_USERS = _HERE.parent.parent / "examples" / "users"
_ADAPTERS = {"axum": "rust-axum", "fastapi": "python-fastapi"}
STACKS = tuple(_ADAPTERS)


@dataclass(frozen=True)
class Backend:
    """A program and where it runs."""

    command: Sequence[str | Path]
    folder: Path

    @property
    def program_bytes(self) -> int | None:
        """The size of its program, where that is one file of its own."""
        program = self.command[0]
        return program.stat().st_size if isinstance(program, Path) else None


def generated(stack: str, database: str, specforge: Path, work: Path) -> Backend:
    """Generate `examples/users` and build it."""
    folder = work / f"{stack}-{database}"
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(
        [
            *(specforge, "generate", "--input", _USERS / "openapi.yaml"),
            *("--migrations", _USERS / "migrations"),
            *("--adapter", _ADAPTERS[stack], "--database", database),
            *("--package", "users", "--out", folder),
        ],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    if stack == "axum":
        return Backend([_build(folder, "users", work / f"generated-{database}", [])], folder)
    return Backend([_python(), "-m", "users"], folder)


def handwritten(stack: str, database: str, work: Path) -> Backend:
    """Build the one written by hand."""
    folder = _HERE / stack
    if stack == "axum":
        program = work / f"handwritten-{database}"
        return Backend([_build(folder, "handwritten", program, ["--features", database])], folder)
    return Backend([_python(), "main.py"], folder)


def _build(folder: Path, name: str, program: Path, options: Sequence[str]) -> Path:
    """Compile as for production, and keep the program: the next build takes its place."""
    target = Path(os.environ.get("CARGO_TARGET_DIR", folder / "target"))
    # Crates of one name share their place in the target folder, where cargo looks at times only.
    (folder / "src" / "main.rs").touch()
    subprocess.run(["cargo", "build", "--quiet", "--release", *options], cwd=folder, check=True)
    shutil.copy2(target / "release" / name, program)
    return program


def _python() -> str:
    return os.environ.get("SPECFORGE_PYTHON", "python3")
