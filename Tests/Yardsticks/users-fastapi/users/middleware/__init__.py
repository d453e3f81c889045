"""What happens to every request and response, whatever the route."""

from fastapi import APIRouter
from starlette.middleware import Middleware

from users.config import Config

from .body_limit import BodyLimit
from .cors import Cors
from .failure import CatchFailures
from .head import AnswerHead
from .headers import SecurityHeaders
from .raw_path import MatchRawPath
from .request_id import AssignRequestId
from .timeout import Timeout
from .trace import Trace


def stack(config: Config, router: APIRouter) -> list[Middleware]:
    """All layers, the outermost first: it sees a request first and a response last."""
    origins = config.cors_allowed_origins
    return [
        Middleware(AssignRequestId),
        Middleware(Trace),
        Middleware(SecurityHeaders),
        *([Middleware(Cors, origins=origins, router=router)] if origins else []),
        Middleware(AnswerHead, router=router),
        Middleware(CatchFailures),
        Middleware(Timeout, seconds=config.request_timeout),
        Middleware(BodyLimit, limit=config.body_limit_bytes),
        Middleware(MatchRawPath),
    ]
