"""What clients send: bodies and parameters."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, ClassVar, Final, TypeAlias
from uuid import UUID

from pydantic import ConfigDict, Field

from .decode import (
    ABSENT,
    HOSTNAME,
    URI,
    AnyOf,
    Anything,
    Base64,
    Boolean,
    Date,
    DateTime,
    Discriminator,
    Entries,
    Exact,
    Integer,
    Items,
    Keyword,
    Members,
    Number,
    Object,
    Omittable,
    OneOf,
    Parameters,
    Pattern,
    Repeated,
    Separated,
    Text,
    Uuid,
    is_absent,
    is_none,
)

ORDER_CODE: Final = Pattern(r"^[A-Z]{2}\d+$", r"^[A-Z]{2}[0-9]+$")


class Address(Object):
    """A nested object with other fields of one type."""

    model_config = ConfigDict(extra="allow")
    members: ClassVar = Members(maximum=4)
    __pydantic_extra__: dict[str, Annotated[str, Text()]]

    postal_code: Annotated[str, Text()] = Field(alias="postalCode")
    homepage: Annotated[str, Text(format=URI)] | None


Key: TypeAlias = Annotated[Annotated[int, Integer(64)] | Annotated[str, Text()], OneOf()]
"""Exactly one of several types, which differ by their own kind."""


class OrderItem(Object):
    """An item of a list."""

    sku: Key
    amount: Annotated[int, Integer(32, minimum=1)]


class CatKind(Keyword):
    """The kind of a cat."""

    CAT = "cat"


class Cat(Object):
    """One of the pets."""

    kind: CatKind
    lives: Annotated[int, Integer(32, allowed=(1, 7, 9))]


class DogKind(Keyword):
    """The kind of a dog."""

    DOG = "dog"


class Dog(Object):
    """The other of the pets."""

    kind: DogKind
    host: Annotated[str, Text(format=HOSTNAME)] | None


Pet: TypeAlias = Annotated[Cat | Dog, Discriminator("kind", ("cat", "dog"))]
"""One of several objects, told apart by `kind`."""


class Order(Object):
    """Every scalar, a nested object, lists, maps and a union."""

    id: Annotated[UUID, Uuid()]
    code: Annotated[str, Text(pattern=ORDER_CODE)]
    placed_at: Annotated[datetime, DateTime()]
    due_on: Annotated[date, Date()]
    total: Annotated[Decimal, Exact(minimum=Decimal(0))]
    weight: Annotated[
        float, Number(64, exclusive_minimum=0, exclusive_maximum=1000, multiple_of=0.1)
    ]
    share: Annotated[float, Number(32)] = 0.5
    paid: Annotated[bool, Boolean()] = False
    signature: Annotated[bytes, Base64()]
    address: Address
    items: Annotated[list[OrderItem], Items(minimum=1, maximum=3)]
    tags: Annotated[list[Annotated[str, Text(max_length=10)]], Items(unique=True)] = Field(
        default_factory=list
    )
    counts: Annotated[dict[str, Annotated[int, Integer(64)]], Entries()] = Field(
        default_factory=dict
    )
    pet: Annotated[Pet | None, Omittable()] = Field(default=None, exclude_if=is_none)
    extra: Annotated[object, Anything()] = Field(default=ABSENT, exclude_if=is_absent)
    type: Annotated[str, Text()]


class TreeNode(Object):
    """A node, which holds two trees."""

    left: "Tree"
    right: "Tree"


Tree: TypeAlias = Annotated[TreeNode | Annotated[int, Integer(32)], AnyOf()]
"""A recursive union without a discriminator."""


class SearchOrdersQuery(Parameters):
    """The query parameters of `search_orders`."""

    id: Annotated[Annotated[UUID, Uuid()] | None, Omittable()] = None
    since: Annotated[Annotated[datetime, DateTime()] | None, Omittable()] = None
    on: Annotated[Annotated[date, Date()] | None, Omittable()] = None
    at_least: Annotated[Annotated[Decimal, Exact()] | None, Omittable()] = None
    factor: Annotated[Annotated[float, Number(64)] | None, Omittable()] = None
    open: Annotated[bool, Boolean()] = True
    text: Annotated[str, Text()]
    tags: Annotated[
        Annotated[list[Annotated[str, Text(max_length=10)]], Items()] | None,
        Omittable(),
        Repeated(),
    ] = None
    amounts: Annotated[
        Annotated[list[Annotated[int, Integer(32)]], Items()] | None, Omittable(), Separated()
    ] = None


class SubmitOrderHeaders(Parameters):
    """The headers of `submit_order`."""

    tenant: Annotated[int, Integer(64)] = Field(alias="x-tenant")
