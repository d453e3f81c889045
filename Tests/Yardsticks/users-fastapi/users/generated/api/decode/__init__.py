"""Reads and checks what a client sent, in one pass, and reports all that is wrong with it.

What stands in an `Annotated[...]` here reads a value in place of Pydantic, so that every stack
takes the same values and names the same faults, in the same order and with the same words.
"""

from .absent import ABSENT, Absent, Omittable, is_absent, is_none
from .anything import Anything
from .base64 import Base64, SentBytes
from .boolean import Boolean
from .entries import Entries
from .exact import Exact, SentDecimal
from .formats import DURATION, EMAIL, HOSTNAME, IPV4, IPV6, TIME, URI, URI_REFERENCE
from .integer import Integer
from .items import Items
from .json_text import JsonText
from .keyword import Keyword
from .number import Number
from .objects import Members, Object
from .parameters import Parameters, Repeated, Separated
from .pattern import Pattern
from .text import Text
from .times import Date, DateTime, SentTime
from .unions import AnyOf, Discriminator, OneOf
from .uuid import Uuid

__all__ = [
    "ABSENT",
    "DURATION",
    "EMAIL",
    "HOSTNAME",
    "IPV4",
    "IPV6",
    "TIME",
    "URI",
    "URI_REFERENCE",
    "Absent",
    "AnyOf",
    "Anything",
    "Base64",
    "Boolean",
    "Date",
    "DateTime",
    "Discriminator",
    "Entries",
    "Exact",
    "Integer",
    "Items",
    "JsonText",
    "Keyword",
    "Members",
    "Number",
    "Object",
    "Omittable",
    "OneOf",
    "Parameters",
    "Pattern",
    "Repeated",
    "SentBytes",
    "SentDecimal",
    "SentTime",
    "Separated",
    "Text",
    "Uuid",
    "is_absent",
    "is_none",
]
