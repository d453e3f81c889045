"""A backend as a process: started, looked at from outside, and stopped."""

import http.client
import os
import socket
import subprocess
import time
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from pathlib import Path

# Below those that clients get: one that waits for a server might be given its port.
_PORTS = range(18_400, 32_000)
_PATIENCE = 30
"""How long a start or a stop may take, in seconds."""
_TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")


class Server:
    """A backend that runs until it is stopped."""

    def __init__(
        self,
        command: Sequence[str | Path],
        folder: Path,
        environment: Mapping[str, str],
        log: Path,
    ) -> None:
        """Start it, and wait until it answers.

        Raises:
            RuntimeError: where it does not answer in time.
        """
        self.port = _free_port()
        self._log = log
        began = time.perf_counter()
        with log.open("ab") as output:
            self._process = subprocess.Popen(
                command,
                cwd=folder,
                env={**os.environ, **environment, "PORT": str(self.port)},
                stdout=output,
                stderr=output,
            )
        try:
            self._wait()
        except RuntimeError:
            self._process.kill()
            self._process.wait()
            raise
        self.start_seconds = time.perf_counter() - began
        """From its start to the first 200 of `/health`."""

    def _wait(self) -> None:
        deadline = time.perf_counter() + _PATIENCE
        while time.perf_counter() < deadline:
            if self._process.poll() is not None:
                break
            if _is_healthy(self.port):
                return
            time.sleep(0.001)
        raise RuntimeError(f"the backend does not start, see {self._log}")

    @property
    def cpu_seconds(self) -> float:
        """The processor time that all its threads have taken so far."""
        # The name of the program stands in parentheses and may hold spaces.
        fields = self._proc("stat").rpartition(")")[2].split()
        user, system = int(fields[11]), int(fields[12])
        return (user + system) / _TICKS_PER_SECOND

    @property
    def resident_bytes(self) -> int:
        """The memory that it has now."""
        for line in self._proc("status").splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
        raise RuntimeError("the kernel does not say how much memory the backend has")

    def _proc(self, name: str) -> str:
        return Path(f"/proc/{self._process.pid}/{name}").read_text()

    def stop(self) -> None:
        """End it as an operator does."""
        self._process.terminate()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _free_port() -> int:
    for port in _PORTS:
        with socket.socket() as candidate:
            candidate.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                candidate.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RuntimeError("no port is free")


def _is_healthy(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=1)
    try:
        connection.request("GET", "/health")
        return connection.getresponse().status == HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
