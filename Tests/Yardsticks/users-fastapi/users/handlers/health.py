"""What load balancers and orchestrators ask."""

from http import HTTPStatus
from typing import Literal

from fastapi import Response
from pydantic import BaseModel

from users.state import State


class Health(BaseModel):
    """The answer to a probe."""

    status: Literal["ok", "unavailable"]


async def live() -> Health:
    """The process runs: `GET /livez` and `GET /health`."""
    return Health(status="ok")


async def ready(state: State, response: Response) -> Health:
    """Requests may be sent here: `GET /readyz` and `GET /ready`."""
    if await state.readiness.is_ready(state.db.answers):
        return Health(status="ok")
    response.status_code = HTTPStatus.SERVICE_UNAVAILABLE
    return Health(status="unavailable")
