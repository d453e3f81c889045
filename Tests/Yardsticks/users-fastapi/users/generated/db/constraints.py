"""The constraints of the schema, recognised in what the database answers."""

from enum import StrEnum
from typing import Final

from sqlalchemy.exc import IntegrityError


class Constraint(StrEnum):
    """A constraint that can refuse a row, by its name in the migrations."""

    USERS_EMAIL_KEY = "users_email_key"
    USERS_NAME_CHECK = "users_name_check"
    USERS_ROLE_CHECK = "users_role_check"


# SQLite names the columns of a unique constraint and the name of a check.
_MESSAGES: Final = {
    "UNIQUE constraint failed: users.email": Constraint.USERS_EMAIL_KEY,
    "CHECK constraint failed: users_name_check": Constraint.USERS_NAME_CHECK,
    "CHECK constraint failed: users_role_check": Constraint.USERS_ROLE_CHECK,
}


def violated_by(error: IntegrityError) -> Constraint | None:
    """The constraint whose violation `error` reports, if it is one."""
    return _MESSAGES.get(str(error.orig))
