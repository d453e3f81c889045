"""From constraints that refuse a row to failures of a service."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy.exc import IntegrityError

from users.errors import ServiceError

from .constraints import Constraint, violated_by


@contextmanager
def refusals(meanings: Mapping[Constraint, type[ServiceError]]) -> Iterator[None]:
    """Tell what it means where a constraint refuses a row.

    Raises:
        ServiceError: the meaning of the constraint, if it has one.
    """
    try:
        yield
    except IntegrityError as error:
        constraint = violated_by(error)
        meaning = meanings.get(constraint) if constraint else None
        if meaning is None:
            raise
        raise meaning from error
