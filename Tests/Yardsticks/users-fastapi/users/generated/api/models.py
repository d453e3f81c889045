"""Types that requests and responses share."""

from typing import Annotated, Final, TypeAlias

from .decode import EMAIL, Keyword, Pattern, Text

USER_NAME: Final = Pattern(r"^[^\u0000-\u001F\u007F]+$", r"^[^\x00-\x1F\x7F]+$")

USER_BIO: Final = Pattern(r"^[^\u0000]*$", r"^[^\x00]*$")

EmailAddress: TypeAlias = Annotated[str, Text(min_length=3, max_length=254, format=EMAIL)]
"""An e-mail address, unique among the users."""

UserName: TypeAlias = Annotated[str, Text(min_length=1, max_length=100, pattern=USER_NAME)]
"""The name that others see. Line breaks and other control characters are not part of a name."""

UserBio: TypeAlias = Annotated[str, Text(max_length=500, pattern=USER_BIO)]
"""A few words about the person, or null."""


class UserRole(Keyword):
    """What the user may do."""

    ADMIN = "admin"
    MEMBER = "member"
    GUEST = "guest"
