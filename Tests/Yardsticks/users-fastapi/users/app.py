"""The application: its state, its routes behind all layers, and its life from start to stop."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

import structlog
import uvicorn
from fastapi import FastAPI

from . import middleware, rejections, telemetry
from .config import Config
from .resilience import Readiness, Server, serve
from .routes import answers, routes
from .state import AppState

_log: Final = structlog.get_logger(__name__)


def create_app(config: Config) -> FastAPI:
    """Make the application, which opens its state when it is started."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        state = await AppState.open(config, app.state.readiness)
        app.state.shared = state
        try:
            yield
        finally:
            await state.close()

    router = routes()
    app = FastAPI(
        title="Users API",
        version="1.0.0",
        lifespan=lifespan,
        # The contract is served, and not what FastAPI derives.
        openapi_url=None,
        redirect_slashes=False,
        # Not included: FastAPI looks a request up twice in a router that is.
        routes=router.routes,
        middleware=middleware.stack(config, router),
    )
    app.state.readiness = Readiness()
    rejections.install(app, router, answers())
    return app


async def run(config: Config) -> bool:
    """Serve until the process is told to stop and the requests in flight have ended.

    Says whether that was all: false where the application could not start.
    """
    telemetry.init(config.log_level)
    _log.info("starting", config=config.model_dump(mode="json"))
    app = create_app(config)
    server = Server(
        uvicorn.Config(
            app,
            host=str(config.host),
            port=config.port,
            lifespan="on",
            log_config=None,
            access_log=False,
            server_header=False,
        )
    )
    await serve(
        server,
        app.state.readiness.drain,
        drain_delay=config.drain_delay,
        patience=config.shutdown_timeout,
    )
    _log.info("stopped")
    return server.started
