"""The constraints of the schema, recognised in what the database answers."""

from enum import StrEnum
from typing import Final

from asyncpg.exceptions import IntegrityConstraintViolationError
from sqlalchemy.exc import IntegrityError


class Constraint(StrEnum):
    """A constraint that can refuse a row, by its name in the migrations."""

    USERS_EMAIL_KEY = "users_email_key"
    USERS_NAME_CHECK = "users_name_check"
    USERS_ROLE_CHECK = "users_role_check"


_NAMES: Final = {constraint.value: constraint for constraint in Constraint}


def violated_by(error: IntegrityError) -> Constraint | None:
    """The constraint whose violation `error` reports, if it is one."""
    cause = error.orig.__cause__ if error.orig else None
    if not isinstance(cause, IntegrityConstraintViolationError):
        return None
    return _NAMES.get(cause.constraint_name)
