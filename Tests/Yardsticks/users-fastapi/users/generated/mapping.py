"""From rows of the database to models of the contract."""

from .api.models import UserRole
from .api.responses import User
from .db.models import UserRow


def user(row: UserRow) -> User:
    """The model of a row.

    Raises:
        ValueError: where the database holds a value that the contract does not know.
    """
    return User(
        id=row.id,
        email=row.email,
        name=row.name,
        role=UserRole(row.role),
        bio=row.bio,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )
